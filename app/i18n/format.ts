import { type Day, dayOf, daysBetween, timeOfDay, weekdayOf } from '~/platform/calendar.ts'
import type { Locale } from './locale.ts'

/*
 * Days, times and amounts in words. Written out by hand: Intl has no «11月23日 周一», differs between engines (the page
 * would not hydrate), and is slow in long tables.
 */
const weekdaysZh = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const weekdaysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** «11月23日 周一», «Mon 23 Nov» */
export function formatDay(day: Day, locale: Locale): string {
  const weekday = weekdayOf(day)
  return locale === 'en'
    ? `${weekdaysEn[weekday]} ${shortDay(day, locale)}`
    : `${shortDay(day, locale)} ${weekdaysZh[weekday]}`
}

/** «11月23日», «23 Nov» */
export function shortDay(day: Day, locale: Locale): string {
  const [, month, date] = numbersOf(day)
  return locale === 'en' ? `${date} ${monthsEn[month - 1]}` : `${month}月${date}日`
}

/** «2026年11月23日», «23 Nov 2026» */
export function fullDay(day: Day, locale: Locale): string {
  const [year] = numbersOf(day)
  return locale === 'en' ? `${shortDay(day, locale)} ${year}` : `${year}年${shortDay(day, locale)}`
}

/** «2026年11月», «Nov 2026» of «2026-11» */
export function formatMonth(month: string, locale: Locale): string {
  const [year, number] = numbersOf(month)
  return locale === 'en' ? `${monthsEn[number - 1]} ${year}` : `${year}年${number}月`
}

/** «11月23日 周一 14:05» */
export function formatMoment(instant: Date, locale: Locale): string {
  return `${formatDay(dayOf(instant), locale)} ${timeOfDay(instant)}`
}

/** «今天», «昨天», «3 天前», then the day. */
export function formatAgo(instant: Date, now: Date, locale: Locale): string {
  const [then, today] = [dayOf(instant), dayOf(now)]
  const days = daysBetween(then, today)
  if (days <= 0) return locale === 'en' ? 'today' : '今天'
  if (days === 1) return locale === 'en' ? 'yesterday' : '昨天'
  if (days <= 30) return locale === 'en' ? `${days} days ago` : `${days} 天前`
  return then.slice(0, 4) === today.slice(0, 4) ? shortDay(then, locale) : fullDay(then, locale)
}

/** «25 分钟», «2 小时 5 分钟» */
export function formatMinutes(minutes: number, locale: Locale): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const [hourWord, minuteWord] = locale === 'en' ? ['h', 'min'] : ['小时', '分钟']
  if (hours === 0) return `${rest} ${minuteWord}`
  return rest === 0 ? `${hours} ${hourWord}` : `${hours} ${hourWord} ${rest} ${minuteWord}`
}

/** «83%» of a share between 0 and 1; 100 only when nothing is missing. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return '0%'
  return `${Math.floor((part / whole) * 100)}%`
}

function numbersOf(day: string): [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return [year, month, date]
}
