import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byChapter, byPoint, type ScoredItem } from './breakdown.ts'

const item = (
  over: Partial<Omit<ScoredItem, 'mark'>> & { halfPoints: number; outcome?: 'right' | 'pending' },
): ScoredItem => ({
  outOf: 2,
  chapter: 1,
  points: ['goals'],
  ...over,
  mark: { itemId: 'q1', outcome: over.outcome ?? 'right', halfPoints: over.halfPoints },
})

test('chapters come in their order, and what has none last', () => {
  const shares = byChapter([
    item({ halfPoints: 2, chapter: 6 }),
    item({ halfPoints: 0, chapter: null }),
    item({ halfPoints: 2, chapter: 1 }),
    item({ halfPoints: 0, chapter: 6 }),
  ])

  expect(shares.map(({ chapter }) => chapter)).toEqual([1, 6, null])
  expect(shares[1]).toEqual({ chapter: 6, items: 2, right: 1, halfPoints: 2, outOf: 4 })
})

test('where most was lost comes first', () => {
  const shares = byPoint([
    item({ halfPoints: 2, points: ['goals'] }),
    item({ halfPoints: 1, outOf: 4, points: ['roles', 'goals'] }),
    item({ halfPoints: 0, points: ['fields'] }),
  ])

  expect(shares.map(({ point }) => point)).toEqual(['goals', 'roles', 'fields'])
})

test('what waits for a person is in no share', () => {
  expect(byChapter([item({ halfPoints: 0, outcome: 'pending' })])).toEqual([])
})

const someItem = fc
  .record({
    halfPoints: fc.nat(4),
    chapter: fc.option(fc.integer({ min: 1, max: 12 })),
    points: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
  })
  .map(({ halfPoints, ...facts }) => item({ ...facts, halfPoints, outOf: 4 }))

test('the chapters together are the paper', () => {
  fc.assert(
    fc.property(fc.array(someItem), (items) => {
      const shares = byChapter(items)
      const sum = (of: (share: (typeof shares)[number]) => number) => shares.reduce((total, one) => total + of(one), 0)
      expect(sum(({ items: count }) => count)).toBe(items.length)
      expect(sum(({ halfPoints }) => halfPoints)).toBe(items.reduce((total, { mark }) => total + mark.halfPoints, 0))
      expect(shares.every(({ right, items: count, halfPoints, outOf }) => right <= count && halfPoints <= outOf)).toBe(
        true,
      )
    }),
  )
})
