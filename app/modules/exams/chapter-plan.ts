import { type ChoiceKind, choiceKinds } from '~/modules/questions/question.ts'
import { allot, at, columnSum, fill, rowSum, type Table } from './allot.ts'
import { apportion } from './apportion.ts'
import type { BankItem } from './bank.ts'
import type { Blueprint } from './blueprint.ts'

/*
 * How many items of which kind come from which chapter. The shares of chapters are counted over all choices of the paper;
 * cases and constructed responses reach across chapters and are drawn by kind alone.
 */

/** A chapter may have this many items more or fewer than its share when the bank gives no better; the paper says so. */
export const chapterTolerance = 2

/** null: all chapters without a share of their own, which have together what is left */
export type Chapter = string | null

/** In one chapter so many items of a kind are missing for exactly what the blueprint asks. */
export type Missing = { readonly kind: BankItem['kind']; readonly chapter: Chapter; readonly missing: number }

/** A chapter that has more or fewer items than its share. */
export type Deviation = { readonly chapter: Chapter; readonly wanted: number; readonly drawn: number }

export type ChapterPlan = {
  readonly kinds: readonly ChoiceKind[]
  readonly chapters: readonly Chapter[]
  /** of one form, by kind */
  readonly counts: readonly number[]
  /** of one form, by chapter */
  readonly targets: readonly number[]
  /** kind by chapter, for all forms; null when it cannot be within the tolerance */
  readonly table: Table | null
  /** what would have to be written for every form to be exactly as asked */
  readonly missing: readonly Missing[]
}

export function planChapters(blueprint: Blueprint, items: readonly BankItem[], forms: number): ChapterPlan {
  const kinds = choiceKinds.filter((kind) => countOf(blueprint, kind) > 0)
  const counts = kinds.map((kind) => countOf(blueprint, kind))
  const chapters = [...Object.keys(blueprint.chapterWeights), null]
  const targets = apportion(
    counts.reduce((total, count) => total + count, 0),
    sharesOf(blueprint),
  )
  const room = kinds.map((kind) => chapters.map((chapter) => poolOf(blueprint, items, kind, chapter).length))
  const rows = counts.map((count) => count * forms)
  const scaled = (change: number) => targets.map((target) => Math.max(0, target + change) * forms)

  let table: Table | null = null
  for (let off = 0; table === null && off <= chapterTolerance; off++) {
    table = allot({ rows, least: scaled(-off), most: scaled(off), room })
  }
  return { kinds, chapters, counts, targets, table, missing: missingItems(kinds, chapters, rows, scaled(0), room) }
}

/** Scored items of a kind on one paper. */
export function countOf(blueprint: Blueprint, kind: BankItem['kind']): number {
  return blueprint.parts.reduce((total, part) => total + (part.kind === kind ? part.count : 0), 0)
}

export function poolOf(
  { edition, chapterWeights }: Blueprint,
  items: readonly BankItem[],
  kind: ChoiceKind,
  chapter: Chapter,
): readonly BankItem[] {
  return items.filter((item) => {
    const own = item.chapters[edition] ?? ''
    return item.kind === kind && (Object.hasOwn(chapterWeights, own) ? own : null) === chapter
  })
}

/** Which chapters `table` gives more or less than their share, for one form. */
export function deviationsOf({ chapters, targets }: ChapterPlan, table: Table): readonly Deviation[] {
  return chapters.flatMap((chapter, column) => {
    const [wanted, drawn] = [targets[column] ?? 0, columnSum(table, column)]
    return wanted === drawn ? [] : { chapter, wanted, drawn }
  })
}

function sharesOf({ chapterWeights }: Blueprint): readonly number[] {
  const weights = Object.values(chapterWeights)
  const left = 100 - weights.reduce((total, weight) => total + weight, 0)
  return [...weights, Math.max(0, left)]
}

/** What a fullest exact division leaves open in kinds and in chapters, paired off: the fewest items that close the gap. */
function missingItems(
  kinds: readonly ChoiceKind[],
  chapters: readonly Chapter[],
  rows: readonly number[],
  targets: readonly number[],
  room: Table,
): readonly Missing[] {
  const best = fill(rows, targets, room)
  const openOf = chapters.map((_, column) => (targets[column] ?? 0) - columnSum(best, column))
  return kinds.flatMap((kind, row) => {
    let open = (rows[row] ?? 0) - rowSum(best, row)
    return chapters.flatMap((chapter, column) => {
      const missing = Math.min(open, openOf[column] ?? 0)
      if (missing <= 0) return []
      open -= missing
      openOf[column] = (openOf[column] ?? 0) - missing
      return { kind, chapter, missing }
    })
  })
}

/** What one cell of the plan holds: for each of its items a place in `table`. */
export function cellsOf({ kinds, chapters }: ChapterPlan, table: Table) {
  return kinds.flatMap((kind, row) =>
    chapters.map((chapter, column) => ({ kind, chapter, row, column, count: at(table, row, column) })),
  )
}
