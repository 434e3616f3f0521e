import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleBlueprint, sampleCase, sampleItem, sampleItems } from '#tests/support/sample-bank.ts'
import type { CaseGroup, Choice, Constructed, QuestionBody } from '~/modules/questions/question.ts'
import { arrange, pickedIndexes } from './arrangement.ts'
import type { BankItem } from './bank.ts'
import { drawPaper, type Paper, type PaperItem } from './paper.ts'
import { type SittingItem, type SittingOption, sittingItems } from './sitting.ts'

const blueprint = sampleBlueprint({
  parts: [
    { kind: 'single', count: 4, halfPoints: 2, rule: 'single' },
    { kind: 'judgement', count: 2, halfPoints: 2, rule: 'single' },
    { kind: 'case', count: 5, halfPoints: 2, rule: 'single' },
    { kind: 'constructed', count: 1, halfPoints: 40 },
  ],
})
const bank = [
  ...sampleItems('single', 6, ['1']),
  ...sampleItems('judgement', 3, ['1']),
  sampleCase('case-a', 2),
  sampleCase('case-b', 3),
  sampleItem('essay', { kind: 'constructed' }),
]
const drawn = drawPaper(blueprint, bank, 3)
if ('impossible' in drawn) throw new Error('the sample bank is too small')
const paper: Paper = drawn
const itemOf = (itemId: string) => paper.items.find((item) => item.itemId === itemId)

test('the same seed arranges the same way, another seed another way', () => {
  expect(arrange(paper, 5)).toEqual(arrange(paper, 5))
  expect(arrange(paper, 5).order).not.toEqual(arrange(paper, 6).order)
})

test('every item and every option is there exactly once; parts keep their order and cases stay together', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { order, options } = arrange(paper, seed)
      expect([...order].sort()).toEqual(paper.items.map(({ itemId }) => itemId).sort())
      const parts = order.map((itemId) => itemOf(itemId)?.part ?? -1)
      expect(parts).toEqual([...parts].sort())
      const cases = order
        .map(itemOf)
        .flatMap((item) => (item?.kind === 'case' ? [`${item.questionId}${item.choice}`] : []))
      expect(['case-a0 case-a1 case-b0 case-b1 case-b2', 'case-b0 case-b1 case-b2 case-a0 case-a1']).toContain(
        cases.join(' '),
      )
      const ids = Object.values(options).flatMap((list) => list.map(({ id }) => id))
      expect(new Set(ids).size).toBe(ids.length)
      for (const item of paper.items) {
        const indexes = (options[item.itemId] ?? []).map(({ index }) => index)
        const all = item.kind === 'constructed' ? [] : [...Array(item.optionCount).keys()]
        expect([...indexes].sort()).toEqual(all)
        if (item.kind === 'judgement') expect(indexes).toEqual(all)
      }
    }),
  )
})

/** Critical value of χ² with three degrees of freedom at one in a thousand. */
const critical = 16.27

function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0)
}

test('over 10,000 attempts neither the place of an option nor its id says whether it is right', () => {
  const [first] = paper.items
  const itemId = first?.itemId ?? ''
  const places = [0, 0, 0, 0]
  const idRanks = [0, 0, 0, 0]
  const idHalves = [0, 0, 0, 0]
  for (let seed = 0; seed < 10_000; seed++) {
    const options = arrange({ ...paper, items: paper.items.slice(0, 1) }, seed).options[itemId] ?? []
    // The key is the first option of the bank, as authors like it.
    const right = options.findIndex(({ index }) => index === 0)
    const id = options[right]?.id ?? ''
    const rank = options
      .map((option) => option.id)
      .sort()
      .indexOf(id)
    const quarter = Math.floor('abcdefghijkmnpqrstuvwxyz23456789'.indexOf(id.charAt(0)) / 8)
    for (const [counts, at] of [
      [places, right],
      [idRanks, rank],
      [idHalves, quarter],
    ] as const)
      counts[at] = (counts[at] ?? 0) + 1
  }
  expect(chiSquare(places)).toBeLessThan(critical)
  expect(chiSquare(idRanks)).toBeLessThan(critical)
  expect(chiSquare(idHalves)).toBeLessThan(critical)
})

