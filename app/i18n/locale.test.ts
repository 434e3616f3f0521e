import { expect, test } from 'vitest'
import { localeFromHeader } from './locale.ts'
import { defineMessages, translator } from './messages.ts'

test.each([
  [null, 'zh-CN'],
  ['zh-TW,zh;q=0.9', 'zh-CN'],
  ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
  ['en;q=0.3, zh;q=0.9', 'zh-CN'],
  ['fr, de', 'zh-CN'],
  ['fr, en;q=0.1', 'en'],
])('Accept-Language %j is answered in %s', (header, locale) => {
  expect(localeFromHeader(header)).toBe(locale)
})

const texts = defineMessages({
  lessons: ['共 {count} 课', '{count} lesson|{count} lessons'],
  hello: ['{name}，你好', 'Hello {name}'],
})

test('English has a singular, Chinese needs none', () => {
  const en = translator(texts, 'en')
  expect([en('lessons', { count: 1 }), en('lessons', { count: 0 })]).toEqual(['1 lesson', '0 lessons'])
  expect(translator(texts, 'zh-CN')('lessons', { count: 1 })).toBe('共 1 课')
})

test('values are put in as they are', () => {
  expect(translator(texts, 'zh-CN')('hello', { name: '{count}$&' })).toBe('{count}$&，你好')
})
