import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Change,
  currentMarks,
  dryRun,
  type Ruling,
  rulePaper,
  type ScoredAttempt,
  withChange,
  withUndo,
} from './regrade.ts'
import type { AnswerSheet, ItemToScore, PaperToScore } from './scoring.ts'

/** Ten items of one point, pass at six. */
const item = (at: number): ItemToScore => ({
  itemId: `q${at}`,
  versionId: `v${at}`,
  choice: 0,
  halfPoints: 2,
  rule: 'single',
  optionCount: 4,
  keys: [[0]],
  standing: 'scored',
})
const paper: PaperToScore = { passLine: 12, items: Array.from({ length: 10 }, (_, at) => item(at)) }

/** Option 0 for the first `right`, option 1 for the rest; `over` for single items. */
function attempt(right: number, over: AnswerSheet = {}): ScoredAttempt {
  const answers = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`q${at}`, at < right ? [0] : [1]]))
  return { attemptId: `right${right}`, paper, answers: { ...answers, ...over }, byHand: {}, revisions: [] }
}
const change = (at: number, ruling: Ruling): Change => ({ versionId: `v${at}`, choice: 0, ruling })
const points = (one: ScoredAttempt) => currentMarks(one).result.halfPoints
const made = (one: ScoredAttempt, what: Change, onlyUpwards = false) => withChange(one, 'r1', what, onlyUpwards)

const newKey = change(9, { kind: 'newKey', key: [1] })

test('a new key: who had it right by the new one gains, who had it right by the old one loses', () => {
  expect(points(made(attempt(5), newKey))).toBe(12)
  expect(points(made(attempt(10), newKey))).toBe(18)
})

test('only upwards: whoever would lose keeps what she has, and the review still shows the new key', () => {
  const kept = currentMarks(made(attempt(10), newKey, true))
  expect(kept.result).toEqual(currentMarks(attempt(10)).result)
  expect(kept.ruled.items[9]?.keys).toEqual([[1]])
  expect(points(made(attempt(5), newKey, true))).toBe(12)
})

test('several keys: both count', () => {
  const both = change(9, { kind: 'severalKeys', keys: [[0], [1]] })
  expect([points(made(attempt(10), both)), points(made(attempt(5), both))]).toEqual([20, 12])
})

test('full marks: everybody has it, also whoever left it blank', () => {
  const given = change(9, { kind: 'fullMarks' })
  expect(points(made(attempt(5, { q9: [] }), given))).toBe(12)
  expect(points(made(attempt(10), given))).toBe(20)
})

test('dropped: out of less, with a pass line that falls with it', () => {
  const { result } = currentMarks(made(attempt(5), change(9, { kind: 'void', how: 'drop' })))
  expect(result).toMatchObject({ halfPoints: 10, outOf: 18, passLine: 11, passed: false })
})

test('rescaled: the other items are stretched to the old total', () => {
  const { result } = currentMarks(made(attempt(9), change(9, { kind: 'void', how: 'rescale' })))
  expect(result).toMatchObject({ halfPoints: 20, outOf: 20, passLine: 12 })
})

test('other points', () => {
  const { result } = currentMarks(made(attempt(5), change(0, { kind: 'points', halfPoints: 4 })))
  expect(result).toMatchObject({ halfPoints: 12, outOf: 22, passed: true })
})

test('a mark that a person gave wins over a new key', () => {
  const byHand = { ...attempt(5), byHand: { q9: 1 } }
  expect(points(made(byHand, newKey))).toBe(points(byHand))
})

test('a dry run says who changes, who crosses the line and who would go down, and changes nothing', () => {
  const attempts = [attempt(5), attempt(6, { q9: [2] }), attempt(6, { q5: [1], q9: [0] }), attempt(10)].map(
    (one, at) => ({
      ...one,
      attemptId: `a${at}`,
    }),
  )
  const frozen = JSON.stringify(attempts)
  const plain = dryRun(attempts, newKey, { onlyUpwards: false })
  expect(plain).toMatchObject({
    changed: ['a0', 'a2', 'a3'],
    nowPass: ['a0'],
    nowFail: ['a2'],
    wouldGoDown: ['a2', 'a3'],
  })
  expect(plain.attempts.map(({ before, after }) => [before.halfPoints, after.halfPoints])).toEqual([
    [10, 12],
    [12, 12],
    [12, 10],
    [20, 18],
  ])
  const upwards = dryRun(attempts, newKey, { onlyUpwards: true })
  expect(upwards).toMatchObject({ changed: ['a0'], nowPass: ['a0'], nowFail: [], wouldGoDown: ['a2', 'a3'] })
  expect(JSON.stringify(attempts)).toBe(frozen)
})

test('a paper without the question is the same paper', () => {
  expect(rulePaper(paper, { versionId: 'elsewhere', choice: 0, ruling: { kind: 'fullMarks' } })).toBe(paper)
  expect(rulePaper(paper, { ...newKey, choice: 1 })).toBe(paper)
})

test('in a case, only the choice that is named is ruled', () => {
  const items = [item(0), { ...item(1), versionId: 'v0', choice: 1 }]
  const ruled = rulePaper({ passLine: 2, items }, { versionId: 'v0', choice: 1, ruling: { kind: 'fullMarks' } })
  expect(ruled.items.map(({ standing }) => standing)).toEqual(['scored', 'fullMarks'])
})

