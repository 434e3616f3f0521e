import { addMonths, type Day, dayOf, monthOf } from '~/platform/calendar.ts'

/** A centre counts 45 minutes as one credit hour; the proof shows the minutes beside it. */
export const minutesPerCreditHour = 45

export type RecordLine = {
  readonly lessonId: string
  readonly title: string
  readonly track: string
  readonly finishedAt: Date
  readonly minutes: number
}

export type MonthSum = { readonly month: string; readonly lessons: number; readonly minutes: number }

const fewestMonths = 6
const mostMonths = 24

/** Every month from the first lesson to today, empty ones too: at least half a year, at most two. */
export function monthSums(lines: readonly RecordLine[], today: Day): readonly MonthSum[] {
  const now = monthOf(today)
  const months = lines.map(({ finishedAt }) => monthOf(dayOf(finishedAt)))
  const [first = now] = [...months, addMonths(now, 1 - fewestMonths)].sort()
  const sums: MonthSum[] = []
  for (let month = now; month >= first && sums.length < mostMonths; month = addMonths(month, -1)) {
    const own = lines.filter((_, at) => months[at] === month)
    sums.unshift({ month, lessons: own.length, minutes: totalMinutes(own) })
  }
  return sums
}

export function totalMinutes(lines: ReadonlyArray<{ readonly minutes: number }>): number {
  return lines.reduce((sum, { minutes }) => sum + minutes, 0)
}
