/*
 * The time that is left, by the server's clock. The device brings only a clock that runs forward (performance.now), never
 * its date: whoever turns her clock back has no more time, and whose clock is wrong has no less.
 */

/** What one reply says: when it was asked for and came (device), and what the server's clock said in between. */
export type ClockSample = { readonly sentAt: number; readonly receivedAt: number; readonly serverNow: number }

/**
 * Server minus device, in milliseconds. A reply only says that it lies within the time the request took; what was believed
 * stays as long as it fits, so that the display does not jump with every slow reply, and moves after a device has slept.
 */
export function offsetAfter(believed: number | null, { sentAt, receivedAt, serverNow }: ClockSample): number {
  const [least, most] = [serverNow - receivedAt, serverNow - sentAt]
  if (believed === null) return Math.round((least + most) / 2)
  return Math.min(most, Math.max(least, believed))
}

/** Whole seconds, rounded up: it says 0 when there is nothing left, and not before. */
export function remainingSeconds(deadlineAt: number, offset: number, deviceNow: number): number {
  return Math.max(0, Math.ceil((deadlineAt - (deviceNow + offset)) / 1000))
}

/** «1:59:07», «9:05» */
export function remainingText(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

export const announcedMinutes = [30, 10, 5, 1] as const

/** Which announcements are over, for one deadline. */
export type Announced = { readonly deadlineAt: number; readonly lastMinutes: number }

/**
 * The clock is silent to a screen reader but for these. What has passed when the page opens is not said: whoever comes back
 * with 20 minutes hears nothing until 10. More time is a new deadline, with announcements of its own.
 */
export function startAnnouncing(deadlineAt: number, seconds: number): Announced {
  const passed = announcedMinutes.filter((minutes) => seconds <= minutes * 60)
  return { deadlineAt, lastMinutes: Math.min(Number.POSITIVE_INFINITY, ...passed) }
}

export type Announcement = { readonly minutes: number | null; readonly announced: Announced }

/** Called at every tick. After a device has slept over several of them, only the last is said. */
export function announce(before: Announced, deadlineAt: number, seconds: number): Announcement {
  const announced = before.deadlineAt === deadlineAt ? before : startAnnouncing(deadlineAt, seconds)
  const due = announcedMinutes.filter((minutes) => minutes < announced.lastMinutes && seconds <= minutes * 60).at(-1)
  if (due === undefined || seconds === 0) return { minutes: null, announced }
  return { minutes: due, announced: { deadlineAt, lastMinutes: due } }
}

const lastSeconds = 5 * 60

/** The last five minutes look different. */
export function isOverSoon(seconds: number): boolean {
  return seconds <= lastSeconds
}

/** She may hide the clock; for the last five minutes it comes back. */
export function isClockShown(isHidden: boolean, seconds: number): boolean {
  return !isHidden || isOverSoon(seconds)
}

/**
 * How long after the deadline the browser hands in by itself; `random` in [0, 1). Spread over the first half of the grace, so
 * that a hall does not hand in within one second; the other half is left for the way.
 */
export function submitDelayMs(graceMs: number, random: number): number {
  return Math.floor((random * graceMs) / 2)
}
