import type { WorkField } from './work-text.ts'

/** A revision is an ordered list of them, each key once. */
export type Field = WorkField

/** Where a paragraph stands: the how-manieth of which field, from 0. */
export type Place = { readonly field: string; readonly index: number }
export type Paragraph = Place & { readonly text: string }

const lineEnd = /\r\n?|[\n\u0085\u2028\u2029]/
/** White space and characters without a shape, as they come along from a chat, are not yet a paragraph. */
const somethingToRead = /[^\s\p{Cf}]/u

/**
 * The paragraphs of a revision in reading order: every line that is not blank. The space around a line (two wide blanks before it,
 * in Chinese) and the empty lines between are the page's business: whoever changes nothing else has changed nothing.
 */
export function paragraphsOf(fields: readonly Field[]): readonly Paragraph[] {
  return fields.flatMap(({ key, text }) =>
    text
      .split(lineEnd)
      .filter((line) => somethingToRead.test(line))
      .map((line, index) => ({ field: key, index, text: line.trim() })),
  )
}

/** The `id` of a paragraph on a page, which may show several revisions: a link leads to it, a comment points at it. */
export function paragraphId(revision: number, { field, index }: Place): string {
  return `r${revision}-${field}-${index + 1}`
}
