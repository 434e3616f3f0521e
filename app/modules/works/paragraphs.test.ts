import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphId, paragraphsOf } from './paragraphs.ts'

const texts = (text: string) => paragraphsOf([{ key: 'event', text }]).map((paragraph) => paragraph.text)

test('every line that is not blank is a paragraph, counted within its field', () => {
  const fields = [
    { key: 'event', text: '上午走访了郁奶奶家。\n\n她说楼道的灯又坏了。\n' },
    { key: 'thoughts', text: '先把能办的办了。' },
  ]

  expect(paragraphsOf(fields)).toEqual([
    { field: 'event', index: 0, text: '上午走访了郁奶奶家。' },
    { field: 'event', index: 1, text: '她说楼道的灯又坏了。' },
    { field: 'thoughts', index: 0, text: '先把能办的办了。' },
  ])
})

test.each([
  ['as forms send them', '甲\r\n乙'],
  ['as phones write them', '甲\n乙'],
  ['as old files have them', '甲\r乙'],
  ['as word processors break them', '甲\u2028乙'],
  ['with two wide blanks before a paragraph', '　　甲\n　　乙'],
  ['with lines of wide blanks and of nothing to see between', '甲\n　\n\u200b\ufeff\n\t\n乙'],
])('lines %s', (_case, text) => {
  expect(texts(text)).toEqual(['甲', '乙'])
})

test.each(['', '\n', '　\r\n　', '\u200b'])('nothing to read, no paragraph: %j', (text) => {
  expect(texts(text)).toEqual([])
})

test('a work without fields has no paragraphs', () => {
  expect(paragraphsOf([])).toEqual([])
})

test('the id of a paragraph counts from 1, as a reader does', () => {
  expect(paragraphId(2, { field: 'event', index: 0 })).toBe('r2-event-1')
})

test('law: what paragraphs are made of, gives the same paragraphs', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('灯', '坏', ' ', '　', '\n', '\r') }), (text) => {
      const once = texts(text)
      expect(texts(once.join('\n'))).toEqual(once)
      expect(once.join('')).toBe(
        text
          .split(/[\r\n]/)
          .map((line) => line.trim())
          .join(''),
      )
    }),
  )
})
