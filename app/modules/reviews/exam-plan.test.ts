import { expect, test } from 'vitest'
import { lastLooksFrom, modeOf, newCardStop, type ReviewPlan, studyDays } from './exam-plan.ts'

const plan = (over: Partial<ReviewPlan> = {}): ReviewPlan => ({
  ...{ examDay: '2026-05-23', minutesADay: 20, restWeekdays: [], restDays: [], afterExam: 'archive' },
  ...over,
})

test.each([
  ['before the exam', plan(), '2026-05-01', 'toExam'],
  ['the eve', plan(), '2026-05-22', 'toExam'],
  ['the day itself', plan(), '2026-05-23', 'examDay'],
  ['after it, archived', plan(), '2026-05-24', 'archived'],
  ['after it, going on', plan({ afterExam: 'longTerm' }), '2026-05-24', 'longTerm'],
  ['no exam in sight', plan({ examDay: null }), '2026-05-01', 'longTerm'],
  ['a Sunday off', plan({ restWeekdays: [0] }), '2026-05-03', 'rest'],
  ['a day off', plan({ restDays: ['2026-05-01'] }), '2026-05-01', 'rest'],
  ['a day off after the exam', plan({ afterExam: 'longTerm', restDays: ['2026-05-24'] }), '2026-05-24', 'rest'],
  ['a day off without an exam', plan({ examDay: null, restDays: ['2026-05-01'] }), '2026-05-01', 'rest'],
] as const)('%s', (_case, one, day, mode) => {
  expect(modeOf(one, day)).toBe(mode)
})

test('the days of study end on the eve and leave out the days of rest', () => {
  const days = studyDays(plan({ restWeekdays: [0], restDays: ['2026-05-20'] }), '2026-05-23', '2026-05-16')
  expect(days).toEqual(['2026-05-16', '2026-05-18', '2026-05-19', '2026-05-21', '2026-05-22'])
  expect(studyDays(plan(), '2026-05-23', '2026-06-01')).toEqual([])
})

test('new cards stop, and the last looks begin, counted back from the exam', () => {
  expect(newCardStop('2026-05-23')).toBe('2026-05-18')
  expect(lastLooksFrom('2026-05-23')).toBe('2026-05-13')
})
