import { expect, test } from 'vitest'
import { countCharacters, expectedMinutes, inspectProse } from './prose.ts'

function marks(text: string) {
  const found: string[] = []
  inspectProse(text, { line: 3, column: 5 }, (code, { line, column }) => found.push(`${line}:${column} ${code}`))
  return found
}

test('straight quotes and half-width marks in Chinese are pointed at', () => {
  expect(marks('他说"好"')).toEqual(['3:7 straightQuote', '3:9 straightQuote'])
  expect(marks('先听,再说')).toEqual(['3:7 halfWidthPunctuation'])
  expect(marks('第一行\n对(错)')).toEqual(['4:2 halfWidthPunctuation', '4:4 halfWidthPunctuation'])
  expect(marks('完了.')).toEqual(['3:7 halfWidthPunctuation'])
})

test.each([
  '他说：“好。”',
  '请 110、120 到场',
  'Use "plain" quotes, please (thanks).',
  '早上 9:00，比例 3.5',
  '见 SOAP.md 文件',
])('«%s» is well set', (text) => {
  expect(marks(text)).toEqual([])
})

test('the time to read follows from the length', () => {
  expect(countCharacters('社会工作 is 什么，110')).toBe(6)
  expect(expectedMinutes({ characters: 2_500, checks: 3, reflections: 1 })).toBe(20)
})
