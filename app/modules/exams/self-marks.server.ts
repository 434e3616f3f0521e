import type { Actor } from '~/modules/identity/actor.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { type OpenedPaper, openPaper } from './papers.server.ts'
import { columnsOf, marksNow, recordSat } from './settling.server.ts'

/*
 * A written answer of a mock: she ticks the answer points that she finds in it, as a marker would, at once. In a sitting it
 * waits for a person.
 */
export async function markOwnAnswer(
  actor: Actor,
  attemptId: string,
  mark: { readonly itemId: string; readonly ticked: readonly number[] },
  now: Date,
): Promise<void> {
  const attempt = await db.read.attempt.findFirst({
    where: { id: attemptId, personId: actor.personId, status: 'submitted' },
    select: { paperId: true },
  })
  if (!attempt) throw notFound()
  const opened = await openPaper(attempt.paperId)
  const halfPoints = worthOf(opened, mark.itemId, mark.ticked)
  await db.write(async (tx) => {
    const row = await tx.attempt.findFirst({
      where: { id: attemptId, personId: actor.personId, status: 'submitted', sittingId: null },
    })
    if (!row) throw notFound()
    const key = { attemptId, itemId: mark.itemId }
    const given = { ticked: mark.ticked.join(','), halfPoints, markedAt: now }
    await tx.selfMark.upsert({ where: { attemptId_itemId: key }, create: { ...key, ...given }, update: given })
    const { result } = await marksNow(tx, opened, row)
    await tx.attempt.update({ where: { id: attemptId }, data: columnsOf(result) })
    await recordSat(tx, row, result, row.submittedAt ?? now)
  })
}

/** What ticked answer points come to: never more than the item is worth. */
function worthOf(opened: OpenedPaper, itemId: string, ticked: readonly number[]): number {
  const item = opened.paper.items.find((one) => one.itemId === itemId)
  const body = item && opened.questions.get(item.versionId)?.body
  if (!item || body?.kind !== 'constructed') throw notFound()
  const points = ticked.map((index) => body.answerPoints[index]?.halfPoints)
  if (points.some((one) => one === undefined)) throw new DomainError('invalid')
  return Math.min(
    item.halfPoints,
    points.reduce<number>((sum, one) => sum + (one ?? 0), 0),
  )
}

/** Half-points that she gave herself, by item. */
export async function selfMarksOf(reader: Pick<Tx, 'selfMark'>, attemptId: string) {
  return reader.selfMark.findMany({ where: { attemptId }, select: { itemId: true, ticked: true, halfPoints: true } })
}
