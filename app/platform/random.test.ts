import fc from 'fast-check'
import { expect, test } from 'vitest'
import { between, pick, seededRandom } from './random.ts'

test('the same seed gives the same sequence', () => {
  const [a, b] = [seededRandom(7), seededRandom(7)]
  expect([a(), a(), a()]).toEqual([b(), b(), b()])
})

test('numbers stay in [0, 1) and use all of it', () => {
  const random = seededRandom(1)
  const drawn = Array.from({ length: 5_000 }, random)
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...drawn)).toBeLessThan(1)
  expect(drawn.filter((number) => number < 0.5).length / drawn.length).toBeCloseTo(0.5, 1)
})

test('between includes both ends, pick every item', () => {
  const random = seededRandom(3)
  expect(new Set(Array.from({ length: 200 }, () => between(random, 2, 4)))).toEqual(new Set([2, 3, 4]))
  expect(new Set(Array.from({ length: 200 }, () => pick(random, ['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']))
})

test('whatever the seed, numbers stay in range', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(50), (seed, least, width) => {
      const drawn = between(seededRandom(seed), least, least + width)
      expect(drawn >= least && drawn <= least + width).toBe(true)
    }),
  )
})
