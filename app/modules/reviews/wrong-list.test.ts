import fc from 'fast-check'
import { expect, test } from 'vitest'
import { confidences, type Look } from './review-log.ts'
import { isInWrongBook } from './wrong-book.ts'
import { wrongList } from './wrong-list.ts'

const dayMs = 86_400_000
const look = (cardId: string, day: number, right: boolean, confidence: Look['grade']['confidence'] = 'sure'): Look => ({
  ...{ kind: 'look', id: `${cardId} ${day}`, cardId, at: Date.UTC(2026, 2, 1, 4) + day * dayMs },
  grade: { right, confidence, seconds: 20 },
})

test('it says how often a question was missed and what is missing until it leaves', () => {
  const log = [
    look('a', 0, false),
    look('a', 1, true, 'guess'),
    look('a', 2, true),
    look('b', 3, false),
    look('c', 0, true),
  ]
  expect(wrongList(log)).toEqual([
    { cardId: 'b', misses: 1, lastMissAt: look('b', 3, false).at, firmTimes: 0, missing: 2 },
    { cardId: 'a', misses: 2, lastMissAt: look('a', 1, false).at, firmTimes: 1, missing: 1 },
  ])
})

test('what she takes out by hand stays out until she misses it again', () => {
  const removal = { cardId: 'a', at: look('a', 1, false).at }
  expect(wrongList([look('a', 0, false)], [removal])).toEqual([])
  expect(wrongList([look('a', 0, false), look('a', 2, false)], [removal])).toMatchObject([{ cardId: 'a', misses: 2 }])
})

test('the list and the rule never disagree', () => {
  const looks = fc.uniqueArray(
    fc.record({ day: fc.nat(20), right: fc.boolean(), confidence: fc.constantFrom(...confidences) }),
    { selector: ({ day }) => day },
  )
  fc.assert(
    fc.property(looks, (some) => {
      const log = some.map(({ day, right, confidence }) => look('a', day, right, confidence))
      const list = wrongList(log)
      expect(list.length === 1).toBe(isInWrongBook(log))
      for (const { missing, misses } of list) {
        expect(missing).toBeGreaterThan(0)
        expect(misses).toBeGreaterThan(0)
      }
      expect(wrongList(log.toReversed())).toEqual(list)
    }),
  )
})
