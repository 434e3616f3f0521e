import type { LogEntry } from './review-log.ts'
import { type Card, longestSeconds } from './scheduler.ts'

/** Her usual seconds for a look: at first what people need, soon what she needs. */
export type Pace = { readonly seconds: number }

const priorSeconds = 45
/** The prior weighs as much as so many looks. */
const priorLooks = 10
/** A first look takes longer: all of it is read. */
const firstLookFactor = 1.1

export function paceOf(log: readonly LogEntry[]): Pace {
  let seconds = priorSeconds * priorLooks
  let looks = priorLooks
  for (const entry of log) {
    if (entry.kind !== 'look') continue
    seconds += Math.min(longestSeconds, Math.max(0, entry.grade.seconds))
    looks += 1
  }
  return { seconds: seconds / looks }
}

/** What a look at this card will take: mostly its own history, a third what she needs in general. */
export function secondsFor(card: Card, pace: Pace): number {
  return card.seconds === null ? pace.seconds * firstLookFactor : (pace.seconds + card.seconds * 2) / 3
}
