import type { Locale } from '~/i18n/locale.ts'
import type { SheetRow } from './sheet.ts'
import { type SheetColumn, sheetTableParts } from './sheet-html.ts'
import { sheetWords } from './sheet-words.ts'

/** The table as bytes; cells that many trainees have alike are put into bytes once. */
export function sheetTableBytes(
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  locale: Locale,
  now: Date,
): Buffer {
  const made = new Map<string, Buffer>()
  const bytes = sheetTableParts(rows, columns, sheetWords(locale, now)).map((part, at) => {
    const known = at % 2 === 1 ? made.get(part) : undefined
    const written = known ?? Buffer.from(part)
    if (at % 2 === 1) made.set(part, written)
    return written
  })
  return Buffer.concat(bytes)
}
