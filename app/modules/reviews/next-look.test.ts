import { expect, test } from 'vitest'
import { addDays, type Day, startOfDay } from '~/platform/calendar.ts'
import { lastLooksFrom, type ReviewPlan } from './exam-plan.ts'
import { nextLookDay } from './next-look.ts'
import type { Grade } from './review-log.ts'
import { averageModel, type Card, newCard, review } from './scheduler.ts'

const examDay = '2026-05-23'
const plan: ReviewPlan = { examDay, minutesADay: 20, restWeekdays: [], restDays: [], afterExam: 'archive' }
const sure: Grade = { right: true, confidence: 'sure', seconds: 30 }
const card = (...days: readonly Day[]): Card =>
  days.reduce((one, day) => review(one, sure, startOfDay(day), day).card, newCard('q'))
const next = (one: Card, over: Partial<ReviewPlan> = {}) => nextLookDay(one, averageModel, 0.9, { ...plan, ...over })

test('a card that she never saw has no day yet', () => {
  expect(next(newCard('q'))).toBeNull()
})

test('without an exam it is the day on which nine in ten is reached', () => {
  expect(next(card('2026-03-01'), { examDay: null })).toBe('2026-03-03')
})

test('a firm card comes back on the first of the final days, however firm it is', () => {
  const firm = card('2026-02-01', '2026-02-04', '2026-02-20', '2026-04-20')
  expect((next(firm, { examDay: null }) ?? '') > examDay).toBe(true)
  expect(next(firm)).toBe(lastLooksFrom(examDay))
})

test('in the final days it comes back only if it is due before the exam', () => {
  expect(next(card('2026-02-01', '2026-02-04', '2026-02-20', addDays(examDay, -4)))).toBeNull()
  expect(next(card(addDays(examDay, -4)))).toBe(addDays(examDay, -2))
})

test('a day of rest moves it on', () => {
  expect(next(card('2026-03-01'), { examDay: null, restDays: ['2026-03-03', '2026-03-04'] })).toBe('2026-03-05')
})

test('after the exam it is plain spaced repetition again', () => {
  expect(next(card('2026-06-01'))).toBe('2026-06-03')
})
