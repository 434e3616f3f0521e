import { useCallback } from 'react'
import { useLocale } from '~/i18n/messages.ts'

type Titled = { readonly title: string; readonly titleEn: string }

/** Titles of subjects, chapters and knowledge points in the reader's language. */
export function useTitle(): (thing: Titled) => string {
  const locale = useLocale()
  return useCallback((thing) => (locale === 'en' ? thing.titleEn : thing.title), [locale])
}
