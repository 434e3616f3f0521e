import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthSums, type RecordLine, totalMinutes } from './learning-record.ts'

const line = (finishedAt: string, minutes: number): RecordLine => ({
  lessonId: finishedAt,
  title: '',
  track: '',
  finishedAt: new Date(finishedAt),
  minutes,
})

test('months without a lesson are there too, from half a year back', () => {
  const lines = [line('2026-11-02T00:00:00Z', 30), line('2026-11-20T00:00:00Z', 20), line('2026-09-30T16:00:00Z', 5)]

  expect(monthSums(lines, '2026-11-23')).toEqual([
    { month: '2026-06', lessons: 0, minutes: 0 },
    { month: '2026-07', lessons: 0, minutes: 0 },
    { month: '2026-08', lessons: 0, minutes: 0 },
    { month: '2026-09', lessons: 0, minutes: 0 },
    { month: '2026-10', lessons: 1, minutes: 5 },
    { month: '2026-11', lessons: 2, minutes: 50 },
  ])
})

test('nothing of two years is lost', () => {
  const days = fc
    .integer({ min: 0, max: 600 })
    .map((ago) => new Date(Date.parse('2026-11-23T02:00:00Z') - ago * 86_400_000))
  fc.assert(
    fc.property(fc.array(fc.tuple(days, fc.nat(500))), (list) => {
      const lines = list.map(([at, minutes]) => line(at.toISOString(), minutes))
      const sums = monthSums(lines, '2026-11-23')
      expect(totalMinutes(sums)).toBe(totalMinutes(lines))
      expect(sums.reduce((sum, { lessons }) => sum + lessons, 0)).toBe(lines.length)
    }),
  )
})
