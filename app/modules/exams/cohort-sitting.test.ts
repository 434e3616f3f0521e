import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  admissionOf,
  attemptsLeft,
  formLetter,
  formOf,
  isReleased,
  type OwnTerms,
  ownDeadlineOf,
  ownEndOf,
  placesOf,
  sittingState,
  soonToSit,
} from './cohort-sitting.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 1, minute))
const window = { opensAt: at(0), closesAt: at(180), cancelledAt: null }
const own: OwnTerms = { ...window, limitMinutes: 120, timePercent: 100, extendedUntil: null }
const over = (more: Partial<OwnTerms>): OwnTerms => ({ ...own, ...more })

test.each([
  [-1, 'upcoming'],
  [0, 'open'],
  [179, 'open'],
  [180, 'closed'],
] as const)('at minute %i the sitting is %s', (minute, state) => {
  expect(sittingState(window, at(minute))).toBe(state)
  expect(sittingState({ ...window, cancelledAt: at(-9) }, at(minute))).toBe('cancelled')
})

// Short of the last instant that a date can say, so that somebody can always join later.
const joinedAt = fc.date({ max: new Date('9999-12-31'), noInvalidDate: true })
const joined = fc.uniqueArray(fc.record({ personId: fc.uuid(), joinedAt }), {
  selector: ({ personId }) => personId,
  maxLength: 60,
})

test('forms are dealt out evenly, whatever the order in which people are read', () => {
  fc.assert(
    fc.property(joined, fc.integer({ min: 1, max: 3 }), (members, forms) => {
      const dealt = [...placesOf(members).values()].map((place) => formOf(place, 1, forms))
      const counts = Array.from({ length: forms }, (_, form) => dealt.filter((one) => one === form).length)
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      expect(placesOf(members.toReversed())).toEqual(placesOf(members))
    }),
  )
})

test('whoever joins later moves nobody to another form', () => {
  fc.assert(
    fc.property(joined, fc.uuid(), (members, personId) => {
      const last = new Date(Math.max(0, ...members.map(({ joinedAt }) => joinedAt.getTime())) + 1)
      const after = placesOf([...members, { personId, joinedAt: last }])
      for (const [one, place] of placesOf(members)) if (one !== personId) expect(after.get(one)).toBe(place)
    }),
  )
})

test('who sits again has another form for as long as there is one', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 3 }), (place, forms) => {
      const dealt = Array.from({ length: forms }, (_, at) => formOf(place, at + 1, forms))
      expect(new Set(dealt).size).toBe(forms)
    }),
  )
})

test.each([
  [1, [], 1],
  [1, ['submitted'], 0],
  [1, ['void'], 1],
  [2, ['void', 'submitted', 'open'], 0],
  [1, ['submitted', 'submitted'], 0],
] as const)('of %i allowed and %j there are %i left', (allowed, statuses, left) => {
  expect(attemptsLeft(allowed, statuses)).toBe(left)
})

test.each([
  ['before it opens', own, { left: 1, isIn: false }, -1, 'notYet'],
  ['while it is open', own, { left: 1, isIn: false }, 0, 'ready'],
  ['when she is in', own, { left: 0, isIn: true }, 200, 'goOn'],
  ['without an attempt left', own, { left: 0, isIn: false }, 10, 'noneLeft'],
  ['at the end of the window', own, { left: 1, isIn: false }, 180, 'closed'],
  ['after it, when it was extended for her', over({ extendedUntil: at(240) }), { left: 1, isIn: false }, 200, 'ready'],
  ['after it, with half as long again', over({ timePercent: 150 }), { left: 1, isIn: false }, 230, 'ready'],
  ['when it was cancelled', over({ cancelledAt: at(-9) }), { left: 1, isIn: false }, 10, 'cancelled'],
] as const)('the door %s', (_case, terms, facts, minute, admission) => {
  expect(admissionOf(terms, facts, at(minute))).toBe(admission)
})

test('an accommodation near the end of the window is not cut off', () => {
  const half = over({ timePercent: 150 })
  expect(ownDeadlineOf(half, at(0))).toEqual(at(180))
  expect(ownDeadlineOf(half, at(60))).toEqual(at(240))
  expect(ownDeadlineOf(half, at(100))).toEqual(at(240))
  expect(ownEndOf(half)).toEqual(at(240))
})

test('nobody is worse off for anything that was granted, and whoever is let in has time', () => {
  const percent = fc.integer({ min: 100, max: 400 })
  const extended = fc.option(fc.integer({ min: -600, max: 900 }).map(at), { nil: null })
  fc.assert(
    fc.property(percent, extended, fc.integer({ min: -60, max: 900 }), (timePercent, extendedUntil, minute) => {
      const granted = over({ timePercent, extendedUntil })
      expect(ownDeadlineOf(granted, at(minute)) >= ownDeadlineOf(own, at(minute))).toBe(true)
      if (admissionOf(granted, { left: 1, isIn: false }, at(minute)) !== 'ready') return
      expect(ownDeadlineOf(granted, at(minute)) > at(minute)).toBe(true)
      expect(ownDeadlineOf(granted, at(minute)) <= ownEndOf(granted)).toBe(true)
    }),
  )
})

test('results are seen from the release on, at once without one', () => {
  expect([isReleased(null, at(0)), isReleased(at(1), at(0)), isReleased(at(0), at(0))]).toEqual([true, false, true])
})

test('forms have letters', () => {
  expect([0, 1, 2].map(formLetter)).toEqual(['A', 'B', 'C'])
})

test('today tells of what she may sit and of what opens within a week, of nothing that was', () => {
  const now = new Date('2026-11-25T02:00:00Z')
  const opens = (days: number) => new Date(now.getTime() + days * 86_400_000)
  const list = [
    { id: 'in', admission: 'goOn', opensAt: opens(-1) },
    { id: 'open', admission: 'ready', opensAt: opens(-9) },
    { id: 'week', admission: 'notYet', opensAt: opens(7) },
    { id: 'later', admission: 'notYet', opensAt: opens(7.1) },
    { id: 'over', admission: 'closed', opensAt: opens(-1) },
    { id: 'done', admission: 'noneLeft', opensAt: opens(-1) },
    { id: 'off', admission: 'cancelled', opensAt: opens(1) },
  ] as const
  expect(soonToSit(list, now).map(({ id }) => id)).toEqual(['in', 'open', 'week'])
})
