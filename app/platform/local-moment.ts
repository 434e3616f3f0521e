import { dayOf, isDay, startOfDay, timeOfDay } from './calendar.ts'

/* Moments in the forms of staff; apart from the calendar, which every page carries. */

/** «2026-11-23T14:05» of the zone, as a form sends it; null when it is none. */
export function readLocalMoment(text: string): Date | null {
  const [, day = '', hours = '', minutes = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/.exec(text) ?? []
  if (!isDay(day) || Number(hours) > 23 || Number(minutes) > 59) return null
  return new Date(startOfDay(day).getTime() + (Number(hours) * 60 + Number(minutes)) * 60_000)
}

/** The same the other way round, for a form. */
export function localMoment(instant: Date): string {
  return `${dayOf(instant)}T${timeOfDay(instant)}`
}
