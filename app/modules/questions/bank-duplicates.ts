import type { BankRow } from './bank-rows.ts'
import { comparable, nearDuplicates } from './exchange/duplicates.ts'

export type DuplicateGroup<Row = BankRow> = {
  readonly rows: readonly Row[]
  /** 100: the same but for width, blanks, punctuation and the order of options */
  readonly percent: number
}

/** Questions with the same text, the official ones first. */
export function sameTexts(rows: readonly BankRow[], textOf: (row: BankRow) => string): readonly DuplicateGroup[] {
  const groups = new Map<string, BankRow[]>()
  for (const row of rows) {
    const text = textOf(row)
    const group = groups.get(text)
    if (group) group.push(row)
    else groups.set(text, [row])
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ rows: group.toSorted(officialFirst), percent: 100 }))
}

/** Pairs that nearly say the same; of texts that are equal only the first is compared. */
export function similarTexts(rows: readonly BankRow[], same: readonly DuplicateGroup[]): readonly DuplicateGroup[] {
  const twins = new Set(same.flatMap((group) => group.rows.slice(1).map(({ id }) => id)))
  const byId = new Map(rows.map((row) => [row.id, row]))
  const compared = rows.filter(({ id }) => !twins.has(id))
  return nearDuplicates(compared.map(({ id, question }) => comparable(id, question.body))).flatMap((pair) => {
    const [one, other] = [byId.get(pair.one), byId.get(pair.other)]
    // 100 is for what differs in nothing but form.
    const percent = Math.min(99, Math.floor(pair.similarity * 100))
    return one && other ? [{ rows: [one, other].toSorted(officialFirst), percent }] : []
  })
}

function officialFirst(a: BankRow, b: BankRow): number {
  if (a.origin !== b.origin) return a.origin === 'official' ? -1 : 1
  return a.id.localeCompare(b.id, 'en')
}
