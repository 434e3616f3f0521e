import { expect, test } from 'vitest'
import { ordinalOf } from './part-ordinal.ts'
import { optionColumns, writingLines } from './print-layout.ts'

test.each<readonly [string, readonly string[], number]>([
  ['four short ones stand on one line', ['接案', '预估', '计划', '介入与评估过程'], 4],
  ['a fifth short one makes two columns', ['接案', '预估', '计划', '介入', '结案'], 2],
  ['one of eight characters makes two columns', ['接案', '预估', '计划', '介入和评估的过程'], 2],
  ['letters take half the room', ['ABCDEFGHIJKLMN', '乙', '丙', '丁'], 4],
  ['a sentence has its own line', ['建立关系，了解她眼前的困难和真正的担心', '乙', '丙', '丁'], 1],
  ['a picture has its own line', [`![图](image:${'a'.repeat(64)})`, '乙', '丙', '丁'], 1],
])('options: %s', (_case, options, columns) => {
  expect(optionColumns(options)).toBe(columns)
})

test('a line for each point, and room even for small questions', () => {
  expect([40, 20, 2].map(writingLines)).toEqual([20, 10, 4])
})

test('parts are counted as the reader counts', () => {
  expect([ordinalOf(1, 'zh-CN'), ordinalOf(10, 'zh-CN'), ordinalOf(2, 'en')]).toEqual(['一', '十', '2'])
})
