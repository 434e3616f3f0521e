import { useNavigate } from '@remix-run/react'
import { type KeyboardEvent, type MouseEvent, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useLocale, useT } from '~/i18n/messages.ts'
import { sheet as sheetTexts } from '~/i18n/sheet.ts'
import { DocumentsContext, markOfPart, partKey } from '~/modules/content/documents.ts'
import { unpackCells } from '~/modules/courses/packed.ts'
import { moveInGrid, type Place } from './grid-moves.ts'
import { courseCell, type SheetRow } from './sheet.ts'
import { type SheetColumn, sheetKey, sheetTableHtml } from './sheet-html.ts'
import { sheetWords } from './sheet-words.ts'

type SheetGridProps = {
  caption: string
  rows: readonly SheetRow[]
  columns: readonly SheetColumn[]
  now: Date
  /** where a cell leads; null for a column that stands for several lessons */
  cellPath: (row: SheetRow, column: SheetColumn) => string | null
}

/** name, organisation, mentor, pace, progress, minutes, last activity; records.css counts them too */
const fixedColumns = 7

/** The sheet: text with letters, brought to life by one listener for hovering, tapping and keys. */
export function SheetGrid({ caption, rows, columns, now, cellPath }: SheetGridProps) {
  const t = useT(sheetTexts)
  const locale = useLocale()
  const isServed = useContext(DocumentsContext).has(sheetKey)
  const html = useMemo(
    () => (isServed ? markOfPart(partKey(sheetKey, 0)) : sheetTableHtml(rows, columns, sheetWords(locale, now))),
    [isServed, rows, columns, locale, now],
  )
  const table = useRef<HTMLTableElement>(null)
  const [told, setTold] = useState('')
  const navigate = useNavigate()
  const place = useRef<Place>({ row: 0, column: 0 })
  const size = { rows: rows.length, columns: columns.length }

  const cellAt = ({ row, column }: Place) => table.current?.tBodies[0]?.rows[row]?.cells[column + fixedColumns]
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new table needs its one cell in the tab order
  useEffect(() => {
    place.current = { row: 0, column: 0 }
    cellAt(place.current)?.setAttribute('tabindex', '0')
  }, [html])

  const tell = (target: EventTarget) => {
    const at = placeOf(target)
    const [row, column] = [at && rows[at.row], at && columns[at.column]]
    if (row && column) setTold(t('cell', { name: row.name, column: columnName(column), state: stateIn(row, column) }))
  }
  const columnName = (column: SheetColumn) =>
    column.length === 1
      ? t('columnLesson', { number: column.head, title: column.title })
      : t('columnCourse', { title: column.title })
  const stateIn = (row: SheetRow, { from, length }: SheetColumn) => {
    if (length > 1) return t('courseState', { finished: courseCell(row.cells, from, length).finished, total: length })
    return t(`letterMeaning.${unpackCells(row.cells.charAt(from))[0] ?? 'open'}`)
  }
  const focus = (next: Place) => {
    cellAt(place.current)?.setAttribute('tabindex', '-1')
    place.current = next
    const cell = cellAt(next)
    cell?.setAttribute('tabindex', '0')
    cell?.focus()
  }
  const open = (at: Place) => {
    const [row, column] = [rows[at.row], columns[at.column]]
    const path = row && column && cellPath(row, column)
    if (path) navigate(path, { preventScrollReset: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target)
    if (!at) return
    if (event.key === 'Enter') return open(at)
    const next = moveInGrid(at, event.key, size, event.ctrlKey)
    if (!next) return
    event.preventDefault()
    focus(next)
  }
  const onClick = (event: MouseEvent) => {
    const at = placeOf(event.target)
    if (!at) return
    focus(at)
    open(at)
  }

  return (
    <>
      <p className="sheet-told scripted" role="status">
        {told || t('keys')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus (WCAG 2.1.1) */}
      {/* biome-ignore lint/a11y/useSemanticElements: a <section> would be a second heading level */}
      <div className="table-scroll sheet-scroll" data-tall role="region" aria-label={caption} tabIndex={0}>
        <table
          ref={table}
          className="table sheet"
          data-sticky-first
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys move through its cells
          role="grid"
          aria-label={caption}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onMouseOver={(event) => tell(event.target)}
          onFocus={(event) => tell(event.target)}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: sheet-html.ts escapes what people wrote
          dangerouslySetInnerHTML={{ __html: html }}
        />
      </div>
    </>
  )
}

/** The cell of a lesson that an event comes from. */
function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest('tbody td') : null
  if (!(cell instanceof HTMLTableCellElement) || !(cell.parentElement instanceof HTMLTableRowElement)) return null
  if (cell.cellIndex < fixedColumns) return null
  return { row: cell.parentElement.sectionRowIndex, column: cell.cellIndex - fixedColumns }
}
