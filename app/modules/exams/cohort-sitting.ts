import { allowedMinutes } from '~/modules/deadlines/deadline.ts'
import { deadlineOf, windowEndOf } from './deadline.ts'

/*
 * 考试场次: an exam that a cohort sits in a window. Pure rules: its state at `now`, who gets which form, who may begin, and
 * until when.
 */
export type SittingWindow = {
  readonly opensAt: Date
  readonly closesAt: Date
  readonly cancelledAt: Date | null
}

export type SittingState = 'upcoming' | 'open' | 'closed' | 'cancelled'

/** For the cohort as a whole: somebody who was granted more may still be in when it is closed. */
export function sittingState({ opensAt, closesAt, cancelledAt }: SittingWindow, now: Date): SittingState {
  if (cancelledAt !== null) return 'cancelled'
  if (now < opensAt) return 'upcoming'
  return now < closesAt ? 'open' : 'closed'
}

/**
 * Which of the parallel forms she gets: dealt out in the order in which people joined the cohort. Whoever joins later moves
 * nobody, and who sits again has another form for as long as there is one.
 */
export function formOf(placeInCohort: number, attemptNumber: number, forms: number): number {
  return (placeInCohort + attemptNumber - 1) % Math.max(1, forms)
}

/** Places of people in a cohort, from 0: those who have left keep theirs. */
export function placesOf(
  members: ReadonlyArray<{ readonly personId: string; readonly joinedAt: Date }>,
): ReadonlyMap<string, number> {
  const inOrder = members.toSorted(
    (a, b) => a.joinedAt.getTime() - b.joinedAt.getTime() || (a.personId < b.personId ? -1 : 1),
  )
  return new Map(inOrder.map(({ personId }, place) => [personId, place]))
}

/** «A», «B», «C» */
export function formLetter(form: number): string {
  return String.fromCharCode(65 + form)
}

/** What holds for one person: the sitting, and what she alone was granted. */
export type OwnTerms = SittingWindow & {
  readonly limitMinutes: number
  /** standing accommodation: 150 gives half as long again */
  readonly timePercent: number
  /** granted to her for this sitting; null: nothing */
  readonly extendedUntil: Date | null
}

function termsOf({ limitMinutes, timePercent, closesAt, extendedUntil }: OwnTerms) {
  return {
    limitMinutes,
    // Through the minutes that she is told, so that the clock and the sentence agree.
    timeFactor: allowedMinutes(limitMinutes, timePercent) / limitMinutes,
    ...{ extraMinutes: 0, closesAt, personalClosesAt: extendedUntil },
  }
}

/** Until when she may sit. */
export function ownEndOf(own: OwnTerms): Date {
  return windowEndOf(termsOf(own)) ?? own.closesAt
}

/** When an attempt ends that she begins now. */
export function ownDeadlineOf(own: OwnTerms, startedAt: Date): Date {
  return deadlineOf({ ...termsOf(own), startedAt })
}

/** Voided attempts are given back. */
export function attemptsLeft(allowed: number, statuses: readonly string[]): number {
  return Math.max(0, allowed - statuses.filter((status) => status !== 'void').length)
}

export type Admission = 'goOn' | 'ready' | 'notYet' | 'closed' | 'noneLeft' | 'cancelled'

/** What the door says. An attempt that is open is always led back to. */
export function admissionOf(own: OwnTerms, facts: { left: number; isIn: boolean }, now: Date): Admission {
  if (facts.isIn) return 'goOn'
  if (own.cancelledAt !== null) return 'cancelled'
  if (now < own.opensAt) return 'notYet'
  if (now >= ownEndOf(own)) return 'closed'
  return facts.left === 0 ? 'noneLeft' : 'ready'
}

/** Marks and explanations: after the release, at once without one. */
export function isReleased(releaseAt: Date | null, now: Date): boolean {
  return releaseAt === null || releaseAt <= now
}

export const soonMs = 7 * 24 * 3_600_000

/** What she is told of on the page of today: she may go in, or it opens within a week. */
export function soonToSit<S extends { readonly admission: Admission; readonly opensAt: Date }>(
  sittings: readonly S[],
  now: Date,
): readonly S[] {
  return sittings.filter(
    ({ admission, opensAt }) =>
      admission === 'goOn' ||
      admission === 'ready' ||
      (admission === 'notYet' && opensAt.getTime() - now.getTime() <= soonMs),
  )
}
