import { cellsOf } from '~/modules/identity/paste-rows.ts'
import { type Level, type Subject, subjectCodes } from '~/modules/questions/subjects.ts'
import { type ExamEntry, firstYear, readMark } from './real-exam.ts'
import { subjectsOf } from './two-years.ts'

/*
 * Results pasted from a sheet, or read from an xlsx: one row for a person's subject, «姓名或用户名、科目、年份、状态、成绩». Here a
 * row is split and read; what it would do is decided in real-exam-plan.ts.
 */
export type ResultRow = {
  /** line in the text, from 1 */
  readonly line: number
  readonly text: string
  readonly name: string
  readonly username: string
} & ({ readonly entry: ExamEntry; readonly fault?: never } | { readonly entry?: never; readonly fault: RowReadFault })

/** Codes; the page says a sentence for each (`row.<fault>`). */
export type RowReadFault =
  | 'noOne'
  | 'noSubject'
  | 'unknownSubject'
  | 'whichLevel'
  | 'badYear'
  | 'badState'
  | 'noState'
  | 'halfPoint'
  | 'markInvalid'
  | 'markWithoutSitting'
  | 'passWithoutMark'
  | 'markContradictsResult'

type Column = 'name' | 'username' | 'level' | 'subject' | 'year' | 'state' | 'mark'

/** What heads the columns of the sheets that people keep, and of our own export. */
const headings: Readonly<Record<Column, RegExp>> = {
  name: /^(学员|考生)?(姓名|名字|姓名或用户名|name)$/i,
  username: /^(用户名|账号|帐号|username|account)$/i,
  level: /^(级别|报考级别|等级|level)$/i,
  subject: /^(科目|考试科目|报考科目|subject)$/i,
  year: /^(年份|年度|考试年份|考试年度|year|yearoftheexam)$/i,
  state: /^(状态|情况|考试状态|考试情况|结果|考试结果|state|result|whathappened)$/i,
  mark: /^(成绩|分数|得分|mark|score|points)$/i,
}
const columns = Object.keys(headings) as readonly Column[]
const usual: readonly Column[] = ['name', 'subject', 'year', 'state', 'mark']

/** `defaultYear`: of rows that name none. */
export function parseResultRows(text: string, defaultYear: number): readonly ResultRow[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    // An empty first cell keeps its place.
    .map((line, at) => ({ line: at + 1, text: line.trim(), cells: cellsOf(line.replace(/^\t/, '—\t')) }))
    .filter((line) => line.text !== '')
  const head = headAmong(lines)
  return lines
    .slice(head ? head.at + 1 : 0)
    .map(({ cells, ...line }) => ({ ...line, ...readRow(cells, head?.columns ?? usual, defaultYear) }))
}

/** Sheets have a title above their heads. */
const mostTitleLines = 4

function headAmong(lines: ReadonlyArray<{ readonly cells: readonly string[] }>) {
  const found = lines
    .slice(0, mostTitleLines + 1)
    .flatMap(({ cells }, at) => (headerOf(cells) ? [{ at, columns: headerOf(cells) ?? usual }] : []))
  return found[0] ?? null
}

/** The line that heads the columns: it stays above rows that are left. */
export function headingLine(text: string): string | null {
  const lines = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ line, cells: cellsOf(line) }))
  const head = headAmong(lines)
  return head ? (lines[head.at]?.line ?? null) : null
}

/** A sheet's cells as a text that the paste field holds. */
export function asPastedText(rows: ReadonlyArray<readonly string[]>): string {
  const clean = (cell: string) => cell.replace(/\s+/g, ' ').trim()
  return rows
    .map((row) => row.map(clean).join('\t').trimEnd())
    .filter((line) => line !== '')
    .join('\n')
}

function headerOf(cells: readonly string[]): readonly (Column | null)[] | null {
  const found = cells.map((cell) => columns.find((column) => headings[column].test(cell.replace(/\s/g, ''))) ?? null)
  return found.includes('subject') && (found.includes('name') || found.includes('username')) ? found : null
}

