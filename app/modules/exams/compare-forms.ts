import type { Paper } from './paper.ts'
import { difficultyTolerance, meanDifficulty } from './parallel-forms.ts'

/** How alike parallel forms are: what they share, and how hard each is. */
export type FormsCompared = {
  /** questions that stand on more than one form */
  readonly shared: number
  /** mean difficulty of each form, on the scale of 1 to 5 */
  readonly means: readonly number[]
  readonly isEquallyHard: boolean
  /** difficulty → how many items of each form */
  readonly levels: ReadonlyArray<{ readonly level: number; readonly counts: readonly number[] }>
}

const levels = [1, 2, 3, 4, 5] as const

export function compareForms(papers: readonly Paper[]): FormsCompared {
  const seen = new Map<string, number>()
  for (const paper of papers) {
    for (const id of new Set(paper.items.map(({ questionId }) => questionId))) seen.set(id, (seen.get(id) ?? 0) + 1)
  }
  const means = papers.map(meanDifficulty)
  return {
    shared: [...seen.values()].filter((count) => count > 1).length,
    means,
    // As many as were compared when they were drawn: a hair of rounding is no difference.
    isEquallyHard: papers.length < 2 || Math.max(...means) - Math.min(...means) <= difficultyTolerance + 1e-9,
    levels: levels.map((level) => ({
      level,
      counts: papers.map(({ items }) => items.filter(({ difficulty }) => Math.round(difficulty) === level).length),
    })),
  }
}
