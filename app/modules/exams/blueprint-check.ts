import { isDay } from '~/platform/calendar.ts'
import { type BankItem, type Eligible, eligibleItems } from './bank.ts'
import type { Blueprint, BlueprintPart } from './blueprint.ts'
import { planChapters } from './chapter-plan.ts'
import { type Short, wholeQuestionsShort } from './whole-questions.ts'

export const blueprintProblems = [
  'noId',
  'noTitle',
  'noEdition',
  'minutesNotPositive',
  'noParts',
  'countNotPositive',
  'pointsNotPositive',
  'ruleDoesNotFit',
  'pointsTooSmallForRule',
  'passLineOutOfReach',
  'weightNegative',
  'weightsAboveHundred',
  'weightsWithoutChoices',
  'cutoffNotADay',
] as const
export type BlueprintProblemCode = (typeof blueprintProblems)[number]

/** `at` says where: the number of a part (from 0) or a chapter; null for the blueprint as a whole. */
export type BlueprintProblem = { readonly code: BlueprintProblemCode; readonly at: number | string | null }

/** In half-points. */
export function fullMarks(blueprint: Blueprint): number {
  return blueprint.parts.reduce((total, part) => total + part.count * part.halfPoints, 0)
}

/** What is wrong with a blueprint whatever the bank holds: none means that it can be used. */
export function checkBlueprint(blueprint: Blueprint): readonly BlueprintProblem[] {
  const weights = Object.entries(blueprint.chapterWeights)
  const hasChoices = blueprint.parts.some(({ kind }) => kind !== 'case' && kind !== 'constructed')
  const whole: readonly (readonly [boolean, BlueprintProblemCode])[] = [
    [blueprint.id.trim() === '', 'noId'],
    [blueprint.title.trim() === '' || blueprint.titleEn.trim() === '', 'noTitle'],
    [blueprint.edition.trim() === '', 'noEdition'],
    [!isPositiveWhole(blueprint.minutes), 'minutesNotPositive'],
    [blueprint.parts.length === 0, 'noParts'],
    [!isPositiveWhole(blueprint.passLine) || blueprint.passLine > fullMarks(blueprint), 'passLineOutOfReach'],
    // Weights may be thirds of percents: a sum of floats is not held to the last digit.
    [weights.reduce((total, [, weight]) => total + weight, 0) > 100 + 1e-6, 'weightsAboveHundred'],
    [weights.length > 0 && blueprint.parts.length > 0 && !hasChoices, 'weightsWithoutChoices'],
    [!isDay(blueprint.lawCutoff), 'cutoffNotADay'],
  ]
  return [
    ...whole.flatMap(([isWrong, code]) => (isWrong ? { code, at: null } : [])),
    ...blueprint.parts.flatMap((part, at) => problemsOfPart(part).map((code) => ({ code, at }))),
    ...weights.flatMap(([chapter, weight]) => (weight >= 0 ? [] : { code: 'weightNegative' as const, at: chapter })),
  ]
}

function problemsOfPart(part: BlueprintPart): readonly BlueprintProblemCode[] {
  const problems: BlueprintProblemCode[] = []
  if (!isPositiveWhole(part.count)) problems.push('countNotPositive')
  if (!isPositiveWhole(part.halfPoints)) problems.push('pointsNotPositive')
  if (part.kind === 'constructed') return problems
  const isOneAnswer = part.kind === 'single' || part.kind === 'judgement'
  if (isOneAnswer ? part.rule !== 'single' : part.kind === 'multiple' && part.rule === 'single') {
    problems.push('ruleDoesNotFit')
  }
  // Worth half a point, an incomplete answer could earn nothing: the rule would not be the rule.
  if (part.rule === 'multipleSocialWork' && part.halfPoints < 2) problems.push('pointsTooSmallForRule')
  return problems
}

function isPositiveWhole(number: number): boolean {
  return Number.isSafeInteger(number) && number > 0
}

export type Feasibility = {
  /** no: not even within the tolerance of chapters */
  readonly answer: 'exactly' | 'withinTolerance' | 'no'
  /** what would have to be written for a paper exactly as asked */
  readonly short: readonly Short[]
  /** how many questions were left out, and why */
  readonly excluded: Eligible['excluded']
}

/** Whether the bank can fill so many forms that share no item, and what is short: said while the blueprint is written. */
export function feasibility(blueprint: Blueprint, bank: readonly BankItem[], forms = 1): Feasibility {
  const { items, excluded } = eligibleItems(blueprint, bank)
  const plan = planChapters(blueprint, items, forms)
  const whole = wholeQuestionsShort(blueprint, items, forms)
  const short = [...plan.missing.map((one) => ({ ...one, outOf: null })), ...whole]
  if (short.length === 0) return { answer: 'exactly', short, excluded }
  return { answer: plan.table && whole.length === 0 ? 'withinTolerance' : 'no', short, excluded }
}
