import type { QuestionKind } from '~/modules/questions/question.ts'
import { enoughResponses, type ItemAnalysis } from './item-analysis.ts'

export type ItemRow = {
  readonly questionId: string
  readonly version: number
  readonly choice: number
  /** on the paper as it was drawn; everybody met it elsewhere */
  readonly number: number
  /** «B»: of which parallel form */
  readonly form: string
  readonly kind: QuestionKind
  /** the beginning of the question, on one line */
  readonly text: string
  readonly stem: string
  readonly options: readonly string[]
  readonly optionCount: number
  readonly isRegraded: boolean
  readonly analysis: ItemAnalysis
}

export type ItemsPage = {
  readonly cohort: { readonly id: string; readonly name: string; readonly isArchived: boolean }
  readonly sitting: { readonly id: string; readonly title: string }
  readonly papers: number
  /** people whose first paper is in */
  readonly attempts: number
  readonly rows: readonly ItemRow[]
}

export const itemOrders = ['flags', 'number', 'difficulty', 'discrimination'] as const
export type ItemOrder = (typeof itemOrders)[number]

/** What points at a wrong key, without «too few», which points at nothing. */
export function warningsOf({ flags }: ItemAnalysis): number {
  return flags.filter((flag) => flag !== 'tooFew').length
}

/** The hardest first, the least telling first, the most suspicious first; what cannot be said comes last. */
export function orderItems<Row extends Pick<ItemRow, 'form' | 'number' | 'analysis'>>(
  rows: readonly Row[],
  order: ItemOrder,
): readonly Row[] {
  const onPaper = (a: Row, b: Row) => (a.form === b.form ? a.number - b.number : a.form < b.form ? -1 : 1)
  const byFigure = (a: Row, b: Row) => figureOf(a, order) - figureOf(b, order)
  return rows.toSorted((a, b) => byFigure(a, b) || onPaper(a, b))
}

/** Beyond any real figure, so that it sorts last. */
const unknown = 2

function figureOf({ analysis }: Pick<ItemRow, 'analysis'>, order: ItemOrder): number {
  switch (order) {
    case 'number':
      return 0
    case 'difficulty':
      return analysis.difficulty ?? unknown
    case 'discrimination':
      return analysis.discrimination ?? unknown
    case 'flags':
      // A warning weighs more than any discrimination, which lies between -1 and 1.
      return (analysis.discrimination ?? unknown) - 4 * warningsOf(analysis)
  }
}

export function isEnough(count: number): boolean {
  return count >= enoughResponses
}
