import { expect, test } from 'vitest'
import { buildQuestion } from '#tests/support/bank-questions.ts'
import { sameTexts, similarTexts } from './bank-duplicates.ts'
import type { BankRow } from './bank-rows.ts'
import { normalText, visibleText } from './bank-text.ts'

function row(id: string, stem: string, origin: BankRow['origin'] = 'centre'): BankRow {
  const question = buildQuestion({ stem })
  return {
    ...{ id, origin, subject: 'zs', kind: 'single', state: 'active', version: 1, createdBy: null, chapter: 1 },
    ...{ updatedAt: new Date('2026-11-23T02:00:00Z'), question, searchText: '' },
  }
}
const textOf = ({ question }: BankRow) => normalText(visibleText(question.body))
const stem = '社工小吴接到社区转介，准备第一次上门探访独居的郁奶奶，她最先要做的是：'
const rows = [
  row('c-2', stem),
  row('jz-1', `${stem} `, 'official'),
  row('c-3', stem.replace('小吴', '小祝')),
  row('c-4', '下列关于志愿服务的说法，正确的是：'),
]

test('equal texts stand together, the official one first', () => {
  expect(sameTexts(rows, textOf).map((group) => group.rows.map(({ id }) => id))).toEqual([['jz-1', 'c-2']])
})

test('similar ones are pairs, each equal text compared once, and never a hundred per cent', () => {
  const pairs = similarTexts(rows, sameTexts(rows, textOf))

  expect(pairs.map((group) => group.rows.map(({ id }) => id))).toEqual([['jz-1', 'c-3']])
  expect(pairs[0]?.percent).toBeGreaterThan(70)
  expect(pairs[0]?.percent).toBeLessThan(100)
})
