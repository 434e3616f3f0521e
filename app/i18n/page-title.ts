import { defaultLocale, isLocale, type Locale } from './locale.ts'
import { type Messages, translator, type Values } from './messages.ts'

type Match = { readonly id: string; readonly data?: unknown }

/** A page's `meta`: its title in the reader's language, then the name of the site. */
export function pageTitle<M extends Messages>(
  matches: readonly Match[],
  messages: M,
  key: keyof M & string,
  values?: Values,
): [{ title: string }] {
  return [{ title: `${translator(messages, localeOf(matches))(key, values)} · 育才 Yucai` }]
}

/** `meta` runs outside of the page: the language is in what the root's loader gave. */
function localeOf(matches: readonly Match[]): Locale {
  const root: unknown = matches.find(({ id }) => id === 'root')?.data
  if (typeof root !== 'object' || root === null || !('locale' in root)) return defaultLocale
  return isLocale(root.locale) ? root.locale : defaultLocale
}
