import type { BankRow } from './bank-rows.ts'

export type DuplicateGroup<Row = BankRow> = {
  readonly rows: readonly Row[]
  /** 100: the same but for width, blanks, punctuation and the order of options */
  readonly percent: number
}

/** Questions with the same text, the official ones first; retired ones are out of the way already. */
export function sameTexts(rows: readonly BankRow[], textOf: (row: BankRow) => string): readonly DuplicateGroup[] {
  const groups = new Map<string, BankRow[]>()
  for (const row of rows) {
    if (row.state === 'retired') continue
    const text = textOf(row)
    const group = groups.get(text)
    if (group) group.push(row)
    else groups.set(text, [row])
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ rows: group.toSorted(officialFirst), percent: 100 }))
}

function officialFirst(a: BankRow, b: BankRow): number {
  if (a.origin !== b.origin) return a.origin === 'official' ? -1 : 1
  return a.id.localeCompare(b.id, 'en')
}
