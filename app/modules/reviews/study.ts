import type { Day } from '~/platform/calendar.ts'

/** What she has chosen for a subject. */
export type StudyPlan = {
  /** null: no exam in sight */
  readonly examOn: Day | null
  readonly minutesADay: number
  /** days of the week without study; 0 is Sunday */
  readonly skipDays: readonly number[]
}
