import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { type IncomingAnswer, saveAnswers } from './saves.server.ts'

type PlainAnswer = Omit<IncomingAnswer, 'seq'>

/** Answers in a form that was posted whole: «a.q7» holds picked ids or a text, «m.q7» a mark. */
export function formAnswers(form: FormData): readonly PlainAnswer[] {
  const itemIds = new Set<string>()
  for (const name of form.keys()) {
    const [, itemId] = /^[am]\.(q\d{1,3})$/.exec(name) ?? []
    if (itemId) itemIds.add(itemId)
  }
  return [...itemIds].map((itemId) => ({
    itemId,
    value: form
      .getAll(`a.${itemId}`)
      .filter((value) => typeof value === 'string')
      .join(',')
      .slice(0, 20_000),
    isMarked: form.has(`m.${itemId}`),
  }))
}

/** Numbers what a form posted after everything that the server has: the whole form is the newest change there is. */
export async function saveForm(
  actor: Actor,
  attemptId: string,
  epoch: number,
  answers: readonly PlainAnswer[],
  now: Date,
): Promise<void> {
  if (answers.length === 0) return
  const held = await db.read.answer.findMany({
    where: { attemptId, attempt: { personId: actor.personId } },
    select: { itemId: true, value: true, isMarked: true, seq: true },
  })
  const last = Math.max(0, ...held.map(({ seq }) => seq))
  const posted = new Set(answers.map(({ itemId }) => itemId))
  // A radio cannot be let go of, a checkbox can: what stood and was not posted has been taken back.
  const cleared = held.filter(({ itemId, value }) => value !== '' && !posted.has(itemId))
  const all = [...answers, ...cleared.map(({ itemId }) => ({ itemId, value: '', isMarked: false }))]
  await saveAnswers(
    actor,
    attemptId,
    epoch,
    all.map((answer, at) => ({ ...answer, seq: last + 1 + at })),
    now,
  )
}
