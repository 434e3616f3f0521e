import type { Blueprint, BlueprintPart } from '~/modules/exams/blueprint.ts'
import { questionKinds } from '~/modules/questions/question.ts'
import { type Abilities, type AbilityAnswer, addSlope, chanceOf, estimate, varianceOf } from './ability.ts'
import { shareOf } from './mark-weight.ts'
import { daysApart } from './review-log.ts'

/*
 * What mark she would get today, with an interval that holds it four times in five. Her answers give an ability for each chapter
 * (ability.ts); the blueprint says how many items of which worth come from where; mean and spread of the mark follow in closed
 * form. A forecast of a paper, not of a person: the chance of the draw is in it.
 */
export type ReadinessAnswer = {
  readonly questionId: string
  readonly kind: (typeof questionKinds)[number]
  /** of the blueprint's edition; null: in none of its chapters */
  readonly chapter: string | null
  readonly at: number
  /** half-points and what was to be had: too few right options of a multiple choice are not nothing */
  readonly halfPoints: number
  readonly outOf: number
  /** 1 to 5, as its author thinks */
  readonly difficulty: number
  /** right by guessing, as she said herself */
  readonly isGuess: boolean
}

/** A mock whose single answers are not among the answers: sat on paper, or elsewhere. */
export type MockResult = { readonly at: number; readonly halfPoints: number; readonly outOf: number }

/** Sentences for the page that say how the figure came about. */
export type MethodSentence =
  | { readonly code: 'firstAnswers'; readonly repeatPercent: number }
  /** … and a rise or a fall over the weeks is carried on to today */
  | { readonly code: 'recent'; readonly halfLifeDays: number }
  | { readonly code: 'difficulty' }
  | { readonly code: 'chapters'; readonly unseen: number }
  | { readonly code: 'paper'; readonly items: number }
  | { readonly code: 'partialMarks' }
  | { readonly code: 'mocks'; readonly count: number }
  | { readonly code: 'interval'; readonly percent: number }

export type Estimate = {
  readonly kind: 'estimate'
  /** in half-points */
  readonly mark: number
  readonly low: number
  readonly high: number
  readonly outOf: number
  readonly passLine: number
  /** above: even the low end passes; below: even the high end does not */
  readonly standing: 'above' | 'around' | 'below'
  readonly answered: number
  readonly method: readonly MethodSentence[]
}
export type TooLittle = { readonly kind: 'tooLittle'; readonly answered: number; readonly needed: number }
export type Readiness = Estimate | TooLittle

/** Different questions answered before anything is said; a written answer takes long and says much. */
export const neededChoices = 60
export const neededConstructed = 6
/** An answer counts half after so many days: what was known then may be forgotten, what was not may be learned. */
export const halfLifeDays = 60
/** A question seen before is remembered as itself: that says little of a paper with others. */
export const repeatShare = 0.25
export const intervalPercent = 80
const eightyPercent = 1.2816
/** An author's step of difficulty, in logits: five guesses of people, not measurements. */
const difficultyStep = 0.35
/** A written answer says as much as so many choices. */
const constructedWeight = 4
/** A right guess is, as she says herself, mostly luck. */
const guessWeight = 0.5
/** What the model does not know: chapters that are not alike inside, days that are not alike. Standard deviation, as a share of the paper. */
const roughness = 0.012
/** Of a mock, the same, a day old … and how the distance grows. */
const mockRoughness = 0.04
const mockDrift = 0.012
/** Marks of a multiple choice that is not fully right: prior share, weight in answers, spread. */
const partialPrior = 0.2
const partialAnswers = 15

const kinds = questionKinds
const luckOf = { single: 0.25, judgement: 0.5, multiple: 0, case: 0.2, constructed: 0 } as const
const easePrior = [0, -0.9, 0, -0.2, 0.2]

export function readiness(
  answers: readonly ReadinessAnswer[],
  mocks: readonly MockResult[],
  blueprint: Blueprint,
  now: Date,
): Readiness {
  const asked = new Set(blueprint.parts.map(({ kind }) => kind))
  const own = answers.filter(({ kind }) => asked.has(kind)).sort((one, other) => one.at - other.at)
  const isWritten = blueprint.parts.every(({ kind }) => kind === 'constructed')
  const needed = isWritten ? neededConstructed : neededChoices
  const answered = new Set(own.map(({ questionId }) => questionId)).size
  if (answered < needed && mocks.length === 0) return { kind: 'tooLittle', answered, needed }

  const columns = [...Object.keys(blueprint.chapterWeights), null]
  const evidence = evidenceOf(own, columns, now)
  const abilities = estimate(evidence, columns.length, easePrior)
  const paper = paperOf(blueprint, columns, abilities, partialShareOf(own))
  const { mean, variance } = withMocks(paper, mocks, now)
  const margin = eightyPercent * Math.sqrt(variance)
  const mark = bounded(mean, paper.outOf)
  const low = bounded(mean - margin, paper.outOf)
  const high = bounded(mean + margin, paper.outOf)
  return {
    kind: 'estimate',
    mark,
    low,
    high,
    outOf: paper.outOf,
    passLine: blueprint.passLine,
    standing: low >= blueprint.passLine ? 'above' : high < blueprint.passLine ? 'below' : 'around',
    answered,
    method: methodOf(blueprint, columns, evidence, mocks),
  }
}

