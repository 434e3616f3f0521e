import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '~/platform/random.ts'
import { type AnalysedItem, analyseItem, enoughResponses, type ItemResponse } from './item-analysis.ts'
import { shuffle } from './shuffle.ts'

const item: AnalysedItem = { key: [0], optionCount: 4, halfPoints: 2 }
/** `rest`: points of the other items. */
const response = (picked: number | null, rest: number): ItemResponse => {
  const halfPoints = picked === 0 ? 2 : 0
  return { picked: picked === null ? [] : [picked], halfPoints, total: rest + halfPoints }
}
/** Forty people, the strongest first: each picks what `pick` says. */
const forty = (pick: (rank: number) => number | null) =>
  Array.from({ length: 40 }, (_, rank) => response(pick(rank), 80 - rank))

test('an example by hand: p, r without the item itself, and who picked what', () => {
  // rest 6 5 4 3, right right wrong right: means 4.67 and 4
  const analysis = analyseItem(item, [response(0, 6), response(0, 5), response(1, 4), response(0, 3)])
  expect(analysis.difficulty).toBe(0.75)
  expect(analysis.discrimination).toBeCloseTo(0.2582, 4)
  expect(analysis.options.map(({ all }) => all)).toEqual([3, 1, 0, 0])
  expect(analysis.flags).toEqual(['tooFew'])
})

test('the item is not held against a total that it is part of', () => {
  // Alone it has nothing to do with the rest; with itself in the total it would seem to.
  const responses = [response(0, 5), response(1, 5), response(0, 3), response(1, 3)]
  expect(analyseItem(item, responses).discrimination).toBeCloseTo(0, 10)
})

test('a good item has no flag', () => {
  const analysis = analyseItem(
    item,
    forty((rank) => (rank < 25 ? 0 : 1 + (rank % 3))),
  )
  expect(analysis.flags).toEqual([])
  expect(analysis.discrimination).toBeGreaterThan(0.5)
  expect(analysis).toMatchObject({ count: 40, blank: 0, difficulty: 0.625, upperSize: 11, lowerSize: 11 })
  expect(analysis.options[0]).toEqual({ index: 0, isKey: true, all: 25, upper: 11, lower: 0 })
})

test('a wrong key shows: the strong pick another option, and the item goes against the rest', () => {
  const analysis = analyseItem(
    item,
    forty((rank) => (rank < 20 ? 2 : 0)),
  )
  expect(analysis.flags).toEqual(['strongPreferDistractor', 'negativeDiscrimination'])
})

test('a distractor that only the weak prefer is what a distractor is for', () => {
  expect(
    analyseItem(
      item,
      forty((rank) => (rank < 12 ? 0 : 1)),
    ).flags,
  ).toEqual([])
})

test('of several right ones, the one the strong leave out for a wrong one is looked at', () => {
  const two: AnalysedItem = { key: [0, 1], optionCount: 5, halfPoints: 4 }
  const responses = Array.from({ length: 40 }, (_, rank) => ({
    picked: rank < 15 ? [0, 3] : [0],
    halfPoints: rank < 15 ? 0 : 1,
    total: 80 - rank,
  }))
  expect(analyseItem(two, responses).flags).toContain('strongPreferDistractor')
})

test('below thirty it says «too few» and warns of nothing', () => {
  const wrong = (count: number) => forty((rank) => (rank < 20 ? 2 : 0)).slice(40 - count)
  expect(analyseItem(item, wrong(enoughResponses - 1)).flags).toEqual(['tooFew'])
  expect(analyseItem(item, wrong(enoughResponses)).flags).not.toContain('tooFew')
})

test('where all do the same there is nothing to tell apart', () => {
  expect(
    analyseItem(
      item,
      forty(() => 0),
    ),
  ).toMatchObject({ difficulty: 1, discrimination: null, flags: [] })
  expect(
    analyseItem(
      item,
      Array.from({ length: 40 }, (_, at) => response(at % 2, 10)),
    ).discrimination,
  ).toBeNull()
})

test('nobody answered', () => {
  expect(analyseItem(item, [])).toMatchObject({ count: 0, difficulty: null, discrimination: null, flags: ['tooFew'] })
  expect(
    analyseItem(
      item,
      forty(() => null),
    ),
  ).toMatchObject({ blank: 40, difficulty: 0, discrimination: null })
})

const people = fc.array(
  fc
    .record({ picked: fc.option(fc.nat(3), { nil: null }), rest: fc.nat(40) })
    .map(({ picked, rest }) => response(picked, rest)),
  { minLength: 1, maxLength: 80, size: 'max' },
)

test('the order of the people does not matter, and every figure is within its bounds', () => {
  fc.assert(
    fc.property(people, fc.integer(), (list, seed) => {
      const analysis = analyseItem(item, list)
      const mixed = analyseItem(item, shuffle(seededRandom(seed), list))
      expect(mixed.options).toEqual(analysis.options)
      expect(mixed.flags).toEqual(analysis.flags)
      expect(mixed.discrimination).toBe(analysis.discrimination)
      expect(analysis.difficulty).toBeGreaterThanOrEqual(0)
      expect(analysis.difficulty).toBeLessThanOrEqual(1)
      expect(Math.abs(analysis.discrimination ?? 0)).toBeLessThanOrEqual(1)
      expect(analysis.upperSize).toBeGreaterThanOrEqual(Math.max(1, Math.round(list.length * 0.27)))
      expect(analysis.options.reduce((total, { all }) => total + all, 0) + analysis.blank).toBe(list.length)
      for (const { upper, lower, all } of analysis.options) expect(Math.max(upper, lower)).toBeLessThanOrEqual(all)
    }),
    { numRuns: 500 },
  )
})
