import { countWaiting, type Entry, type Queue, unsent } from './saving.ts'

/*
 * Which answers a device holds that the server has not got, and when to speak of it: for the file that she can save when the
 * network does not come back (answer-file.ts).
 */

/** What the page was told when it was made: under which epoch, and the highest number of a change that had arrived. */
export type Known = { readonly epoch: number; readonly seq: number }

/**
 * In the order of changes, each under a name. `kept`: what the device had kept before this page, while the server has not
 * been asked about it. What was changed before it was known under which epoch this device sits comes after all that is known.
 */
export function unsentLog(queue: Queue, kept: readonly Entry[], known: Known): readonly Entry[] {
  const named = new Map([...kept, ...unsent(queue)].map((entry) => [`${entry.itemId} ${entry.epoch}`, entry]))
  const last = Math.max(known.seq, ...[...named.values()].map(({ seq }) => seq))
  const early = Object.entries(queue.slots).flatMap(([itemId, { held, epoch, seq, answer }]) =>
    held === 'device' && epoch === null ? { ...answer, itemId, epoch: known.epoch, seq: last + seq } : [],
  )
  return [...named.values(), ...early].sort((a, b) => a.epoch - b.epoch || a.seq - b.seq)
}

/** For so long a network may be away before anybody is told of a file. */
const patienceMs = 30_000

/** Something waits, and has waited for long or cannot arrive in time any more. */
export function isStuck(queue: Queue, kept: number, now: number, isTimeUp: boolean): boolean {
  if (countWaiting(queue) + kept === 0) return false
  if (isTimeUp || kept > 0) return true
  const since = Object.values(queue.slots).flatMap(({ held, waitingSince }) => (held === 'device' ? waitingSince : []))
  return Math.min(...since) <= now - patienceMs
}
