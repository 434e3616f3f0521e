import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '~/platform/calendar.ts'
import { daysLeft, expectedFinished, paceOf } from './pace.ts'

const assignment = { assignedOn: '2026-11-01', dueOn: '2026-11-30' }
const progress = (finished: number, lastDay: string | null) => ({
  finished,
  total: 6,
  lastActivityAt: lastDay ? new Date(`${lastDay}T04:00:00Z`) : null,
})

test.each([
  ['all lessons finished, long ago', progress(6, '2026-11-02'), '2026-11-23', 'finished'],
  ['as many as an even pace asks for', progress(4, '2026-11-22'), '2026-11-23', 'onTrack'],
  ['one fewer', progress(3, '2026-11-22'), '2026-11-23', 'behind'],
  ['in time, but silent for ten days', progress(5, '2026-11-13'), '2026-11-23', 'atRisk'],
  ['in time, silent for nine', progress(5, '2026-11-14'), '2026-11-23', 'onTrack'],
  ['the due day itself, one to go', progress(5, '2026-11-30'), '2026-11-30', 'onTrack'],
  ['the day after', progress(5, '2026-11-30'), '2026-12-01', 'behind'],
  ['assigned yesterday, not begun', progress(0, null), '2026-11-02', 'onTrack'],
] as const)('%s', (_case, who, today, pace) => {
  expect(paceOf(who, assignment, today)).toBe(pace)
})

test('without a due day nobody is behind, but the silent are seen', () => {
  const open = { assignedOn: '2026-11-01', dueOn: null }

  expect(paceOf(progress(0, null), open, '2026-11-10')).toBe('onTrack')
  expect(paceOf(progress(0, null), open, '2026-11-11')).toBe('atRisk')
})

test('what is expected only grows, from nothing to everything', () => {
  const spans = fc.tuple(
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: 0, max: 200 }),
    fc.integer({ min: 0, max: 40 }),
  )
  fc.assert(
    fc.property(spans, ([length, at, total]) => {
      const span = { assignedOn: '2026-01-01', dueOn: addDays('2026-01-01', length) }
      const [today, tomorrow] = [addDays('2026-01-01', at), addDays('2026-01-01', at + 1)]
      const expected = expectedFinished(total, span, today)
      expect(expected).toBeGreaterThanOrEqual(0)
      expect(expected).toBeLessThanOrEqual(total)
      expect(expectedFinished(total, span, tomorrow)).toBeGreaterThanOrEqual(expected)
      expect(expectedFinished(total, span, span.assignedOn)).toBe(0)
    }),
  )
})

test('one more finished lesson never makes a pace worse', () => {
  const rank = { behind: 0, atRisk: 1, onTrack: 2, finished: 3 }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 60 }), (finished, days) => {
      const today = addDays('2026-11-01', days)
      const [was, is] = [finished, finished + 1].map((count) =>
        paceOf(progress(count, '2026-11-05'), assignment, today),
      )
      expect(rank[is ?? 'behind']).toBeGreaterThanOrEqual(rank[was ?? 'behind'])
    }),
  )
})

test('days left: today is 0, past is negative', () => {
  expect(['2026-11-23', '2026-11-30', '2026-11-20'].map((day) => daysLeft(day, '2026-11-23'))).toEqual([0, 7, -3])
})
