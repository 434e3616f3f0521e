import { randomUUID } from 'node:crypto'
import { mentorsOf } from '~/modules/cohorts/mentorships.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { openPaper } from './papers.server.ts'
import { getResult } from './results.server.ts'

/**
 * 请导师看看. What her result shows her she may hand: so it is released, and no exam that she has open asks it. Where she may
 * not, nothing happens, and the page says why. Asked twice, it is handed once.
 */
export async function handAnswer(
  actor: Actor,
  attemptId: string,
  itemId: string,
  now: Date,
  id: string = randomUUID(),
): Promise<void> {
  const { personId } = actor
  const result = await getResult(actor, attemptId, now)
  const handing = result?.items.find((one) => one.itemId === itemId)?.handing
  if (!handing) throw notFound()
  if (handing.kind !== 'may') return
  const questionId = await questionOf(attemptId, itemId)
  await db.write(async (tx) => {
    const attempt = await tx.attempt.findFirst({
      where: { id: attemptId, personId, status: 'submitted' },
      select: { id: true },
    })
    if (!attempt) throw notFound()
    const standing = await tx.handedAnswer.count({ where: { attemptId, itemId, takenBackAt: null } })
    if (standing > 0 || (await mentorsOf(personId, tx)).length === 0) return
    await tx.handedAnswer.create({ data: { id, attemptId, itemId, personId, questionId, handedAt: now } })
  })
}

async function questionOf(attemptId: string, itemId: string): Promise<string> {
  const attempt = await db.read.attempt.findUnique({ where: { id: attemptId }, select: { paperId: true } })
  const items = attempt ? (await openPaper(attempt.paperId)).paper.items : []
  const found = items.find((one) => one.itemId === itemId)
  if (!found) throw notFound()
  return found.questionId
}

/** Until a mentor has opened it. After that it stays, and the page says who has seen it. */
export async function takeBackAnswer(actor: Actor, attemptId: string, itemId: string, now: Date): Promise<void> {
  await db.write(async (tx) => {
    const attempt = await tx.attempt.findFirst({
      where: { id: attemptId, personId: actor.personId, status: { not: 'void' } },
      select: { id: true },
    })
    if (!attempt) throw notFound()
    await tx.handedAnswer.updateMany({
      where: { attemptId, itemId, takenBackAt: null, openings: { none: {} } },
      data: { takenBackAt: now },
    })
  })
}
