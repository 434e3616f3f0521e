import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleBlueprint, sampleCase, sampleItem, sampleItems } from '#tests/support/sample-bank.ts'
import type { BankItem } from './bank.ts'
import type { Blueprint, BlueprintPart } from './blueprint.ts'
import { checkBlueprint, feasibility, fullMarks } from './blueprint-check.ts'

const single = (over: Partial<BlueprintPart> = {}) =>
  ({ kind: 'single', count: 60, halfPoints: 2, rule: 'single', ...over }) as BlueprintPart

test('the national blueprint has no problem, and is out of 100 points', () => {
  expect(checkBlueprint(sampleBlueprint({ chapterWeights: { '1': 60, '2': 40 } }))).toEqual([])
  expect(fullMarks(sampleBlueprint())).toBe(200)
})

const wrong: readonly (readonly [string, Partial<Blueprint>, string, number | string | null])[] = [
  ['no id', { id: ' ' }, 'noId', null],
  ['no English title', { titleEn: '' }, 'noTitle', null],
  ['no edition', { edition: '' }, 'noEdition', null],
  ['no time', { minutes: 0 }, 'minutesNotPositive', null],
  ['a pass line above all points', { passLine: 201 }, 'passLineOutOfReach', null],
  ['a pass line of nothing', { passLine: 0 }, 'passLineOutOfReach', null],
  ['weights above a hundred', { chapterWeights: { '1': 60, '2': 41 } }, 'weightsAboveHundred', null],
  ['a weight below nothing', { chapterWeights: { '1': 60, '2': -1 } }, 'weightNegative', '2'],
  ['a cut-off that is no day', { lawCutoff: '2025-02-30' }, 'cutoffNotADay', null],
  ['half an item', { parts: [single(), single({ count: 1.5 })] }, 'countNotPositive', 1],
  ['items worth nothing', { parts: [single({ count: 60 }), single({ halfPoints: 0 })] }, 'pointsNotPositive', 1],
  ['a rule of several answers for one', { parts: [single({ rule: 'multipleSocialWork' })] }, 'ruleDoesNotFit', 0],
  ['a rule of one answer for several', { parts: [single({ kind: 'multiple' })] }, 'ruleDoesNotFit', 0],
  [
    'half a point where an incomplete answer earns half a point',
    { passLine: 1, parts: [single({ kind: 'multiple', rule: 'multipleSocialWork', halfPoints: 1 })] },
    'pointsTooSmallForRule',
    0,
  ],
  [
    'chapters where nothing is drawn by chapter',
    { passLine: 60, parts: [{ kind: 'constructed', count: 5, halfPoints: 40 }], chapterWeights: { '1': 50 } },
    'weightsWithoutChoices',
    null,
  ],
]

test.each(wrong)('%s is a problem', (_case, over, code, at) => {
  expect(checkBlueprint(sampleBlueprint(over))).toEqual([{ code, at }])
})

test('no parts at all is said once', () => {
  expect(checkBlueprint(sampleBlueprint({ parts: [] })).map(({ code }) => code)).toEqual([
    'noParts',
    'passLineOutOfReach',
  ])
})

const tight = sampleBlueprint({
  parts: [single({ count: 10 }), single({ kind: 'multiple', count: 5, rule: 'multipleSocialWork', halfPoints: 4 })],
  chapterWeights: { '1': 60, '2': 20 },
})
/** Exactly enough: 15 items are 9 of chapter 1, 3 of chapter 2, 3 of elsewhere. */
const enough = [
  ...sampleItems('single', 6, ['1']),
  ...sampleItems('single', 2, ['2', '7']),
  ...sampleItems('multiple', 3, ['1']),
  ...sampleItems('multiple', 1, ['2', '8']),
]

test('a bank that has exactly enough will do', () => {
  expect(feasibility(tight, enough)).toMatchObject({ answer: 'exactly', short: [] })
})

test('what is short is said by kind and chapter', () => {
  const bank = enough.filter(({ questionId }) => !['multiple-1-0', 'multiple-1-1', 'multiple-8-0'].includes(questionId))

  expect(feasibility(tight, bank)).toMatchObject({
    answer: 'no',
    short: [
      { kind: 'multiple', chapter: '1', missing: 2, outOf: null },
      { kind: 'multiple', chapter: null, missing: 1, outOf: null },
    ],
  })
})

