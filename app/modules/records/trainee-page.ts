import type { Pace } from '~/modules/courses/pace.ts'
import type { LessonState } from '~/modules/courses/progress.ts'
import type { Day } from '~/platform/calendar.ts'

/** A trainee's page, for those who accompany her. Her private notes are no part of it. */
export type TraineePage = {
  readonly person: { readonly id: string; readonly name: string; readonly organisation: string }
  readonly cohorts: readonly string[]
  readonly mentors: readonly string[]
  readonly tracks: readonly TraineeTrack[]
  readonly lastActivityAt: Date | null
  readonly minutes: number
  readonly now: Date
}

export type TraineeTrack = {
  readonly id: string
  readonly title: string
  readonly dueOn: Day | null
  /** null for a track that she joined by herself: nobody expects anything */
  readonly pace: Pace | null
  readonly finished: number
  readonly lessons: readonly TraineeLesson[]
}

export type TraineeLesson = {
  readonly id: string
  readonly title: string
  readonly state: LessonState
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  readonly lastActivityAt: Date | null
  readonly minutes: number
  readonly percent: number
}
