import fc from 'fast-check'
import { expect, test } from 'vitest'
import { masteryOf, type PointAnswer, weakPoints } from './weakness.ts'

const now = new Date('2026-04-01T04:00:00Z')
const answer = (over: Partial<PointAnswer> & { daysAgo?: number } = {}): PointAnswer => {
  const { daysAgo = 0, ...rest } = over
  return {
    ...{ points: ['p'], right: true, confidence: 'sure', difficulty: 3, at: now.getTime() - daysAgo * 86_400_000 },
    ...rest,
  }
}
const of = (answers: readonly PointAnswer[], point = 'p') => masteryOf(answers, now).find((one) => one.point === point)
const mastery = (...answers: readonly PointAnswer[]) => of(answers)?.mastery ?? Number.NaN

test('one answer is a hint and not much more', () => {
  expect(of([answer()])).toMatchObject({ sureness: 'hint', answers: 1 })
  expect(mastery(answer())).toBeLessThan(0.75)
  expect(mastery(answer({ right: false }))).toBeGreaterThan(0.3)
})

test('ten answers are firm', () => {
  expect(of(Array.from({ length: 10 }, () => answer()))).toMatchObject({ sureness: 'firm' })
})

test('a right answer says more at a hard question, a wrong one more at an easy question', () => {
  expect(mastery(answer({ difficulty: 5 }))).toBeGreaterThan(mastery(answer({ difficulty: 1 })))
  expect(mastery(answer({ difficulty: 1, right: false }))).toBeLessThan(
    mastery(answer({ difficulty: 5, right: false })),
  )
})

test('what is recent counts more', () => {
  const improved = [answer({ daysAgo: 60, right: false }), answer({ daysAgo: 60, right: false }), answer(), answer()]
  const worsened = [
    answer({ daysAgo: 60 }),
    answer({ daysAgo: 60 }),
    answer({ right: false }),
    answer({ right: false }),
  ]
  expect(mastery(...improved)).toBeGreaterThan(0.55)
  expect(mastery(...worsened)).toBeLessThan(0.45)
})

test('a right guess is worth a quarter', () => {
  expect(mastery(answer({ confidence: 'guess' }))).toBeLessThan(mastery(answer()))
})

test('a point with few answers is drawn to what she knows in general', () => {
  const known = Array.from({ length: 40 }, () => answer({ points: ['other'] }))
  const unknown = Array.from({ length: 40 }, () => answer({ points: ['other'], right: false }))
  expect(mastery(...known, answer({ right: false }))).toBeGreaterThan(mastery(...unknown, answer({ right: false })))
})

test('the weak points come by what they cost', () => {
  const answers = ['a', 'b', 'c'].flatMap((point) =>
    Array.from({ length: 6 }, () => answer({ points: [point], right: point === 'c' })),
  )
  const weak = weakPoints(masteryOf(answers, now), (point) => (point === 'b' ? 2 : 1))
  expect(weak.map(({ point }) => point)).toEqual(['b', 'a'])
})

const answers = fc.array(
  fc.record({
    points: fc.subarray(['p', 'q', 'r'], { minLength: 1 }),
    right: fc.boolean(),
    confidence: fc.constantFrom('sure', 'unsure', 'guess', null),
    difficulty: fc.integer({ min: 1, max: 5 }),
    daysAgo: fc.nat(200),
  }),
  { maxLength: 30 },
)

test('mastery and its interval lie between 0 and 1, in order', () => {
  fc.assert(
    fc.property(answers, (some) => {
      for (const one of masteryOf(some.map(answer), now)) {
        expect(one.low).toBeGreaterThanOrEqual(0)
        expect(one.low).toBeLessThanOrEqual(one.mastery)
        expect(one.mastery).toBeLessThanOrEqual(one.high)
        expect(one.high).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('a wrong answer never makes a point look better, a sure right one never worse', () => {
  fc.assert(
    fc.property(answers, fc.integer({ min: 1, max: 5 }), (some, difficulty) => {
      const before = some.map(answer)
      if (!of(before)) return
      const old = mastery(...before)
      expect(mastery(...before, answer({ difficulty }))).toBeGreaterThanOrEqual(old - 1e-9)
      expect(mastery(...before, answer({ difficulty, right: false }))).toBeLessThanOrEqual(old + 1e-9)
    }),
  )
})

test('the order of answers does not matter', () => {
  fc.assert(
    fc.property(answers, (some) => {
      const made = some.map(answer)
      const [there, back] = [masteryOf(made, now), masteryOf(made.toReversed(), now)]
      expect(back.map(({ point }) => point)).toEqual(there.map(({ point }) => point))
      back.forEach((one, at) => {
        expect(one.mastery).toBeCloseTo(there[at]?.mastery ?? -1, 9)
      })
    }),
  )
})
