import type { ChoiceKind } from '~/modules/questions/question.ts'
import type { BankItem } from './bank.ts'
import type { Blueprint, ScoringRule } from './blueprint.ts'
import { fullMarks } from './blueprint-check.ts'
import type { Deviation } from './chapter-plan.ts'
import { drawForms, type Form, type Impossible } from './draw.ts'
import type { PaperToScore } from './scoring.ts'

/*
 * A paper is drawn once and frozen: it names versions of questions, which never change, and takes over the points and the
 * pass line, so that a later change of the blueprint or the bank is no change of an exam that was sat.
 */
type ItemOfPaper = {
  /** within the paper: «q17» */
  readonly itemId: string
  readonly questionId: string
  readonly versionId: string
  readonly number: number
  /** which part of the blueprint, from 0 */
  readonly part: number
  readonly halfPoints: number
  readonly difficulty: number
}

export type ChoicePaperItem = ItemOfPaper & {
  readonly kind: ChoiceKind | 'case'
  /** which choice of the question, and how it is answered: in a case each has its own */
  readonly choice: number
  readonly choiceKind: ChoiceKind
  readonly optionCount: number
  readonly rule: ScoringRule
}
export type ConstructedPaperItem = ItemOfPaper & { readonly kind: 'constructed' }
export type PaperItem = ChoicePaperItem | ConstructedPaperItem

export type Paper = {
  readonly blueprintId: string
  readonly seed: number
  readonly minutes: number
  /** in half-points */
  readonly passLine: number
  readonly outOf: number
  readonly items: readonly PaperItem[]
  /** chapters that have not their exact share, because the bank was short there */
  readonly deviations: readonly Deviation[]
}

/** `if ('impossible' in drawn)` tells them apart. */
export function drawPaper(blueprint: Blueprint, bank: readonly BankItem[], seed: number): Paper | Impossible {
  const forms = drawForms(blueprint, bank, seed, 1)
  if ('impossible' in forms) return forms
  const [form = { placed: [], deviations: [] }] = forms
  return printForm(blueprint, form, seed)
}

export function printForm(blueprint: Blueprint, { placed, deviations }: Form, seed: number): Paper {
  const items = placed
    .flatMap(({ part, item }) => itemsOf(blueprint, part, item))
    .map((item, at) => Object.freeze({ ...item, itemId: `q${at + 1}`, number: at + 1 }))
  return Object.freeze({
    blueprintId: blueprint.id,
    seed,
    minutes: blueprint.minutes,
    passLine: blueprint.passLine,
    outOf: fullMarks(blueprint),
    items: Object.freeze(items),
    deviations: Object.freeze(deviations.map((one) => Object.freeze(one))),
  })
}

type Unnumbered<Item> = Item extends PaperItem ? Omit<Item, 'itemId' | 'number'> : never

function itemsOf({ parts }: Blueprint, part: number, item: BankItem): readonly Unnumbered<PaperItem>[] {
  const { questionId, versionId, difficulty } = item
  const own = parts[part]
  if (!own) return []
  const facts = { questionId, versionId, difficulty, part, halfPoints: own.halfPoints }
  if (own.kind === 'constructed') return [{ ...facts, kind: own.kind }]
  const { kind, rule } = own
  return item.choices.map((choice, at) => ({
    ...facts,
    kind,
    rule,
    choice: at,
    choiceKind: choice.kind,
    optionCount: choice.optionCount,
  }))
}

/** The paper with its keys, as the scoring wants it. `keyOf` reads the immutable version. */
export function withKeys(paper: Paper, keyOf: (versionId: string, choice: number) => readonly number[]): PaperToScore {
  return {
    passLine: paper.passLine,
    items: paper.items.map((item) => {
      const { itemId, versionId, halfPoints } = item
      const facts = { itemId, versionId, halfPoints, standing: 'scored' as const }
      if (item.kind === 'constructed') return { ...facts, choice: 0, rule: 'byHand', optionCount: 0, keys: [] }
      const { choice, rule, optionCount } = item
      return { ...facts, choice, rule, optionCount, keys: [keyOf(versionId, choice)] }
    }),
  }
}
