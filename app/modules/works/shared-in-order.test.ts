import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { sharedInOrder } from './shared-in-order.ts'

/* The search is the one of the package; here every look it takes is counted. */
const looks = vi.hoisted(() => ({ count: 0 }))

vi.mock('diff', async (original) => {
  const actual = await original<typeof import('diff')>()
  const diffArrays = (
    old: number[],
    now: number[],
    options: { maxEditLength: number; comparator: (left: number, right: number) => boolean },
  ) => {
    const comparator = (left: number, right: number) => {
      looks.count++
      return options.comparator(left, right)
    }
    return actual.diffArrays(old, now, { ...options, comparator })
  }
  return { ...actual, diffArrays }
})

beforeEach(() => {
  looks.count = 0
})

const numbered = (count: number, word: (at: number) => string) => Array.from({ length: count }, (_, at) => word(at))

test('what stays keeps its order', () => {
  expect(sharedInOrder(['a', 'b', 'c', 'd'], ['x', 'a', 'c', 'y', 'd'])).toEqual([
    [0, 1],
    [2, 2],
    [3, 4],
  ])
})

test('two lists with nothing in common are not searched', () => {
  expect(
    sharedInOrder(
      numbered(2000, (at) => `a${at}`),
      numbered(2000, (at) => `b${at}`),
    ),
  ).toEqual([])
  expect(looks.count).toBe(0)
})

test('equal lists are not searched', () => {
  const words = numbered(2000, (at) => `${at % 7}`)
  expect(sharedInOrder(words, words)).toHaveLength(2000)
  expect(looks.count).toBe(0)
})

// Of four million looks that there could be.
test.each([
  ['turned round', numbered(2000, (at) => `a${at}`), numbered(2000, (at) => `a${1999 - at}`)],
  ['two words, mixed otherwise', numbered(2000, (at) => `${(at * at) % 3}`), numbered(2000, (at) => `${(at * 7) % 3}`)],
  ['shuffled', numbered(2000, (at) => `a${at}`), numbered(2000, (at) => `a${(at * 1201) % 2000}`)],
])('the search through 2,000 paragraphs is bounded: %s', (_case, before, after) => {
  sharedInOrder(before, after)
  expect(looks.count).toBeLessThanOrEqual(500_000)
})

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 14 })

test('law: pairs are equal words, each place once, in order on both sides', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pairs = sharedInOrder(before, after)
      for (const [at, [left, right]] of pairs.entries()) {
        expect(before[left]).toBe(after[right])
        const [lastLeft, lastRight] = pairs[at - 1] ?? [-1, -1]
        expect(left > lastLeft && right > lastRight).toBe(true)
      }
    }),
  )
})

test('law: no longer list is shared', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      expect(sharedInOrder(before, after)).toHaveLength(longestShared(before, after))
    }),
  )
})

/** By the book: the table of all prefixes. */
function longestShared(before: readonly string[], after: readonly string[]): number {
  let row = new Array<number>(after.length + 1).fill(0)
  for (const word of before) {
    const next = [0]
    for (const [at, other] of after.entries()) {
      next.push(word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
