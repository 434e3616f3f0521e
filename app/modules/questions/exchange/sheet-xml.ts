import { allIn, elementOf, elementsOf, textIn, type XmlElement } from './xml-tree.ts'

/** A cell with something in it: its column from 0, its text; `error` for a formula that failed. */
export type SheetCell = { readonly column: number; readonly text: string; readonly isError: boolean }
export type SheetRow = { readonly row: number; readonly cells: readonly SheetCell[] }

/** The texts that cells name by number; phonetic guides are left out. */
export function sharedTexts(root: XmlElement | null): readonly string[] {
  return elementsOf(root, 'si').map(richText)
}

function richText(element: XmlElement): string {
  const parts = elementsOf(element).flatMap((one) => {
    if (one.name === 't') return [textIn(one)]
    return one.name === 'r' ? elementsOf(one, 't').map(textIn) : []
  })
  return unescaped(parts.join(''))
}

/** Excel writes control characters, and what looks like one written so, as «_x000D_». */
function unescaped(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')
}

export function escapedForSheet(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** The rows that hold something. Formulas are read as the value that Excel kept beside them. */
export function sheetRows(root: XmlElement | null, shared: readonly string[]): readonly SheetRow[] {
  let lastRow = 0
  return elementsOf(elementOf(root, 'sheetData'), 'row').map((row) => {
    lastRow = Number(row.attributes.r ?? lastRow + 1)
    let column = -1
    const cells = elementsOf(row, 'c').flatMap((cell) => {
      column = cell.attributes.r ? columnOf(cell.attributes.r) : column + 1
      const { text, isError } = valueOfCell(cell, shared)
      return text === '' ? [] : [{ column, text, isError }]
    })
    return { row: lastRow, cells }
  })
}

function valueOfCell(
  cell: XmlElement,
  shared: readonly string[],
): { readonly text: string; readonly isError: boolean } {
  const value = textIn(elementOf(cell, 'v'))
  switch (cell.attributes.t) {
    case 's':
      return { text: shared[Number(value)] ?? '', isError: false }
    case 'inlineStr': {
      const inline = elementOf(cell, 'is')
      return { text: inline ? richText(inline) : '', isError: false }
    }
    case 'b':
      return { text: value === '1' ? '正确' : '错误', isError: false }
    case 'e':
      return { text: value, isError: true }
    case 'str':
      return { text: unescaped(value), isError: false }
    default:
      return { text: numberText(value), isError: false }
  }
}

/** 0.1 + 0.2 is stored as 0.30000000000000004; fifteen digits are what Excel shows. */
function numberText(value: string): string {
  const number = Number(value)
  return value.trim() === '' || !Number.isFinite(number) ? value : String(Number(number.toPrecision(15)))
}

/** «C7» → 2. */
export function columnOf(reference: string): number {
  const letters = /^[A-Z]+/.exec(reference.toUpperCase())?.[0] ?? 'A'
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

export function columnName(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26)
}

/** Sheets in their order, hidden ones left out: name and relation. */
export function sheetsOf(
  workbook: XmlElement | null,
): ReadonlyArray<{ readonly name: string; readonly relation: string }> {
  return allIn(workbook, 'sheet')
    .filter(({ attributes }) => !/hidden/i.test(attributes.state ?? ''))
    .map(({ attributes }) => ({ name: attributes.name ?? '', relation: attributes['r:id'] ?? '' }))
}
