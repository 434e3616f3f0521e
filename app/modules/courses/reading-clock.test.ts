import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startClock, takeSeconds, tick, touch } from './reading-clock.ts'

function run(seconds: number, { isVisible = true, touchEvery = 30 } = {}) {
  let clock = startClock(0)
  for (let second = 1; second <= seconds; second++) {
    if (second % touchEvery === 0) clock = touch(clock, second * 1000)
    clock = tick(clock, second * 1000, isVisible)
  }
  return takeSeconds(clock).seconds
}

test('reading with a scroll now and then counts in full', () => expect(run(600)).toBe(600))
test('a page behind another window does not count', () => expect(run(600, { isVisible: false })).toBe(0))
test('a page left alone stops counting after two minutes', () => {
  expect(run(600, { touchEvery: 10_000 })).toBe(120)
})

test('a machine that slept wakes without a gift', () => {
  const slept = tick(startClock(0), 3_600_000, true)
  expect(takeSeconds(slept).seconds).toBe(0)
})

test('what is taken is taken once, and no fraction is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5_000 })), (steps) => {
      let clock = startClock(0)
      let [now, taken] = [0, 0]
      for (const step of steps) {
        now += step
        const took = takeSeconds(tick(touch(clock, now), now, true))
        taken += took.seconds
        clock = took.clock
      }
      expect(taken).toBe(Math.floor(now / 1000))
    }),
  )
})
