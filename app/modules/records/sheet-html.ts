import type { Pace } from '~/modules/courses/pace.ts'
import { type Letter, letters } from '~/modules/courses/packed.ts'
import type { LessonState } from '~/modules/courses/progress.ts'
import { paths } from '~/paths.ts'
import { escaped } from '~/platform/html.ts'
import { columnSums, courseCell, type SheetRow } from './sheet.ts'

/*
 * The inside of the sheet's table as text: sixteen thousand cells are too many for elements. End tags that HTML lets one
 * leave out are left out, and a cell says no more than its letter: the page of a large cohort is little else. Whatever is a person's word goes through `escaped`.
 */
export type SheetColumn = {
  /** of the lesson or the course */
  readonly id: string
  /** «1», or the course's title */
  readonly head: string
  /** what it stands for in full */
  readonly title: string
  /** lessons it covers: one, or those of a course */
  readonly from: number
  readonly length: number
}

/** The sheet among the documents of its page: on the server its text passes by React (`document-bytes.server.ts`). */
export const sheetKey = 'sheet'

export type SheetWords = {
  readonly heads: readonly string[]
  readonly sums: string
  readonly letters: Readonly<Record<LessonState, string>>
  readonly paces: Readonly<Record<Pace, string>>
  readonly ago: (at: Date | null) => string
  readonly between: string
}

export function sheetTableHtml(rows: readonly SheetRow[], columns: readonly SheetColumn[], words: SheetWords): string {
  return sheetTableParts(rows, columns, words).join('')
}

/** The same in parts: every second one is the cells of a row, of which many are alike. */
export function sheetTableParts(
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  words: SheetWords,
): readonly string[] {
  const parts = bodyParts(rows, columns, words)
  return [`${headHtml(columns, words)}<tbody>`, '', ...parts, `<tfoot>${footHtml(rows, columns, words)}`]
}

/** Heads over numbers: progress and minutes. */
const numeric = new Set([4, 5])

function headHtml(columns: readonly SheetColumn[], { heads }: SheetWords): string {
  const fixed = heads
    .map((head, at) => `<th scope="col"${numeric.has(at) ? ' class="q"' : ''}>${escaped(head)}`)
    .join('')
  const own = columns.map(({ head, title }) => `<th scope="col" title="${escaped(title)}">${escaped(head)}`)
  return `<thead><tr>${fixed}${own.join('')}`
}

function bodyParts(rows: readonly SheetRow[], columns: readonly SheetColumn[], words: SheetWords): readonly string[] {
  const cellsOf = columns.every(({ length }) => length === 1) ? lessonCells(words) : courseCells(columns)
  const parts: string[] = []
  for (const row of rows) {
    let html = `<tr><th scope="row"><a href="${escaped(paths.trainee(row.personId))}">${escaped(row.name)}</a>`
    html += `<td>${escaped(row.organisation)}<td>${escaped(row.mentors.join(words.between))}`
    html += `<td class="p ${row.pace}">${words.paces[row.pace]}<td class="q">${row.finished}/${row.cells.length}`
    html += `<td class="q">${row.minutes}<td>${words.ago(row.lastActivityAt)}`
    parts.push(html, cellsOf(row.cells))
  }
  return parts
}

/** They look like any cell (records.css), and there are thousands of them. */
const plain: ReadonlySet<LessonState> = new Set(['open', 'locked'])

/** Many trainees stand alike: a row of cells that was made once is used again. */
function lessonCells(words: SheetWords): (cells: string) => string {
  const byLetter = new Map<string, string>()
  for (const [state, letter] of Object.entries(letters) as [LessonState, Letter][]) {
    byLetter.set(letter, `<td${plain.has(state) ? '' : ` class=${letter}`}>${words.letters[state]}`)
  }
  const made = new Map<string, string>()
  return (cells) => {
    const known = made.get(cells)
    if (known !== undefined) return known
    let html = ''
    for (let at = 0; at < cells.length; at++) html += byLetter.get(cells.charAt(at)) ?? '<td>'
    made.set(cells, html)
    return html
  }
}

function courseCells(columns: readonly SheetColumn[]): (cells: string) => string {
  return (cells) =>
    columns
      .map(({ from, length }) => {
        const { finished, state } = courseCell(cells, from, length)
        return `<td class=${letters[state]}>${finished}/${length}`
      })
      .join('')
}

function footHtml(rows: readonly SheetRow[], columns: readonly SheetColumn[], words: SheetWords): string {
  const lessonCount = columns.reduce((count, { from, length }) => Math.max(count, from + length), 0)
  const sums = columnSums(rows, lessonCount)
  const finished = rows.reduce((sum, row) => sum + row.finished, 0)
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0)
  const own = columns.map(({ from, length }) => {
    const sum = sums.slice(from, from + length).reduce((a, b) => a + b, 0)
    return `<td>${sum}`
  })
  return `<tr><th scope="row">${escaped(words.sums)}<td><td><td><td class="q">${finished}/${rows.length * lessonCount}<td class="q">${minutes}<td>${own.join('')}`
}
