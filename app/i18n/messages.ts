import { createContext, useContext, useMemo } from 'react'
import { defaultLocale, type Locale } from './locale.ts'

/** [Chinese, English]. «{name}» is replaced; English may hold a singular and a plural, «{count} lesson|{count} lessons». */
export type Pair = readonly [zh: string, en: string]
export type Messages = Readonly<Record<string, Pair>>
export type Values = Readonly<Record<string, string | number>>
export type Translate<M extends Messages> = (key: keyof M & string, values?: Values) => string

/** One area's texts, both languages side by side: a missing translation does not compile. */
export function defineMessages<const M extends Messages>(messages: M): M {
  return messages
}

export function translator<M extends Messages>(messages: M, locale: Locale): Translate<M> {
  return (key, values = {}) => {
    const pair = messages[key]
    if (!pair) return key
    return fill(locale === 'en' ? plural(pair[1], values.count) : pair[0], values)
  }
}

function plural(text: string, count: string | number | undefined): string {
  const [one, many] = text.split('|')
  return (many !== undefined && Number(count) !== 1 ? many : one) ?? text
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

const LocaleContext = createContext<Locale>(defaultLocale)
export const LocaleProvider = LocaleContext.Provider

export function useLocale(): Locale {
  return useContext(LocaleContext)
}

/** `const t = useT(learn)`; then `t('resume')`. */
export function useT<M extends Messages>(messages: M): Translate<M> {
  const locale = useLocale()
  return useMemo(() => translator(messages, locale), [messages, locale])
}
