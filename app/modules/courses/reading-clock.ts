/*
 * How long somebody has been at a page: time counts while it is visible and she does something now and then; a page left
 * alone stops counting. The server holds what this says against its own clock (minutes.ts).
 */
export type ReadingClock = {
  readonly activeMs: number
  readonly tickedAt: number
  readonly touchedAt: number
}

/** Reading a screen of text takes about a minute without a touch; after two she has probably gone. */
const patienceMs = 120_000
/** A machine that slept wakes with one long tick: it says nothing. */
const longestTickMs = 5_000

export function startClock(now: number): ReadingClock {
  return { activeMs: 0, tickedAt: now, touchedAt: now }
}

/** Called about every second. */
export function tick(clock: ReadingClock, now: number, isVisible: boolean): ReadingClock {
  const passed = now - clock.tickedAt
  const counts = isVisible && passed > 0 && passed <= longestTickMs && now - clock.touchedAt <= patienceMs
  return { ...clock, activeMs: clock.activeMs + (counts ? passed : 0), tickedAt: now }
}

/** She scrolled, typed, pressed something. */
export function touch(clock: ReadingClock, now: number): ReadingClock {
  return { ...clock, touchedAt: now }
}

/** Whole seconds to report, and the clock with the rest. */
export function takeSeconds(clock: ReadingClock): { seconds: number; clock: ReadingClock } {
  const seconds = Math.floor(clock.activeMs / 1000)
  return { seconds, clock: { ...clock, activeMs: clock.activeMs - seconds * 1000 } }
}
