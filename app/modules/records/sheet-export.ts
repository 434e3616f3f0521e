import { letters } from '~/modules/courses/packed.ts'
import { courseCell, type SheetRow } from './sheet.ts'
import type { SheetColumn, SheetWords } from './sheet-html.ts'

/** A cell of the file: a text, never more than a text, or a number. */
export type FileCell =
  | { readonly text: string; readonly isHead?: true; readonly wraps?: true }
  | { readonly number: number }

export type ExportWords = SheetWords & {
  readonly username: string
  readonly title: string
  /** what the columns stand for, and the definitions: beneath the table */
  readonly notes: readonly string[]
}

/** The table as it stands on the screen, with usernames, sums and, beneath, what its numbers mean. */
export function exportCells(
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  usernames: ReadonlyMap<string, string>,
  words: ExportWords,
): ReadonlyArray<readonly FileCell[]> {
  const [name = '', ...otherHeads] = words.heads
  const head = [name, words.username, ...otherHeads, ...columns.map(({ title }) => title)]
  return [
    [{ text: neutral(words.title), isHead: true }],
    head.map((text): FileCell => ({ text: neutral(text), isHead: true })),
    ...rows.map((row) => rowCells(row, columns, usernames.get(row.personId) ?? '', words)),
    [],
    ...words.notes.map((text): FileCell[] => [{ text: neutral(text) }]),
  ]
}

function rowCells(
  row: SheetRow,
  columns: readonly SheetColumn[],
  username: string,
  words: ExportWords,
): readonly FileCell[] {
  const text = (value: string): FileCell => ({ text: neutral(value) })
  return [
    text(row.name),
    text(username),
    text(row.organisation),
    text(row.mentors.join(words.between)),
    text(words.paces[row.pace]),
    text(`${row.finished}/${row.cells.length}`),
    { number: row.minutes },
    text(words.ago(row.lastActivityAt)),
    ...columns.map(({ from, length }) => text(cellText(row.cells, from, length, words))),
  ]
}

function cellText(cells: string, from: number, length: number, words: SheetWords): string {
  if (length > 1) return `${courseCell(cells, from, length).finished}/${length}`
  const [state] = Object.entries(letters).find(([, letter]) => letter === cells[from]) ?? ['open']
  return words.letters[isState(state) ? state : 'open']
}

function isState(text: string): text is keyof typeof letters {
  return text in letters
}

/**
 * A text that a spreadsheet might take for a formula begins with an apostrophe. In this file every text is typed as text;
 * but files are saved as CSV and opened again. Full-width signs count too, and signs behind blanks or control characters.
 */
export function neutral(text: string): string {
  const clean = text.replace(/[^\P{Cc}\n]/gu, ' ')
  return /^[\s\p{Cf}\p{Zs}]*[=+\-@|%＝＋－＠｜％\t\r\n]/u.test(text) && !isNumber(text) ? `'${clean}` : clean
}

/** −3.5 stays a number. */
function isNumber(text: string): boolean {
  return /^[+-]?\d+(\.\d+)?$/.test(text)
}
