import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allowedMinutes, effectiveDeadline } from './deadline.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 10, minute))
const until = (minute: number, isRevoked = false) => ({ until: at(minute), isRevoked })

test.each([
  ['the class alone', { ofClass: at(0), personal: [], isHard: false }, at(0)],
  ['a later personal one', { ofClass: at(0), personal: [until(30)], isHard: false }, at(30)],
  ['never an earlier personal one', { ofClass: at(40), personal: [until(30)], isHard: false }, at(40)],
  ['the latest of several', { ofClass: at(0), personal: [until(30), until(50), until(10)], isHard: false }, at(50)],
  ['none that was revoked', { ofClass: at(0), personal: [until(30), until(50, true)], isHard: false }, at(30)],
  ['the class alone when it is hard', { ofClass: at(0), personal: [until(30)], isHard: true }, at(0)],
  ['no end when the class has none', { ofClass: null, personal: [until(30)], isHard: false }, null],
] as const)('what counts is %s', (_case, facts, deadline) => {
  expect(effectiveDeadline(facts)).toEqual(deadline)
})

const someDeadline = fc.record({ until: fc.date({ noInvalidDate: true }), isRevoked: fc.boolean() })

test('nobody is ever worse off for an extension, and the order in which they were granted makes no difference', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), fc.array(someDeadline), someDeadline, (ofClass, personal, one) => {
      const before = effectiveDeadline({ ofClass, personal, isHard: false })
      const after = effectiveDeadline({ ofClass, personal: [...personal, one], isHard: false })
      expect(after?.getTime()).toBeGreaterThanOrEqual(before?.getTime() ?? 0)
      expect(effectiveDeadline({ ofClass, personal: [one, ...personal], isHard: false })).toEqual(after)
    }),
  )
})

test.each([
  [120, 100, 120],
  [120, 150, 180],
  [25, 125, 32],
  [120, 50, 120],
])('%i minutes at %i percent are %i', (minutes, percent, allowed) => {
  expect(allowedMinutes(minutes, percent)).toBe(allowed)
})
