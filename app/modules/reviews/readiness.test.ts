import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleBlueprint } from '#tests/support/sample-blueprint.ts'
import type { Blueprint } from '~/modules/exams/blueprint.ts'
import { type Estimate, type Readiness, type ReadinessAnswer, readiness } from './readiness.ts'

const now = new Date('2026-05-01T04:00:00Z')
const chapters = Object.keys(sampleBlueprint.chapterWeights)
/** Every `period`-th is wrong; 30 % are multiple choices. */
const answers = (count: number, share: number, over: Partial<ReadinessAnswer> & { daysAgo?: number } = {}) => {
  const { daysAgo = 3, ...rest } = over
  return Array.from({ length: count }, (_, at): ReadinessAnswer => {
    const kind = at % 10 < 7 ? 'single' : 'multiple'
    const outOf = kind === 'single' ? 2 : 4
    return {
      ...{ questionId: `q${at}`, kind, chapter: chapters[at % chapters.length] ?? null, difficulty: 3, isGuess: false },
      ...{ at: now.getTime() - daysAgo * 86_400_000, outOf, halfPoints: (at * 37) % 100 < share * 100 ? outOf : 0 },
      ...rest,
    }
  })
}
const estimated = (found: Readiness): Estimate => {
  if (found.kind !== 'estimate') throw new Error(`too little: ${found.answered} of ${found.needed}`)
  return found
}
const ask = (some: readonly ReadinessAnswer[], mocks: Parameters<typeof readiness>[1] = []) =>
  estimated(readiness(some, mocks, sampleBlueprint, now))

test('too little is said to be too little, and how much is needed', () => {
  expect(readiness(answers(59, 0.7), [], sampleBlueprint, now)).toEqual({ kind: 'tooLittle', answered: 59, needed: 60 })
  expect(readiness([], [], sampleBlueprint, now)).toEqual({ kind: 'tooLittle', answered: 0, needed: 60 })
})

test('the same question answered sixty times is one question', () => {
  const same = answers(60, 0.7).map((one) => ({ ...one, questionId: 'q' }))
  expect(readiness(same, [], sampleBlueprint, now)).toMatchObject({ kind: 'tooLittle', answered: 1 })
})

test('whoever is right nine times in ten is above the line, whoever is twice in ten below', () => {
  expect(ask(answers(400, 0.9))).toMatchObject({ standing: 'above', outOf: 200, passLine: 120, answered: 400 })
  expect(ask(answers(400, 0.2))).toMatchObject({ standing: 'below' })
  expect(ask(answers(400, 0.6))).toMatchObject({ standing: 'around' })
})

test('the more answers, the narrower the interval', () => {
  const width = (count: number) => ask(answers(count, 0.7)).high - ask(answers(count, 0.7)).low
  expect(width(600)).toBeLessThan(width(150))
  expect(width(150)).toBeLessThan(width(60))
})

test('old answers say less than recent ones', () => {
  const width = (daysAgo: number) => ask(answers(200, 0.7, { daysAgo })).high - ask(answers(200, 0.7, { daysAgo })).low
  expect(width(200)).toBeGreaterThan(width(2))
})

test('right answers at hard questions promise more', () => {
  expect(ask(answers(200, 0.7, { difficulty: 5 })).mark).toBeGreaterThan(ask(answers(200, 0.7, { difficulty: 1 })).mark)
})

test('a question seen before says less: doing the same sixty again and again proves no paper', () => {
  const first = answers(60, 0.4, { daysAgo: 10 })
  const again = [1, 2, 3, 4].flatMap((day) => answers(60, 1, { daysAgo: day }))
  const others = [1, 2, 3, 4].flatMap((day) =>
    answers(60, 1, { daysAgo: day }).map((one) => ({ ...one, questionId: `${day}${one.questionId}` })),
  )
  expect(ask([...first, ...again]).mark).toBeLessThan(ask([...first, ...others]).mark)
})

test('a heavy chapter that she does not know costs more than a light one', () => {
  const without = (chapter: string) =>
    ask(answers(400, 0.9).map((one) => (one.chapter === chapter ? { ...one, halfPoints: 0 } : one))).mark
  expect(without('6')).toBeLessThan(without('2'))
})

