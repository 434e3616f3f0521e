import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ScoringRule, scoringRules } from './blueprint.ts'
import { readableScore } from './readable-score.ts'
import { explainRule, explainRules, type ItemToScore, type PaperToScore, pointsFor, scorePaper } from './scoring.ts'

const item = (over: Partial<ItemToScore> = {}): ItemToScore => ({
  itemId: 'q1',
  versionId: 'v1',
  choice: 0,
  halfPoints: 4,
  rule: 'multipleSocialWork',
  optionCount: 5,
  keys: [[0, 1, 2]],
  standing: 'scored',
  ...over,
})

const subsets = (count: number) =>
  Array.from({ length: 2 ** count }, (_, bits) => [...Array(count).keys()].filter((at) => (bits >> at) & 1))
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0) - 65)

const national = (key: string, picked: string) =>
  pointsFor('multipleSocialWork', { key: letters(key), optionCount: 5, halfPoints: 4 }, letters(picked))

test.each([
  ['ABCD', 'ABC', 3],
  ['AB', 'A', 1],
  ['AB', 'ABC', 0],
  ['AB', 'AB', 4],
  ['ABD', 'BD', 2],
  ['ABD', 'E', 0],
  ['AB', '', 0],
  ['ABC', 'AA', 1],
] as const)('the national rule: key %s, picked «%s» is worth %d half-points', (key, picked, halfPoints) => {
  expect(national(key, picked)).toBe(halfPoints)
})

/** Every key of five options with every answer, for every rule. */
function everyCase(rule: ScoringRule, check: (key: number[], picked: number[], points: number) => void) {
  for (const key of subsets(5).filter(({ length }) => length > 0)) {
    for (const picked of subsets(5)) {
      for (const halfPoints of [2, 3, 4, 10]) {
        const points = pointsFor(rule, { key, optionCount: 5, halfPoints }, picked)
        expect(Number.isInteger(points) && points >= 0 && points <= halfPoints).toBe(true)
        if (halfPoints === 4) check(key, picked, points)
      }
    }
  }
}

test.each(scoringRules)(
  '%s: never below nothing or above all; all for exactly the key; nothing for a blank',
  (rule) => {
    everyCase(rule, (key, picked, points) => {
      expect(points === 4).toBe(String(key) === String(picked))
      if (picked.length === 0) expect(points).toBe(0)
    })
  },
)

test('the national rule: anything wrong is nothing, too few is half a point each and never all', () => {
  everyCase('multipleSocialWork', (key, picked, points) => {
    const isWrong = picked.some((option) => !key.includes(option))
    if (isWrong) expect(points).toBe(0)
    else if (picked.length < key.length) expect(points).toBe(Math.min(picked.length, 3))
  })
})

test.each(scoringRules)('%s: one more right option never takes points away while nothing is wrong', (rule) => {
  everyCase(rule, (key, picked, points) => {
    if (picked.some((option) => !key.includes(option))) return
    for (const more of key.filter((option) => !picked.includes(option))) {
      const choice = { key, optionCount: 5, halfPoints: 4 }
      expect(pointsFor(rule, choice, [...picked, more])).toBeGreaterThanOrEqual(points)
    }
  })
})

test.each(scoringRules)('%s: a wrong option never adds points', (rule) => {
  everyCase(rule, (key, picked, points) => {
    for (const wrong of [0, 1, 2, 3, 4].filter((option) => !key.includes(option) && !picked.includes(option))) {
      const choice = { key, optionCount: 5, halfPoints: 4 }
      expect(pointsFor(rule, choice, [...picked, wrong])).toBeLessThanOrEqual(points)
    }
  })
})

test.each(scoringRules)('%s: the order of the options does not matter', (rule) => {
  const permutation = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 })
  fc.assert(
    fc.property(permutation, fc.subarray([0, 1, 2, 3, 4]), fc.subarray([0, 1, 2, 3, 4]), (moved, key, picked) => {
      const move = (options: readonly number[]) => options.map((option) => moved[option] ?? option)
      const plain = pointsFor(rule, { key, optionCount: 5, halfPoints: 4 }, picked)
      expect(pointsFor(rule, { key: move(key), optionCount: 5, halfPoints: 4 }, move(picked))).toBe(plain)
    }),
  )
})

