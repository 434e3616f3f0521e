import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deadlineOf, type Terms, windowEndOf } from './deadline.ts'

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`)
const terms = (over: Partial<Terms> = {}): Terms => ({
  startedAt: at('09:00'),
  limitMinutes: 120,
  timeFactor: 1,
  extraMinutes: 0,
  closesAt: at('12:00'),
  personalClosesAt: null,
  ...over,
})

test.each([
  ['time enough', {}, '11:00'],
  ['started late: the window ends it', { startedAt: at('11:00') }, '12:00'],
  ['half as long again', { timeFactor: 1.5 }, '12:00'],
  [
    'half as long again, started at the last moment for full time',
    { startedAt: at('10:00'), timeFactor: 1.5 },
    '13:00',
  ],
  ['half as long again, started late', { startedAt: at('11:00'), timeFactor: 1.5 }, '13:00'],
  ['extra minutes move the window as well', { startedAt: at('10:00'), extraMinutes: 20 }, '12:20'],
  ['a later window of her own', { startedAt: at('13:00'), personalClosesAt: at('14:30') }, '14:30'],
  [
    'an earlier window of her own takes nothing away',
    { startedAt: at('10:30'), personalClosesAt: at('11:00') },
    '12:00',
  ],
  [
    'a window of her own and an accommodation',
    { startedAt: at('13:00'), personalClosesAt: at('15:00'), timeFactor: 1.5 },
    '16:00',
  ],
  ['no window', { startedAt: at('20:00'), closesAt: null }, '22:00'],
  ['no window but one of her own', { startedAt: at('20:00'), closesAt: null, personalClosesAt: at('21:00') }, '22:00'],
  ['a factor below one is none', { timeFactor: 0.5 }, '11:00'],
] as const)('%s', (_case, over, end) => {
  expect(deadlineOf(terms(over))).toEqual(at(end))
})

const minutes = (most: number) => fc.integer({ min: 0, max: most })
const instants = minutes(600).map((minute) => new Date(at('06:00').getTime() + minute * 60_000))
const anyTerms: fc.Arbitrary<Terms> = fc.record({
  startedAt: instants,
  limitMinutes: fc.integer({ min: 1, max: 300 }),
  timeFactor: fc.constantFrom(1, 1.25, 1.5, 2),
  extraMinutes: minutes(60),
  closesAt: fc.option(instants, { nil: null }),
  personalClosesAt: fc.option(instants, { nil: null }),
})

test('for all combinations: nothing that is granted ends an attempt sooner', () => {
  fc.assert(
    fc.property(anyTerms, anyTerms, (one, other) => {
      const plain = { ...one, timeFactor: 1, extraMinutes: 0, personalClosesAt: null }
      const { timeFactor, extraMinutes, personalClosesAt } = other
      for (const grant of [{ timeFactor }, { extraMinutes }, { personalClosesAt }]) {
        expect(deadlineOf({ ...plain, ...grant }).getTime()).toBeGreaterThanOrEqual(deadlineOf(plain).getTime())
      }
    }),
  )
})

test('for all combinations: whoever would have had her full time without an accommodation has it with one', () => {
  fc.assert(
    fc.property(anyTerms, (one) => {
      const plain = { ...one, timeFactor: 1, extraMinutes: 0 }
      const full = one.startedAt.getTime() + one.limitMinutes * 60_000
      fc.pre(deadlineOf(plain).getTime() === full)
      const asked = one.limitMinutes * one.timeFactor + one.extraMinutes
      expect(deadlineOf(one).getTime()).toBe(one.startedAt.getTime() + Math.round(asked * 60_000))
    }),
  )
})

test('for all combinations: it is never after the window, and never longer than her time', () => {
  fc.assert(
    fc.property(anyTerms, (one) => {
      const deadline = deadlineOf(one).getTime()
      const end = windowEndOf(one)
      if (end) expect(deadline).toBeLessThanOrEqual(end.getTime())
      const asked = one.limitMinutes * one.timeFactor + one.extraMinutes
      expect(deadline).toBeLessThanOrEqual(one.startedAt.getTime() + Math.round(asked * 60_000))
    }),
  )
})
