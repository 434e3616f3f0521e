import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesOf, faultOfPlan, faultOfReopening, type PlannedSitting, settledPlan } from './sitting-change.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 1, minute))
const planned: PlannedSitting = {
  ...{ title: '摸底', opensAt: at(0), closesAt: at(120), releaseAt: at(180), cancelledAt: null, limitMinutes: 60 },
}
const fault = (over: Partial<PlannedSitting>, now: Date, hasBegun = false, before = planned) =>
  faultOfPlan(before, { ...before, ...over }, { hasBegun, now })?.code ?? null

test.each([
  ['a title at any time', { title: '期末' }, at(500), true, null],
  ['both ends before it opens', { opensAt: at(30), closesAt: at(150) }, at(-10), false, null],
  ['an earlier end before it opens', { closesAt: at(90) }, at(-10), false, null],
  ['no opening once it is open', { opensAt: at(30) }, at(10), false, 'opensFixed'],
  ['an earlier end while nobody has begun', { closesAt: at(90) }, at(10), false, null],
  ['no earlier end once somebody has', { closesAt: at(90) }, at(10), true, 'closesOnlyLater'],
  ['a later end once somebody has', { closesAt: at(150) }, at(10), true, null],
  ['no end in the past', { closesAt: at(70) }, at(80), false, 'windowPast'],
  ['no end once it is closed', { closesAt: at(300) }, at(200), true, 'closesFixed'],
  ['no window shorter than the time to answer', { closesAt: at(59) }, at(-10), false, 'windowTooShort'],
  ['a later release before it is released', { releaseAt: at(400) }, at(170), true, null],
  ['no later release once it is released', { releaseAt: at(400) }, at(181), true, 'releaseFixed'],
] as const)('%s', (_what, over, now, hasBegun, code) => {
  expect(fault(over, now, hasBegun)).toBe(code)
})

test('results shown at once may wait as long as nobody has begun', () => {
  const atOnce = { ...planned, releaseAt: null }
  expect(fault({ releaseAt: at(200) }, at(10), false, atOnce)).toBeNull()
  expect(fault({ releaseAt: at(200) }, at(10), true, atOnce)).toBe('releaseFixed')
})

test('what a form sends back to the minute was not changed', () => {
  const before = { ...planned, releaseAt: new Date(at(180).getTime() + 12_345) }
  const settled = settledPlan(before, { ...planned, releaseAt: at(180) })
  expect(changesOf(before, settled)).toEqual([])
  expect(changesOf(before, settledPlan(before, { ...planned, releaseAt: null }))).toEqual(['releaseAt'])
  expect(changesOf(planned, { ...planned, title: '期末', closesAt: at(130) })).toEqual(['title', 'closesAt'])
})

test('whoever has begun never gets an earlier end, whatever is asked and whenever', () => {
  const minute = fc.integer({ min: -300, max: 600 })
  fc.assert(
    fc.property(minute, minute, minute, (opens, closes, when) => {
      const next = { ...planned, opensAt: at(opens), closesAt: at(closes) }
      const accepted = faultOfPlan(planned, next, { hasBegun: true, now: at(when) }) === null
      if (accepted) expect(next.closesAt.getTime()).toBeGreaterThanOrEqual(planned.closesAt.getTime())
    }),
  )
})

test.each([
  [{ isReleased: true, hasLater: false, ownEnd: at(100) }, at(50), 'reopenReleased'],
  [{ isReleased: false, hasLater: true, ownEnd: at(100) }, at(50), 'reopenLater'],
  [{ isReleased: false, hasLater: false, ownEnd: at(100) }, at(10), 'reopenPast'],
  [{ isReleased: false, hasLater: false, ownEnd: at(100) }, at(101), 'reopenBeyond'],
  [{ isReleased: false, hasLater: false, ownEnd: at(100) }, at(100), null],
] as const)(
  'a paper that is in is open again only within her time, and before any key is shown: %j',
  (facts, until, code) => {
    expect(faultOfReopening(facts, until, at(10))).toBe(code)
  },
)
