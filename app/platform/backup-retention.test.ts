import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupsToKeep } from './backup-retention.ts'

const now = new Date('2026-11-23T10:00:00.000Z')
const hour = 3_600_000
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * hour)
const ages = fc.uniqueArray(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 300 })

test('hourly backups over three months leave a day of hours, two weeks of days, eight weeks', () => {
  const kept = backupsToKeep(
    Array.from({ length: 90 * 24 }, (_, n) => hoursAgo(n)),
    now,
  )
  const within = (from: number, to: number) => kept.filter((at) => at <= hoursAgo(from) && at > hoursAgo(to)).length
  expect(within(0, 24)).toBe(24)
  expect(within(25, 14 * 24)).toBe(13)
  expect(within(14 * 24 + 1, 8 * 7 * 24)).toBeGreaterThanOrEqual(5)
  expect(within(8 * 7 * 24 + 1, 90 * 24)).toBe(0)
})

test('the newest stays, however old', () => {
  expect(backupsToKeep([hoursAgo(9_000), hoursAgo(9_500)], now)).toEqual([hoursAgo(9_000)])
  expect(backupsToKeep([], now)).toEqual([])
})

test('laws: the newest is kept, never more than 46 and one, and keeping again changes nothing', () => {
  fc.assert(
    fc.property(ages, (hours) => {
      const all = hours.map(hoursAgo)
      const kept = backupsToKeep(all, now)
      expect(kept).toContainEqual(hoursAgo(Math.min(...hours)))
      expect(kept.length).toBeLessThanOrEqual(50)
      expect(backupsToKeep(kept, now)).toEqual(kept)
      expect(all).toEqual(expect.arrayContaining([...kept]))
    }),
  )
})

test('law: a hole in the schedule costs no more than what was not taken', () => {
  fc.assert(
    fc.property(ages, fc.integer({ min: 0, max: 300 }), (hours, gap) => {
      const all = hours.map(hoursAgo)
      const without = all.filter((_, n) => n !== gap)
      const [kept, keptWithout] = [backupsToKeep(all, now), backupsToKeep(without, now)]
      expect(kept.filter((at) => without.includes(at)).every((at) => keptWithout.includes(at))).toBe(true)
    }),
  )
})