test('only upwards: whoever passed keeps it even where nothing of the paper is left', () => {
  const one = { ...attempt(10), paper: { passLine: 2, items: [item(0)] } }
  const gone = change(0, { kind: 'void', how: 'drop' })
  expect(currentMarks(made(one, gone, true)).result.passed).toBe(true)
  expect(dryRun([one], gone, { onlyUpwards: false }).nowFail).toEqual(['right10'])
})

test('a change that was not made for her does not keep a later one from her', () => {
  const both = withChange(
    made(attempt(10, { q0: [1] }), newKey, true),
    'r2',
    change(0, { kind: 'newKey', key: [1] }),
    true,
  )
  expect(points(attempt(10, { q0: [1] }))).toBe(18)
  expect(points(both)).toBe(20)
})

const options = fc.subarray([0, 1, 2, 3], { minLength: 1 })
const rulings: fc.Arbitrary<Ruling> = fc.oneof(
  options.map((key) => ({ kind: 'newKey', key }) as const),
  fc.array(options, { minLength: 1, maxLength: 3 }).map((keys) => ({ kind: 'severalKeys', keys }) as const),
  fc.constant({ kind: 'fullMarks' } as const),
  fc.constantFrom('drop' as const, 'rescale' as const).map((how) => ({ kind: 'void', how }) as const),
  fc.integer({ min: 1, max: 8 }).map((halfPoints) => ({ kind: 'points', halfPoints }) as const),
)
const changes = fc.tuple(fc.nat(11), rulings).map(([at, ruling]) => change(at, ruling))
const rules = fc.constantFrom('single' as const, 'multipleSocialWork' as const, 'perOption' as const)
const attempts: fc.Arbitrary<ScoredAttempt> = fc
  .record({
    answers: fc.array(fc.subarray([0, 1, 2, 3]), { minLength: 10, maxLength: 10 }),
    keys: fc.array(options, { minLength: 10, maxLength: 10 }),
    rule: fc.array(rules, { minLength: 10, maxLength: 10 }),
    passLine: fc.integer({ min: 1, max: 20 }),
    changes: fc.array(fc.tuple(changes, fc.boolean()), { maxLength: 4 }),
  })
  .map(({ answers, keys, rule, passLine, changes }) => ({
    attemptId: 'a',
    paper: {
      passLine,
      items: paper.items.map((one, at) => ({ ...one, keys: [keys[at] ?? [0]], rule: rule[at] ?? 'single' })),
    },
    answers: Object.fromEntries(answers.map((picked, at) => [`q${at}`, picked])),
    byHand: {},
    revisions: changes.map(([change, onlyUpwards], at) => ({
      kind: 'change',
      revisionId: `old${at}`,
      change,
      onlyUpwards,
    })),
  }))

test('applying a change twice is applying it once', () => {
  fc.assert(
    fc.property(attempts, changes, fc.boolean(), (one, what, onlyUpwards) => {
      const once = withChange(one, 'x', what, onlyUpwards)
      expect(currentMarks(withChange(once, 'y', what, onlyUpwards))).toEqual(currentMarks(once))
    }),
    { numRuns: 400 },
  )
})

test('taken back, the marks are the same to the byte', () => {
  fc.assert(
    fc.property(attempts, changes, fc.boolean(), (one, what, onlyUpwards) => {
      const before = JSON.stringify(currentMarks(one))
      const undone = withUndo(withChange(one, 'x', what, onlyUpwards), 'y', 'x')
      expect(JSON.stringify(currentMarks(undone))).toBe(before)
      expect(JSON.stringify(currentMarks(withUndo(undone, 'z', 'x')))).toBe(before)
      expect(undone.revisions).toHaveLength(one.revisions.length + 2)
    }),
    { numRuns: 400 },
  )
})

test('one of several changes taken back leaves what the others alone would give', () => {
  fc.assert(
    fc.property(attempts, changes, changes, (one, first, second) => {
      const both = withChange(withChange(one, 'x', first, false), 'y', second, false)
      expect(currentMarks(withUndo(both, 'z', 'x'))).toEqual(currentMarks(withChange(one, 'y', second, false)))
    }),
  )
})

test('only upwards: nobody falls below the line or further from it; the dry run says what the change then does', () => {
  let kept = 0
  fc.assert(
    fc.property(attempts, changes, fc.boolean(), (one, what, onlyUpwards) => {
      const before = currentMarks(one).result
      const after = currentMarks(withChange(one, 'x', what, onlyUpwards)).result
      const run = dryRun([one], what, { onlyUpwards })

      expect(run.attempts[0]).toMatchObject({ before, after })
      expect(after.halfPoints).toBeLessThanOrEqual(after.outOf)
      expect(after.halfPoints).toBeGreaterThanOrEqual(0)
      if (!onlyUpwards) return
      expect(run.nowFail).toEqual([])
      if (before.outOf === after.outOf) expect(after.halfPoints).toBeGreaterThanOrEqual(before.halfPoints)
      if (run.wouldGoDown.length > 0) {
        kept += 1
        expect(after).toEqual(before)
      }
    }),
    { numRuns: 1_000 },
  )
  expect(kept).toBeGreaterThan(8)
})

test('a regrade with the key that holds changes nothing', () => {
  fc.assert(
    fc.property(attempts, fc.nat(9), (one, at) => {
      const bare = { ...one, revisions: [] }
      const key = one.paper.items[at]?.keys[0] ?? []
      expect(dryRun([bare], change(at, { kind: 'newKey', key }), { onlyUpwards: false }).changed).toEqual([])
    }),
  )
})