test('all orders of four options are equally likely', () => {
  const counts = new Map<string, number>()
  for (let seed = 0; seed < 10_000; seed++) {
    const options =
      arrange({ ...paper, items: paper.items.slice(0, 1) }, seed).options[paper.items[0]?.itemId ?? ''] ?? []
    const order = options.map(({ index }) => index).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(24)
  // 23 degrees of freedom, one in a thousand
  expect(chiSquare([...counts.values()])).toBeLessThan(49.73)
})

test('what was picked comes back as indexes of the question; an id of another item is refused', () => {
  const arrangement = arrange(paper, 8)
  const [one, two] = paper.items
  const options = arrangement.options[one?.itemId ?? ''] ?? []
  const foreign = arrangement.options[two?.itemId ?? '']?.[0]?.id ?? ''
  const pick = (value: string) => pickedIndexes(arrangement, one?.itemId ?? '', value)

  expect(pick(options.map(({ id }) => id).join(','))).toEqual([0, 1, 2, 3])
  expect(pick(`${options[1]?.id},${options[1]?.id}`)).toEqual([options[1]?.index])
  expect(pick('')).toEqual([])
  expect(pick(foreign)).toBeNull()
  expect(pick(`${options[0]?.id},nonsense`)).toBeNull()
})

const secret = 'LEAK'
const choice = (name: string): Choice => ({
  kind: 'single',
  stem: `${name}?`,
  options: [0, 1, 2, 3].map((at) => `${name} ${at}`),
  key: [1],
  explanation: secret,
})
const bodyOf = (versionId: string): QuestionBody => {
  const name = versionId.replace('@1', '')
  if (name === 'essay') {
    const answerPoints = [{ text: secret, halfPoints: 40, accept: [secret] }]
    return { kind: 'constructed', stem: 'essay?', answerPoints, outOf: 40, explanation: secret } satisfies Constructed
  }
  if (!name.startsWith('case')) return choice(name)
  return {
    kind: 'case',
    stem: `${name} story`,
    items: [0, 1, 2].map((at) => choice(`${name} ${at}`)),
  } satisfies CaseGroup
}

test('a browser gets what is asked, in the order of the attempt, and nothing that answers it', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const arrangement = arrange(paper, seed)
      const items = sittingItems(paper, arrangement, bodyOf)
      const sent = JSON.stringify(items)

      expect(items.map(({ itemId }) => itemId)).toEqual(arrangement.order)
      expect(items.map(({ number }) => number)).toEqual(paper.items.map(({ number }) => number))
      expect(sent).not.toContain(secret)
      expect(sent).not.toMatch(
        /"(key|keys|explanation|answerPoints|points|difficulty|index|rule|versionId|questionId|seed)"/,
      )
      expect(Object.keys(items[0] ?? {}).sort()).toEqual([
        'caseStem',
        'halfPoints',
        'itemId',
        'kind',
        'number',
        'options',
        'part',
        'stem',
      ])
      for (const { itemId, options } of items) {
        const own = arrangement.options[itemId] ?? []
        expect(options.map(({ id }) => id)).toEqual(own.map(({ id }) => id))
        expect(options.every(({ text }, at) => text.endsWith(` ${own[at]?.index}`))).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
})

test('the common stem of a case stands on its first item, and an item of a case is of its own kind', () => {
  const items = sittingItems(paper, arrange(paper, 1), bodyOf)
  const stems = items.flatMap(({ caseStem }) => caseStem ?? [])

  expect(stems.sort()).toEqual(['case-a story', 'case-b story'])
  expect(items.at(-1)).toMatchObject({ kind: 'constructed', stem: 'essay?', options: [] })
  expect(items.filter(({ kind }) => kind === 'single')).toHaveLength(9)
})

test('the types keep what is secret from being sent: none of these compiles', () => {
  const shown: SittingItem = {
    itemId: 'q1',
    number: 1,
    part: 0,
    kind: 'single',
    halfPoints: 2,
    stem: '',
    caseStem: null,
    options: [],
  }
  const withKey = { ...shown, key: [1] }
  const withExplanation = { ...shown, explanation: 'because' }
  const withPoints = { ...shown, points: ['goals'] }
  // @ts-expect-error the key
  const one: SittingItem = withKey
  // @ts-expect-error the explanation
  const two: SittingItem = withExplanation
  // @ts-expect-error what it tests
  const three: SittingItem = withPoints
  // @ts-expect-error an option that says where it stood
  const four: SittingOption = { id: 'a', text: 'b', index: 1 }
  // @ts-expect-error a question, an item of the paper or of the bank in its place
  const five: SittingItem = choice('x') as Choice & PaperItem & BankItem

  expect([one, two, three, four, five]).toHaveLength(5)
})
