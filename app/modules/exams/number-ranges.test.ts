import { expect, test } from 'vitest'
import { numberRanges } from './number-ranges.ts'

test.each([
  [[], ''],
  [[7], '7'],
  [[7, 8], '7、8'],
  [[7, 8, 9], '7–9'],
  [[1, 3, 4, 5, 9, 10], '1、3–5、9、10'],
])('%j reads «%s»', (numbers, text) => {
  expect(numberRanges(numbers, '、')).toBe(text)
})
