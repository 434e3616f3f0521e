import type { Pair } from './shared-in-order.ts'
import { tokensOf } from './text-runs.ts'

/** How alike two places are, from 0 (not at all) to 1; asked for as rarely as possible. */
export type Likeness = (before: number, after: number) => number

/** So many pairs are looked at in one stretch; in a longer one only those at about the same place. */
const mostLooks = 20_000
/** A stretch longer than anything a person compares is not searched at all. */
const mostCells = 4_000_000

/** Pairs in reading order of the places that are most alike, taken together. */
export function likestInOrder(before: number, after: number, likeness: Likeness): readonly Pair[] {
  if (before === 0 || after === 0 || before * after > mostCells) return []
  const reach = Math.max(2, Math.floor(mostLooks / (2 * Math.max(before, after))))
  const steps = new Uint8Array((before + 1) * (after + 1))
  let above = new Float64Array(after + 1)
  for (let left = 1; left <= before; left++) {
    const row = new Float64Array(after + 1)
    const centre = (left * after) / before
    for (let right = 1; right <= after; right++) {
      const pair = Math.abs(right - centre) <= reach ? likeness(left - 1, right - 1) : 0
      // Squared: one pair nearly equal is worth more than two that resemble each other a little.
      const [paired, skipLeft, skipRight] = [
        pair === 0 ? -1 : (above[right - 1] ?? 0) + pair ** 2,
        above[right] ?? 0,
        row[right - 1] ?? 0,
      ]
      row[right] = Math.max(paired, skipLeft, skipRight)
      steps[left * (after + 1) + right] = paired >= Math.max(skipLeft, skipRight) ? 1 : skipLeft >= skipRight ? 2 : 3
    }
    above = row
  }
  return traced(before, after, steps)
}

function traced(before: number, after: number, steps: Uint8Array): readonly Pair[] {
  const pairs: Pair[] = []
  let [left, right] = [before, after]
  while (left > 0 && right > 0) {
    const step = steps[left * (after + 1) + right]
    if (step === 1) pairs.push([left - 1, right - 1])
    if (step !== 3) left--
    if (step !== 2) right--
  }
  return pairs.reverse()
}

/** The neighbouring tokens of a text, with how often each two stand together: enough to tell cheaply what is worth comparing. */
type Neighbours = { readonly counts: ReadonlyMap<string, number>; readonly total: number }

/** Likeness of texts by the neighbours that they share; 0 where even the shorter has hardly any of its own in the other. */
export function textLikeness(before: readonly string[], after: readonly string[]): Likeness {
  const [old, now] = [before.map(neighboursOf), after.map(neighboursOf)]
  return (left, right) => {
    const [one, other] = [old[left], now[right]]
    if (!one || !other || Math.min(one.total, other.total) === 0) return 0
    const shared = sharedNeighbours(one, other)
    return shared / Math.min(one.total, other.total) < 0.25 ? 0 : (2 * shared) / (one.total + other.total)
  }
}

function neighboursOf(text: string): Neighbours {
  const tokens = tokensOf(text)
  const counts = new Map<string, number>()
  // A text of one token is its own neighbour.
  for (let at = 0; at < Math.max(1, tokens.length - 1); at++) {
    const two = `${tokens[at]}${tokens[at + 1] ?? ''}`
    counts.set(two, (counts.get(two) ?? 0) + 1)
  }
  return { counts, total: Math.max(1, tokens.length - 1) }
}

function sharedNeighbours(one: Neighbours, other: Neighbours): number {
  const [few, many] = one.counts.size <= other.counts.size ? [one, other] : [other, one]
  let shared = 0
  for (const [two, count] of few.counts) shared += Math.min(count, many.counts.get(two) ?? 0)
  return shared
}
