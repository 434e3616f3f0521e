import fc from 'fast-check'
import { expect, test } from 'vitest'
import { confidences, dayNumber, daysApart, type LogEntry, mergeLogs } from './review-log.ts'

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const at = fc.integer({ min: 0, max: 5 }).map((hours) => Date.UTC(2026, 2, 1, hours))
const look = fc.record({
  kind: fc.constant('look' as const),
  id: ids,
  cardId: fc.constantFrom('q1', 'q2'),
  at,
  grade: fc.record({ right: fc.boolean(), confidence: fc.constantFrom(...confidences), seconds: fc.nat(3) }),
})
const lawChange = fc.record({
  kind: fc.constant('lawChange' as const),
  id: ids,
  cardId: fc.constantFrom('q1', 'q2'),
  at,
})
const logs: fc.Arbitrary<readonly LogEntry[]> = fc.array(fc.oneof(look, lawChange), { maxLength: 8 })

test('two devices agree, whichever comes first', () => {
  fc.assert(
    fc.property(logs, logs, (one, other) => {
      expect(mergeLogs(one, other)).toEqual(mergeLogs(other, one))
    }),
  )
})

test('what was sent twice was sent once', () => {
  fc.assert(
    fc.property(logs, logs, (one, other) => {
      const merged = mergeLogs(one, other)
      expect(mergeLogs(merged, other)).toEqual(merged)
      expect(mergeLogs(merged, merged)).toEqual(merged)
    }),
  )
})

test('three devices agree in any order', () => {
  fc.assert(
    fc.property(logs, logs, logs, (one, two, three) => {
      expect(mergeLogs(mergeLogs(one, two), three)).toEqual(mergeLogs(one, mergeLogs(two, three)))
    }),
  )
})

test('nothing is lost: every id of both is there, once', () => {
  fc.assert(
    fc.property(logs, logs, (one, other) => {
      const ids = mergeLogs(one, other).map(({ id }) => id)
      expect([...ids].sort()).toEqual([...new Set([...one, ...other].map(({ id }) => id))].sort())
    }),
  )
})

test('a day ends at midnight of the centre, not of Greenwich', () => {
  const evening = Date.UTC(2026, 2, 1, 15, 59)
  expect(dayNumber(evening + 60_000) - dayNumber(evening)).toBe(1)
  expect(daysApart(evening, evening + 60_000)).toBe(1)
  expect(daysApart(evening, evening - 60_000)).toBe(0)
})

test('a clock that was set back makes no negative time', () => {
  expect(daysApart(Date.UTC(2026, 2, 9), Date.UTC(2026, 2, 1))).toBe(0)
})
