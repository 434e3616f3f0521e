import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountLaw, addressKey, addressLaw, charge, type Law, type Tally, waitSeconds } from './throttle.ts'

const start = new Date('2026-11-23T08:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000)

/** How many guesses at these seconds get through when all of them are wrong. */
function admitted(law: Law, seconds: readonly number[]): number {
  let tally: Tally | null = null
  let count = 0
  for (const at of seconds) {
    const result = charge(law, tally, after(at))
    if (!result.allowed) continue
    tally = result.tally
    count += 1
  }
  return count
}

test('five guesses at once, then a second, then four, sixteen …', () => {
  expect(admitted(accountLaw, Array<number>(1_000).fill(0))).toBe(5)
  expect(admitted(accountLaw, [0, 0, 0, 0, 0, 0.999])).toBe(5)
  expect(admitted(accountLaw, [0, 0, 0, 0, 0, 1])).toBe(6)
  expect(admitted(accountLaw, [0, 0, 0, 0, 0, 1, 4.999])).toBe(6)
  expect(admitted(accountLaw, [0, 0, 0, 0, 0, 1, 5])).toBe(7)
})

test('a thousand guesses spread over fifteen minutes: ten are verified', () => {
  expect(
    admitted(
      accountLaw,
      [...Array(1_000).keys()].map((at) => at * 0.9),
    ),
  ).toBeLessThanOrEqual(10)
})

test('law: no way of timing guesses gets more than ten through in fifteen minutes', () => {
  const times = fc.array(fc.integer({ min: 0, max: 899 }), { minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(times, (seconds) => {
      expect(
        admitted(
          accountLaw,
          [...seconds].sort((a, b) => a - b),
        ),
      ).toBeLessThanOrEqual(10)
    }),
  )
})

test('nobody is locked out for good: an account waits a quarter of an hour at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (failures) => {
      const tally = { failures, windowStart: start, blockedUntil: start }
      const result = charge(accountLaw, tally, start)
      expect(result.allowed && waitSeconds(accountLaw, result.tally, start)).toBeLessThanOrEqual(900)
    }),
  )
})

test('the answer says how long to wait', () => {
  const tally = { failures: 7, windowStart: start, blockedUntil: after(61) }

  expect(charge(accountLaw, tally, start)).toEqual({ allowed: false, retryAfterSeconds: 61 })
  expect(waitSeconds(accountLaw, tally, after(61))).toBe(0)
})

test('half a day after the last wait an account is forgiven', () => {
  const tally = { failures: 30, windowStart: start, blockedUntil: start }

  expect(charge(accountLaw, tally, after(12 * 3600))).toMatchObject({ tally: { failures: 1 } })
  expect(charge(accountLaw, tally, after(12 * 3600 - 1))).toMatchObject({ tally: { failures: 31 } })
})

test('an address may fail 290 times in a quarter of an hour', () => {
  expect(admitted(addressLaw, Array<number>(1_000).fill(0))).toBe(290)
  expect(admitted(addressLaw, [...Array<number>(400).fill(0), ...Array<number>(400).fill(900)])).toBe(580)
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:DB8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s counts as %s', (address, key) => {
  expect(addressKey(address)).toBe(key)
})
