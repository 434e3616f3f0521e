import type { LessonState } from '~/modules/courses/progress.ts'
import type { SoonSitting } from '~/modules/exams/soon-sittings.tsx'
import type { Day } from '~/platform/calendar.ts'
import type { Reminder } from './next-step.ts'

/** What 今日 is given. */
export type Today = {
  readonly step: TodayStep
  readonly reminders: ReadonlyArray<Reminder & { readonly title: string }>
  readonly tracks: readonly TodayTrack[]
  readonly words: readonly Word[]
  /** exams of her cohorts, open or within a week */
  readonly sittings: readonly SoonSitting[]
  /** subjects that she prepares for a day she has chosen */
  readonly planned: readonly SoonSitting[]
  readonly finishedThisWeek: number
  readonly now: Date
}

export type TodayStep =
  | {
      readonly kind: 'resume' | 'start'
      readonly lesson: { readonly id: string; readonly title: string; readonly minutes: number }
      readonly percent: number
      readonly track: { readonly id: string; readonly title: string }
    }
  | { readonly kind: 'done' | 'choose' }

export type TodayTrack = {
  readonly id: string
  readonly title: string
  readonly states: readonly LessonState[]
  readonly finished: number
  readonly dueOn: Day | null
}

/** A few words from a mentor or coordinator. */
export type Word = {
  readonly id: string
  readonly author: string
  readonly body: string
  readonly lesson: { readonly id: string; readonly title: string } | null
  readonly writtenAt: Date
  readonly isUnread: boolean
}
