import { expect, test } from 'vitest'
import { seededRandom } from '~/platform/random.ts'
import { type AbilityAnswer, chanceOf, estimate } from './ability.ts'

const answers = (count: number, chapter: number, chance: number, over: Partial<AbilityAnswer> = {}): AbilityAnswer[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ chapter, kind: 0, difficulty: 0, luck: 0, weight: 1, age: 0 },
    share: Number((at * 7) % count < count * chance),
    ...over,
  }))
const item = { kind: 0, difficulty: 0, luck: 0, age: 0 }

test('many answers say what they say', () => {
  const found = estimate([...answers(400, 0, 0.8), ...answers(400, 1, 0.4)], 2, [0])
  expect(chanceOf(found, { ...item, chapter: 0 }).chance).toBeCloseTo(0.8, 1)
  expect(chanceOf(found, { ...item, chapter: 1 }).chance).toBeCloseTo(0.4, 1)
})

test('a chapter without answers is like the others, and less sure', () => {
  const found = estimate([...answers(100, 0, 0.8), ...answers(100, 1, 0.8)], 3, [0])
  expect(chanceOf(found, { ...item, chapter: 2 }).chance).toBeGreaterThan(0.7)
  expect(found.covariance[3]?.[3] ?? 0).toBeGreaterThan(found.covariance[1]?.[1] ?? 1)
})

test('the same answers at harder questions show more ability', () => {
  const easy = estimate(answers(60, 0, 0.6, { difficulty: -0.7 }), 1, [0])
  const hard = estimate(answers(60, 0, 0.6, { difficulty: 0.7 }), 1, [0])
  expect(chanceOf(hard, { ...item, chapter: 0 }).chance).toBeGreaterThan(chanceOf(easy, { ...item, chapter: 0 }).chance)
})

test('a rise is carried on to today', () => {
  const early = answers(100, 0, 0.4, { age: 2 })
  const late = answers(100, 0, 0.7, { age: 0.2 })
  const found = estimate([...early, ...late], 1, [0])
  expect(found.mode.at(-1)).toBeGreaterThan(0.3)
  expect(chanceOf(found, { ...item, chapter: 0 }).chance).toBeGreaterThan(0.65)
})

test('who guesses everything knows about nothing', () => {
  const found = estimate(answers(400, 0, 0.25, { luck: 0.25 }), 1, [0])
  expect(chanceOf(found, { ...item, chapter: 0 }).chance).toBeLessThan(0.1)
})

test('it settles whatever it is given: all right, all wrong, nothing', () => {
  const random = seededRandom(4)
  const mixed = answers(50, 0, 0.5).map((one) => ({ ...one, share: random(), weight: 4 * random() }))
  for (const some of [answers(300, 0, 1), answers(300, 0, 0), [], mixed]) {
    const { mode, covariance } = estimate(some, 2, [0, -1])
    expect(mode.every(Number.isFinite)).toBe(true)
    expect(covariance.every((row, at) => (row[at] ?? 0) > 0)).toBe(true)
  }
})
