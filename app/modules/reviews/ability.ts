import { dot, inverseOf, type Matrix, times } from './linear-solve.ts'

/*
 * Ability by chapter, from answers of different weight: a Rasch-type model with a floor for guessing. Each chapter has its own
 * ability, drawn to hers in general the more the fewer answers it has; kinds of item have their own difficulty. The estimate is
 * the mode of the posterior, its spread the curvature there.
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
}

export type Abilities = {
  readonly chapters: number
  /** general ability, then each chapter's difference from it, then each kind's ease */
  readonly mode: readonly number[]
  readonly covariance: Matrix
}

/** Logits. Between people, between the chapters of one person, between the kinds of item. */
const generalSpread = 1.3
const chapterSpread = 0.6
const kindSpread = 0.6
/** Most people who prepare know somewhat more than half. */
const generalPrior = 0.3
const rounds = 12

export function estimate(
  answers: readonly AbilityAnswer[],
  chapters: number,
  kindPriors: readonly number[],
): Abilities {
  const size = 1 + chapters + kindPriors.length
  const prior = Array.from({ length: size }, (_, at) =>
    at === 0 ? generalPrior : at <= chapters ? 0 : (kindPriors[at - 1 - chapters] ?? 0),
  )
  const precision = prior.map((_, at) => (at === 0 ? generalSpread : at <= chapters ? chapterSpread : kindSpread) ** -2)
  let mode: readonly number[] = prior
  let covariance = curvature(answers, mode, precision, chapters).inverse
  for (let round = 0; round < rounds; round++) {
    const { slope, inverse } = curvature(answers, mode, precision, chapters)
    covariance = inverse
    const full = slope.map((value, at) => value - (precision[at] ?? 0) * ((mode[at] ?? 0) - (prior[at] ?? 0)))
    const step = times(inverse, full)
    // Never more than a logit at once: far from the mode the parabola knows little.
    const scale = Math.min(1, 1 / Math.max(...step.map(Math.abs), 1e-9))
    mode = mode.map((value, at) => value + scale * (step[at] ?? 0))
  }
  return { chapters, mode, covariance }
}

/** Which of the parameters an item hangs on. */
function placesOf(chapter: number, kind: number, chapters: number): readonly number[] {
  return [0, 1 + chapter, 1 + chapters + kind]
}

/** Chance of full marks: with her abilities, on an item of this chapter, kind and difficulty. */
export function chanceOf(
  { chapters, mode }: Abilities,
  item: Pick<AbilityAnswer, 'chapter' | 'kind' | 'difficulty' | 'luck'>,
): { readonly chance: number; readonly slope: number } {
  const logit = placesOf(item.chapter, item.kind, chapters).reduce((sum, at) => sum + (mode[at] ?? 0), -item.difficulty)
  const known = 1 / (1 + Math.exp(-logit))
  return { chance: item.luck + (1 - item.luck) * known, slope: (1 - item.luck) * known * (1 - known) }
}

/** Variance of a sum of `slopes` over the parameters. */
export function varianceOf({ covariance }: Abilities, slopes: readonly number[]): number {
  return dot(slopes, times(covariance, slopes))
}

/** Adds an item's slope to the gradient of a mark over all parameters. */
export function addSlope(slopes: number[], chapter: number, kind: number, chapters: number, slope: number): void {
  for (const at of placesOf(chapter, kind, chapters)) slopes[at] = (slopes[at] ?? 0) + slope
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
    const places = placesOf(answer.chapter, answer.kind, chapters)
    for (const row of places) {
      slope[row] = (slope[row] ?? 0) + pull
      const cells = matrix[row]
      if (cells) for (const column of places) cells[column] = (cells[column] ?? 0) + firm
    }
  }
  return { slope, inverse: inverseOf(matrix) }
}