test.each([
  ['single', [1], [1, 2], 0],
  ['allOrNothing', [0, 1, 2], [0, 1], 0],
  ['perOption', [0, 1, 3], [0, 1], 2],
  ['perOption', [0, 1, 3], [0, 1, 2], 1],
  ['perOption', [0, 1, 3], [0, 2, 4], 0],
  ['perOption', [0, 1], [0, 1, 2], 2],
  ['proportional', [0, 1, 3], [0, 1, 2], 0],
  ['proportional', [0, 1], [0, 1, 2], 2],
  ['proportional', [0, 1], [0], 2],
  ['proportional', [0], [0, 1], 3],
] as const)('%s: key %j, picked %j is worth %d of 4', (rule, key, picked, points) => {
  expect(pointsFor(rule, { key, optionCount: 5, halfPoints: 4 }, picked)).toBe(points)
})

test('a question without a key gives nothing, not even for a blank', () => {
  for (const rule of scoringRules) {
    expect(pointsFor(rule, { key: [], optionCount: 5, halfPoints: 4 }, [])).toBe(0)
    expect(pointsFor(rule, { key: [], optionCount: 5, halfPoints: 4 }, [0])).toBe(0)
  }
})

const choices = fc.record({
  rule: fc.constantFrom(...scoringRules),
  halfPoints: fc.integer({ min: 1, max: 8 }),
  key: fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
  picked: fc.subarray([0, 1, 2, 3, 4]),
})

test('the total is the sum of the marks, and what the paper is out of the sum of its items', () => {
  fc.assert(
    fc.property(fc.array(choices, { minLength: 1, maxLength: 30 }), fc.nat(200), (list, passLine) => {
      const items = list.map(({ rule, halfPoints, key }, at) =>
        item({ itemId: `q${at}`, rule, halfPoints, keys: [key] }),
      )
      const answers = Object.fromEntries(list.map(({ picked }, at) => [`q${at}`, picked]))
      const result = scorePaper({ passLine, items }, answers)

      expect(result.halfPoints).toBe(result.marks.reduce((total, mark) => total + mark.halfPoints, 0))
      expect(result.outOf).toBe(list.reduce((total, { halfPoints }) => total + halfPoints, 0))
      expect(result.halfPoints).toBeLessThanOrEqual(result.outOf)
      expect(result.passed).toBe(result.halfPoints >= passLine)
      expect(result.marks.map(({ itemId }) => itemId)).toEqual(items.map(({ itemId }) => itemId))
    }),
  )
})

/** 60 single ones of a point and 20 multiple ones of two: a paper of the national exam. */
const nationalPaper: PaperToScore = {
  passLine: 120,
  items: [
    ...Array.from({ length: 60 }, (_, at) =>
      item({ itemId: `s${at}`, rule: 'single', halfPoints: 2, optionCount: 4, keys: [[1]] }),
    ),
    ...Array.from({ length: 20 }, (_, at) => item({ itemId: `m${at}` })),
  ],
}
const firstSingles = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`s${at}`, [1]]))

test('60.0 passes, 59.5 does not', () => {
  const sixty = scorePaper(nationalPaper, firstSingles(60))
  const below = scorePaper(nationalPaper, { ...firstSingles(58), m0: [0, 1], m1: [2] })

  expect([readableScore(sixty.halfPoints), sixty.outOf, sixty.passed]).toEqual(['60', 200, true])
  expect([readableScore(below.halfPoints), below.passed]).toEqual(['59.5', false])
})

test('a blank paper is nothing, and said to be empty', () => {
  expect(scorePaper(nationalPaper, {})).toMatchObject({ halfPoints: 0, passed: false, isEmpty: true })
  expect(scorePaper(nationalPaper, { s0: [3] }).isEmpty).toBe(false)
  expect(scorePaper(nationalPaper, { s0: [] }).isEmpty).toBe(true)
})

test('answers to items that are not on the paper score nothing', () => {
  expect(scorePaper(nationalPaper, { elsewhere: [1] }).halfPoints).toBe(0)
})

test.each([
  [[0, 1, 2], 'right', 4],
  [[0, 2], 'partial', 2],
  [[0, 3], 'wrong', 0],
  [[], 'blank', 0],
] as const)('picked %j is %s', (picked, outcome, halfPoints) => {
  const { marks } = scorePaper({ passLine: 0, items: [item()] }, { q1: picked })
  expect(marks).toEqual([{ itemId: 'q1', outcome, halfPoints }])
})

test('of several accepted keys the best for her counts', () => {
  const several = {
    passLine: 0,
    items: [
      item({
        keys: [
          [0, 1],
          [0, 1, 2],
        ],
      }),
    ],
  }

  expect(scorePaper(several, { q1: [0, 1] }).halfPoints).toBe(4)
  expect(scorePaper(several, { q1: [0, 1, 2] }).halfPoints).toBe(4)
  expect(scorePaper(several, { q1: [2] }).halfPoints).toBe(1)
})

