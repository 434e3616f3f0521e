import { mentorsOf } from '~/modules/cohorts/mentorships.server.ts'
import { db } from '~/platform/db.server.ts'
import { type Handing, handingOf } from './handing.ts'

type WrittenAnswer = { readonly itemId: string; readonly isBlank: boolean; readonly isMarked: boolean }

/** How each written answer of an attempt of hers stands with her mentors. Without one nobody is asked. */
export async function handingsOf(
  attempt: { readonly id: string; readonly personId: string; readonly sittingId: string | null },
  written: readonly WrittenAnswer[],
): Promise<ReadonlyMap<string, Handing>> {
  if (written.length === 0) return new Map()
  const mentors = (await mentorsOf(attempt.personId)).map(({ name }) => name)
  const handed = await db.read.handedAnswer.findMany({
    where: { attemptId: attempt.id, takenBackAt: null },
    select: { itemId: true, handedAt: true, openings: { orderBy: { seenAt: 'asc' } } },
  })
  const names = await namesOf(handed.flatMap(({ openings }) => openings.map(({ mentorId }) => mentorId)))
  const standing = new Map(
    handed.map(({ itemId, handedAt, openings }) => [
      itemId,
      { handedAt, openings: openings.map(({ mentorId, seenAt }) => ({ name: names.get(mentorId) ?? '', seenAt })) },
    ]),
  )
  return new Map(
    written.map(({ itemId, isBlank, isMarked }) => {
      const facts = { isBlank, isMarked, mentors, isMock: attempt.sittingId === null }
      return [itemId, handingOf({ ...facts, standing: standing.get(itemId) ?? null })]
    }),
  )
}

async function namesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const people = await db.read.person.findMany({
    where: { id: { in: [...personIds] } },
    select: { id: true, name: true },
  })
  return new Map(people.map(({ id, name }) => [id, name]))
}
