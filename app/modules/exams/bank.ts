import type { ChoiceKind, LawReference, QuestionKind } from '~/modules/questions/question.ts'
import type { Blueprint } from './blueprint.ts'

/*
 * What a draw needs to know of a question: never its text or its key. The bank that is handed in holds the questions in use
 * of the blueprint's subject, each in its current version.
 */
export type BankItem = {
  readonly questionId: string
  readonly versionId: string
  readonly kind: QuestionKind
  /** what is answered one by one, in order: one for a choice, several in a case, none in a constructed response */
  readonly choices: readonly { readonly kind: ChoiceKind; readonly optionCount: number }[]
  /** full marks of a constructed response, in half-points; null for the others */
  readonly outOf: number | null
  /** edition of the syllabus → chapter */
  readonly chapters: Readonly<Record<string, string>>
  /** 1 (easy) to 5 */
  readonly difficulty: number
  /** on how many papers it stood */
  readonly exposures: number
  readonly laws: readonly LawReference[]
}

export type Exclusion = 'lawNotInForce' | 'outsideEdition'

export type Eligible = {
  readonly items: readonly BankItem[]
  readonly excluded: Readonly<Record<Exclusion, number>>
}

/** What may be drawn: once each, in an order that does not depend on the database, so that a seed gives the same paper. */
export function eligibleItems(blueprint: Blueprint, bank: readonly BankItem[]): Eligible {
  const excluded: Record<Exclusion, number> = { lawNotInForce: 0, outsideEdition: 0 }
  const once = [...new Map(bank.map((item) => [item.questionId, item])).values()]
  const items = once.filter((item) => {
    const exclusion = exclusionOf(blueprint, item)
    if (exclusion) excluded[exclusion] += 1
    return exclusion === null
  })
  return { items: items.sort((a, b) => (a.questionId < b.questionId ? -1 : 1)), excluded }
}

function exclusionOf({ edition, lawCutoff }: Blueprint, item: BankItem): Exclusion | null {
  if (!item.laws.every((law) => isInForce(law, lawCutoff))) return 'lawNotInForce'
  return item.chapters[edition] === undefined ? 'outsideEdition' : null
}

/** Both days count: a law that ends on the cut-off day was still in force on it. */
export function isInForce({ validFrom, validTo }: LawReference, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)
}
