import { judgementOptions } from '../pack.ts'
import type { AnswerPoint, Choice, Constructed, Question, QuestionBody, QuestionFacts } from '../question.ts'
import { isSubject, subjectCodes, subjects } from '../subjects.ts'
import { readAnswerPoints } from './answer-points.ts'
import { checkBody } from './check-body.ts'
import { difficultyOf } from './chinese-labels.ts'
import { readLaws, unreadLaws } from './law-text.ts'
import type { SheetRow } from './sheet-xml.ts'
import { problem, type ReadOptions, type StagedItem, type StagedProblem, strayItem } from './staged-item.ts'
import { type Heading, headingOf, isHeadRow, restoredCell, type WorkbookColumn } from './workbook-columns.ts'
import { kindOfRow, type RowKind, readRowKey } from './workbook-row.ts'

/** A row by the names of its columns. */
export type NamedRow = {
  readonly row: number
  readonly excerpt: string
  readonly texts: Partial<Readonly<Record<WorkbookColumn, string>>>
  readonly options: readonly string[]
  readonly problems: readonly StagedProblem[]
}

/** The rows beneath the head, or null where a sheet has none. */
export function namedRows(
  rows: readonly SheetRow[],
  nameOfCell: (column: number) => string,
): readonly NamedRow[] | null {
  const head = rows.slice(0, 15).findIndex(({ cells }) => isHeadRow(cells.map(({ text }) => headingOf(text))))
  if (head < 0) return null
  const headings = new Map(rows[head]?.cells.map(({ column, text }) => [column, headingOf(text)]))
  const names = new Map(rows[head]?.cells.map(({ column, text }) => [column, text.trim()]))
  return rows.slice(head + 1).flatMap((row) => {
    const named = namedRow(row, headings, names, nameOfCell)
    return named.excerpt === '' ? [] : [named]
  })
}

function namedRow(
  { row, cells }: SheetRow,
  headings: ReadonlyMap<number, Heading>,
  names: ReadonlyMap<number, string>,
  nameOfCell: (column: number) => string,
): NamedRow {
  const texts: Partial<Record<WorkbookColumn, string>> = {}
  const options: string[] = []
  const strays: string[] = []
  const problems: StagedProblem[] = []
  const filled = cells
    .map((cell) => ({ ...cell, text: restoredCell(cell.text.replace(/\r\n?/g, '\n').trim()) }))
    .filter(({ text }) => text !== '')
  for (const { column, text, isError } of filled) {
    const heading = headings.get(column) ?? null
    if (isError)
      problems.push(problem('cellError', row, 'error', { values: { cell: `${nameOfCell(column)}${row}`, text } }))
    if (!heading) strays.push(names.get(column) || nameOfCell(column))
    else if ('option' in heading) {
      while (options.length < heading.option) options.push('')
      options[heading.option] = text
    } else texts[heading.column] = texts[heading.column] === undefined ? text : `${texts[heading.column]}\n${text}`
  }
  const excerpt = filled.map(({ column, text }) => `${names.get(column) || nameOfCell(column)}：${text}`).join('\n')
  if (strays.length > 0) problems.push(problem('extraText', row, 'warning', { values: { names: strays.join('、') } }))
  return { row, excerpt, texts, options, problems }
}

type Group = { readonly kind: RowKind; readonly first: NamedRow; readonly rest: NamedRow[] }

/** A question and the rows that belong to it: they carry its key, or none when it has none. */
export function itemsOfRows(rows: readonly NamedRow[], options: ReadOptions): readonly StagedItem[] {
  const groups: Group[] = []
  for (const row of rows) {
    const kind = kindOfRow(row)
    const last = groups.at(-1)
    const isPart =
      kind === 'point'
        ? last?.kind === 'constructed'
        : last?.kind === 'case' && kind !== 'case' && kind !== 'constructed'
    if (last && isPart && belongs(row, last, kind)) last.rest.push(row)
    else groups.push({ kind, first: row, rest: [] })
  }
  const seen = new Set<string>()
  return groups.map((group) => {
    const item = itemOf(group, options)
    if (item.rowKey === null) return item
    const isRepeated = seen.has(item.rowKey)
    seen.add(item.rowKey)
    if (!isRepeated) return item
    return {
      ...item,
      problems: [...item.problems, problem('rowKeyRepeated', item.line, 'error', { values: { key: item.rowKey } })],
    }
  })
}

function belongs(row: NamedRow, { first }: Group, kind: RowKind): boolean {
  const key = row.texts.rowKey
  return key === first.texts.rowKey || (kind === 'point' && key === undefined)
}

