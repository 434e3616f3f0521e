import { expect, test } from 'vitest'
import { sampleBlueprint, sampleCase, sampleItem, sampleItems } from '#tests/support/sample-bank.ts'
import { supplyOf } from './blueprint-supply.ts'

const quiz = sampleBlueprint({
  passLine: 6,
  parts: [{ kind: 'single', count: 10, halfPoints: 2, rule: 'single' }],
  chapterWeights: { '1': 60, '2': 40 },
})

test('each chapter says what the bank has beside what is asked', () => {
  const supply = supplyOf(quiz, [...sampleItems('single', 6, ['1', '3']), ...sampleItems('single', 1, ['2'])])
  expect(supply.rows).toEqual([
    expect.objectContaining({ chapter: '1', wanted: 6, available: 6, byKind: [{ kind: 'single', available: 6 }] }),
    expect.objectContaining({ chapter: '2', wanted: 4, available: 1 }),
  ])
  expect(supply).toMatchObject({ answer: 'no', forms: 0, short: [{ chapter: '2', missing: 3 }] })
})

test('it counts how many papers without a common item there could be, up to three', () => {
  const papers = (perChapter: number) => supplyOf(quiz, sampleItems('single', perChapter, ['1', '2'])).forms
  expect([papers(6), papers(12), papers(60)]).toEqual([1, 2, 3])
})

test('what is drawn by kind alone has a row of its own: items of cases, written answers of these points', () => {
  const blueprint = sampleBlueprint({
    passLine: 10,
    parts: [
      { kind: 'case', count: 6, halfPoints: 4, rule: 'single' },
      { kind: 'constructed', count: 2, halfPoints: 40 },
    ],
  })
  const bank = [sampleCase('a', 3), sampleCase('b', 4), sampleItem('c', { kind: 'constructed', outOf: 40 })]
  const other = sampleItem('d', { kind: 'constructed', outOf: 20 })
  expect(supplyOf(blueprint, [...bank, other]).rows).toEqual([
    expect.objectContaining({ kind: 'case', wanted: 6, available: 7, halfPoints: null }),
    expect.objectContaining({ kind: 'constructed', wanted: 2, available: 1, halfPoints: 40 }),
  ])
})

test('without shares of chapters all of them are one row', () => {
  const [row, ...more] = supplyOf({ ...quiz, chapterWeights: {} }, sampleItems('single', 4, ['1', '2', '3'])).rows
  expect(row).toMatchObject({ chapter: null, kind: null, wanted: 10, available: 12 })
  expect(more).toEqual([])
})
