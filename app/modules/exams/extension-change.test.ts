import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownDeadlineOf, ownEndOf } from './cohort-sitting.ts'
import { type ExtensionFacts, extensionChange } from './extension-change.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 1, minute))
const terms = {
  ...{ opensAt: at(0), closesAt: at(120), cancelledAt: null, limitMinutes: 60, timePercent: 100 },
  extendedUntil: null,
}
const facts = (over: Partial<ExtensionFacts> = {}): ExtensionFacts => ({
  ...{ terms, until: at(300), runningUntil: null },
  ...over,
})
const accommodated = { ...terms, timePercent: 150 }

test.each([
  ['earlier, before she has begun', facts(), at(200), [at(300), at(200)]],
  ['later, before she has begun', facts(), at(400), [at(300), at(400)]],
  ['behind another that reaches further', facts({ terms: { ...terms, extendedUntil: at(350) } }), at(200), [at(350)]],
  ['with an accommodation, by as much later', facts({ terms: accommodated }), at(200), [at(330), at(230)]],
  ['in the room, her end given by it', facts({ runningUntil: at(300) }), at(310), [at(300), at(310)]],
  [
    'in the room, her window cut by it',
    facts({ terms: accommodated, runningUntil: at(330) }),
    at(340),
    [at(330), at(340)],
  ],
  ['in the room, her time to answer over before', facts({ runningUntil: at(160) }), at(200), [at(160)]],
] as const)('it may be changed %s', (_what, given, next, [before, after = before]) => {
  expect(extensionChange(given, next, at(100))).toEqual({ kind: 'change', before, after })
})

test.each([
  ['into the past', facts(), at(140), at(150), 'extensionPast'],
  ['to now', facts(), at(150), at(150), 'extensionPast'],
  [
    'to what it is, to the minute',
    facts({ until: new Date(at(300).getTime() + 12_345) }),
    at(300),
    at(1),
    'extensionSame',
  ],
  ['to within the window of all', facts(), at(120), at(1), 'extensionWithin'],
  ['earlier than she was told in the room', facts({ runningUntil: at(300) }), at(299), at(100), 'extensionInRoom'],
] as const)('it may not be changed %s', (_what, given, next, now, code) => {
  expect(extensionChange(given, next, now)).toEqual({ kind: 'refused', code })
})

const minute = fc.integer({ min: 0, max: 600 })
const anyTerms = fc.record({ timePercent: fc.constantFrom(100, 125, 150, 200), other: fc.option(minute) })
/** Her attempt ends by her time to answer, or by what was granted. */
const runningEnd = fc.oneof(fc.constant(null), fc.nat(119), fc.constant('until' as const))
const anyFacts = fc
  .record({ own: anyTerms, until: fc.integer({ min: 121, max: 600 }), running: runningEnd })
  .map(({ own: { timePercent, other }, until, running }) => {
    const rest = { ...terms, timePercent, extendedUntil: other === null ? null : at(other) }
    const whole = { ...rest, extendedUntil: at(Math.max(until, other ?? 0)) }
    const end = () => (typeof running === 'number' ? ownDeadlineOf(whole, at(running)) : at(until))
    return facts({ terms: rest, until: at(until), runningUntil: running === null ? null : end() })
  })

test('what she has afterwards is what she would have, had it been granted so; it is never in the past', () => {
  fc.assert(
    fc.property(anyFacts, minute, minute, (given, next, now) => {
      const outcome = extensionChange({ ...given, runningUntil: null }, at(next), at(now))
      if (outcome.kind === 'refused') return
      const granted = Math.max(at(next).getTime(), given.terms.extendedUntil?.getTime() ?? 0)
      expect(outcome.after).toEqual(ownEndOf({ ...given.terms, extendedUntil: new Date(granted) }))
      expect(outcome.after.getTime()).toBeGreaterThan(at(now).getTime())
      // Changed back, it is as it was.
      const back = extensionChange({ ...given, until: at(next), runningUntil: null }, given.until, at(0))
      expect(back).toEqual({ kind: 'change', before: outcome.after, after: outcome.before })
    }),
  )
})

test('whoever is in the room never has less than she was told', () => {
  fc.assert(
    fc.property(anyFacts, minute, minute, (given, next, now) => {
      const outcome = extensionChange(given, at(next), at(now))
      if (outcome.kind === 'refused' || given.runningUntil === null) return
      expect(outcome.before).toEqual(given.runningUntil)
      expect(outcome.after.getTime()).toBeGreaterThanOrEqual(outcome.before.getTime())
    }),
  )
})
