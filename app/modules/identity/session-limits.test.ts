import { expect, test } from 'vitest'
import { firstTimes, isDueForRenewal, isLive, renewed, sessionLimits } from './session-limits.ts'

const start = new Date('2026-11-23T08:00:00Z')
const minutes = (count: number) => new Date(start.getTime() + count * 60_000)
const hours = (count: number) => minutes(count * 60)

test.each([
  ['a trainee', ['trainee'], false, 12 * 60, 7 * 24],
  ['a trainee at a shared computer', ['trainee'], true, 30, 7 * 24],
  ['a mentor', ['mentor'], false, 30, 12],
  ['a trainee who is a mentor, too', ['trainee', 'mentor'], false, 30, 12],
  ['a coordinator', ['coordinator'], false, 30, 12],
  ['an administrator', ['administrator'], true, 30, 12],
] as const)('%s', (_case, roles, isShared, idleMinutes, absoluteHours) => {
  const limits = sessionLimits(roles, isShared)

  expect(limits).toEqual({ idleMs: idleMinutes * 60_000, absoluteMs: absoluteHours * 3_600_000 })
})

test('idle: it ends exactly half an hour after the last use', () => {
  const limits = sessionLimits(['mentor'], false)
  const times = renewed(firstTimes(limits, start), limits, minutes(20))

  expect(isLive(times, limits, new Date(minutes(50).getTime() - 1))).toBe(true)
  expect(isLive(times, limits, minutes(50))).toBe(false)
})

test('absolute: however busy, a mentor signs in again after twelve hours', () => {
  const limits = sessionLimits(['mentor'], false)
  let times = firstTimes(limits, start)
  for (let at = 5; at < 12 * 60; at += 5) times = renewed(times, limits, minutes(at))

  expect(times.expiresAt).toEqual(hours(12))
  expect(isLive(times, limits, new Date(hours(12).getTime() - 1))).toBe(true)
  expect(isLive(times, limits, hours(12))).toBe(false)
})

test('a stricter limit holds at once for a session that began under a laxer one', () => {
  const times = firstTimes(sessionLimits(['trainee'], false), start)

  expect(isLive(times, sessionLimits(['mentor'], false), minutes(31))).toBe(false)
})

test('a use is written down every five minutes at most', () => {
  const times = firstTimes(sessionLimits(['trainee'], false), start)

  expect(isDueForRenewal(times, new Date(minutes(5).getTime() - 1))).toBe(false)
  expect(isDueForRenewal(times, minutes(5))).toBe(true)
})
