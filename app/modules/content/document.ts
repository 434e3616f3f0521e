/*
 * A document is a lesson's text, compiled: static HTML, the same for everybody, and what must be known of it. It is made
 * ahead of time from `content/`, or from what staff write in the browser, and read from memory.
 */
export type OutlineEntry = { readonly id: string; readonly text: string; readonly level: 2 | 3 | 4 }

/** A place in the text where something of the reader's own is shown: React renders a slot after each. */
export type Island =
  | {
      readonly kind: 'check'
      readonly id: string
      readonly question: string
      readonly multiple: boolean
      readonly optional: boolean
    }
  | { readonly kind: 'reflect'; readonly id: string; readonly prompt: string }
  | { readonly kind: 'video'; readonly id: string; readonly title: string; readonly seconds: number }

/** Anything at the top level of the text: search leads to it, the reading position is kept in it. */
export type Block = {
  readonly id: string
  readonly text: string
  /** text of the heading above */
  readonly section: string
}

type OptionKey = { readonly id: string; readonly text: string; readonly right: boolean }

/** What only the server knows of a self-check until it has been answered. */
export type CheckKey = {
  readonly id: string
  readonly multiple: boolean
  readonly optional: boolean
  readonly options: readonly OptionKey[]
  readonly explanation: string
}

export type LessonDocument = {
  /** names the HTML: equal hashes, equal text */
  readonly hash: string
  readonly html: string
  readonly outline: readonly OutlineEntry[]
  readonly islands: readonly Island[]
  readonly blocks: readonly Block[]
  readonly checks: readonly CheckKey[]
}

/** Stands after each island's static form. Text cannot forge it: it is escaped. */
export const islandTag = 'island-end'
const islandMark = `<${islandTag}></${islandTag}>`

const cut = new Map<string, readonly string[]>()
const mostCut = 500

/** The HTML between islands: always one part more than there are islands. Cut once: a lesson is asked for all day. */
export function partsOf(html: string): readonly string[] {
  const known = cut.get(html)
  if (known) return known
  const parts = html.split(islandMark)
  if (cut.size >= mostCut) cut.clear()
  cut.set(html, parts)
  return parts
}
