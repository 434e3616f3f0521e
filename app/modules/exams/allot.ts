/*
 * How many items of each kind (row) come from each chapter (column), when a row must be filled, a column wants at least and
 * at most so many, and a cell has only so many to give. Picking one cell after the other can run into a dead end where
 * another division would do; this is a maximal flow and finds one whenever there is one.
 */
export type Table = readonly (readonly number[])[]

export type Demand = {
  /** of each row, exactly */
  readonly rows: readonly number[]
  /** of each column */
  readonly least: readonly number[]
  readonly most: readonly number[]
  /** what a cell can give */
  readonly room: Table
}

/** null when there is no such division. */
export function allot({ rows, least, most, room }: Demand): Table | null {
  const toLeast = fill(rows, least, room)
  if (least.some((want, column) => columnSum(toLeast, column) < want)) return null
  const full = fill(rows, most, room, toLeast)
  return rows.every((want, row) => rowSum(full, row) === want) ? full : null
}

/** As many as fit under the caps of rows, columns and cells; sums that `start` has reached are never given up. */
export function fill(
  rows: readonly number[],
  caps: readonly number[],
  room: Table,
  start: Table = proportional(rows, caps, room),
): Table {
  const flow = start.map((row) => [...row])
  while (augment(flow, rows, caps, room)) {
    // each turn adds one
  }
  return flow
}

/** To begin with, every row takes its share of every column: chapters are mixed in each kind as in the whole. */
function proportional(rows: readonly number[], caps: readonly number[], room: Table): Table {
  const total = Math.max(sum(rows), sum(caps))
  return rows.map((count, row) =>
    caps.map((cap, column) => (total === 0 ? 0 : Math.min(at(room, row, column), Math.floor((count * cap) / total)))),
  )
}

/** Adds one unit along a shortest path of gives and takes; false when there is none. */
function augment(flow: number[][], rows: readonly number[], caps: readonly number[], room: Table): boolean {
  const cameToColumn = new Map<number, number>()
  const cameToRow = new Map<number, number | null>()
  const queue = rows.flatMap((want, row) => (rowSum(flow, row) < want ? [row] : []))
  for (const row of queue) cameToRow.set(row, null)
  for (const row of queue) {
    for (const column of caps.keys()) {
      if (cameToColumn.has(column) || at(flow, row, column) >= at(room, row, column)) continue
      cameToColumn.set(column, row)
      if (columnSum(flow, column) < (caps[column] ?? 0)) {
        walkBack(flow, column, cameToColumn, cameToRow)
        return true
      }
      for (const other of rows.keys()) {
        if (cameToRow.has(other) || at(flow, other, column) === 0) continue
        cameToRow.set(other, column)
        queue.push(other)
      }
    }
  }
  return false
}

function walkBack(
  flow: number[][],
  end: number,
  cameToColumn: ReadonlyMap<number, number>,
  cameToRow: ReadonlyMap<number, number | null>,
): void {
  let column: number | null = end
  while (column !== null) {
    const row: number = cameToColumn.get(column) ?? 0
    add(flow, row, column, 1)
    column = cameToRow.get(row) ?? null
    if (column !== null) add(flow, row, column, -1)
  }
}

function add(flow: number[][], row: number, column: number, change: number): void {
  const cells = flow[row]
  if (cells) cells[column] = (cells[column] ?? 0) + change
}

export function at(table: Table, row: number, column: number): number {
  return table[row]?.[column] ?? 0
}

export function rowSum(table: Table, row: number): number {
  return sum(table[row] ?? [])
}

export function columnSum(table: Table, column: number): number {
  return table.reduce((total, row) => total + (row[column] ?? 0), 0)
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