test('two too few in a chapter are made up by others, and said; three are not', () => {
  const bank = [...enough, ...sampleItems('single', 20, ['9'])]
  const without = (count: number) =>
    bank.filter(({ questionId }) => !/^single-1-/.test(questionId) || Number(questionId.at(-1)) >= count)

  expect(feasibility(tight, without(2))).toMatchObject({ answer: 'withinTolerance' })
  expect(feasibility(tight, without(2)).short).toEqual([{ kind: 'single', chapter: '1', missing: 2, outOf: null }])
  expect(feasibility(tight, without(3)).answer).toBe('no')
})

test('a law that is not in force on the cut-off day takes its questions out', () => {
  const law = (validFrom: string | null, validTo: string | null) => ({ name: '法', article: '', validFrom, validTo })
  const parts = [single({ count: 1 })]
  const answer = (validFrom: string | null, validTo: string | null) => {
    const bank = [sampleItem('a', { laws: [law(null, null), law(validFrom, validTo)] })]
    return feasibility(sampleBlueprint({ parts }), bank)
  }

  expect(answer('2025-12-31', null).answer).toBe('exactly')
  expect(answer(null, '2025-12-31').answer).toBe('exactly')
  expect(answer('2026-01-01', null)).toMatchObject({ answer: 'no', excluded: { lawNotInForce: 1, outsideEdition: 0 } })
  expect(answer(null, '2025-12-30').answer).toBe('no')
})

test('a question that has no place in the edition is outside of it', () => {
  const bank = [sampleItem('a', { chapters: { '2018': '3' } })]
  expect(feasibility(sampleBlueprint({ parts: [single({ count: 1 })] }), bank)).toMatchObject({
    answer: 'no',
    excluded: { lawNotInForce: 0, outsideEdition: 1 },
  })
})

test('two versions of a question are one question', () => {
  const bank = [sampleItem('a'), sampleItem('a', { versionId: 'a@2' })]
  expect(feasibility(sampleBlueprint({ parts: [single({ count: 2 })] }), bank).short).toMatchObject([{ missing: 1 }])
})

test('cases must add up to the count of their part, and written ones be worth its points', () => {
  const parts: readonly BlueprintPart[] = [
    { kind: 'case', count: 8, halfPoints: 2, rule: 'single' },
    { kind: 'constructed', count: 2, halfPoints: 40 },
  ]
  const essays = [sampleItem('x', { kind: 'constructed' }), sampleItem('y', { kind: 'constructed' })]
  const cases = (...sizes: readonly number[]) => sizes.map((size, at) => sampleCase(`case${at}`, size))
  const check = (bank: readonly BankItem[]) => feasibility(sampleBlueprint({ parts }), bank)

  expect(check([...cases(3, 3, 5), ...essays]).answer).toBe('exactly')
  expect(check([...cases(3, 3, 4), ...essays]).short).toEqual([
    { kind: 'case', chapter: null, missing: 1, outOf: null },
  ])
  expect(check([...cases(4, 4), sampleItem('x', { kind: 'constructed', outOf: 50 })]).short).toEqual([
    { kind: 'constructed', chapter: null, missing: 2, outOf: 40 },
  ])
})

const chapters = ['1', '2', '3', '9'] as const
const banks = fc
  .array(fc.tuple(fc.constantFrom('single' as const, 'multiple' as const), fc.constantFrom(...chapters)), {
    maxLength: 40,
    size: 'max',
  })
  .map((list) => list.map(([kind, chapter], at) => sampleItem(`b${at}`, { kind, chapters: { '2025': chapter } })))

test('whoever writes what is said to be missing has exactly enough, and nothing less would do', () => {
  const blueprint = sampleBlueprint({
    parts: [single({ count: 9 }), single({ kind: 'multiple', count: 4 })],
    chapterWeights: { '1': 40, '2': 30, '3': 10 },
  })
  fc.assert(
    fc.property(banks, fc.integer({ min: 1, max: 3 }), (bank, forms) => {
      const { short } = feasibility(blueprint, bank, forms)
      const written = short.flatMap(({ kind, chapter, missing }, at) =>
        Array.from({ length: missing }, (_, i) =>
          sampleItem(`new-${at}-${i}`, { kind, chapters: { '2025': chapter ?? 'other' } }),
        ),
      )
      expect(feasibility(blueprint, [...bank, ...written], forms).answer).toBe('exactly')
      if (written.length > 0) {
        expect(feasibility(blueprint, [...bank, ...written.slice(1)], forms).answer).not.toBe('exactly')
      }
    }),
    { numRuns: 500 },
  )
})
