import { expect, test } from 'vitest'
import { addressOf, readBankQuery } from './bank-query.ts'
import { type BankRow, countStates, excerptOf, isIn, matches, searchTextOf } from './bank-rows.ts'
import type { Choice, Question } from './question.ts'

const body: Choice = {
  ...{
    kind: 'single',
    stem: '社工小吴（新手）最先做什么？',
    options: ['接案', '预估'],
    key: [0],
    explanation: '先接案。',
  },
}
const question: Question = {
  body,
  facts: { subject: 'zs', points: ['goals'], difficulty: 2, source: '原创', laws: [] },
}
const row: BankRow = {
  ...{ id: 'c-1', origin: 'centre', subject: 'zs', kind: 'single', state: 'active', version: 1, createdBy: null },
  ...{ updatedAt: new Date('2026-11-23T02:00:00Z'), question, chapter: 3, searchText: searchTextOf('c-1', question) },
}
const asked = (address: string) => readBankQuery(new URLSearchParams(address))

test.each([
  ['', true],
  ['subject=zs&kind=single&difficulty=2&point=goals&chapter=zs-3', true],
  ['subject=jz', false],
  ['kind=multiple', false],
  ['difficulty=3', false],
  ['point=roles', false],
  ['subject=zs&chapter=zs-4', false],
  ['q=小吴 接案', true],
  ['q=（新手）', true],
  ['q=C-1', true],
  ['q=小吴 结案', false],
])('asked for «%s»', (address, isFound) => {
  expect(matches(row, asked(address))).toBe(isFound)
})

test('a chapter belongs to its subject: with another one it is not asked for', () => {
  expect(asked('subject=jz&chapter=zs-3').chapter).toBeNull()
  expect(asked('chapter=zs-3').chapter).toBeNull()
})

test('what an address says wrongly it does not say', () => {
  const query = asked('subject=xx&status=gone&kind=essay&chapter=zs-x&point=A%20B&difficulty=9&page=-1')

  expect(addressOf(query)).toEqual({ subject: '', status: '', kind: '', chapter: '', point: '', difficulty: '', q: '' })
  expect(query.page).toBe(1)
})

test('an address read and written is the same', () => {
  const address = {
    subject: 'zs',
    status: 'review',
    kind: 'case',
    chapter: 'zs-12',
    point: 'goals',
    difficulty: '4',
    q: '民法',
  }

  expect(addressOf(readBankQuery(new URLSearchParams(address)))).toEqual(address)
})

test('a question in use with a newer version is counted as in use and as waiting', () => {
  const rows = [row, { ...row, state: 'revised' as const }, { ...row, state: 'review' as const }]

  expect(countStates(rows)).toEqual({ all: 3, draft: 0, review: 2, active: 2, retired: 0 })
  expect(isIn('retired', 'revised')).toBe(false)
})

test('an excerpt is one line, cut between characters, pictures by what they show', () => {
  const stem = `看图：![户型图](image:${'a'.repeat(64)})\n\n回答。𠮷𠮷`

  expect(excerptOf({ ...question, body: { ...body, stem } }, 12)).toBe('看图：户型图 回答。𠮷𠮷')
  expect(excerptOf({ ...question, body: { ...body, stem } }, 11)).toBe('看图：户型图 回答。𠮷…')
})
