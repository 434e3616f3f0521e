import type { Answer } from './answer.ts'
import { deadlineOf, type Terms } from './deadline.ts'

/*
 * The life of an attempt: open → submitted, by herself or when her time was over; void by a coordinator; reopened by one.
 * Time is the server's, at which a message arrived; nothing a device says about time counts. Whether time is over is decided
 * by whoever reads, so that no sweeper has to come first. Saves are ordered by (takeoverEpoch, seq): whatever the network
 * does to their order, the newest answer stands.
 */
export type Attempt = {
  readonly status: 'open' | 'submitted' | 'void'
  readonly startedAt: Date
  /** where the display ends */
  readonly deadlineAt: Date
  readonly graceMs: number
  /** rises when another device takes over */
  readonly takeoverEpoch: number
  readonly submittedAt: Date | null
  readonly submittedBy: 'self' | 'expiry' | null
}

/** For what is on its way when time is over. */
export const graceMs = 10_000

/** null: the window is closed, there is no time to sit in. */
export function openAttempt(terms: Terms): Attempt | null {
  const deadlineAt = deadlineOf(terms)
  if (deadlineAt <= terms.startedAt) return null
  return {
    status: 'open',
    startedAt: terms.startedAt,
    deadlineAt,
    graceMs,
    takeoverEpoch: 0,
    submittedAt: null,
    submittedBy: null,
  }
}

/** The last millisecond at which something is accepted. */
export function boundaryOf({ deadlineAt, graceMs }: Pick<Attempt, 'deadlineAt' | 'graceMs'>): Date {
  return new Date(deadlineAt.getTime() + graceMs)
}

/** The attempt as it is at `now`: past its boundary it was submitted at the boundary, whenever somebody looks. */
export function expire(attempt: Attempt, now: Date): Attempt {
  const boundary = boundaryOf(attempt)
  if (attempt.status !== 'open' || now <= boundary) return attempt
  return { ...attempt, status: 'submitted', submittedAt: boundary, submittedBy: 'expiry' }
}

export type Save = Answer & {
  readonly itemId: string
  /** under which this device sits */
  readonly takeoverEpoch: number
  /** rises with every change on one device */
  readonly seq: number
}

export type IncomingSave = Save & { readonly at: Date }

export type SaveOutcome =
  /** it counts */
  | { readonly kind: 'saved'; readonly answer: IncomingSave }
  /** this one or a newer one is there: nothing to do, and the device may forget it */
  | { readonly kind: 'known' }
  /** it does not count and is kept for the coordinator (补传待审) */
  | { readonly kind: 'late' | 'foreign'; readonly kept: IncomingSave }

/**
 * `saved` is the answer that stands for the item. What is known already is said first: an acknowledgement that was lost is
 * given again, also after the end, and does not become a late answer. Late comes before foreign: it is late on any device.
 */
export function acceptSave(attempt: Attempt, saved: Save | null, incoming: IncomingSave): SaveOutcome {
  if (saved && saved.takeoverEpoch === incoming.takeoverEpoch && saved.seq >= incoming.seq) return { kind: 'known' }
  if (expire(attempt, incoming.at).status !== 'open') return { kind: 'late', kept: incoming }
  if (incoming.takeoverEpoch !== attempt.takeoverEpoch) return { kind: 'foreign', kept: incoming }
  return { kind: 'saved', answer: incoming }
}

/** Once: whoever submits again, from another device or too late gets the attempt as it is. */
export function submit(attempt: Attempt, takeoverEpoch: number, now: Date): Attempt {
  const current = expire(attempt, now)
  if (current.status !== 'open' || takeoverEpoch !== current.takeoverEpoch) return current
  return { ...current, status: 'submitted', submittedAt: now, submittedBy: 'self' }
}

/** The device that asks sits from now on; the other one becomes read-only, and what it still sends is kept apart. */
export function takeOver(attempt: Attempt, now: Date): Attempt {
  const current = expire(attempt, now)
  return current.status === 'open' ? { ...current, takeoverEpoch: current.takeoverEpoch + 1 } : current
}

/** More time while it runs: only ever later. What has ended is reopened, not extended. */
export function extend(attempt: Attempt, until: Date, now: Date): Attempt {
  const current = expire(attempt, now)
  return current.status === 'open' && until > current.deadlineAt ? { ...current, deadlineAt: until } : current
}

/** Counts for nothing, from any state; its answers stay. */
export function voidAttempt(attempt: Attempt, now: Date): Attempt {
  return { ...expire(attempt, now), status: 'void' }
}

/**
 * Open again until `until`. It stays with the device that had it: its unsent answers are hers and are taken then. Null when
 * `until` has passed: that would end at once, and look like a submission of hers.
 */
export function reopen(attempt: Attempt, until: Date, now: Date): Attempt | null {
  const current = expire(attempt, now)
  if (current.status === 'open') return extend(current, until, now)
  if (until <= now) return null
  const deadlineAt = until > current.deadlineAt ? until : current.deadlineAt
  return { ...current, status: 'open', deadlineAt, submittedAt: null, submittedBy: null }
}
