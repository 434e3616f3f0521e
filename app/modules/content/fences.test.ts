import { expect, test } from 'vitest'
import { levelFences } from './fences.ts'

const codes = (source: string) => levelFences(source).problems.map(({ code, line }) => `${line} ${code}`)

test('an outer container gets more colons than an inner one, and lines keep their numbers', () => {
  const { text, problems } = levelFences(':::案例[甲]\n故事\n:::分析[看看]\n答\n:::\n:::\n后文')
  expect(problems).toEqual([])
  expect(text).toBe('::::案例[甲]\n故事\n:::分析[看看]\n答\n:::\n::::\n后文')
})

test('one after another need no more than three', () => {
  expect(levelFences(':::窍门[甲]\n一\n:::\n:::当心[乙]\n二\n:::').text).toBe(
    ':::窍门[甲]\n一\n:::\n:::当心[乙]\n二\n:::',
  )
})

test('what is left open, or closes nothing, is said with its line', () => {
  expect(codes('前文\n:::窍门[甲]\n一')).toEqual(['2 unclosed'])
  expect(codes('一\n:::\n二')).toEqual(['2 strayFence'])
})

test('what a Chinese keyboard writes is understood or named', () => {
  expect(codes('：：：窍门[甲]\n一\n：：：')).toEqual(['1 fullWidthColons', '3 fullWidthColons'])
  expect(levelFences('::出处[《条例》]{发布=“国务院”}').text).toBe('::出处[《条例》]{发布="国务院"}')
})

test('a title or values that are not closed are said', () => {
  expect(codes(':::窍门[甲\n一\n:::')).toEqual(['1 directiveForm'])
  expect(levelFences(':::tip{x\n:::').problems[0]?.values).toEqual({ name: ':::tip', form: ':::tip[title]' })
})

test('in a code block they are text', () => {
  const source = '```\n:::窍门[甲]\n：：：\n```'
  expect(levelFences(source)).toEqual({ text: source, problems: [] })
})
