import { addDays, type Day, dayOf, daysBetween, startOfDay } from '../app/platform/calendar.ts'
import { between, type Random } from '../app/platform/random.ts'
import type { Course } from './demo-centre.ts'

/** One sitting with a lesson: when she opened it and how long she stayed. */
export type Sitting = { readonly openedAt: Date; readonly minutes: number }

/**
 * When somebody sat down to each of her lessons: evenings between the first day of her cohort and the day she was last here,
 * in order, never two lessons at once.
 */
export function sittings(
  course: Course,
  lessonMinutes: readonly number[],
  startsOn: Day,
  now: Date,
  random: Random,
): readonly Sitting[] {
  const count = course.finished + (course.begun ? 1 : 0)
  const today = dayOf(now)
  const last = addDays(today, -Math.min(course.pauseDays, daysBetween(startsOn, today)))
  const span = Math.max(0, daysBetween(startsOn, last) - between(random, 0, 10))
  return lessonMinutes.slice(0, count).map((minutes, at) => {
    const day = addDays(last, -Math.round((span * (count - 1 - at)) / Math.max(1, count)))
    // Two lessons on one day do not overlap: each has its own hour and a half of the evening.
    const start = startOfDay(day).getTime() + (17 * 60 + at * 75 + between(random, 0, 20)) * 60_000
    const stay = Math.round(minutes * (0.6 + random() * 0.7))
    return { openedAt: new Date(Math.min(start, now.getTime() - (count - at) * 90 * 60_000)), minutes: stay }
  })
}
