/** The cell that has the focus in the sheet. */
export type Place = { readonly row: number; readonly column: number }
export type GridSize = { readonly rows: number; readonly columns: number }

const page = 10

/** Where a key leads, as in a spreadsheet; null when the key is not for the grid. */
export function moveInGrid(place: Place, key: string, size: GridSize, isControl = false): Place | null {
  const target = targetOf(place, key, size, isControl)
  return target && { row: within(target.row, size.rows), column: within(target.column, size.columns) }
}

function targetOf({ row, column }: Place, key: string, size: GridSize, isControl: boolean): Place | null {
  switch (key) {
    case 'ArrowUp':
      return { row: isControl ? 0 : row - 1, column }
    case 'ArrowDown':
      return { row: isControl ? size.rows : row + 1, column }
    case 'ArrowLeft':
      return { row, column: isControl ? 0 : column - 1 }
    case 'ArrowRight':
      return { row, column: isControl ? size.columns : column + 1 }
    case 'Home':
      return { row: isControl ? 0 : row, column: 0 }
    case 'End':
      return { row: isControl ? size.rows : row, column: size.columns }
    case 'PageUp':
      return { row: row - page, column }
    case 'PageDown':
      return { row: row + page, column }
    default:
      return null
  }
}

function within(value: number, count: number): number {
  return Math.min(Math.max(value, 0), Math.max(0, count - 1))
}
