import type { WorkField } from './work-text.ts'

/** A line of a field that is not blank, counted within its field from 0: what a comment is about. */
export type Paragraph = { readonly field: string; readonly index: number; readonly text: string }

export function paragraphsOf(fields: readonly WorkField[]): readonly Paragraph[] {
  return fields.flatMap(({ key, text }) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, index) => ({ field: key, index, text: line.trim() })),
  )
}
