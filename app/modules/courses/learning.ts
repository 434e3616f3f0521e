import type { Day } from '~/platform/calendar.ts'
import type { Learned } from './progress.ts'

/** What is kept of a person's learning: the facts from which every page of hers is computed. */
export type Learning = {
  /** cohorts in which she learns or works: they decide which lessons written by staff she sees */
  readonly cohortIds: readonly string[]
  readonly assignments: readonly TrackAssignment[]
  readonly starts: ReadonlyMap<string, TrackStart>
  readonly lessons: ReadonlyMap<string, LessonRecord>
}

export type TrackAssignment = {
  readonly trackId: string
  readonly cohortId: string
  readonly assignedAt: Date
  readonly dueOn: Day | null
}

export type TrackStart = {
  readonly startedVersion: number
  readonly startedAt: Date
  readonly joinedFreely: boolean
}

export type LessonRecord = {
  readonly startedAt: Date
  readonly lastActivityAt: Date
  readonly positionBlock: string | null
  readonly positionPercent: number
  readonly reachedEndAt: Date | null
  readonly finishedAt: Date | null
  readonly creditedSeconds: number
  readonly creditedUntil: Date | null
}

export function learnedIn(lessons: ReadonlyMap<string, LessonRecord>): Learned {
  const finished = new Set<string>()
  for (const [id, record] of lessons) if (record.finishedAt) finished.add(id)
  return { started: new Set(lessons.keys()), finished }
}

/** Of the cohorts that gave her this track, the one whose due day comes first. */
export function assignmentOf(learning: Learning, trackId: string): TrackAssignment | undefined {
  return learning.assignments
    .filter((one) => one.trackId === trackId)
    .sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))[0]
}

/** Tracks she was given or has begun or joined, each once; those given first, by due day. */
export function trackIdsOf(learning: Learning): readonly string[] {
  const given = [...learning.assignments].sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))
  return [...new Set([...given.map(({ trackId }) => trackId), ...learning.starts.keys()])]
}

/** The lesson she is in: begun, not finished, and read last. */
export function lastBegunLesson(learning: Learning): string | null {
  let last: { id: string; at: Date } | null = null
  for (const [id, { finishedAt, lastActivityAt }] of learning.lessons) {
    if (!finishedAt && (!last || lastActivityAt > last.at)) last = { id, at: lastActivityAt }
  }
  return last?.id ?? null
}
