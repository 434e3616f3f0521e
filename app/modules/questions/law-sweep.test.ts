import { expect, test } from 'vitest'
import { buildQuestion } from '#tests/support/bank-questions.ts'
import type { BankRow } from './bank-rows.ts'
import { namedLaws, readSweepQuery, sweep } from './law-sweep.ts'
import type { LawReference } from './question.ts'

const law = (name: string, validTo: string | null): LawReference => ({
  ...{ name, article: '第一条', validFrom: '2021-01-01', validTo },
})

function row(id: string, laws: readonly LawReference[], state: BankRow['state'] = 'active'): BankRow {
  const question = buildQuestion({}, { laws })
  return {
    ...{ id, origin: 'centre', subject: 'zf', kind: 'single', state, version: 1, createdBy: null, chapter: 1 },
    ...{ updatedAt: new Date('2026-11-23T02:00:00Z'), question, searchText: '' },
  }
}

const rows = [
  row('c-1', [law('《慈善法》', '2024-09-04')]),
  row('c-2', [law('《民法典》', null)]),
  row('c-3', [law('《居民委员会组织法》', '2025-12-31'), law('《民法典》', null)]),
  row('c-4', [law('《慈善法》', '2024-09-04')], 'retired'),
  row('c-5', []),
]
const ids = (day: string, name = '') => sweep(rows, { day, law: name }).map(({ row: { id } }) => id)

test('a law that ended before the day is found, the day itself still holds', () => {
  expect(ids('2024-09-04')).toEqual([])
  expect(ids('2024-09-05')).toEqual(['c-1'])
  expect(ids('2026-11-23')).toEqual(['c-1', 'c-3'])
})

test('a law that is named is found by any part of its name, with what is over before it', () => {
  expect(ids('2020-01-01', '民法典')).toEqual(['c-2', 'c-3'])
  expect(sweep(rows, { day: '2026-11-23', law: '民法' })).toMatchObject([
    { row: { id: 'c-1' }, laws: [{ isOver: true, isNamed: false }] },
    { row: { id: 'c-3' }, laws: [{ isOver: true }, { isOver: false, isNamed: true }] },
    { row: { id: 'c-2' } },
  ])
})

test('laws are counted by question, with the first day that one of them ends', () => {
  expect(namedLaws(rows)).toEqual([
    { name: '《民法典》', questions: 2, endsOn: null },
    { name: '《慈善法》', questions: 1, endsOn: '2024-09-04' },
    { name: '《居民委员会组织法》', questions: 1, endsOn: '2025-12-31' },
  ])
})

test('without a day it is today', () => {
  expect(readSweepQuery(new URLSearchParams('day=soon&law= 民法 '), '2026-11-23')).toEqual({
    ...{ day: '2026-11-23', law: '民法' },
  })
})
