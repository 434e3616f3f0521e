/*
 * Days of the centre's zone, Asia/Shanghai. A day is the string «2026-11-23». The zone has kept +08:00 without summer time
 * since 1991, so the arithmetic is a fixed shift: no zone tables, and fast enough for every cell of a sheet.
 */
export type Day = string

const shiftMs = 8 * 3_600_000
const dayMs = 86_400_000

export function dayOf(instant: Date): Day {
  return shifted(instant).slice(0, 10)
}

/** «14:05» */
export function timeOfDay(instant: Date): string {
  return shifted(instant).slice(11, 16)
}

/** «2026-11» */
export function monthOf(day: Day): string {
  return day.slice(0, 7)
}

export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const months = year * 12 + (number - 1) + count
  return `${Math.floor(months / 12)}-${String((((months % 12) + 12) % 12) + 1).padStart(2, '0')}`
}

/** From `from` to `to`: positive when `to` is later. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
}

/** The instant at which a day begins in the zone. */
export function startOfDay(day: Day): Date {
  return new Date(Date.parse(day) - shiftMs)
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay()
}

/** A day that exists, written as a calendar day. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const parsed = Date.parse(text)
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text)
}

function shifted(instant: Date): string {
  return new Date(instant.getTime() + shiftMs).toISOString()
}
