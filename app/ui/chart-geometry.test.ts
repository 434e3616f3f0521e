import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barLengths, pathOf, petalScale, petalTurns, trendPoints } from './chart-geometry.ts'

test('the longest bar fills the row, the others stand in proportion to it from zero', () => {
  expect(barLengths([50, 100, 25, 0])).toEqual([50, 100, 25, 0])
})

test('bars of two charts compare when they are given the same top', () => {
  expect(barLengths([30], 120)).toEqual([25])
})

test.each([[[]], [[0]], [[0, 0, 0]]])('%j gives bars without length, not NaN', (values) => {
  expect(barLengths(values)).toEqual(values.map(() => 0))
})

test('twice the value is twice the bar', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (value) => {
      const [half = 0, whole = 0] = barLengths([value, value * 2])
      expect(half * 2).toBeCloseTo(whole, 1)
    }),
  )
})

test('a trend runs from edge to edge and stays in its box', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 40 }), (values) => {
      const points = trendPoints(values, 200, 40)
      expect([points[0]?.x, points.at(-1)?.x]).toEqual([0, 200])
      expect(points.every(({ y }) => y >= 0 && y <= 40)).toBe(true)
    }),
  )
})

test('a trend of one value is a point in the middle', () => {
  expect(pathOf(trendPoints([3], 200, 40))).toBe('M100 0')
})

test.each([
  [0, 0],
  [0.25, 0.5],
  [1, 1],
  [1.4, 1],
  [-1, 0],
])('a share of %d fills a petal to %d of its length', (share, scale) => {
  expect(petalScale(share)).toBe(scale)
})

test('petals stand evenly around, the first upright', () => {
  expect(petalTurns(6)).toEqual([0, 60, 120, 180, 240, 300])
})
