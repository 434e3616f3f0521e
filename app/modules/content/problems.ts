import type { authoring } from '~/i18n/authoring.ts'
import type { Values } from '~/i18n/messages.ts'
import type { Place } from './tree.ts'

type TextKey = keyof typeof authoring & string
export type ProblemCode = TextKey extends infer Key ? (Key extends `problem.${infer Code}` ? Code : never) : never

/** Something an author must mend, and where. The sentence is `problem.<code>` of `i18n/authoring.ts`. */
export type ContentProblem = {
  readonly code: ProblemCode
  /** path of the file; empty for text written in the browser */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly values: Values
  readonly isWarning: boolean
}

/** Collects what is wrong with one file. */
export type ProblemSink = (code: ProblemCode, place: Place, values?: Values) => void

const warningCodes: readonly ProblemCode[] = ['straightQuote', 'halfWidthPunctuation', 'minutesSeemWrong']

export function problem(code: ProblemCode, file: string, place: Place, values: Values = {}): ContentProblem {
  return { code, file, line: place.line, column: place.column, values, isWarning: warningCodes.includes(code) }
}

export function inOrder(problems: readonly ContentProblem[]): readonly ContentProblem[] {
  return problems.toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column || a.code.localeCompare(b.code),
  )
}
