import { expect, test } from 'vitest'
import type { Choice } from '~/modules/questions/question.ts'
import type { ItemToScore } from './scoring.ts'
import { explanationFor, shownRuling } from './shown-ruling.ts'

const item: ItemToScore = {
  ...{ itemId: 'q1', versionId: 'a@1', choice: 0, halfPoints: 2, rule: 'single', optionCount: 4 },
  ...{ keys: [[0]], standing: 'scored' },
}
const drawn = { key: [0], halfPoints: 2 }
/** She met the options as D, C, B, A. */
const options = [3, 2, 1, 0].map((index) => ({ id: `o${index}`, index }))

test('an item that is as it was drawn says nothing', () => {
  expect(shownRuling(item, drawn, options)).toBeNull()
})

test('a key is told in the letters that she saw', () => {
  expect(shownRuling({ ...item, keys: [[3]] }, drawn, options)).toMatchObject({ keys: ['A'], isExplanationOld: true })
  expect(shownRuling({ ...item, keys: [[0], [1]] }, drawn, options)?.keys).toEqual(['D', 'C'])
  expect(shownRuling({ ...item, keys: [[0, 2]] }, drawn, options)?.keys).toEqual(['BD'])
})

test('points and standing are told, and the explanation still holds', () => {
  expect(shownRuling({ ...item, halfPoints: 3 }, drawn, options)).toMatchObject({ halfPoints: 3, keys: null })
  expect(shownRuling({ ...item, standing: 'dropped' }, drawn, options)).toMatchObject({
    ...{ standing: 'dropped', isExplanationOld: false },
  })
})

test('the explanation is that of the version in use, if it asks the same with the key that holds', () => {
  const choice: Choice = {
    ...{ kind: 'single', stem: '先做什么？', options: ['甲', '乙', '丙', '丁'], key: [0], explanation: '因为甲。' },
  }
  const ruled = { ...item, keys: [[1]] }
  const inUse = (over: Partial<Choice>, version = 2) => ({
    version,
    body: { ...choice, key: [1], explanation: '因为乙。', ...over },
  })
  expect(explanationFor(ruled, choice, 1, inUse({}))).toBe('因为乙。')
  expect(explanationFor(ruled, choice, 1, inUse({ key: [2] }))).toBeNull()
  expect(explanationFor(ruled, choice, 1, inUse({ options: ['甲', '乙', '丁', '丙'] }))).toBeNull()
  expect(explanationFor(ruled, choice, 2, inUse({}))).toBeNull()
  expect(explanationFor(ruled, choice, 1, undefined)).toBeNull()
})
