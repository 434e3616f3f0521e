import { addDays, type Day, daysBetween, startOfDay } from '~/platform/calendar.ts'

/*
 * Who needs a word? Said in four bands, with the sentence of each printed under every table that shows them.
 */
export const paces = ['finished', 'onTrack', 'atRisk', 'behind'] as const
export type Pace = (typeof paces)[number]

/** Days without learning after which somebody is asked for. */
export const idleDays = 10

export type Progress = {
  readonly finished: number
  readonly total: number
  readonly lastActivityAt: Date | null
}

export type Assignment = {
  readonly assignedOn: Day
  readonly dueOn: Day | null
}

/**
 * finished 已完成: every lesson.
 * behind 落后: past the due day, or fewer lessons than an even pace from assignment to due day would have finished by yesterday.
 * atRisk 需关注: neither, but no learning for ten days (counted from the assignment while she has not begun).
 * onTrack 正常: all others.
 */
export function paceOf(progress: Progress, assignment: Assignment, today: Day): Pace {
  return paceJudge(assignment, today)(progress)
}

/** The same for many trainees of one assignment: what depends on the day alone is worked out once. */
export function paceJudge(assignment: Assignment, today: Day): (progress: Progress) => Pace {
  const expected = new Map<number, number>()
  const expectedOf = (total: number) => {
    const known = expected.get(total) ?? expectedFinished(total, assignment, today)
    expected.set(total, known)
    return known
  }
  const silentBefore = startOfDay(addDays(today, 1 - idleDays))
  const assignedAt = startOfDay(assignment.assignedOn)
  return ({ finished, total, lastActivityAt }) => {
    if (total > 0 && finished >= total) return 'finished'
    if (finished < expectedOf(total)) return 'behind'
    return (lastActivityAt ?? assignedAt) < silentBefore ? 'atRisk' : 'onTrack'
  }
}

/** Lessons that an even pace would have finished by the end of yesterday; the day itself is still hers. */
export function expectedFinished(total: number, { assignedOn, dueOn }: Assignment, today: Day): number {
  if (!dueOn) return 0
  if (today > dueOn) return total
  const days = daysBetween(assignedOn, addDays(dueOn, 1))
  if (days <= 0) return 0
  return Math.floor((total * Math.max(0, daysBetween(assignedOn, today))) / days)
}

/** Days left, today included as 0; negative when past. */
export function daysLeft(dueOn: Day, today: Day): number {
  return daysBetween(today, dueOn)
}
