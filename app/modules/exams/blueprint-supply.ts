import type { QuestionKind } from '~/modules/questions/question.ts'
import { type BankItem, eligibleItems } from './bank.ts'
import type { Blueprint } from './blueprint.ts'
import { type Feasibility, feasibility } from './blueprint-check.ts'
import { type Chapter, planChapters, poolOf } from './chapter-plan.ts'

/*
 * What the bank can give for a blueprint, chapter by chapter, beside what is asked: the picture that an author looks at while
 * she writes. A chapter may have enough in all and still be short of one kind; that is what the verdict is for.
 */
export type SupplyRow = {
  /** null: all chapters without a share of their own, or what is drawn by kind alone */
  readonly chapter: Chapter
  /** of what is drawn by kind alone: a case or a written answer; null for the choices of a chapter */
  readonly kind: 'case' | 'constructed' | null
  /** of written answers: the full marks that are asked for */
  readonly halfPoints: number | null
  readonly wanted: number
  readonly available: number
  /** the choices of the chapter by kind, as many as the blueprint has kinds */
  readonly byKind: ReadonlyArray<{ readonly kind: QuestionKind; readonly available: number }>
}

export type Supply = Feasibility & {
  readonly rows: readonly SupplyRow[]
  /** how many papers without a common question the bank could fill, as far as it was asked */
  readonly forms: number
}

const mostForms = 3

export function supplyOf(blueprint: Blueprint, bank: readonly BankItem[]): Supply {
  const { items } = eligibleItems(blueprint, bank)
  const { kinds, chapters, targets } = planChapters(blueprint, items, 1)
  const ofChapters = chapters.map((chapter, column): SupplyRow => {
    const byKind = kinds.map((kind) => ({ kind, available: poolOf(blueprint, items, kind, chapter).length }))
    const available = byKind.reduce((sum, one) => sum + one.available, 0)
    return { chapter, kind: null, halfPoints: null, wanted: targets[column] ?? 0, available, byKind }
  })
  const verdict = feasibility(blueprint, bank)
  return {
    ...verdict,
    // A remainder of nothing is no row, unless it is the only one there is.
    rows: [
      ...ofChapters.filter(({ chapter, wanted }) => kinds.length > 0 && (chapter !== null || wanted > 0)),
      ...wholeRows(blueprint, items),
    ],
    forms: verdict.answer === 'no' ? 0 : formsPossible(blueprint, bank),
  }
}

function wholeRows({ parts }: Blueprint, items: readonly BankItem[]): readonly SupplyRow[] {
  return parts.flatMap((part): SupplyRow[] => {
    if (part.kind !== 'case' && part.kind !== 'constructed') return []
    const outOf = part.kind === 'constructed' ? part.halfPoints : null
    const pool = items.filter((item) => item.kind === part.kind && item.outOf === outOf)
    const available = pool.reduce((sum, { choices }) => sum + (part.kind === 'case' ? choices.length : 1), 0)
    return [{ chapter: null, kind: part.kind, halfPoints: outOf, wanted: part.count, available, byKind: [] }]
  })
}

function formsPossible(blueprint: Blueprint, bank: readonly BankItem[]): number {
  let forms = 1
  while (forms < mostForms && feasibility(blueprint, bank, forms + 1).answer !== 'no') forms += 1
  return forms
}
