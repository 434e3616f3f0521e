import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestOf, countStates, currentOf, roomState, roomStates, seenAt } from './room.ts'

const now = new Date('2026-11-23T02:00:00.000Z')
const before = (ms: number) => new Date(now.getTime() - ms)
const open = {
  ...{ status: 'open', submittedBy: null, boundaryAt: before(-60_000), lastSeenAt: before(30_000), savedAt: null },
}

test.each([
  ['nobody has begun', null, 'absent'],
  ['heard of half a minute ago', open, 'in'],
  ['silent for longer', { ...open, lastSeenAt: before(30_001) }, 'offline'],
  ['saved without a script', { ...open, lastSeenAt: before(90_000), savedAt: before(5_000) }, 'in'],
  ['on the boundary', { ...open, boundaryAt: now }, 'in'],
  ['past the boundary, swept or not', { ...open, boundaryAt: before(1) }, 'expired'],
  ['handed in', { ...open, status: 'submitted', submittedBy: 'self' }, 'submitted'],
  ['handed in by the clock', { ...open, status: 'submitted', submittedBy: 'expiry' }, 'expired'],
  ['voided', { ...open, status: 'void' }, 'voided'],
] as const)('%s', (_case, attempt, state) => {
  expect(roomState(attempt, now)).toBe(state)
})

test('the later sign of life is when she was seen', () => {
  expect(seenAt({ lastSeenAt: before(5), savedAt: before(9) })).toEqual(before(5))
  expect(seenAt({ lastSeenAt: before(9), savedAt: before(5) })).toEqual(before(5))
})

const attempt = fc.record({
  number: fc.nat(9),
  status: fc.constantFrom('open', 'submitted', 'void'),
  halfPoints: fc.option(fc.nat(200), { nil: null }),
})

test('the latest attempt counts now, and the best that was scored is the mark', () => {
  fc.assert(
    fc.property(fc.uniqueArray(attempt, { selector: ({ number }) => number }), (attempts) => {
      const numbers = attempts.map(({ number }) => number)
      expect(currentOf(attempts)?.number ?? -1).toBe(Math.max(-1, ...numbers))
      const scored = attempts.filter((one) => one.status === 'submitted' && one.halfPoints !== null)
      expect(bestOf(attempts)?.halfPoints ?? -1).toBe(Math.max(-1, ...scored.map(({ halfPoints }) => halfPoints ?? 0)))
    }),
  )
})

test('everybody is counted once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...roomStates)), (states) => {
      const counts = countStates(states)
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(states.length)
    }),
  )
})
