import sax from 'sax'
import writeXlsxFile from 'write-excel-file/node'
import { DomainError } from './errors.ts'
import type { FileCell } from './spreadsheet.ts'
import { readText, UnpackError, type Unpacked, unpack } from './unpack.server.ts'

export type SpreadsheetFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

type Layout = {
  readonly sheet: string
  /** of the first columns, in characters; the others get ten */
  readonly widths: readonly number[]
  readonly stickyRows: number
}

export type Sheet = Layout & { readonly cells: ReadonlyArray<readonly FileCell[]> }

/** One sheet. */
export function writeXlsx(cells: Sheet['cells'], layout: Layout): Promise<Uint8Array<ArrayBuffer>> {
  return writeXlsxBook([{ ...layout, cells }])
}

/** Several sheets; in each the first column stays in sight. */
export async function writeXlsxBook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const file = await writeXlsxFile(
    sheets.map(({ sheet, widths, stickyRows, cells }) => {
      const width = Math.max(...cells.map((row) => row.length))
      const columns = Array.from({ length: width }, (_, at) => ({ width: widths[at] ?? 10 }))
      const data = cells.map((row) => row.map(asCell))
      return { sheet, data, columns, stickyRowsCount: stickyRows, stickyColumnsCount: 1 }
    }),
  ).toBuffer()
  return new Uint8Array(file)
}

/** The type is said for each cell: nothing is guessed from how a text looks. */
function asCell(cell: FileCell) {
  if ('number' in cell) return { type: Number, value: cell.number }
  return { type: String, value: cell.text, ...(cell.isHead ? { fontWeight: 'bold' as const } : {}) }
}

/** A megabyte of zeros unpacks to a gigabyte: a list of people is never as large as this. */
const mostUnpacked = 20_000_000
const mostColumns = 100

/**
 * The texts of the first sheet, row by row, as they are stored: what is empty is «». A file that is no xlsx, or is made to
 * do harm, is `invalid`; nothing in it is run, and formulas are read as the values they had.
 */
export function readXlsx(bytes: Uint8Array): ReadonlyArray<readonly string[]> {
  try {
    return readBook(unpack(bytes, mostUnpacked))
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error
    throw new DomainError(error.code === 'fileTooLarge' ? 'tooLarge' : 'invalid')
  }
}

function readBook(file: Unpacked): ReadonlyArray<readonly string[]> {
  const first = file.names
    .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))[0]
  if (!file.names.includes('xl/workbook.xml') || !first) throw new DomainError('invalid')
  return readSheet(readText(file, first) ?? '', readShared(readText(file, 'xl/sharedStrings.xml') ?? ''))
}

/** «»: a book without texts of its own has no such file. */
function readShared(xml: string): readonly string[] {
  if (xml === '') return []
  const texts: string[] = []
  let current = ''
  walk(xml, {
    open: (name) => {
      if (name === 'si') current = ''
    },
    text: (text, path) => {
      // How a text is read aloud (rPh) stands beside it in files from Japan and China; it is not the text.
      if (path.at(-1) === 't' && !path.includes('rPh')) current += text
    },
    close: (name) => {
      if (name === 'si') texts.push(current)
    },
  })
  return texts
}

function readSheet(xml: string, shared: readonly string[]): ReadonlyArray<readonly string[]> {
  const rows: string[][] = []
  let [row, at, kind, value] = [[] as string[], 0, '', '']
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'row') row = []
      if (name !== 'c') return
      ;[at, kind, value] = [columnOf(attributes.r) ?? row.length, attributes.t ?? '', '']
    },
    text: (text, path) => {
      const place = path.at(-1)
      if (path.includes('c') && (place === 'v' || (place === 't' && path.includes('is')))) value += text
    },
    close: (name) => {
      if (name === 'row') rows.push(Array.from(row, (cell) => cell ?? ''))
      if (name === 'c' && at < mostColumns) row[at] = kind === 's' ? (shared[Number(value)] ?? '') : value
    },
  })
  return rows
}

type Visitor = {
  readonly open: (name: string, attributes: Readonly<Record<string, string | undefined>>) => void
  readonly text: (text: string, path: readonly string[]) => void
  readonly close: (name: string) => void
}

/** No entities of its own, no document types: sax knows the five of XML and resolves nothing else. */
function walk(xml: string, visitor: Visitor): void {
  const parser = sax.parser(true, { xmlns: false })
  const path: string[] = []
  parser.ondoctype = () => {
    throw new DomainError('invalid')
  }
  parser.onerror = () => {
    throw new DomainError('invalid')
  }
  parser.onopentag = ({ name, attributes }) => {
    const plain = name.replace(/^.*:/, '')
    path.push(plain)
    visitor.open(plain, attributes as Record<string, string>)
  }
  parser.ontext = (text) => visitor.text(text, path)
  parser.oncdata = (text) => visitor.text(text, path)
  parser.onclosetag = () => visitor.close(path.pop() ?? '')
  parser.write(xml).close()
}

/** «C7» is the third column: 2. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return null
  return [...letters].reduce((total, letter) => total * 26 + (letter.charCodeAt(0) - 64), 0) - 1
}
