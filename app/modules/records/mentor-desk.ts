import type { Pace } from '~/modules/courses/pace.ts'
import type { Day } from '~/platform/calendar.ts'

export type Mentee = {
  readonly personId: string
  readonly name: string
  readonly organisation: string
  readonly cohort: string
  /** when this mentor wrote to her last */
  readonly lastWordAt: Date | null
  /** written answers that this mentor was asked to look at, and has not opened */
  readonly unopened: number
  readonly tracks: readonly MenteeTrack[]
}

export type MenteeTrack = {
  readonly id: string
  readonly title: string
  readonly cells: string
  readonly finished: number
  readonly total: number
  readonly minutes: number
  readonly lastActivityAt: Date | null
  readonly dueOn: Day | null
  readonly pace: Pace
}

const urgency: Readonly<Record<Pace, number>> = { behind: 0, atRisk: 1, onTrack: 2, finished: 3 }

/** The pace that asks for attention most; on track while she has no track. */
export function paceOfMentee({ tracks }: Pick<Mentee, 'tracks'>): Pace {
  const paces = tracks.map(({ pace }) => pace).sort((a, b) => urgency[a] - urgency[b])
  return paces[0] ?? 'onTrack'
}

export function lastActivityOf({ tracks }: Pick<Mentee, 'tracks'>): Date | null {
  const times = tracks.flatMap(({ lastActivityAt }) => lastActivityAt?.getTime() ?? [])
  return times.length > 0 ? new Date(Math.max(...times)) : null
}

/** By pace, and within it the one who has been silent longest. Equal ones keep the order of names. */
export function whoNeedsAWordFirst(mentees: readonly Mentee[]): readonly Mentee[] {
  return mentees.toSorted(
    (a, b) =>
      urgency[paceOfMentee(a)] - urgency[paceOfMentee(b)] ||
      (lastActivityOf(a)?.getTime() ?? 0) - (lastActivityOf(b)?.getTime() ?? 0),
  )
}
