import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleBlueprint, sampleCase, sampleItem, sampleItems } from '#tests/support/sample-bank.ts'
import type { BankItem } from './bank.ts'
import { feasibility } from './blueprint-check.ts'
import { chapterTolerance } from './chapter-plan.ts'
import type { Paper } from './paper.ts'
import { difficultyTolerance, drawParallelForms, meanDifficulty } from './parallel-forms.ts'

const isDrawn = (forms: ReturnType<typeof drawParallelForms>): forms is readonly Paper[] => !('impossible' in forms)

function spread(forms: readonly Paper[]): number {
  const means = forms.map(meanDifficulty)
  return Math.max(...means) - Math.min(...means)
}

test('three national papers from one bank share no question and are equally hard', () => {
  const chapters = ['1', '2', '3', '4', '5']
  const bank = [...sampleItems('single', 60, chapters), ...sampleItems('multiple', 20, chapters)]
  const blueprint = sampleBlueprint({ chapterWeights: { '1': 30, '2': 25, '3': 20, '4': 15 } })
  const forms = drawParallelForms(blueprint, bank, 7, 3)

  if (!isDrawn(forms)) throw new Error(JSON.stringify(forms))
  expect(new Set(forms.flatMap(({ items }) => items.map(({ questionId }) => questionId))).size).toBe(240)
  expect(spread(forms)).toBeLessThanOrEqual(difficultyTolerance)
  expect(drawParallelForms(blueprint, [...bank].reverse(), 7, 3)).toEqual(forms)
})

const blueprint = sampleBlueprint({
  parts: [
    { kind: 'single', count: 6, halfPoints: 2, rule: 'single' },
    { kind: 'multiple', count: 4, halfPoints: 4, rule: 'multipleSocialWork' },
    { kind: 'case', count: 2, halfPoints: 2, rule: 'single' },
  ],
  chapterWeights: { '1': 40, '2': 30 },
})
const banks = fc
  .array(
    fc.record({
      kind: fc.constantFrom('single' as const, 'multiple' as const),
      chapter: fc.constantFrom('1', '2', '9'),
      difficulty: fc.integer({ min: 1, max: 5 }),
      exposures: fc.nat(2),
    }),
    { minLength: 20, maxLength: 60, size: 'max' },
  )
  .map((list) => [
    ...list.map(({ chapter, ...facts }, at) => sampleItem(`b${at}`, { ...facts, chapters: { '2025': chapter } })),
    ...Array.from({ length: 4 }, (_, at) => sampleCase(`case${at}`, 2, { difficulty: 1 + at })),
  ])

/** Ten choices by 40, 30 and what is left. */
const targets: readonly (readonly [string | null, number])[] = [
  ['1', 4],
  ['2', 3],
  [null, 3],
]

function countCells({ items }: Paper, bank: readonly BankItem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { questionId, kind } of items) {
    if (kind === 'case') continue
    const chapter = bank.find((item) => item.questionId === questionId)?.chapters['2025'] ?? ''
    const cell = `${kind} ${chapter === '9' ? null : chapter}`
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  return counts
}

test('whatever the bank: forms that keep every promise, or what is in the way', () => {
  const seen = { drawn: 0, bankTooSmall: 0, notEquallyHard: 0 }
  fc.assert(
    fc.property(banks, fc.integer({ min: 2, max: 4 }), fc.integer(), (bank, count, seed) => {
      const forms = drawParallelForms(blueprint, bank, seed, count)
      const { answer } = feasibility(blueprint, bank, count)
      if (!isDrawn(forms)) {
        seen[forms.impossible] += 1
        if (forms.impossible === 'bankTooSmall') expect(answer).toBe('no')
        else expect(forms.spread).toBeGreaterThan(difficultyTolerance)
        return
      }
      seen.drawn += 1
      expect(answer).not.toBe('no')
      const questions = forms.map(({ items }) => new Set(items.map(({ questionId }) => questionId)))
      expect(new Set(questions.flatMap((own) => [...own])).size).toBe(
        questions.reduce((sum, { size }) => sum + size, 0),
      )
      expect(spread(forms)).toBeLessThanOrEqual(difficultyTolerance + 1e-9)
      const cells = forms.map((form) => countCells(form, bank))
      for (const [at, { items, deviations }] of forms.entries()) {
        expect(items.map(({ kind }) => kind)).toEqual([
          ...Array(6).fill('single'),
          ...Array(4).fill('multiple'),
          ...Array(2).fill('case'),
        ])
        expect(items.map(({ part }) => part)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2])
        for (const [chapter, wanted] of targets) {
          const own = (kind: string) => cells[at]?.get(`${kind} ${chapter}`) ?? 0
          const drawn = own('single') + own('multiple')
          expect(Math.abs(wanted - drawn)).toBeLessThanOrEqual(chapterTolerance)
          expect(deviations.find((one) => one.chapter === chapter)?.drawn ?? wanted).toBe(drawn)
        }
      }
      // No form has a kind from one chapter and the other form from another.
      for (const cell of cells.flatMap((own) => [...own.keys()])) {
        const counts = cells.map((own) => own.get(cell) ?? 0)
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 500 },
  )
  expect(seen.drawn).toBeGreaterThan(50)
  expect(seen.bankTooSmall).toBeGreaterThan(50)
})

test('a bank that can only give a hard form and an easy one is refused, with how far they are apart', () => {
  const parts = [{ kind: 'constructed', count: 1, halfPoints: 40 } as const]
  const bank = [
    sampleItem('a', { kind: 'constructed', difficulty: 1 }),
    sampleItem('b', { kind: 'constructed', difficulty: 5 }),
  ]

  expect(drawParallelForms(sampleBlueprint({ parts }), bank, 1, 2)).toEqual({ impossible: 'notEquallyHard', spread: 4 })
})

test('whatever is drawn first, hard and easy ones are divided', () => {
  const parts = [{ kind: 'constructed', count: 2, halfPoints: 40 } as const]
  const bank = [5, 5, 1, 1].map((difficulty, at) => sampleItem(`essay${at}`, { kind: 'constructed', difficulty }))
  for (let seed = 0; seed < 50; seed++) {
    const forms = drawParallelForms(sampleBlueprint({ parts }), bank, seed, 2)
    expect(isDrawn(forms) && forms.map(meanDifficulty)).toEqual([3, 3])
  }
})

test('what is short for all forms together is said', () => {
  const parts = [{ kind: 'single', count: 5, halfPoints: 2, rule: 'single' } as const]
  expect(drawParallelForms(sampleBlueprint({ parts }), sampleItems('single', 8, ['1']), 1, 3)).toEqual({
    impossible: 'bankTooSmall',
    short: [{ kind: 'single', chapter: null, missing: 7, outOf: null }],
  })
})
