import { type Confidence, compare, daysApart } from './review-log.ts'

/*
 * What she masters of each knowledge point: the share of her answers that were right, where a recent answer counts more than
 * an old one, a right one counts more at a hard question and a wrong one more at an easy question, and few answers are drawn to
 * what she knows in general. A guess that was right is what luck gives.
 */
export type PointAnswer = {
  readonly points: readonly string[]
  readonly at: number
  readonly right: boolean
  readonly confidence: Confidence | null
  /** 1 (easy) to 5 */
  readonly difficulty: number
}

export const sureness = ['hint', 'likely', 'firm'] as const
export type Mastery = {
  readonly point: string
  /** 0 to 1 */
  readonly mastery: number
  /** 80 % of what her answers allow lies between */
  readonly low: number
  readonly high: number
  readonly answers: number
  /** hint: hardly more than the prior */
  readonly sureness: (typeof sureness)[number]
}

/** An answer counts half after so many days. */
export const halfLifeDays = 30
/** What she knows in general weighs as much as so many answers. */
const priorAnswers = 4
/** … and that, before she has answered anything, is even, with this weight. */
const evenAnswers = 6
const luckOfFour = 0.25
/** Below this a point is weak. */
export const weakBelow = 0.6

export function masteryOf(answers: readonly PointAnswer[], now: Date): readonly Mastery[] {
  const evidence = answers.map((answer) => ({ ...evidenceOf(answer, now), points: answer.points }))
  const right = sum(evidence.map((one) => one.right))
  const all = sum(evidence.map((one) => one.right + one.wrong))
  const prior = (right + evenAnswers / 2) / (all + evenAnswers)
  const byPoint = new Map<string, { right: number; wrong: number; answers: number }>()
  for (const one of evidence) {
    for (const point of new Set(one.points)) {
      const known = byPoint.get(point) ?? { right: 0, wrong: 0, answers: 0 }
      byPoint.set(point, {
        right: known.right + one.right,
        wrong: known.wrong + one.wrong,
        answers: known.answers + 1,
      })
    }
  }
  return [...byPoint]
    .map(([point, own]) =>
      betaOf(point, own.right + prior * priorAnswers, own.wrong + (1 - prior) * priorAnswers, own.answers),
    )
    .sort((one, other) => compare(one.point, other.point))
}

/** The weakest first, by what they cost: `weightOf` says what a point is worth on the paper. */
export function weakPoints(
  masteries: readonly Mastery[],
  weightOf: (point: string) => number = () => 1,
): readonly Mastery[] {
  const loss = ({ point, mastery }: Mastery) => (1 - mastery) * weightOf(point)
  return masteries
    .filter(({ mastery }) => mastery < weakBelow)
    .sort((one, other) => loss(other) - loss(one) || compare(one.point, other.point))
}

/** How much an answer says for and against: an average question once, in all, when it is of today. */
function evidenceOf({ at, right, confidence, difficulty }: PointAnswer, now: Date) {
  const recent = 0.5 ** (daysApart(at, now.getTime()) / halfLifeDays)
  const hard = Math.min(5, Math.max(1, difficulty))
  if (!right) return { right: 0, wrong: (recent * (9 - hard)) / 6 }
  const knowing = confidence === 'guess' ? luckOfFour : 1
  return { right: (recent * knowing * (3 + hard)) / 6, wrong: 0 }
}

function betaOf(point: string, right: number, wrong: number, answers: number): Mastery {
  const weight = right + wrong
  const mastery = right / weight
  const margin = 1.2816 * Math.sqrt((mastery * (1 - mastery)) / (weight + 1))
  return {
    point,
    mastery,
    low: Math.max(0, mastery - margin),
    high: Math.min(1, mastery + margin),
    answers,
    sureness: weight - priorAnswers < 1.5 ? 'hint' : weight - priorAnswers < 5 ? 'likely' : 'firm',
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
