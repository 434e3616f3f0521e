import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayOf, daysBetween, isDay, startOfDay, timeOfDay, weekdayOf } from './calendar.ts'
import { localMoment, readLocalMoment } from './local-moment.ts'

test.each([
  ['2026-11-23T15:59:59.999Z', '2026-11-23', '23:59'],
  ['2026-11-23T16:00:00.000Z', '2026-11-24', '00:00'],
  ['2025-12-31T16:00:00.000Z', '2026-01-01', '00:00'],
])('%s is %s %s at the centre', (instant, day, time) => {
  expect([dayOf(new Date(instant)), timeOfDay(new Date(instant))]).toEqual([day, time])
})

const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count))

test('going some days and counting them gives the same number', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -400, max: 400 }), (day, count) => {
      expect(daysBetween(day, addDays(day, count))).toBe(count)
    }),
  )
})

test('a day begins inside itself', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(dayOf(startOfDay(day))).toBe(day)
    }),
  )
})

test.each([
  ['2026-11-23', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-11-31', false],
  ['2026-1-1', false],
  ['23.11.2026', false],
  ['', false],
])('%j is a day: %s', (text, expected) => expect(isDay(text)).toBe(expected))

test('the 23rd of November 2026 is a Monday', () => expect(weekdayOf('2026-11-23')).toBe(1))

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-11', 2, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-11', -23, '2024-12'],
  ['2026-11', 0, '2026-11'],
])('%s and %i months is %s', (month, count, expected) => {
  expect(addMonths(month, count)).toBe(expected)
})

test('a time that a form sends is read in the zone, and written back as it was', () => {
  expect(readLocalMoment('2026-11-23T09:05')).toEqual(new Date('2026-11-23T01:05:00Z'))
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
      const instant = new Date(startOfDay(day).getTime() + minute * 60_000)
      expect(readLocalMoment(localMoment(instant))).toEqual(instant)
    }),
  )
})

test.each(['', '2026-11-23', '2026-02-30T10:00', '2026-11-23T24:00', '2026-11-23T10:60', '2026-11-23 10:00'])(
  '%j is no time of a form',
  (text) => {
    expect(readLocalMoment(text)).toBeNull()
  },
)
