import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleBlueprint, sampleCase, sampleItems } from '#tests/support/sample-bank.ts'
import type { Choice, QuestionBody } from '~/modules/questions/question.ts'
import { drawPaper } from './paper.ts'
import { printArrangement, printedItems, printOrders, readPrintOrder } from './printed-paper.ts'

const blueprint = sampleBlueprint({
  passLine: 10,
  parts: [
    { kind: 'single', count: 6, halfPoints: 2, rule: 'single' },
    { kind: 'multiple', count: 3, halfPoints: 4, rule: 'multipleSocialWork' },
    { kind: 'case', count: 4, halfPoints: 2, rule: 'single' },
  ],
})
const bank = [
  ...sampleItems('single', 8, ['1', '2']),
  ...sampleItems('multiple', 4, ['1', '2']),
  sampleCase('one', 2),
  sampleCase('two', 2),
]

/** Options that say of themselves whether they are right. */
function choice(stem: string, kind: Choice['kind'], options: number): Choice {
  const key = kind === 'multiple' ? [1, 3] : [2]
  const texts = Array.from({ length: options }, (_, at) => `${key.includes(at) ? 'right' : 'wrong'} ${at}`)
  return { kind, stem, options: texts, key, explanation: `why ${stem}` }
}

function bodyOf(versionId: string): QuestionBody {
  if (versionId.startsWith('single')) return choice(versionId, 'single', 4)
  if (versionId.startsWith('multiple')) return choice(versionId, 'multiple', 5)
  return {
    kind: 'case',
    stem: versionId,
    items: [choice(`${versionId} a`, 'single', 4), choice(`${versionId} b`, 'single', 4)],
  }
}

function printed(seed: number, order: (typeof printOrders)[number]) {
  const paper = drawPaper(blueprint, bank, seed)
  if ('impossible' in paper) throw new Error('the bank is too small')
  return { paper, items: printedItems(paper, printArrangement(paper, order), bodyOf) }
}

test('in every order the letters of the key are the letters of the right options', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...printOrders), (seed, order) => {
      for (const { key, options } of printed(seed, order).items) {
        expect(options.flatMap((option, at) => (option.startsWith('right') ? [at] : []))).toEqual([...key])
      }
    }),
  )
})

test('every order prints every item once, numbered through, parts and cases together, a case told once', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...printOrders), (seed, order) => {
      const { paper, items } = printed(seed, order)
      expect(items.map(({ number }) => number)).toEqual(items.map((_, at) => at + 1))
      expect(items.map(({ itemId }) => itemId).toSorted()).toEqual(paper.items.map(({ itemId }) => itemId).toSorted())
      expect(items.map(({ part }) => part)).toEqual(items.map(({ part }) => part).toSorted((a, b) => a - b))
      const cases = items.filter(({ part }) => part === 2)
      expect(cases.map(({ caseStem }) => caseStem !== null)).toEqual([true, false, true, false])
      for (const at of [0, 2]) expect(cases[at]?.questionId).toBe(cases[at + 1]?.questionId)
    }),
  )
})

test('an order is the same each time it is printed, and another than the next one', () => {
  const stems = (order: (typeof printOrders)[number]) => printed(7, order).items.map(({ stem }) => stem)
  expect(stems(1)).toEqual(stems(1))
  expect(new Set(printOrders.map((order) => stems(order).join())).size).toBe(printOrders.length)
})

test('its own order is that of the bank: first question first, A as its author wrote it', () => {
  const { paper, items } = printed(7, 0)
  expect(items.map(({ itemId }) => itemId)).toEqual(paper.items.map(({ itemId }) => itemId))
  expect(items[0]?.options).toEqual(['wrong 0', 'wrong 1', 'right 2', 'wrong 3'])
})

test('an order that does not exist is its own', () => {
  expect(['2', '0', '9', '', null].map(readPrintOrder)).toEqual([2, 0, 0, 0, 0])
})
