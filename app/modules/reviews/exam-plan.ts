import { addDays, type Day, daysBetween, weekdayOf } from '~/platform/calendar.ts'

/*
 * What she has chosen: the day of her exam, the minutes a day that she gives, days on which she rests. And what follows from
 * it for a day: which kind of day it is, how many days of study are left.
 */
export type ReviewPlan = {
  /** null: no exam in sight, plain spaced repetition */
  readonly examDay: Day | null
  readonly minutesADay: number
  /** 0 is Sunday */
  readonly restWeekdays: readonly number[]
  readonly restDays: readonly Day[]
  /** what becomes of the cards when the exam is over */
  readonly afterExam: 'archive' | 'longTerm'
}

/** Each card's last look should fall into so many days before the exam. */
export const lastLookDays = 10
/** No new card in so many days before the exam: what is begun then cannot be firm by then. */
export const newCardStopDays = 5

/**
 * toExam: the queue aims at the exam. examDay: nothing more to learn. archived: the exam is over and the cards rest.
 * longTerm: plain spaced repetition. rest: a day off.
 */
export const dayModes = ['toExam', 'examDay', 'archived', 'longTerm', 'rest'] as const
export type DayMode = (typeof dayModes)[number]

export function modeOf(plan: ReviewPlan, day: Day): DayMode {
  if (plan.examDay === day) return 'examDay'
  const isOver = plan.examDay !== null && day > plan.examDay
  if (isOver && plan.afterExam === 'archive') return 'archived'
  if (isRestDay(plan, day)) return 'rest'
  return plan.examDay === null || isOver ? 'longTerm' : 'toExam'
}

export function isRestDay(plan: ReviewPlan, day: Day): boolean {
  return plan.restDays.includes(day) || plan.restWeekdays.includes(weekdayOf(day))
}

/** Days of study from `from` (included) to the eve of the exam. */
export function studyDays(plan: ReviewPlan, examDay: Day, from: Day): readonly Day[] {
  const count = Math.max(0, daysBetween(from, examDay))
  return Array.from({ length: count }, (_, at) => addDays(from, at)).filter((day) => !isRestDay(plan, day))
}

export function newCardStop(examDay: Day): Day {
  return addDays(examDay, -newCardStopDays)
}

export function lastLooksFrom(examDay: Day): Day {
  return addDays(examDay, -lastLookDays)
}
