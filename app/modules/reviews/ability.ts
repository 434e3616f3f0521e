import { dot, inverseOf, type Matrix, times } from './linear-solve.ts'

/*
 * Ability by chapter, from answers of different weight: a Rasch-type model with a floor for guessing. Each chapter has its own
 * ability, drawn to hers in general the more the fewer answers it has; kinds of item have their own difficulty; and she may be
 * on the rise or on the fall. The estimate is the mode of the posterior, its spread the curvature there.
 */
export type AbilityAnswer = {
  /** index of the chapter */
  readonly chapter: number
  /** index of the kind */
  readonly kind: number
  /** 0 to 1: full marks or not, or the share of a written answer's marks */
  readonly share: number
  /** what was known before she answered: harder is positive */
  readonly difficulty: number
  /** chance of being right without knowing */
  readonly luck: number
  /** how much the answer counts */
  readonly weight: number
  /** months ago */
  readonly age: number
}

export type Abilities = {
  readonly chapters: number
  /** general ability as of now, each chapter's difference from it, each kind's ease, the rise in a month */
  readonly mode: readonly number[]
  readonly covariance: Matrix
}

/** Logits. Between people, between the chapters of one person, between the kinds of item. */
const generalSpread = 1.3
const chapterSpread = 0.6
const kindSpread = 0.6
const trendSpread = 0.3
/** Who prepares gets better: each answer is explained. */
const trendPrior = 0.2
/** Most people who prepare know somewhat more than half. */
const generalPrior = 0.3
const rounds = 25

export function estimate(
  answers: readonly AbilityAnswer[],
  chapters: number,
  kindPriors: readonly number[],
): Abilities {
  const differences = Array.from({ length: chapters }, () => 0)
  const prior = [generalPrior, ...differences, ...kindPriors, trendPrior]
  const spreads = [
    generalSpread,
    ...differences.map(() => chapterSpread),
    ...kindPriors.map(() => kindSpread),
    trendSpread,
  ]
  const precision = spreads.map((spread) => spread ** -2)
  const worthOf = (mode: readonly number[]) => plausibility(answers, mode, prior, precision, chapters)
  let mode: readonly number[] = prior
  let worth = worthOf(mode)
  for (let round = 0; round < rounds; round++) {
    const { slope, inverse } = curvature(answers, mode, precision, chapters)
    const uphill = slope.map((value, at) => value - (precision[at] ?? 0) * ((mode[at] ?? 0) - (prior[at] ?? 0)))
    const step = times(inverse, uphill)
    // With a floor for guessing the parabola can overshoot: half a step, and half of that, until it goes up.
    let next = mode
    for (let scale = 1; scale > 1e-4 && next === mode; scale /= 2) {
      const tried = mode.map((value, at) => value + scale * (step[at] ?? 0))
      if (worthOf(tried) > worth + 1e-10) next = tried
    }
    if (next === mode) break
    mode = next
    worth = worthOf(mode)
  }
  return { chapters, mode, covariance: curvature(answers, mode, precision, chapters).inverse }
}

/** Logarithm of the posterior density. */
function plausibility(
  answers: readonly AbilityAnswer[],
  mode: readonly number[],
  prior: readonly number[],
  precision: readonly number[],
  chapters: number,
): number {
  let sum = mode.reduce((total, value, at) => total - ((precision[at] ?? 0) * (value - (prior[at] ?? 0)) ** 2) / 2, 0)
  for (const answer of answers) {
    const chance = Math.min(1 - 1e-9, Math.max(1e-9, chanceOf({ chapters, mode, covariance: [] }, answer).chance))
    sum += answer.weight * (answer.share * Math.log(chance) + (1 - answer.share) * Math.log(1 - chance))
  }
  return sum
}

type Item = Pick<AbilityAnswer, 'chapter' | 'kind' | 'difficulty' | 'luck' | 'age'>

/** Which of the parameters an item hangs on, and how much. */
function termsOf({ chapter, kind, age }: Pick<Item, 'chapter' | 'kind' | 'age'>, chapters: number, size: number) {
  return [
    { at: 0, by: 1 },
    { at: 1 + chapter, by: 1 },
    { at: 1 + chapters + kind, by: 1 },
    { at: size - 1, by: -age },
  ]
}

/** Chance of full marks: with her abilities, on an item of this chapter, kind and difficulty. */
export function chanceOf(
  { chapters, mode }: Abilities,
  item: Item,
): { readonly chance: number; readonly slope: number } {
  const { chapter, kind, age, difficulty } = item
  // The sum over termsOf, spelt out: it is asked for each answer in each step.
  const ability = (mode[0] ?? 0) + (mode[1 + chapter] ?? 0) + (mode[1 + chapters + kind] ?? 0)
  const logit = ability - age * (mode[mode.length - 1] ?? 0) - difficulty
  const known = 1 / (1 + Math.exp(-logit))
  return { chance: item.luck + (1 - item.luck) * known, slope: (1 - item.luck) * known * (1 - known) }
}

/** Variance of a sum of `slopes` over the parameters. */
export function varianceOf({ covariance }: Abilities, slopes: readonly number[]): number {
  return dot(slopes, times(covariance, slopes))
}

/** Adds an item of today to the gradient of a mark over all parameters. */
export function addSlope(
  slopes: number[],
  { chapter, kind }: Pick<Item, 'chapter' | 'kind'>,
  chapters: number,
  slope: number,
) {
  for (const { at, by } of termsOf({ chapter, kind, age: 0 }, chapters, slopes.length)) {
    slopes[at] = (slopes[at] ?? 0) + by * slope
  }
}

function curvature(
  answers: readonly AbilityAnswer[],
  mode: readonly number[],
  precision: readonly number[],
  chapters: number,
): { readonly slope: readonly number[]; readonly inverse: Matrix } {
  const slope = mode.map(() => 0)
  const matrix = mode.map((_, row) => mode.map((_, column) => (row === column ? (precision[row] ?? 0) : 0)))
  for (const answer of answers) {
    const { chance, slope: rise } = chanceOf({ chapters, mode, covariance: [] }, answer)
    const spread = Math.max(1e-6, chance * (1 - chance))
    const pull = (answer.weight * (answer.share - chance) * rise) / spread
    const firm = (answer.weight * rise * rise) / spread
    const terms = termsOf(answer, chapters, mode.length)
    for (const row of terms) {
      slope[row.at] = (slope[row.at] ?? 0) + row.by * pull
      const cells = matrix[row.at]
      if (cells) for (const column of terms) cells[column.at] = (cells[column.at] ?? 0) + row.by * column.by * firm
    }
  }
  return { slope, inverse: inverseOf(matrix) }
}
