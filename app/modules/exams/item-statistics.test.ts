import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ItemAnalysis, ItemFlag } from './item-analysis.ts'
import { itemOrders, orderItems, warningsOf } from './item-statistics.ts'

const analysis = (difficulty: number | null, discrimination: number | null, flags: ItemFlag[] = []): ItemAnalysis => ({
  ...{ count: 40, blank: 0, difficulty, discrimination, upperSize: 11, lowerSize: 11, options: [], flags },
})
const row = (number: number, one: ItemAnalysis, form = 'A') => ({ form, number, analysis: one })
const rows = [
  row(1, analysis(0.9, 0.4)),
  row(2, analysis(0.2, -0.1, ['strongPreferDistractor', 'negativeDiscrimination'])),
  row(3, analysis(0.5, 0.1, ['strongPreferDistractor'])),
  row(4, analysis(null, null, ['tooFew'])),
  row(1, analysis(0.6, 0.2), 'B'),
]
const ordered = (order: (typeof itemOrders)[number]) =>
  orderItems(rows, order).map(({ form, number }) => `${form}${number}`)

test('by place on the paper, by difficulty, by discrimination, the most suspicious first', () => {
  expect(ordered('number')).toEqual(['A1', 'A2', 'A3', 'A4', 'B1'])
  expect(ordered('difficulty')).toEqual(['A2', 'A3', 'B1', 'A1', 'A4'])
  expect(ordered('discrimination')).toEqual(['A2', 'A3', 'B1', 'A1', 'A4'])
  expect(ordered('flags')).toEqual(['A2', 'A3', 'B1', 'A1', 'A4'])
})

test('a warning comes before any discrimination; too few is no warning', () => {
  const suspicious = row(9, analysis(0.5, 0.9, ['strongPreferDistractor']))
  expect(orderItems([row(1, analysis(0.5, -1)), suspicious], 'flags')[0]).toBe(suspicious)
  expect(warningsOf(analysis(null, null, ['tooFew']))).toBe(0)
})

test('however rows come, they stand in the same order, and none is lost', () => {
  const figure = fc.option(fc.double({ min: -1, max: 1, noNaN: true }))
  const some = fc
    .tuple(fc.integer({ min: 1, max: 80 }), figure, figure, fc.constantFrom('A', 'B'))
    .map(([number, difficulty, discrimination, form]) => row(number, analysis(difficulty, discrimination), form))
  const several = fc.uniqueArray(some, { selector: ({ form, number }) => `${form}${number}` })
  fc.assert(
    fc.property(several, fc.constantFrom(...itemOrders), (list, order) => {
      const sorted = orderItems(list, order)
      expect(orderItems([...list].reverse(), order)).toEqual(sorted)
      expect(new Set(sorted)).toEqual(new Set(list))
    }),
  )
})
