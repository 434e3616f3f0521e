import type { Blueprint } from '~/modules/exams/blueprint.ts'
import { pointsFor } from '~/modules/exams/scoring.ts'
import type { MockResult, ReadinessAnswer } from '~/modules/reviews/readiness.ts'
import { addDays, startOfDay } from '~/platform/calendar.ts'
import { between, type Random, seededRandom } from '~/platform/random.ts'
import { type Item, type Law, normal, simulatedLearner } from './simulated-learners.ts'

/*
 * Candidates for an exam who know points, not abilities: each knowledge point is a memory that fades by one of the simulated
 * laws, and is kept up by lessons and practice. A question asks for one or two points; who knows them is right, who does not
 * rules out what she can and guesses. Nothing of it is a logistic curve. They practise for weeks what the app gives them, some
 * sit a mock, then all sit a paper of other questions.
 */
export type Candidacy = {
  readonly answers: readonly ReadinessAnswer[]
  readonly mocks: readonly MockResult[]
  readonly now: Date
  /** what she got in the paper, in half-points */
  readonly mark: number
}

type Question = {
  readonly id: string
  readonly kind: 'single' | 'multiple'
  readonly chapter: string
  readonly points: readonly Item[]
  /** the author's guess; what it really asks for is near it */
  readonly difficulty: number
  /** chance that one who knows the points is still led astray */
  readonly trap: number
  readonly key: number
}

const firstDay = '2026-03-01'
const pointsPerChapter = 12
const questionsPerPoint = 6

export function simulatedCandidacy(law: Law, seed: number, blueprint: Blueprint): Candidacy {
  const random = seededRandom(seed)
  const chapters = Object.keys(blueprint.chapterWeights)
  const bank = bankOf(chapters, seededRandom(seed + 7))
  const learner = simulatedLearner(law, seed)
  const days = between(random, 25, 70)
  const zeal = 0.3 + 1.4 * random()
  const answers: ReadinessAnswer[] = []
  const mocks: MockResult[] = []
  const perDay = between(random, 4, 14)
  const mockDay = random() < 0.4 ? between(random, Math.floor(days / 2), days - 3) : null
  const questions = bank.map((question) => ({ question, key: random() })).sort((one, other) => one.key - other.key)

  for (let day = 0; day < days; day++) {
    // A lesson or two: reading is a look at the points of part of a chapter, the earlier chapters first.
    const chapter = chapters[Math.min(chapters.length - 1, Math.floor((day / days) * chapters.length))] ?? '1'
    for (let read = 0; read < 3 * zeal; read++) {
      learner.look({ id: `${chapter}-${between(random, 0, pointsPerChapter - 1)}`, chapter }, day)
    }
    for (let count = 0; count < perDay; count++) {
      const { question } = questions[Math.floor(random() ** 1.3 * questions.length)] ?? {}
      if (!question) continue
      answers.push(answered(question, day, answers.length, learner.recall, random))
      for (const point of question.points) learner.look(point, day)
    }
    if (day === mockDay) {
      const mark = sit(blueprint, bank, day, learner.recall, random)
      mocks.push({ at: instantOf(day), halfPoints: mark, outOf: 200 })
    }
  }
  const fresh = bankOf(chapters, seededRandom(seed + 8))
  return { answers, mocks, now: new Date(instantOf(days)), mark: sit(blueprint, fresh, days, learner.recall, random) }
}

function bankOf(chapters: readonly string[], random: Random): readonly Question[] {
  return chapters.flatMap((chapter) =>
    Array.from({ length: pointsPerChapter * questionsPerPoint }, (_, at): Question => {
      const point = (offset: number) => ({ id: `${chapter}-${(at + offset) % pointsPerChapter}`, chapter })
      const hard = between(random, 1, 5)
      const guess = Math.min(5, Math.max(1, Math.round(hard + 0.8 * normal(random))))
      return {
        id: `${chapter}.${at}`,
        kind: random() < 0.7 ? 'single' : 'multiple',
        chapter,
        points: hard >= 4 ? [point(0), point(1)] : [point(0)],
        difficulty: guess,
        trap: 0.02 + 0.05 * hard,
        key: between(random, 2, 4),
      }
    }),
  )
}

type Recall = (item: Item, day: number) => number

/** Which options she picks, as half-points. */
function marksOf(
  question: Question,
  day: number,
  recall: Recall,
  random: Random,
): { halfPoints: number; isLuck: boolean } {
  const knows = question.points.every((point) => random() < recall(point, day)) && random() >= question.trap
  if (question.kind === 'single') {
    const isLucky = random() < 0.3
    return { halfPoints: knows || isLucky ? 2 : 0, isLuck: !knows && isLucky }
  }
  const key = Array.from({ length: question.key }, (_, at) => at)
  // Who knows may still miss one option; who does not picks those that sound right, some of which are.
  const picked = knows
    ? key.filter(() => random() < 0.95)
    : [0, 1, 2, 3, 4].filter((option) => random() < (option < question.key ? 0.5 : 0.22))
  const halfPoints = pointsFor('multipleSocialWork', { key, optionCount: 5, halfPoints: 4 }, picked)
  return { halfPoints, isLuck: false }
}

function answered(question: Question, day: number, count: number, recall: Recall, random: Random): ReadinessAnswer {
  const { halfPoints, isLuck } = marksOf(question, day, recall, random)
  return {
    questionId: question.id,
    kind: question.kind,
    chapter: question.chapter,
    at: instantOf(day) + count,
    halfPoints,
    outOf: question.kind === 'single' ? 2 : 4,
    difficulty: question.difficulty,
    isGuess: isLuck && random() < 0.5,
  }
}

/** Chapters by weight, 60 single and 20 multiple choices drawn at random. */
function sit(blueprint: Blueprint, bank: readonly Question[], day: number, recall: Recall, random: Random): number {
  const chapters = Object.keys(blueprint.chapterWeights)
  const weights = Object.values(blueprint.chapterWeights)
  const pools = new Map<string, Question[]>()
  for (const question of bank) {
    const cell = `${question.kind} ${question.chapter}`
    pools.set(cell, [...(pools.get(cell) ?? []), question])
  }
  let mark = 0
  for (const part of blueprint.parts) {
    for (let count = 0; count < part.count; count++) {
      const chapter = chapters[drawn(weights, random)] ?? '1'
      const pool = pools.get(`${part.kind} ${chapter}`) ?? []
      const question = pool[between(random, 0, pool.length - 1)]
      if (question) mark += marksOf(question, day, recall, random).halfPoints
    }
  }
  return mark
}

/** An index, as likely as its weight. */
function drawn(weights: readonly number[], random: Random): number {
  let place = random() * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [at, weight] of weights.entries()) {
    place -= weight
    if (place < 0) return at
  }
  return weights.length - 1
}

function instantOf(day: number): number {
  return startOfDay(addDays(firstDay, day)).getTime() + 12 * 3_600_000
}
