import { isReleased, type SittingWindow, sittingState } from './cohort-sitting.ts'

/*
 * What may be changed of an exam that is planned, and of one that runs. Whoever has begun was told when it opened and until
 * when she has: from then on its end only moves later, and what was released is not taken back.
 */
export type SittingPlan = {
  readonly title: string
  readonly opensAt: Date
  readonly closesAt: Date
  /** null: at once */
  readonly releaseAt: Date | null
}

export type PlannedSitting = SittingPlan & Pick<SittingWindow, 'cancelledAt'> & { readonly limitMinutes: number }

export type PlanFault = {
  readonly field: 'opensAt' | 'closesAt' | 'releaseAt'
  readonly code: 'opensFixed' | 'closesFixed' | 'closesOnlyLater' | 'windowPast' | 'windowTooShort' | 'releaseFixed'
}

/** A form knows minutes: what is the same to the minute was not changed. */
export function settledPlan(before: SittingPlan, next: SittingPlan): SittingPlan {
  const kept = (one: Date, other: Date) => (isSameMinute(one, other) ? one : other)
  const { releaseAt } = next
  return {
    title: next.title,
    opensAt: kept(before.opensAt, next.opensAt),
    closesAt: kept(before.closesAt, next.closesAt),
    releaseAt: releaseAt && before.releaseAt ? kept(before.releaseAt, releaseAt) : releaseAt,
  }
}

function isSameMinute(one: Date, other: Date): boolean {
  return Math.floor(one.getTime() / 60_000) === Math.floor(other.getTime() / 60_000)
}

export const changeable = ['title', 'opensAt', 'closesAt', 'releaseAt'] as const

export function changesOf(before: SittingPlan, next: SittingPlan): readonly (typeof changeable)[number][] {
  const plain = (one: string | Date | null) => (one instanceof Date ? one.getTime() : one)
  return changeable.filter((name) => plain(before[name]) !== plain(next[name]))
}

/** `hasBegun`: somebody has, also when her attempt was voided since. Null: it may be changed so. */
export function faultOfPlan(
  before: PlannedSitting,
  next: SittingPlan,
  { hasBegun, now }: { readonly hasBegun: boolean; readonly now: Date },
): PlanFault | null {
  const state = sittingState(before, now)
  const changed = changesOf(before, next)
  if (changed.includes('opensAt') && (state !== 'upcoming' || hasBegun)) return { field: 'opensAt', code: 'opensFixed' }
  if (changed.includes('closesAt')) {
    if (state === 'closed') return { field: 'closesAt', code: 'closesFixed' }
    if (hasBegun && next.closesAt < before.closesAt) return { field: 'closesAt', code: 'closesOnlyLater' }
    if (next.closesAt <= now) return { field: 'closesAt', code: 'windowPast' }
  }
  const isMoved = changed.includes('opensAt') || changed.includes('closesAt')
  if (isMoved && next.closesAt.getTime() - next.opensAt.getTime() < before.limitMinutes * 60_000) {
    return { field: 'closesAt', code: 'windowTooShort' }
  }
  if (changed.includes('releaseAt') && hasBegun && isReleased(before.releaseAt, now)) {
    return { field: 'releaseAt', code: 'releaseFixed' }
  }
  return null
}

export type ReopenFacts = {
  readonly isReleased: boolean
  /** she has begun again since, or sits */
  readonly hasLater: boolean
  /** until when she may sit */
  readonly ownEnd: Date
}

/** Whether a paper that is in may be open again until `until`. Whoever has seen the key answers nothing any more. */
export function faultOfReopening(
  { isReleased, hasLater, ownEnd }: ReopenFacts,
  until: Date,
  now: Date,
): 'reopenReleased' | 'reopenLater' | 'reopenPast' | 'reopenBeyond' | null {
  if (isReleased) return 'reopenReleased'
  if (hasLater) return 'reopenLater'
  if (until <= now) return 'reopenPast'
  return until > ownEnd ? 'reopenBeyond' : null
}