function itemOf({ kind, first, rest }: Group, options: ReadOptions): StagedItem {
  const line = first.row
  const rows = [first, ...rest]
  const excerpt = rows.map((one) => one.excerpt).join('\n\n')
  const problems = rows.flatMap((one) => one.problems)
  if (kind === 'point') return strayItem(line, excerpt, ...problems, problem('rowWithoutParent', line, 'error'))
  if (kind === 'unknown') {
    const text = first.texts.kind ?? ''
    const code =
      text === ''
        ? problem('strayText', line, 'warning')
        : problem('kindUnreadable', line, 'error', { values: { text } })
    return strayItem(line, excerpt, ...problems, code)
  }
  const { body, found } = bodyOf(kind, first, rest)
  const { facts, doubts } = factsOf(first, options)
  const isUnread = (number: unknown) =>
    found.some(({ code, values }) => code === 'keyUnreadable' && values?.number === number)
  const checked = checkBody(body, { line, items: rest.map(({ row }) => row) }).filter(
    ({ code, values }) => code !== 'keyMissing' || !isUnread(values?.number),
  )
  const question: Question = { body, facts }
  const rowKey = first.texts.rowKey ?? null
  return { line, excerpt, rowKey, question, pictures: [], problems: [...problems, ...found, ...checked, ...doubts] }
}

type ReadBody = { readonly body: QuestionBody; readonly found: readonly StagedProblem[] }

function bodyOf(kind: Exclude<RowKind, 'point' | 'unknown'>, first: NamedRow, rest: readonly NamedRow[]): ReadBody {
  const stem = first.texts.stem ?? ''
  if (kind === 'constructed') return constructedOf(first, rest)
  if (kind !== 'case') return choiceOf(first, kind)
  const items = rest.map((row) => {
    const own = kindOfRow(row)
    return choiceOf(row, own === 'multiple' || own === 'judgement' ? own : 'single')
  })
  const found = items.flatMap((item, at) =>
    item.found.map((one) => ({ ...one, values: { ...one.values, number: at + 1 } })),
  )
  return { body: { kind: 'case', stem, items: items.map(({ body }) => body) }, found }
}

function choiceOf(
  row: NamedRow,
  kind: Choice['kind'],
): { readonly body: Choice; readonly found: readonly StagedProblem[] } {
  const { stem = '', explanation = '', key: written = '' } = row.texts
  const isJudgement = kind === 'judgement'
  const key = readRowKey(written, isJudgement, row.options)
  const unread = key === null && written !== ''
  return {
    body: { kind, stem, explanation, options: isJudgement ? judgementOptions : row.options, key: key ?? [] },
    found: unread ? [problem('keyUnreadable', row.row, 'error', { values: { text: written } })] : [],
  }
}

function constructedOf(first: NamedRow, rest: readonly NamedRow[]): ReadBody {
  const { stem = '', explanation = '', marks, key = '' } = first.texts
  const found: StagedProblem[] = []
  const halfPoints = (row: NamedRow): number => {
    const text = row.texts.marks ?? ''
    const number = Number(/^(\d+(?:\.\d+)?)\s*分?$/.exec(text.normalize('NFKC'))?.[1] ?? Number.NaN)
    if (Number.isFinite(number)) return Math.round(number * 2)
    found.push(problem('numberUnreadable', row.row, 'error', { values: { text: text || '—' } }))
    return 0
  }
  const outOf = marks === undefined ? null : halfPoints(first)
  const points = rest.map(
    (row): AnswerPoint => ({
      ...{ text: row.texts.stem ?? '', halfPoints: halfPoints(row) },
      accept: row.options.filter((text) => text !== ''),
    }),
  )
  const lines = key.split('\n').map((text) => ({ text, line: first.row, isAfterBlank: false, width: 0 }))
  const written = key === '' ? { answerPoints: [], isShared: false } : readAnswerPoints(lines, outOf)
  if (written.isShared) found.push(problem('pointsWithoutMarks', first.row, 'warning'))
  const answerPoints = [...points, ...written.answerPoints]
  const sum = answerPoints.reduce((total, one) => total + one.halfPoints, 0)
  const body: Constructed = { kind: 'constructed', stem, answerPoints, outOf: outOf ?? sum, explanation }
  return { body, found }
}

function factsOf({ row, texts }: NamedRow, { subject, findPoint }: ReadOptions) {
  const { difficulty, source = '', laws = '' } = texts
  const written = texts.points ?? ''
  const names = written
    .split(written.includes('\n') ? '\n' : /[;；,，、]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const named = subjectOf(texts.subject)
  const level = difficulty === undefined ? 3 : difficultyOf(difficulty)
  const facts: QuestionFacts = {
    ...{ source, subject: named ?? subject, difficulty: level ?? 3, laws: readLaws(laws) },
    points: findPoint ? names.flatMap((name) => findPoint(name) ?? []) : names,
  }
  const doubts = [
    ...(level === null
      ? [problem('difficultyUnreadable', row, 'warning', { values: { text: difficulty ?? '' } })]
      : []),
    ...(texts.subject !== undefined && named === null
      ? [problem('unknownSubject', row, 'warning', { values: { name: texts.subject } })]
      : []),
    ...unreadLaws(laws).map((text) => problem('lawUnreadable', row, 'warning', { values: { text } })),
    ...(findPoint ? names.filter((name) => findPoint(name) === null) : []).map((name) =>
      problem('unknownPoint', row, 'warning', { values: { name } }),
    ),
  ]
  return { facts, doubts }
}

function subjectOf(name: string | undefined): string | null {
  if (name === undefined) return null
  if (isSubject(name)) return name
  const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '')
  return subjectCodes.find((code) => plain(subjects[code].title) === plain(name)) ?? null
}