test('a constructed response waits for a person, whose mark is held within what it is worth', () => {
  const essay = { passLine: 24, items: [item({ rule: 'byHand', halfPoints: 40, keys: [], optionCount: 0 })] }

  expect(scorePaper(essay, {})).toMatchObject({ pending: ['q1'], halfPoints: 0, passed: false })
  expect(scorePaper(essay, {}, { q1: 25 })).toMatchObject({ pending: [], halfPoints: 25, passed: true, isEmpty: false })
  expect(scorePaper(essay, {}, { q1: 99 }).halfPoints).toBe(40)
})

test('an item that is void counts for nobody: dropped from the total, or the others stretched to it', () => {
  const paper = (standing: 'dropped' | 'rescaled') => ({
    passLine: 120,
    items: nationalPaper.items.map((one) => (one.itemId === 's0' ? { ...one, standing } : one)),
  })

  expect(scorePaper(paper('dropped'), firstSingles(60))).toMatchObject({ halfPoints: 118, outOf: 198, passLine: 119 })
  expect(scorePaper(paper('rescaled'), firstSingles(60))).toMatchObject({ halfPoints: 119, outOf: 200, passLine: 120 })
})

test('dropped or rescaled, the same people pass', () => {
  const gone = fc.subarray([...Array(60).keys()], { maxLength: 12 })
  fc.assert(
    fc.property(gone, fc.nat(60), fc.nat(20), fc.nat(3), (gone, singles, multiples, right) => {
      const paper = (standing: 'dropped' | 'rescaled') => ({
        passLine: 120,
        items: nationalPaper.items.map((one) =>
          gone.some((at) => one.itemId === `s${at}`) ? { ...one, standing } : one,
        ),
      })
      const answers = {
        ...firstSingles(singles),
        ...Object.fromEntries(Array.from({ length: multiples }, (_, at) => [`m${at}`, [0, 1, 2]])),
        m19: [0, 1, 2].slice(0, right),
      }
      const [dropped, rescaled] = [scorePaper(paper('dropped'), answers), scorePaper(paper('rescaled'), answers)]
      expect(dropped.passed).toBe(rescaled.passed)
      expect(rescaled.halfPoints).toBeLessThanOrEqual(rescaled.outOf)
    }),
    { numRuns: 300 },
  )
})

test('stretched to 59.9 is not 60', () => {
  const items = nationalPaper.items.map((one) =>
    ['s56', 's57', 's58', 's59'].includes(one.itemId) ? { ...one, standing: 'rescaled' as const } : one,
  )
  // 115 of 192 are 119.8 of 200
  const answers = { ...firstSingles(56), m0: [0, 1], m1: [2] }
  expect(scorePaper({ passLine: 120, items }, answers)).toMatchObject({ halfPoints: 119, passed: false })
})

test('a paper of which everything is void passes nobody', () => {
  for (const standing of ['dropped', 'rescaled'] as const) {
    expect(scorePaper({ passLine: 2, items: [item({ standing })] }, { q1: [0, 1, 2] }).passed).toBe(false)
  }
})

test('full marks go to everybody, also to a blank', () => {
  const paper = { passLine: 4, items: [item({ standing: 'fullMarks' as const })] }
  expect(scorePaper(paper, {})).toMatchObject({ halfPoints: 4, passed: true })
})

test('the worked example says what the scoring does', () => {
  expect(explainRule('multipleSocialWork')).toEqual({
    rule: 'multipleSocialWork',
    optionCount: 5,
    outOf: 4,
    key: [0, 1, 3],
    cases: [
      { picked: [0, 1, 3], halfPoints: 4 },
      { picked: [0, 1], halfPoints: 2 },
      { picked: [3], halfPoints: 1 },
      { picked: [0, 1, 2], halfPoints: 0 },
      { picked: [0, 1, 2, 3], halfPoints: 0 },
      { picked: [], halfPoints: 0 },
    ],
  })
  expect(explainRule('single').cases.map(({ halfPoints }) => halfPoints)).toEqual([2, 0, 0])
})

test('each rule of a paper is explained once, with the points of its items', () => {
  const parts = [
    { rule: 'multipleSocialWork', halfPoints: 4 },
    { rule: 'single', halfPoints: 2 },
    { rule: 'single', halfPoints: 4 },
    { halfPoints: 40 },
  ] as const

  expect(explainRules(parts).map(({ rule, outOf }) => [rule, outOf])).toEqual([
    ['single', 2],
    ['multipleSocialWork', 4],
  ])
})

test.each([
  [119, '59.5'],
  [120, '60'],
  [0, '0'],
  [1, '0.5'],
  [-3, '-1.5'],
])('%d half-points are «%s»', (halfPoints, text) => {
  expect(readableScore(halfPoints)).toBe(text)
})
