import { libraryFor } from '~/modules/content/authored-shelf.server.ts'
import { readLearning } from '~/modules/courses/learning.server.ts'
import { differences, type TrackRow, trackRow } from '~/modules/courses/track-row.ts'
import { keepTrack } from '~/modules/courses/tracks.server.ts'
import { scoreDifferences } from '~/modules/exams/score-check.server.ts'
import { recomputeCards } from '~/modules/reviews/kept-cards.server.ts'
import { db } from '~/platform/db.server.ts'

/** Something kept that is not what the facts say. */
export type Difference = {
  readonly personId: string
  /** a track, a lesson, an attempt, or a card of practice */
  readonly subjectId: string
  readonly what: readonly string[]
}

type Kept = TrackRow & { readonly personId: string; readonly trackId: string }

/**
 * Computes every kept row anew from the facts and tells what differs; with `mend`, writes it. Rows of an older edition of a
 * track are out of date, not wrong: pages compute those by themselves. They are written too, and not counted.
 */
export async function recompute(now: Date, { mend }: { readonly mend: boolean }): Promise<readonly Difference[]> {
  const found: Difference[] = [...(await loneFacts()), ...(await wrongScores())]
  const rows: readonly Kept[] = await db.read.trackProgress.findMany({
    orderBy: [{ personId: 'asc' }, { trackId: 'asc' }],
  })
  for (const row of rows) {
    const learning = await readLearning(db.read, row.personId)
    const track = (await libraryFor(learning.cohortIds)).track(row.trackId)
    if (!track) continue
    const computed = trackRow(track, learning)
    const what = differences(row, computed)
    if (what.length === 0) continue
    if (row.layout === computed.layout) found.push({ personId: row.personId, subjectId: row.trackId, what })
    if (mend)
      await db.write(async (tx) => keepTrack(tx, row.personId, await readLearning(tx, row.personId), track, now))
  }
  const cards = await recomputeCards(now, { mend })
  return [...found, ...cards.map(({ personId, cardId, what }) => ({ personId, subjectId: cardId, what }))]
}

/** Marks that do not follow from what she answered, and facts that tell other marks. */
async function wrongScores(): Promise<readonly Difference[]> {
  const found = await scoreDifferences()
  return found.map(({ personId, attemptId, what }) => ({ personId, subjectId: attemptId, what }))
}

/** A lesson is finished exactly when its fact stands: one without the other is never mended by a machine. */
async function loneFacts(): Promise<readonly Difference[]> {
  const [facts, finished] = await Promise.all([
    db.read.evidence.findMany({
      where: { kind: 'lesson-finished', revokedAt: null },
      select: { userId: true, subjectId: true },
    }),
    db.read.lessonProgress.findMany({
      where: { finishedAt: { not: null } },
      select: { personId: true, lessonId: true },
    }),
  ])
  const standing = new Set(facts.map(({ userId, subjectId }) => `${userId} ${subjectId}`))
  const known = new Set(finished.map(({ personId, lessonId }) => `${personId} ${lessonId}`))
  return [
    ...finished
      .filter(({ personId, lessonId }) => !standing.has(`${personId} ${lessonId}`))
      .map(({ personId, lessonId }) => ({ personId, subjectId: lessonId, what: ['finished without a fact'] })),
    ...facts
      .filter(({ userId, subjectId }) => !known.has(`${userId} ${subjectId}`))
      .map(({ userId, subjectId }) => ({ personId: userId, subjectId, what: ['a fact without a finish'] })),
  ]
}
