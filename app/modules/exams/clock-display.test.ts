import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  announce,
  announcedMinutes,
  isClockShown,
  offsetAfter,
  remainingSeconds,
  remainingText,
  startAnnouncing,
  submitDelayMs,
} from './clock-display.ts'

const deadline = 1_800_000_000_000

test('the time left follows the server, wherever the device’s clock stands', () => {
  for (const deviceNow of [0, 5_000, deadline + 86_400_000, -86_400_000]) {
    const offset = offsetAfter(null, { sentAt: deviceNow, receivedAt: deviceNow, serverNow: deadline - 60_000 })
    expect(remainingSeconds(deadline, offset, deviceNow + 1_000)).toBe(59)
  }
})

test.each([
  [1, 1],
  [0, 0],
  [-1, 0],
  [1_000, 1],
  [1_001, 2],
  [-90_000, 0],
])('%d ms before the end it says %d', (ms, seconds) => {
  expect(remainingSeconds(deadline, 0, deadline - ms)).toBe(seconds)
})

test('what is believed of the server’s clock is never further off than the request took', () => {
  const samples = fc.array(fc.tuple(fc.nat(5_000), fc.nat(5_000), fc.nat(60_000)), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), samples, (offset, list) => {
      let [believed, device]: [number | null, number] = [null, 0]
      for (const [there, back, pause] of list) {
        const sample = { sentAt: device, receivedAt: device + there + back, serverNow: device + there + offset }
        believed = offsetAfter(believed, sample)
        device += there + back + pause
        expect(Math.abs(believed - offset)).toBeLessThanOrEqual(there + back)
      }
    }),
  )
})

test('a slow reply that says nothing new changes nothing; a device that slept is put right', () => {
  const believed = offsetAfter(null, { sentAt: 0, receivedAt: 10, serverNow: 1_005 })
  expect(believed).toBe(1_000)
  expect(offsetAfter(believed, { sentAt: 100, receivedAt: 4_100, serverNow: 2_000 })).toBe(1_000)
  expect(offsetAfter(believed, { sentAt: 200, receivedAt: 220, serverNow: 600_210 })).toBe(599_990)
})

function spoken(ticks: readonly number[], from = ticks[0] ?? 0): readonly number[] {
  let announced = startAnnouncing(deadline, from)
  return ticks.flatMap((seconds) => {
    const next = announce(announced, deadline, seconds)
    announced = next.announced
    return next.minutes ?? []
  })
}

const countdown = (from: number) => Array.from({ length: from + 1 }, (_, at) => from - at)

test('a whole exam hears 30, 10, 5 and 1 minutes, once each', () => {
  expect(spoken(countdown(7_200))).toEqual([30, 10, 5, 1])
})

test('each is said at its second', () => {
  for (const minutes of announcedMinutes) {
    const before = startAnnouncing(deadline, 7_200)
    expect(announce(before, deadline, minutes * 60).minutes).toBe(minutes)
    expect(announce(startAnnouncing(deadline, minutes * 60 + 1), deadline, minutes * 60 + 1).minutes).toBeNull()
  }
})

test('however the ticks come: nothing twice, in falling order, and nothing that was over when she came in', () => {
  const ticks = fc.array(fc.nat(4_000), { minLength: 1, maxLength: 60 }).map((list) => list.sort((a, b) => b - a))
  fc.assert(
    fc.property(ticks, (list) => {
      const said = spoken(list)
      expect(said).toEqual([...new Set(said)].sort((a, b) => b - a))
      for (const minutes of said) expect(list[0]).toBeGreaterThan(minutes * 60)
      for (const minutes of announcedMinutes) {
        // Said exactly when some tick was the first at or below it without being below the next one as well.
        const first = list.find((seconds) => seconds <= minutes * 60)
        const next = announcedMinutes.find((other) => other < minutes) ?? 0
        const isSaid = first !== undefined && first > next * 60 && (list[0] ?? 0) > minutes * 60
        expect(said.includes(minutes)).toBe(isSaid)
      }
    }),
  )
})

test('a device that slept from 40 to 4 minutes hears 5, and then 1', () => {
  expect(spoken([2_400, 240, 239, 60])).toEqual([5, 1])
})

test('whoever comes in with 20 minutes hears nothing of 30; with an hour’s exam of 30 minutes nothing at the start', () => {
  expect(spoken(countdown(1_200))).toEqual([10, 5, 1])
  expect(spoken(countdown(1_800))).toEqual([10, 5, 1])
})

test('more time is announced anew', () => {
  const ten = announce(startAnnouncing(deadline, 700), deadline, 600)
  expect(ten.minutes).toBe(10)
  const later = deadline + 600_000
  const more = announce(ten.announced, later, 1_190)
  expect(more.minutes).toBeNull()
  expect(announce(more.announced, later, 600).minutes).toBe(10)
})

test('the hidden clock comes back for the last five minutes', () => {
  expect(isClockShown(true, 301)).toBe(false)
  expect(isClockShown(true, 300)).toBe(true)
  expect(isClockShown(false, 7_200)).toBe(true)
})

test('handing in by itself is spread, and always within the grace with time to spare', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (random) => {
      const delay = submitDelayMs(10_000, random)
      expect(delay).toBeGreaterThanOrEqual(0)
      expect(delay).toBeLessThan(5_000)
    }),
  )
  expect(submitDelayMs(10_000, 0.9) - submitDelayMs(10_000, 0.1)).toBe(4_000)
})

test.each([
  [7_147, '1:59:07'],
  [545, '9:05'],
  [59, '0:59'],
  [0, '0:00'],
])('%d seconds read «%s»', (seconds, text) => {
  expect(remainingText(seconds)).toBe(text)
})
