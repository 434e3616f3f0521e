import type { Locale } from '~/i18n/locale.ts'

/** Titles of tracks, courses and lessons are content: both languages stand in the files. */
type Titled = { readonly title: string; readonly titleEn: string }
type Summarised = { readonly summary: string; readonly summaryEn: string }

export function titleIn(locale: Locale, { title, titleEn }: Titled): string {
  return locale === 'en' ? titleEn : title
}

export function summaryIn(locale: Locale, { summary, summaryEn }: Summarised): string {
  return locale === 'en' ? summaryEn : summary
}
