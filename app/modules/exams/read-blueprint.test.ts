import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleBlueprint } from '#tests/support/sample-bank.ts'
import { type Blueprint, scoringRules } from './blueprint.ts'
import { checkBlueprint } from './blueprint-check.ts'
import {
  type BlueprintDraft,
  blueprintDraftFrom,
  blueprintDraftOf,
  mostParts,
  reshapeParts,
} from './blueprint-draft.ts'
import { readBlueprint } from './read-blueprint.ts'

const chapters = ['1', '2', '3', '4', '5', '6']
const of = { id: 'b-1', subject: 'jz', chapters } as const
const draft = blueprintDraftOf(sampleBlueprint({ chapterWeights: { 1: 40, 2: 12.5 } }))
const read = (over: Partial<BlueprintDraft>) => readBlueprint({ ...draft, ...over }, of)
const part = (over: Partial<BlueprintDraft['parts'][number]>) => ({
  parts: [{ kind: 'single', count: '60', points: '2', rule: 'single', ...over }] as BlueprintDraft['parts'],
})

test('a blueprint comes back from its form as it was', () => {
  const official = sampleBlueprint({ chapterWeights: { 1: 40, 2: 12.5 } })
  expect(readBlueprint(draft, { ...of, id: official.id })).toEqual({ ok: true, blueprint: official })
})

test.each<readonly [string, Partial<BlueprintDraft>, Record<string, string>]>([
  ['no title', { title: '' }, { title: 'required' }],
  ['a title of a novel', { title: '卷'.repeat(61) }, { title: 'tooLong' }],
  ['a year before the exam was held', { year: '2007' }, { year: 'blueprintYearInvalid' }],
  ['no time', { minutes: '' }, { minutes: 'required' }],
  ['time in words', { minutes: '两小时' }, { minutes: 'minutesInvalid' }],
  ['a pass line of a third', { passLine: '33.3' }, { passLine: 'passLineInvalid' }],
  ['a pass line above all points', { passLine: '100.5' }, { passLine: 'passLineOutOfReach' }],
  ['no items', { parts: [] }, { parts: 'partsMissing', passLine: 'passLineOutOfReach' }],
  ['half an item', part({ count: '1.5' }), { 'parts.0.count': 'countInvalid', passLine: 'passLineOutOfReach' }],
  [
    'items worth a third',
    part({ points: '0.3' }),
    { 'parts.0.points': 'marksInvalid', passLine: 'passLineOutOfReach' },
  ],
  ['a rule that does not fit', part({ rule: 'multipleSocialWork' }), { 'parts.0.rule': 'ruleDoesNotFit' }],
  ['a share that is no number', { weights: { 3: '多' } }, { 'weights.3': 'weightInvalid' }],
  ['shares above a hundred', { weights: { 1: '60', 2: '41' } }, { weights: 'weightsAboveHundred' }],
  ['no such day', { lawCutoff: '2025-02-30' }, { lawCutoff: 'dayInvalid' }],
])('%s is said at its field', (_case, over, errors) => {
  expect(read(over)).toEqual({ ok: false, errors })
})

test('full-width digits are digits, a percent sign is no matter, and an empty share is no share', () => {
  const form = read({ minutes: '９０', passLine: '６０', weights: { 1: '40%', 2: '' } })
  expect(form).toMatchObject({ ok: true, blueprint: { minutes: 90, passLine: 120, chapterWeights: { 1: 40 } } })
})

test('a chapter that the edition does not have has no share', () => {
  expect(read({ weights: { 9: '50' } })).toMatchObject({ ok: true, blueprint: { chapterWeights: {} } })
})

test('without an English title the Chinese one stands for it', () => {
  expect(read({ titleEn: '' })).toMatchObject({ ok: true, blueprint: { titleEn: draft.title } })
})

test('rows come and go by their buttons, and what was typed in the others stays', () => {
  const [first, second] = draft.parts
  expect(reshapeParts(draft, 'drop:parts.0')?.parts).toEqual([second])
  expect(reshapeParts(draft, 'add:parts')?.parts.slice(0, 2)).toEqual([first, second])
  expect(reshapeParts(draft, 'save')).toBeUndefined()
  const full = { ...draft, parts: Array.from({ length: mostParts }, () => draft.parts[0] ?? draft.parts[1]) }
  expect(reshapeParts(full as BlueprintDraft, 'add:parts')?.parts).toHaveLength(mostParts)
})

test('rows are read in the order of their numbers, whatever was dropped before', () => {
  const sent = {
    'parts.7.count': '2',
    'parts.7.kind': 'multiple',
    'parts.10.count': '3',
    'weights.4': ' 5 ',
    stray: 'x',
  }
  expect(blueprintDraftFrom(sent)).toMatchObject({
    parts: [
      { kind: 'multiple', count: '2' },
      { kind: 'single', count: '3' },
    ],
    weights: { 4: '5' },
  })
})

const written = fc.oneof(fc.constantFrom('', '0', '1', '2.5', '60', '１０', '-3', '九', '201', '1e3'), fc.string())
const anyDraft: fc.Arbitrary<BlueprintDraft> = fc.record({
  ...{ title: written, titleEn: written, year: written, edition: written, minutes: written, passLine: written },
  lawCutoff: fc.oneof(fc.constant('2025-12-31'), written),
  parts: fc.array(
    fc.record({
      kind: fc.constantFrom('single', 'multiple', 'judgement', 'case', 'constructed'),
      ...{ count: written, points: written, rule: fc.constantFrom(...scoringRules) },
    }),
    { maxLength: 4 },
  ),
  weights: fc.dictionary(fc.constantFrom(...chapters), written, { maxKeys: 6 }),
})

test('whatever is typed, what is read is without a problem, and what has one is refused', () => {
  fc.assert(
    fc.property(anyDraft, (typed) => {
      const form = readBlueprint(typed, of)
      if (form.ok) expect(checkBlueprint(form.blueprint)).toEqual([])
      else expect(Object.keys(form.errors).length).toBeGreaterThan(0)
    }),
  )
})

test('what is saved opens as the form that it was saved from', () => {
  const anyBlueprint: fc.Arbitrary<Blueprint> = fc
    .record({ count: fc.integer({ min: 1, max: 200 }), half: fc.integer({ min: 1, max: 200 }) })
    .map(({ count, half }) =>
      sampleBlueprint({ passLine: 1, parts: [{ kind: 'single', count, halfPoints: half, rule: 'single' }] }),
    )
  fc.assert(
    fc.property(anyBlueprint, (blueprint) => {
      expect(readBlueprint(blueprintDraftOf(blueprint), { ...of, id: blueprint.id })).toEqual({ ok: true, blueprint })
    }),
  )
})
