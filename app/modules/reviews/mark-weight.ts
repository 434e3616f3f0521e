import type { Blueprint } from '~/modules/exams/blueprint.ts'
import type { QuestionKind } from '~/modules/questions/question.ts'

/** What a card is about, for its weight on the paper. */
export type Placed = {
  readonly questionId: string
  readonly kind: QuestionKind
  /** of the syllabus' edition that the blueprint counts by; null: none */
  readonly chapter: string | null
}

/**
 * Half-points of the paper that each question stands for: a chapter's share of the kind's points, over all questions of that
 * kind and chapter in the bank. `bank` must hold at least the placed questions, so that two cards of a large chapter do not
 * stand for all of it.
 */
export function markWeights(blueprint: Blueprint, bank: readonly Placed[]): ReadonlyMap<string, number> {
  const cellOf = ({ kind, chapter }: Placed) => `${kind} ${columnOf(blueprint, chapter) ?? ''}`
  const sizes = new Map<string, number>()
  for (const placed of bank) sizes.set(cellOf(placed), (sizes.get(cellOf(placed)) ?? 0) + 1)
  return new Map(
    bank.map((placed) => {
      const points = pointsOf(blueprint, placed.kind) * shareOf(blueprint, columnOf(blueprint, placed.chapter))
      return [placed.questionId, points / (sizes.get(cellOf(placed)) ?? 1)]
    }),
  )
}

/** Half-points of all items of a kind on the paper. */
export function pointsOf(blueprint: Blueprint, kind: QuestionKind): number {
  return blueprint.parts
    .filter((part) => part.kind === kind)
    .reduce((total, part) => total + part.count * part.halfPoints, 0)
}

/** Share of the paper that a chapter has; chapters without one of their own have together what is left. */
export function shareOf(blueprint: Blueprint, column: string | null): number {
  const given = Object.values(blueprint.chapterWeights).reduce((total, weight) => total + weight, 0)
  if (column === null) return Math.max(0, 100 - given) / 100
  return (blueprint.chapterWeights[column] ?? 0) / Math.max(100, given)
}

function columnOf({ chapterWeights }: Blueprint, chapter: string | null): string | null {
  return chapter !== null && Object.hasOwn(chapterWeights, chapter) ? chapter : null
}
