/*
 * The room of a sitting as an invigilator sees it. Pure: the same rows at the same `now` give the same room, so that nothing
 * has to be swept before somebody looks.
 */
export const roomStates = ['in', 'offline', 'absent', 'submitted', 'expired', 'voided'] as const
/**
 * in: is answering. offline: nothing was heard for half a minute; her time goes on. absent: has not begun. submitted: handed
 * in herself. expired: handed in by the clock. voided: what she sat counts for nothing, and she may begin again.
 */
export type RoomState = (typeof roomStates)[number]

/** A tab says every few seconds that it is there (use-sitting.ts). */
export const silentAfterMs = 30_000

export type RoomAttempt = {
  readonly attemptId: string
  readonly number: number
  readonly status: string
  readonly submittedBy: string | null
  readonly startedAt: Date
  readonly deadlineAt: Date
  readonly boundaryAt: Date
  readonly submittedAt: Date | null
  readonly lastSeenAt: Date
  readonly savedAt: Date | null
  readonly answered: number
  /** on her device, as it says itself */
  readonly waiting: number
  /** 补传待审 */
  readonly late: number
  /** what happened that somebody may want to look at */
  readonly signals: number
  readonly paperId: string
  readonly halfPoints: number | null
  readonly outOf: number | null
  readonly passed: boolean | null
}

type Seen = Pick<RoomAttempt, 'status' | 'submittedBy' | 'boundaryAt' | 'lastSeenAt' | 'savedAt'>

export function roomState(attempt: Seen | null, now: Date): RoomState {
  if (!attempt) return 'absent'
  if (attempt.status === 'void') return 'voided'
  if (attempt.status === 'submitted') return attempt.submittedBy === 'self' ? 'submitted' : 'expired'
  if (attempt.boundaryAt < now) return 'expired'
  return now.getTime() - seenAt(attempt).getTime() > silentAfterMs ? 'offline' : 'in'
}

/** Without a script nothing beats: a save is a sign of life, too. */
export function seenAt({ lastSeenAt, savedAt }: Pick<RoomAttempt, 'lastSeenAt' | 'savedAt'>): Date {
  return savedAt !== null && savedAt > lastSeenAt ? savedAt : lastSeenAt
}

/** The one that counts now: the latest. */
export function currentOf<A extends { readonly number: number }>(attempts: readonly A[]): A | null {
  return attempts.reduce<A | null>((latest, one) => (latest && latest.number > one.number ? latest : one), null)
}

/** The best of what counts and has been scored. */
export function bestOf<A extends { readonly status: string; readonly halfPoints: number | null }>(
  attempts: readonly A[],
): A | null {
  return attempts
    .filter(({ status, halfPoints }) => status === 'submitted' && halfPoints !== null)
    .reduce<A | null>((best, one) => (best && (best.halfPoints ?? 0) >= (one.halfPoints ?? 0) ? best : one), null)
}

export function countStates(states: readonly RoomState[]): Readonly<Record<RoomState, number>> {
  const count = (state: RoomState) => states.filter((one) => one === state).length
  return {
    ...{ in: count('in'), offline: count('offline'), absent: count('absent') },
    ...{ submitted: count('submitted'), expired: count('expired'), voided: count('voided') },
  }
}
