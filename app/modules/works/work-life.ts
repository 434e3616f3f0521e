/*
 * The life of a work 作业: whatever a trainee writes and a mentor reads. One for all kinds: a diary entry, a stage of a report,
 * a reflection, a case answer. Pure: what an act makes of a work at `now`, or why it may not be. Leases lapse by themselves:
 * whoever looks compares them with `now`.
 */
export const workStatuses = ['draft', 'submitted', 'inReview', 'returned', 'accepted', 'failed'] as const
export type WorkStatus = (typeof workStatuses)[number]

export type WorkLife = {
  readonly status: WorkStatus
  /** of the revision that was handed in last, from 1; 0: none was */
  readonly revision: number
  /** how often it was returned */
  readonly rounds: number
  /** when a mentor opened the revision that waits; null: nobody has, and she may withdraw it */
  readonly openedAt: Date | null
  readonly claim: Claim | null
}

export type Claim = { readonly mentorId: string; readonly until: Date }

export const newWork: WorkLife = { status: 'draft', revision: 0, rounds: 0, openedAt: null, claim: null }

export type WorkAct =
  /** by its author; `openComments`: of the last round, not yet answered */
  | { readonly kind: 'submit'; readonly openComments: number }
  | { readonly kind: 'withdraw' }
  /** by a mentor, as are all below */
  | { readonly kind: 'open'; readonly by: string }
  | { readonly kind: 'claim'; readonly by: string }
  /** takes it over from another mentor, who is told */
  | { readonly kind: 'take'; readonly by: string }
  | { readonly kind: 'release'; readonly by: string }
  | { readonly kind: 'return'; readonly by: string; readonly comments: number }
  | { readonly kind: 'accept'; readonly by: string }
  | { readonly kind: 'fail'; readonly by: string; readonly reason: string }
  | { readonly kind: 'reopen'; readonly by: string; readonly reason: string }

export type WorkRefusal =
  /** not in this state: somebody was faster, or it was done already */
  | 'state'
  /** a mentor has opened it */
  | 'opened'
  /** another mentor has it */
  | 'claimed'
  /** the actor does not have it, or her lease is over and somebody else came */
  | 'notHeld'
  /** comments wait for an answer */
  | 'openComments'
  /** a return says at least one thing to do */
  | 'noComment'
  /** it was returned as often as it may be: now it is accepted or failed */
  | 'roundsSpent'
  | 'noReason'

export type WorkOutcome =
  | { readonly ok: true; readonly work: WorkLife }
  | { readonly ok: false; readonly code: WorkRefusal }

/** product.md M1: a mentor who has taken a work keeps it from others for a day. */
export const leaseMs = 24 * 60 * 60_000

/** How often a work may be returned, by default. */
export const roundBudget = 3

export function act(work: WorkLife, one: WorkAct, now: Date, budget = roundBudget): WorkOutcome {
  switch (one.kind) {
    case 'submit':
      return submit(work, one.openComments)
    case 'withdraw':
      return withdraw(work)
    case 'open':
      return isWaiting(work) ? done({ ...work, openedAt: work.openedAt ?? now }) : refused('state')
    case 'claim':
      return claim(work, one.by, now)
    case 'take':
      return isWaiting(work) ? done(held(work, one.by, now)) : refused('state')
    case 'release':
      return holds(work, one.by) ? done({ ...work, status: 'submitted', claim: null }) : refused('notHeld')
    case 'reopen':
      if (work.status !== 'failed') return refused('state')
      return one.reason.trim() === '' ? refused('noReason') : done({ ...work, status: 'returned' })
    default:
      return decide(work, one, budget)
  }
}

function submit(work: WorkLife, openComments: number): WorkOutcome {
  if (work.status !== 'draft' && work.status !== 'returned') return refused('state')
  if (work.status === 'returned' && openComments > 0) return refused('openComments')
  return done({ ...work, status: 'submitted', revision: work.revision + 1, openedAt: null, claim: null })
}

/** What was handed in stays among the revisions; she writes on where she was. */
function withdraw(work: WorkLife): WorkOutcome {
  if (!isWaiting(work)) return refused('state')
  if (work.openedAt !== null || work.claim !== null) return refused('opened')
  return done({ ...work, status: work.rounds > 0 ? 'returned' : 'draft' })
}

function claim(work: WorkLife, by: string, now: Date): WorkOutcome {
  if (!isWaiting(work)) return refused('state')
  const holder = holderOf(work, now)
  return holder === null || holder === by ? done(held(work, by, now)) : refused('claimed')
}

type Decision = Extract<WorkAct, { kind: 'return' | 'accept' | 'fail' }>

function decide(work: WorkLife, one: Decision, budget: number): WorkOutcome {
  if (!isWaiting(work)) return refused('state')
  if (!holds(work, one.by)) return refused('notHeld')
  const decided = { ...work, claim: null }
  switch (one.kind) {
    case 'accept':
      return done({ ...decided, status: 'accepted' })
    case 'fail':
      return one.reason.trim() === '' ? refused('noReason') : done({ ...decided, status: 'failed' })
    case 'return':
      if (one.comments === 0) return refused('noComment')
      if (work.rounds >= budget) return refused('roundsSpent')
      return done({ ...decided, status: 'returned', rounds: work.rounds + 1 })
  }
}

/** Somebody may take it and decide. */
function isWaiting({ status }: WorkLife): boolean {
  return status === 'submitted' || status === 'inReview'
}

/** Who has it at `now`; null: nobody, or a lease is over. */
export function holderOf({ claim }: Pick<WorkLife, 'claim'>, now: Date): string | null {
  return claim !== null && claim.until > now ? claim.mentorId : null
}

/** A lease that is over still counts for whoever had it, until somebody else comes: her evening's work is not lost. */
function holds({ status, claim }: WorkLife, by: string): boolean {
  return status === 'inReview' && claim?.mentorId === by
}

function held(work: WorkLife, by: string, now: Date): WorkLife {
  const claim = { mentorId: by, until: new Date(now.getTime() + leaseMs) }
  return { ...work, status: 'inReview', openedAt: work.openedAt ?? now, claim }
}

function done(work: WorkLife): WorkOutcome {
  return { ok: true, work }
}

function refused(code: WorkRefusal): WorkOutcome {
  return { ok: false, code }
}