test('right options, but too few, are worth something', () => {
  const partial = answers(300, 0.6).map((one) =>
    one.kind === 'multiple' && one.halfPoints === 0 ? { ...one, halfPoints: 2 } : one,
  )
  expect(ask(partial).mark).toBeGreaterThan(ask(answers(300, 0.6)).mark)
})

test('a mock draws the estimate to it, and narrows it; a recent one more than an old one', () => {
  const plain = ask(answers(80, 0.5))
  const mock = (daysAgo: number) =>
    ask(answers(80, 0.5), [{ at: now.getTime() - daysAgo * 86_400_000, halfPoints: 160, outOf: 200 }])
  expect(mock(1).mark).toBeGreaterThan(mock(90).mark)
  expect(mock(90).mark).toBeGreaterThan(plain.mark)
  expect(mock(1).high - mock(1).low).toBeLessThan(plain.high - plain.low)
})

test('one mock is enough to say something', () => {
  const found = ask([], [{ at: now.getTime(), halfPoints: 130, outOf: 200 }])
  expect(found.mark).toBeGreaterThan(100)
  expect(found.method).toContainEqual({ code: 'mocks', count: 1 })
})

test('it says how it came to its figure', () => {
  const some = answers(200, 0.7).filter(({ chapter }) => chapter !== '3')
  expect(ask(some).method).toEqual([
    { code: 'firstAnswers', repeatPercent: 25 },
    { code: 'recent', halfLifeDays: 60 },
    { code: 'difficulty' },
    { code: 'chapters', unseen: 1 },
    { code: 'paper', items: 80 },
    { code: 'partialMarks' },
    { code: 'interval', percent: 80 },
  ])
})

test('a written paper is estimated from written answers, of which six are enough', () => {
  const written: Blueprint = {
    ...sampleBlueprint,
    subject: 'zs',
    parts: [{ kind: 'constructed', count: 5, halfPoints: 40 }],
  }
  const given = (count: number, halfPoints: number) =>
    answers(count, 1).map((one) => ({ ...one, kind: 'constructed' as const, halfPoints, outOf: 40 }))
  expect(readiness(given(5, 30), [], written, now)).toEqual({ kind: 'tooLittle', answered: 5, needed: 6 })
  const good = estimated(readiness(given(10, 34), [], written, now))
  const poor = estimated(readiness(given(10, 12), [], written, now))
  expect(good.mark).toBeGreaterThan(poor.mark)
  expect(good.method.map(({ code }) => code)).not.toContain('partialMarks')
})

test('answers of kinds that the paper does not have say nothing of it', () => {
  const judged = answers(100, 1).map((one) => ({ ...one, kind: 'judgement' as const }))
  expect(readiness(judged, [], sampleBlueprint, now)).toMatchObject({ kind: 'tooLittle', answered: 0 })
})

const someAnswers = fc
  .record({
    count: fc.integer({ min: 60, max: 120 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    daysAgo: fc.nat(300),
  })
  .map(({ count, share, daysAgo }) => answers(count, share, { daysAgo }))

test('the mark lies in its interval and the interval on the paper; the order of answers does not matter', () => {
  fc.assert(
    fc.property(someAnswers, (some) => {
      const found = ask(some)
      expect(found.low).toBeGreaterThanOrEqual(0)
      expect(found.low).toBeLessThanOrEqual(found.mark)
      expect(found.mark).toBeLessThanOrEqual(found.high)
      expect(found.high).toBeLessThanOrEqual(200)
      expect(ask(some.toReversed())).toEqual(found)
    }),
    { numRuns: 40 },
  )
})

test('one more right answer never lowers the mark', () => {
  fc.assert(
    fc.property(someAnswers, fc.nat(59), (some, at) => {
      const better = some.map((one, index) => (index === at ? { ...one, halfPoints: one.outOf } : one))
      expect(ask(better).mark).toBeGreaterThanOrEqual(ask(some).mark - 1)
    }),
    { numRuns: 40 },
  )
})
