import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Credit, ceilingSeconds, creditStretch, minutesOf, type Stretch } from './minutes.ts'

const opened = new Date('2026-11-23T01:00:00Z')
const after = (seconds: number) => new Date(opened.getTime() + seconds * 1000)
const none: Credit = { seconds: 0, until: null }

function credit(before: Credit, claimedSeconds: number | null, at: number, openedAt = opened) {
  return creditStretch(before, { openedAt, claimedSeconds }, 25, after(at))
}

test.each([
  ['what she was active', 20, 20, 20],
  ['not more than has passed since the page was opened', 3600, 20, 20],
  ['less, when she was away', 5, 60, 5],
  ['nothing for a negative claim', -50, 60, 0],
  ['everything since opening, without JavaScript', null, 600, 600],
  ['half an hour at most for a page that says nothing', null, 40_000, 1800],
] as const)('%s', (_case, claimed, at, seconds) => {
  expect(credit(none, claimed, at).seconds).toBe(seconds)
})

test('two tabs at the same time count once', () => {
  const first = credit(none, 20, 20)
  const second = credit(first, 20, 21)

  expect(second.seconds).toBe(21)
})

test('a lesson counts for at most twice its estimate', () => {
  const nearly: Credit = { seconds: 2_990, until: after(0) }

  expect(credit(nearly, 60, 60).seconds).toBe(ceilingSeconds(25))
})

test('what was credited stays when the estimate is lowered later', () => {
  expect(credit({ seconds: 9_000, until: null }, 60, 60).seconds).toBe(9_000)
})

test('begun minutes count', () => {
  expect([minutesOf(0), minutesOf(1), minutesOf(60), minutesOf(61)]).toEqual([0, 1, 1, 2])
})

/** Any number of tabs, opened and reporting at any time, in the order in which the server hears of them. */
const reports = fc
  .array(
    fc.record({
      openedSecond: fc.integer({ min: 0, max: 4_000 }),
      claimed: fc.option(fc.integer({ min: -10, max: 5_000 }), { nil: null }),
      second: fc.integer({ min: 0, max: 4_000 }),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.filter((one) => one.openedSecond <= one.second).sort((a, b) => a.second - b.second))

function play(list: ReadonlyArray<{ openedSecond: number; claimed: number | null; second: number }>): Credit {
  return list.reduce((before, { openedSecond, claimed, second }) => {
    const stretch: Stretch = { openedAt: after(openedSecond), claimedSeconds: claimed }
    return creditStretch(before, stretch, 25, after(second))
  }, none)
}

test('never more than the time that passed while at least one page was open, nor than the ceiling', () => {
  fc.assert(
    fc.property(reports, (list) => {
      const open = new Set(
        list.flatMap(({ openedSecond, second }) =>
          Array.from({ length: second - openedSecond }, (_, at) => openedSecond + at),
        ),
      )
      expect(play(list).seconds).toBeLessThanOrEqual(Math.min(open.size, ceilingSeconds(25)))
    }),
  )
})

test('credit never falls, and reporting the same twice adds nothing', () => {
  fc.assert(
    fc.property(reports, (list) => {
      const twice = list.flatMap((one) => [one, one])
      expect(play(twice)).toEqual(play(list))
      list.forEach((_, at) => {
        expect(play(list.slice(0, at + 1)).seconds).toBeGreaterThanOrEqual(play(list.slice(0, at)).seconds)
      })
    }),
  )
})

test('one page, reporting steadily, is credited in full', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 }), (beats) => {
      let second = 0
      const list = beats.map((length) => {
        second += length
        return { openedSecond: 0, claimed: length, second }
      })
      expect(play(list).seconds).toBe(Math.min(second, ceilingSeconds(25)))
    }),
  )
})