function readRow(cells: readonly string[], heads: readonly (Column | null)[], defaultYear: number) {
  const cell = (column: Column) => {
    const text = cells[heads.indexOf(column)]?.normalize('NFKC').trim() ?? ''
    // Our own files put an apostrophe before what a spreadsheet would take for a formula.
    return /^[-—–]+$/.test(text) ? '' : text.replace(/^'/, '')
  }
  const who = { name: cell('name'), username: cell('username') }
  const fault = (code: RowReadFault) => ({ ...who, fault: code })
  if (who.name === '' && who.username === '') return fault('noOne')

  const subject = readSubject(cell('subject'), cell('level'))
  if (subject === 'noSubject' || subject === 'unknownSubject' || subject === 'whichLevel') return fault(subject)

  const year = readYear(cell('year'), defaultYear)
  if (year === null) return fault('badYear')

  const result = readResult(cell('state'), cell('mark'))
  return 'fault' in result ? fault(result.fault) : { ...who, entry: { subject, year, ...result } }
}

/** «社会工作综合能力（初级）», «初级实务», «法规», «zz», «Practice (junior)». */
export function readSubject(text: string, level = ''): Subject | 'noSubject' | 'unknownSubject' | 'whichLevel' {
  if (text === '') return 'noSubject'
  const plain = text.toLowerCase().trim()
  const code = subjectCodes.find((one) => one === plain)
  if (code) return code
  if (/法规|政策|\blaws?\b|polic/.test(plain)) return 'zf'
  const ending = /综合|能力|general|ability|comprehensive/.test(plain) ? 'z' : /实务|practice/.test(plain) ? 's' : null
  if (ending === null) return 'unknownSubject'
  const found = readLevel(plain) ?? readLevel(level.toLowerCase())
  if (found === null) return 'whichLevel'
  return subjectsOf(found).find((one) => one.endsWith(ending)) ?? 'unknownSubject'
}

function readLevel(text: string): Level | null {
  if (/初级|助理|junior|assistant/.test(text)) return 'junior'
  if (/高级|senior/.test(text)) return 'senior'
  return /中级|社会工作师|intermediate/.test(text) ? 'intermediate' : null
}

function readYear(text: string, defaultYear: number): number | null {
  if (text === '') return defaultYear
  const digits = /^(\d{4})( ?年度?)?$/.exec(text)?.[1]
  const year = Number(digits)
  return digits && year >= firstYear && year <= 2100 ? year : null
}

type Result = Pick<ExamEntry, 'state' | 'points'>

/** Official lists print «缺考», or −1, where the mark would be. */
function readResult(state: string, mark: string): Result | { readonly fault: RowReadFault } {
  const said = state.toLowerCase().replace(/\s/g, '')
  if (/^(缺考|未考|弃考|未参加|absent)$/.test(said || mark) || mark === '-1') {
    return /^\d/.test(mark) ? { fault: 'markWithoutSitting' } : { state: 'absent', points: null }
  }
  const read = readMark(mark)
  if (read.fault) return read
  const { points } = read
  if (/^(已报名|报名|报考|已报考|registered)$/.test(said)) {
    return points === null ? { state: 'registered', points } : { fault: 'markWithoutSitting' }
  }
  if (/^(合格|通过|已通过|及格|passed|pass)$/.test(said)) return judged(points, true)
  if (/^(不合格|未通过|没通过|不及格|failed|fail)$/.test(said)) return judged(points, false)
  if (/^(已考|到考|参考|已参加|考过|sat)$/.test(said)) return { state: 'sat', points }
  if (said !== '') return { fault: 'badState' }
  return points === null ? { fault: 'noState' } : { state: 'sat', points }
}

/** A word and a mark that say two things are shown to somebody who knows. */
function judged(points: number | null, hasPassed: boolean): Result | { readonly fault: RowReadFault } {
  if (points === null) return hasPassed ? { fault: 'passWithoutMark' } : { state: 'sat', points }
  return points >= 60 === hasPassed ? { state: 'sat', points } : { fault: 'markContradictsResult' }
}
