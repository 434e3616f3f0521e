import { type OwnTerms, ownEndOf } from './cohort-sitting.ts'

/*
 * An extension that was granted, given another end. Whoever sits by it now was told when her time ends: for her it only moves
 * later. For all others it may be earlier, too, but not in the past.
 */
export type ExtensionFacts = {
  /** what holds for her without the extension that is changed */
  readonly terms: OwnTerms
  /** the end that it has now */
  readonly until: Date
  /** end of the attempt that she sits by now; null: she is not in */
  readonly runningUntil: Date | null
}

export type ExtensionChange =
  | {
      readonly kind: 'refused'
      readonly code: 'extensionPast' | 'extensionSame' | 'extensionWithin' | 'extensionInRoom'
    }
  /** until when she may sit, or her attempt runs: before, and with the other end */
  | { readonly kind: 'change'; readonly before: Date; readonly after: Date }

export function extensionChange(facts: ExtensionFacts, next: Date, now: Date): ExtensionChange {
  const { terms, until, runningUntil } = facts
  const windowEnd = (own: Date) => ownEndOf({ ...terms, extendedUntil: latest(own, terms.extendedUntil) })
  const refuse = (code: Extract<ExtensionChange, { kind: 'refused' }>['code']) => ({ kind: 'refused', code }) as const
  if (next <= now) return refuse('extensionPast')
  if (minuteOf(next) === minuteOf(until)) return refuse('extensionSame')
  if (next <= terms.closesAt) return refuse('extensionWithin')
  if (runningUntil === null) return { kind: 'change', before: windowEnd(until), after: windowEnd(next) }
  if (next < runningUntil) return refuse('extensionInRoom')
  // Her time to answer may end before her window does: then another end of the window gives and takes nothing.
  const isGivenByIt = [until, windowEnd(until)].some((end) => end.getTime() === runningUntil.getTime())
  return { kind: 'change', before: runningUntil, after: isGivenByIt ? next : runningUntil }
}

function latest(one: Date, other: Date | null): Date {
  return other && other > one ? other : one
}

/** A form knows minutes. */
function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / 60_000)
}
