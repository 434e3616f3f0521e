import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Answered,
  cardReasonOf,
  cardsFrom,
  causesOf,
  countCauses,
  favouritesOf,
  lawChanges,
  restsOn,
} from './cards.ts'
import { mergeLogs } from './review-log.ts'

const answer = (over: Partial<Answered> = {}): Answered => ({
  ...{ questionId: 'q1', at: 1, outcome: 'right', confidence: 'sure' },
  ...over,
})

test.each([
  ['right and sure', {}, null],
  ['right in an exam, where nobody asks how sure', { confidence: null }, null],
  ['right but unsure', { confidence: 'unsure' }, 'unsure'],
  ['right by guessing', { confidence: 'guess' }, 'guessed'],
  ['wrong', { outcome: 'wrong' }, 'wrong'],
  ['wrong and sure', { outcome: 'wrong', confidence: 'sure' }, 'wrong'],
  ['too few of the right options', { outcome: 'partial' }, 'wrong'],
  ['left blank', { outcome: 'blank', confidence: null }, 'wrong'],
] as const)('%s', (_case, over, reason) => {
  expect(cardReasonOf(answer(over))).toBe(reason)
})

test('a question makes one card, with the first reason that it had', () => {
  const answers = [
    answer({ at: 3, outcome: 'wrong' }),
    answer({ at: 2, confidence: 'unsure' }),
    answer({ at: 1 }),
    answer({ questionId: 'q2', at: 9 }),
  ]
  expect(cardsFrom(answers)).toEqual([{ questionId: 'q1', reason: 'unsure', at: 2 }])
})

test('of several taps the last counts, whatever order they come in', () => {
  const taps = [
    { id: '1', questionId: 'q1', at: 1, cause: 'misread' as const },
    { id: '2', questionId: 'q1', at: 2, cause: 'oldLaw' as const },
    { id: '3', questionId: 'q2', at: 1, cause: 'sums' as const },
    { id: '4', questionId: 'q2', at: 2, cause: null },
  ]
  expect([...causesOf(taps)]).toEqual([['q1', 'oldLaw']])
  expect([...causesOf(taps.toReversed())]).toEqual([['q1', 'oldLaw']])
  expect(countCauses(causesOf(taps))).toEqual({ confused: 0, oldLaw: 1, misread: 0, sums: 0, notLearnt: 0 })
})

test('favourites are what she marked and did not unmark, the latest first', () => {
  const tap = (id: string, questionId: string, at: number, isFavourite = true) => ({ id, questionId, at, isFavourite })
  const taps = [tap('1', 'a', 1), tap('2', 'b', 2), tap('3', 'c', 3), tap('4', 'b', 4, false), tap('5', 'a', 5)]
  expect(favouritesOf(taps)).toEqual(['a', 'c'])
  expect(favouritesOf(taps.toReversed())).toEqual(['a', 'c'])
})

test('two devices whose taps are put together in any order agree', () => {
  const taps = fc.uniqueArray(
    fc.record({
      id: fc.string(),
      questionId: fc.constantFrom('a', 'b'),
      at: fc.nat(3),
      isFavourite: fc.boolean(),
    }),
    { selector: ({ id }) => id },
  )
  fc.assert(
    fc.property(taps, (some) => {
      expect(favouritesOf(some.toReversed())).toEqual(favouritesOf(some))
    }),
  )
})

const law = (name: string, article: string) => ({ name, article, validFrom: null, validTo: null })
const change = { id: 'c1', name: '民法典', articles: ['第一千零六十二条'], at: 5 }

test.each([
  ['the article', [law('《民法典》', '第一千零六十二条')], change, true],
  ['another article', [law('《民法典》', '第一条')], change, false],
  ['the law as a whole', [law('《民法典》', '')], change, true],
  ['another law', [law('《慈善法》', '第一千零六十二条')], change, false],
  ['all of the law changed', [law('《民法典》', '第一条')], { ...change, articles: [] }, true],
  ['no law', [], change, false],
] as const)('a card that rests on %s', (_case, laws, changed, rests) => {
  expect(restsOn(laws, changed)).toBe(rests)
})

test('a change of the law brings the dependent cards back, and told twice once', () => {
  const cards = [
    { cardId: 'q1', laws: [law('《民法典》', '第一千零六十二条')] },
    { cardId: 'q2', laws: [law('《慈善法》', '第二条')] },
  ]
  const entries = lawChanges(change, cards)
  expect(entries).toEqual([{ kind: 'lawChange', id: 'c1 q1', cardId: 'q1', at: 5 }])
  expect(mergeLogs(entries, lawChanges(change, cards))).toEqual(entries)
})
