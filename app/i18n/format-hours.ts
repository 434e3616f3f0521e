import type { Locale } from './locale.ts'

/** Credit hours, to one decimal: «3.5 学时» */
export function formatHours(hours: number, locale: Locale): string {
  const shown = (Math.round(hours * 10) / 10).toString()
  return locale === 'en' ? `${shown} credit ${shown === '1' ? 'hour' : 'hours'}` : `${shown} 学时`
}
