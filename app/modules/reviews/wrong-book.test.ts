import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '~/platform/calendar.ts'
import type { Look } from './review-log.ts'
import { isInWrongBook, untilOut } from './wrong-book.ts'

const day = 86_400_000
const look = (at: number, right: boolean, confidence: Look['grade']['confidence'] = 'sure'): Look => ({
  ...{ kind: 'look', id: `look-${at}`, cardId: 'jz-01-001#0', at: Date.UTC(2026, 10, 1, 4) + at * day },
  grade: { right, confidence, seconds: 20 },
})

test.each([
  ['never answered', [], false],
  ['right and sure from the first', [look(0, true)], false],
  ['wrong', [look(0, false)], true],
  ['right by guessing', [look(0, true, 'guess')], true],
  ['right but unsure', [look(0, true, 'unsure')], true],
  ['right once since', [look(0, false), look(1, true)], true],
  ['right twice since, on one day', [look(0, false), look(1, true), look(1.1, true)], true],
  ['right twice since, on two days', [look(0, false), look(1, true), look(2, true)], false],
  ['right twice, but unsure in between', [look(0, false), look(1, true), look(2, true, 'unsure'), look(3, true)], true],
  ['out of it, and wrong again', [look(0, false), look(1, true), look(2, true), look(9, false)], true],
] as const)('%s', (_case, looks, isIn) => {
  expect(isInWrongBook(looks)).toBe(isIn)
})

const someLook = fc
  .record({ at: fc.nat(30), right: fc.boolean(), confidence: fc.constantFrom('sure', 'unsure', 'guess' as const) })
  .map(({ at, right, confidence }) => look(at, right, confidence))

test('two devices that bring their looks in another order agree', () => {
  fc.assert(
    fc.property(fc.uniqueArray(someLook, { selector: ({ at }) => at }), (looks) => {
      expect(isInWrongBook(looks.toReversed())).toBe(isInWrongBook(looks))
    }),
  )
})

/** How often she must answer right and sure, once a day from a day on, until the question is out. */
function firmAnswersUntilOut(looks: readonly Look[], from: number): number {
  const all = [...looks]
  for (let given = 0; ; given++) {
    if (!isInWrongBook(all)) return given
    all.push(look(from + given, true))
  }
}

test('the number shown is exactly how many more firm answers on further days take it out', () => {
  const shown = (looks: readonly Look[], at: number) => untilOut(looks, dayOf(new Date(look(at, true).at)))
  fc.assert(
    fc.property(fc.uniqueArray(someLook, { selector: ({ at }) => at }), fc.nat(5), (looks, wait) => {
      const last = 30
      const today = last + 1 + wait
      expect(shown(looks, today)?.missing ?? 0).toBe(firmAnswersUntilOut(looks, today))
      // One in the evening of a day that counted already changes nothing, and it says so.
      const morning = [...looks, look(today, true)]
      expect(shown(morning, today + 0.2)?.countsToday ?? false).toBe(false)
      expect(shown([...morning, look(today + 0.2, true)], today + 0.2)).toEqual(shown(morning, today + 0.2))
      expect(shown(morning, today + 1)?.countsToday ?? true).toBe(true)
      // And one miss asks for all of it again.
      expect(shown([...looks, look(today, false)], today)).toEqual({ missing: 2, countsToday: true })
    }),
  )
})
