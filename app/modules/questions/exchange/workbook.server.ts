import { posix } from 'node:path'
import writeXlsxFile from 'write-excel-file/node'
import { readText, UnpackError, type Unpacked, unpack } from '~/platform/unpack.server.ts'
import { columnName, escapedForSheet, sharedTexts, sheetRows, sheetsOf } from './sheet-xml.ts'
import { type ExportedQuestion, problem, type ReadOptions, type StagedItem, strayItem } from './staged-item.ts'
import { neutralCell } from './workbook-columns.ts'
import { itemsOfRows, namedRows } from './workbook-read.ts'
import { columnsBefore, instructions, leastOptions, workbookTexts } from './workbook-write.ts'
import { elementsOf, parseXml, type XmlElement } from './xml-tree.ts'

const sheetNames = { instructions: '填写说明', questions: '题目' } as const
/** So many empty rows are typed as text, so that «1-2» does not become a day in February. */
const typedRows = 300

/** The template: how to fill it in, and a sheet with the heads. */
export function writeTemplate(): Promise<Uint8Array<ArrayBuffer>> {
  const [head = []] = workbookTexts([])
  const empty = Array.from({ length: typedRows }, () => head.map(() => ({ type: String, format: '@' })))
  return workbookOf([headOf(head), ...empty])
}

/** Questions as a workbook that reads back as they were. */
export function writeWorkbook(questions: readonly ExportedQuestion[]): Promise<Uint8Array<ArrayBuffer>> {
  const [head = [], ...rows] = workbookTexts(questions)
  return workbookOf([headOf(head), ...rows.map((row) => row.map(textCell))])
}

type Cell = {
  readonly type: StringConstructor
  readonly value?: string
  readonly format?: string
  readonly fontWeight?: 'bold'
  readonly wrap?: boolean
}

function headOf(head: readonly string[]): Cell[] {
  return head.map((value) => ({ type: String, value, fontWeight: 'bold', format: '@' }))
}

function textCell(text: string): Cell {
  return {
    type: String,
    format: '@',
    wrap: true,
    ...(text === '' ? {} : { value: escapedForSheet(neutralCell(text)) }),
  }
}

async function workbookOf(data: Cell[][]): Promise<Uint8Array<ArrayBuffer>> {
  const width = data[0]?.length ?? 0
  const widthOf = (at: number) => (at === columnsBefore.length - 1 ? 60 : at > 2 && at < 3 + leastOptions ? 24 : 14)
  const columns = Array.from({ length: width }, (_, at) => ({ width: widthOf(at) }))
  const lines = instructions.map((value, at): Cell[] => [
    { type: String, value, wrap: true, ...(at === 0 ? { fontWeight: 'bold' as const } : {}) },
  ])
  const file = await writeXlsxFile([
    { data: lines, sheet: sheetNames.instructions, columns: [{ width: 100 }] },
    { data, sheet: sheetNames.questions, columns, stickyRowsCount: 1, stickyColumnsCount: 1 },
  ]).toBuffer()
  return new Uint8Array(file)
}

/** The questions of every visible sheet that has our heads, or heads like them. */
export function readWorkbook(bytes: Uint8Array, options: ReadOptions): readonly StagedItem[] {
  try {
    const file = unpack(bytes)
    const rows = sheetsOfFile(file).map((sheet) => namedRows(sheet, columnName))
    const named = rows.filter((one) => one !== null)
    if (named.length === 0) return [strayItem(1, '', problem('headMissing', 1, 'error'))]
    return itemsOfRows(named.flat(), options)
  } catch (error) {
    if (error instanceof UnpackError) return [strayItem(1, '', problem(error.code, 1, 'error'))]
    throw error
  }
}

function sheetsOfFile(file: Unpacked) {
  const workbook = rootOf(file, 'xl/workbook.xml')
  if (!workbook) throw new UnpackError('fileUnreadable')
  const relations = elementsOf(rootOf(file, 'xl/_rels/workbook.xml.rels'), 'Relationship')
  const shared = sharedTexts(rootOf(file, 'xl/sharedStrings.xml'))
  return sheetsOf(workbook).map(({ relation }) => {
    const target = relations.find(({ attributes }) => attributes.Id === relation)?.attributes.Target ?? ''
    const path = target.startsWith('/') ? target.slice(1) : posix.join('xl', target)
    return sheetRows(rootOf(file, path), shared)
  })
}

function rootOf(file: Unpacked, name: string): XmlElement | null {
  const text = readText(file, name)
  if (text === null) return null
  const { root } = parseXml(text)
  if (!root) throw new UnpackError('fileUnreadable')
  return root
}
