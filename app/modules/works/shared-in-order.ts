import { diffArrays } from 'diff'

/** What stands on both sides: its place before and its place after. */
export type Pair = readonly [before: number, after: number]

/** Beyond so many steps aside two orders have nothing in common that a reader could follow. */
const mostEdits = 400

/**
 * The longest list of words that both sides hold in the same order, as pairs of places. The work is bounded: what only one side
 * has is set aside first, then what both begin and end with, and the search through the rest gives up after `mostEdits`.
 */
export function sharedInOrder(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const old = placesOf(before, new Set(after))
  const now = placesOf(after, new Set(before))
  const isSame = (left = -1, right = -1) => before[left] === after[right]

  let head = 0
  while (head < Math.min(old.length, now.length) && isSame(old[head], now[head])) head++
  let tail = 0
  while (tail < Math.min(old.length, now.length) - head && isSame(old.at(-1 - tail), now.at(-1 - tail))) tail++

  const middle = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)] as const
  return [
    ...pairUp(old.slice(0, head), now.slice(0, head)),
    ...searched(middle[0], middle[1], isSame),
    ...pairUp(old.slice(old.length - tail), now.slice(now.length - tail)),
  ]
}

function placesOf(words: readonly string[], known: ReadonlySet<string>): number[] {
  return words.flatMap((word, at) => (known.has(word) ? [at] : []))
}

function pairUp(old: readonly number[], now: readonly number[]): readonly Pair[] {
  return old.flatMap((place, at): readonly Pair[] => {
    const other = now[at]
    return other === undefined ? [] : [[place, other]]
  })
}

function searched(old: number[], now: number[], isSame: (left: number, right: number) => boolean): readonly Pair[] {
  if (old.length === 0 || now.length === 0) return []
  const changes = diffArrays(old, now, { comparator: isSame, maxEditLength: mostEdits }) ?? []
  const pairs: Pair[] = []
  let [left, right] = [0, 0]
  for (const { added, removed, count } of changes) {
    if (!added && !removed) pairs.push(...pairUp(old.slice(left, left + count), now.slice(right, right + count)))
    if (!added) left += count
    if (!removed) right += count
  }
  return pairs
}
