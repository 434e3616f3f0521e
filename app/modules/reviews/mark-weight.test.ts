import { expect, test } from 'vitest'
import { sampleBlueprint } from '#tests/support/sample-blueprint.ts'
import { markWeights, type Placed, pointsOf, shareOf } from './mark-weight.ts'

const placed = (questionId: string, chapter: string | null, kind: Placed['kind'] = 'single'): Placed => ({
  questionId,
  chapter,
  kind,
})

test('the questions of a bank share the points of their kind and chapter', () => {
  const weights = markWeights(sampleBlueprint, [
    placed('a', '6'),
    placed('b', '6'),
    placed('c', '2'),
    placed('d', '6', 'multiple'),
  ])
  expect(weights.get('a')).toBeCloseTo((120 * 0.13) / 2)
  expect(weights.get('b')).toBe(weights.get('a'))
  expect(weights.get('c')).toBeCloseTo(120 * 0.04)
  expect(weights.get('d')).toBeCloseTo(80 * 0.13)
})

test('a kind that the paper does not have is worth nothing', () => {
  expect(markWeights(sampleBlueprint, [placed('a', '6', 'judgement')]).get('a')).toBe(0)
})

test('with a question in every cell the weights make the whole paper', () => {
  const bank = Object.keys(sampleBlueprint.chapterWeights).flatMap((chapter) =>
    (['single', 'multiple'] as const).map((kind) => placed(`${chapter}${kind}`, chapter, kind)),
  )
  const sum = [...markWeights(sampleBlueprint, bank).values()].reduce((total, weight) => total + weight, 0)
  expect(sum).toBeCloseTo(200)
})

test('chapters without a share of their own have what is left', () => {
  const open = { ...sampleBlueprint, chapterWeights: { '1': 70 } }
  expect(shareOf(open, null)).toBeCloseTo(0.3)
  expect(markWeights(open, [placed('a', '9'), placed('b', null)]).get('a')).toBeCloseTo((120 * 0.3) / 2)
  expect(pointsOf(open, 'multiple')).toBe(80)
})

test('shares of more than a hundred are shares of what they make', () => {
  expect(shareOf({ ...sampleBlueprint, chapterWeights: { '1': 150, '2': 50 } }, '1')).toBe(0.75)
})