function evidenceOf(
  answers: readonly ReadinessAnswer[],
  columns: readonly (string | null)[],
  now: Date,
): readonly AbilityAnswer[] {
  const seen = new Set<string>()
  return answers.map(({ questionId, kind, chapter, at, halfPoints, outOf, difficulty, isGuess }) => {
    const isRepeat = seen.has(questionId)
    seen.add(questionId)
    const share = outOf > 0 ? Math.min(1, Math.max(0, halfPoints / outOf)) : 0
    const days = daysApart(at, now.getTime())
    const recent = 0.5 ** (days / halfLifeDays)
    const column = columns.indexOf(chapter)
    return {
      chapter: column < 0 ? columns.length - 1 : column,
      kind: kinds.indexOf(kind),
      share: kind === 'constructed' ? share : Number(share >= 1),
      difficulty: (difficulty - 3) * difficultyStep,
      luck: luckOf[kind],
      age: days / 30,
      weight:
        recent *
        (isRepeat ? repeatShare : 1) *
        (isGuess && share >= 1 ? guessWeight : 1) *
        (kind === 'constructed' ? constructedWeight : 1),
    }
  })
}

/** Of multiple choices that were not fully right: which share of the marks she still got (少选得分). */
function partialShareOf(answers: readonly ReadinessAnswer[]): number {
  const partial = answers.filter(({ kind, halfPoints, outOf }) => kind === 'multiple' && halfPoints < outOf)
  const got = partial.reduce((sum, { halfPoints, outOf }) => sum + halfPoints / outOf, 0)
  return (partialPrior * partialAnswers + got) / (partialAnswers + partial.length)
}

type Paper = { readonly mean: number; readonly variance: number; readonly outOf: number }

/** The mark of a paper of average difficulty: what is unsure about her, and what is chance in the draw. */
function paperOf(
  blueprint: Blueprint,
  columns: readonly (string | null)[],
  abilities: Abilities,
  partialShare: number,
): Paper {
  const slopes: number[] = abilities.mode.map(() => 0)
  let [mean, chance, outOf] = [0, 0, 0]
  for (const part of blueprint.parts) {
    outOf += part.count * part.halfPoints
    columns.forEach((column, chapter) => {
      const items = part.count * shareOf(blueprint, column)
      const kind = kinds.indexOf(part.kind)
      const item = chanceOf(abilities, { chapter, kind, difficulty: 0, luck: luckOf[part.kind], age: 0 })
      const rest = restOf(part, partialShare)
      mean += items * part.halfPoints * (item.chance + (1 - item.chance) * rest)
      chance += items * part.halfPoints ** 2 * spreadOf(part, item.chance, rest)
      addSlope(slopes, { chapter, kind }, columns.length, items * part.halfPoints * item.slope * (1 - rest))
    })
  }
  return { mean, outOf, variance: chance + varianceOf(abilities, slopes) + (roughness * outOf) ** 2 }
}

/** Share of the marks that an item gives which is not fully right. */
function restOf(part: BlueprintPart, partialShare: number): number {
  return part.kind !== 'constructed' && part.rule !== 'single' && part.rule !== 'allOrNothing' ? partialShare : 0
}

/** Variance of the share of the marks of one item. */
function spreadOf(part: BlueprintPart, chance: number, rest: number): number {
  if (part.kind === 'constructed') return (chance * (1 - chance)) / (constructedWeight + 1)
  return chance * (1 - chance) * (1 - rest) ** 2 + (1 - chance) * rest * (0.6 - Math.min(0.5, rest))
}

/** Each mock is a measurement of the mark: the more chance and the more days between, the less it counts. */
function withMocks(paper: Paper, mocks: readonly MockResult[], now: Date): Paper {
  return mocks.reduce<Paper>(({ mean, variance, outOf }, mock) => {
    if (mock.outOf <= 0) return { mean, variance, outOf }
    const days = daysApart(mock.at, now.getTime())
    const share = mock.halfPoints / mock.outOf
    const draw = (share * (1 - share)) / 60
    const noise = outOf ** 2 * (draw + mockRoughness ** 2 + mockDrift ** 2 * days)
    // What is chance in the paper to come stays chance, however many mocks there are.
    const chance = outOf ** 2 * draw
    const known = Math.max(1e-9, variance - chance)
    const gain = known / (known + noise)
    return {
      mean: mean + gain * (share * outOf - mean),
      variance: known * (1 - gain) + Math.min(chance, variance),
      outOf,
    }
  }, paper)
}

function methodOf(
  blueprint: Blueprint,
  columns: readonly (string | null)[],
  evidence: readonly AbilityAnswer[],
  mocks: readonly MockResult[],
): readonly MethodSentence[] {
  const seen = new Set(evidence.map(({ chapter }) => chapter))
  const unseen = columns.filter((column, at) => shareOf(blueprint, column) > 0 && !seen.has(at)).length
  const hasPartial = blueprint.parts.some((part) => restOf(part, 1) > 0)
  return [
    { code: 'firstAnswers', repeatPercent: repeatShare * 100 },
    { code: 'recent', halfLifeDays },
    { code: 'difficulty' },
    { code: 'chapters', unseen },
    { code: 'paper', items: blueprint.parts.reduce((sum, { count }) => sum + count, 0) },
    ...(hasPartial ? [{ code: 'partialMarks' as const }] : []),
    ...(mocks.length > 0 ? [{ code: 'mocks' as const, count: mocks.length }] : []),
    { code: 'interval', percent: intervalPercent },
  ]
}

/** Whole half-points between nothing and everything. */
function bounded(mark: number, outOf: number): number {
  return Math.min(outOf, Math.max(0, Math.round(mark)))
}
