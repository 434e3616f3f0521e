import { letters } from '~/modules/courses/packed.ts'
import { type FileCell, neutral } from '~/platform/spreadsheet.ts'
import { courseCell, type SheetRow } from './sheet.ts'
import type { SheetColumn, SheetWords } from './sheet-html.ts'

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
