import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleBlueprint } from '#tests/support/sample-blueprint.ts'
import { seededRandom } from '~/platform/random.ts'
import { dailySet, type SetQuestion } from './daily-set.ts'

const chapters = Object.keys(sampleBlueprint.chapterWeights)
const bank: readonly SetQuestion[] = Array.from({ length: 600 }, (_, at) => ({
  questionId: `q${at}`,
  points: [`p${at % 30}`],
  chapter: chapters[at % chapters.length] ?? null,
  wasSeen: at % 5 === 0,
}))
const input = {
  size: 20,
  due: ['q3', 'q6', 'q9', 'q12', 'q15', 'q18', 'q21', 'q24', 'q27', 'q30'],
  weakPoints: ['p5', 'p6'],
}
const make = (over: Partial<Parameters<typeof dailySet>[0]> = {}, seed = 1) =>
  dailySet({ ...input, bank, blueprint: sampleBlueprint, ...over }, seededRandom(seed))
const count = (set: ReturnType<typeof make>, part: string) => set.filter((one) => one.part === part).length

test('it mixes eight due, six of weak points and six new ones', () => {
  const set = make()
  expect([count(set, 'due'), count(set, 'weak'), count(set, 'fresh')]).toEqual([8, 6, 6])
})

test('of the due ones it takes the most valuable', () => {
  const due = make()
    .filter(({ part }) => part === 'due')
    .map(({ questionId }) => questionId)
  expect([...due].sort()).toEqual([...input.due.slice(0, 8)].sort())
})

test('what one part cannot fill the others do', () => {
  expect(count(make({ due: [] }), 'fresh') + count(make({ due: [] }), 'weak')).toBe(20)
  expect(make({ due: [], weakPoints: [] })).toHaveLength(20)
  expect(make({ bank: bank.slice(0, 7), due: [], weakPoints: [] }).length).toBeLessThanOrEqual(7)
})

test('each weak point has its turn', () => {
  const points = make()
    .filter(({ part }) => part === 'weak')
    .map(({ questionId }) => bank.find((one) => one.questionId === questionId)?.points[0])
  expect(points.filter((point) => point === 'p5')).toHaveLength(3)
})

test('new ones follow the weights of the paper', () => {
  const set = make({ size: 100, due: [], weakPoints: [] })
  const ofChapter = (chapter: string) =>
    set.filter(({ questionId }) => bank.find((one) => one.questionId === questionId)?.chapter === chapter).length
  for (const [chapter, weight] of Object.entries(sampleBlueprint.chapterWeights)) {
    expect(Math.abs(ofChapter(chapter) - weight)).toBeLessThanOrEqual(1.5)
  }
})

test('no question twice, none too many, and the same seed the same set', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(), fc.subarray(bank.map(({ questionId }) => questionId)), (size, seed, due) => {
      const set = make({ size, due }, seed)
      expect(set.length).toBe(size)
      expect(new Set(set.map(({ questionId }) => questionId)).size).toBe(set.length)
      expect(make({ size, due }, seed)).toEqual(set)
    }),
    { numRuns: 40 },
  )
})
