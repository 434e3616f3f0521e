import { expect, test } from 'vitest'
import { type Candidate, inSet, readSet, setName } from './practice.ts'

const candidate = (over: Partial<Candidate> & { questionId: string }): Candidate => ({
  ...{ part: 0, chapter: 1, lastAt: null, isWrong: false, cause: null, isFavourite: false },
  ...over,
})
const ids = (list: readonly Candidate[]) => list.map(({ questionId }) => questionId)

const names = ['chapter-6', 'wrong', 'wrong-misread', 'wrong-chapter-12', 'favourites', 'due', 'daily', 'weak', 'all']

test.each(names)('«%s» names a set and is read back', (name) => {
  const set = readSet(name)
  expect(set && setName(set)).toBe(name)
})

test.each(['chapter-', 'chapter-123', 'everything', 'wrong-', 'wrong-everything', ''])('«%s» is no set', (name) => {
  expect(readSet(name)).toBeNull()
})

test('what was never answered comes first, then what was answered longest ago', () => {
  const bank = [
    candidate({ questionId: 'recent', lastAt: 90 }),
    candidate({ questionId: 'long-ago', lastAt: 10 }),
    candidate({ questionId: 'new-b' }),
    candidate({ questionId: 'new-a' }),
    candidate({ questionId: 'elsewhere', chapter: 2 }),
  ]

  expect(ids(inSet(bank, { kind: 'chapter', chapter: 1 }))).toEqual(['new-a', 'new-b', 'long-ago', 'recent'])
})

test('the wrong-answer book and favourites hold their own', () => {
  const bank = [candidate({ questionId: 'a', isWrong: true }), candidate({ questionId: 'b', isFavourite: true })]

  expect(ids(inSet(bank, { kind: 'wrong' }))).toEqual(['a'])
  expect(ids(inSet(bank, { kind: 'favourites' }))).toEqual(['b'])
  expect(ids(inSet(bank, { kind: 'all' }))).toEqual(['a', 'b'])
})
