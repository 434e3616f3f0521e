import { expect, test } from 'vitest'
import { formatAgo, formatDay, formatMinutes, formatMoment, formatMonth, formatShare, fullDay } from './format.ts'
import { formatHours } from './format-hours.ts'

test.each([
  ['zh-CN', '11月23日 周一', '2026年11月23日', '2026年11月'],
  ['en', 'Mon 23 Nov', '23 Nov 2026', 'Nov 2026'],
] as const)('a day in %s', (locale, short, full, month) => {
  expect([formatDay('2026-11-23', locale), fullDay('2026-11-23', locale), formatMonth('2026-11', locale)]).toEqual([
    short,
    full,
    month,
  ])
})

test('an instant is told in the time of the centre', () => {
  expect(formatMoment(new Date('2026-11-22T16:05:00Z'), 'zh-CN')).toBe('11月23日 周一 00:05')
})

test.each([
  ['2026-11-23T01:00:00Z', '今天'],
  ['2026-11-22T15:59:00Z', '昨天'],
  ['2026-11-18T03:00:00Z', '5 天前'],
  ['2026-09-01T03:00:00Z', '9月1日'],
  ['2025-09-01T03:00:00Z', '2025年9月1日'],
])('%s, seen on the 23rd: %s', (then, words) => {
  expect(formatAgo(new Date(then), new Date('2026-11-23T04:00:00Z'), 'zh-CN')).toBe(words)
})

test.each([
  [0, '0 分钟', '0 min'],
  [25, '25 分钟', '25 min'],
  [60, '1 小时', '1 h'],
  [125, '2 小时 5 分钟', '2 h 5 min'],
])('%s minutes', (minutes, zh, en) => {
  expect([formatMinutes(minutes, 'zh-CN'), formatMinutes(minutes, 'en')]).toEqual([zh, en])
})

test('credit hours have one decimal at most', () => {
  expect([formatHours(3.46, 'zh-CN'), formatHours(3, 'zh-CN'), formatHours(1, 'en'), formatHours(0.5, 'en')]).toEqual([
    '3.5 学时',
    '3 学时',
    '1 credit hour',
    '0.5 credit hours',
  ])
})

test('100% is said only when nothing is missing', () => {
  expect([formatShare(399, 400), formatShare(400, 400), formatShare(0, 0)]).toEqual(['99%', '100%', '0%'])
})
