import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatIntervals, type Interval, merged, parseIntervals, seconds, watchedShare } from './intervals.ts'

const interval = fc
  .tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 120 }))
  .map(([from, length]): Interval => [from, from + length])
const intervals = fc.array(interval, { maxLength: 20 })

/** The plain meaning: the set of seconds that were played. */
function secondsPlayed(list: readonly Interval[]): ReadonlySet<number> {
  const set = new Set<number>()
  for (const [from, to] of list) for (let second = from; second < to; second++) set.add(second)
  return set
}

test('what overlaps or touches is one interval', () => {
  expect(
    merged([
      [30, 42],
      [0, 20],
      [20, 31],
      [60, 60],
    ]),
  ).toEqual([[0, 42]])
  expect(
    merged([
      [60, 95],
      [0, 42],
    ]),
  ).toEqual([
    [0, 42],
    [60, 95],
  ])
})

test('law: merging keeps exactly the seconds that were played, in order, none touching', () => {
  fc.assert(
    fc.property(intervals, (list) => {
      const result = merged(list)
      expect(secondsPlayed(result)).toEqual(secondsPlayed(list))
      for (const [at, [from]] of result.entries()) if (at > 0) expect(from).toBeGreaterThan(result[at - 1]?.[1] ?? 0)
    }),
  )
})

test('law: order and repetition change nothing', () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      expect(merged([...a, ...b])).toEqual(merged([...b, ...a, ...a]))
      expect(merged(merged(a))).toEqual(merged(a))
    }),
  )
})

test('law: watching more never counts less, and jumping to the end is not watching', () => {
  fc.assert(
    fc.property(intervals, interval, fc.integer({ min: 1, max: 700 }), (list, more, length) => {
      const share = watchedShare(list, length)
      expect(watchedShare([...list, more], length)).toBeGreaterThanOrEqual(share)
      expect(share).toBeLessThanOrEqual(1)
    }),
  )
  expect(watchedShare([[599, 600]], 600)).toBeCloseTo(1 / 600)
})

test('law: what is written down reads back as the same', () => {
  fc.assert(
    fc.property(intervals, (list) => {
      expect(parseIntervals(formatIntervals(list))).toEqual(merged(list))
      expect(seconds(list)).toBe(secondsPlayed(list).size)
    }),
  )
})

test.each(['0', '5-3', '3-3', '-1-4', '0-42,', '0-1.5', '0-99999999', 'a-b', '1-2;3-4', ' 1-2'])(
  '«%s» is no list of intervals',
  (text) => {
    expect(parseIntervals(text)).toBeNull()
  },
)

test('a list without end is refused', () => {
  expect(parseIntervals(Array.from({ length: 501 }, (_, at) => `${at * 2}-${at * 2 + 1}`).join(','))).toBeNull()
})
