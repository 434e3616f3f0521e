import { expect, test } from 'vitest'
import { isStorableText, param } from './params.ts'

test.each(['a\0b', '\uD800', 'x\uDC00', '\uDC00\uD800'])('no database can hold %j', (text) => {
  expect(isStorableText(text)).toBe(false)
})

test.each(['', '接案', '𠮷野家', '👩‍👩‍👧', 'café'])('any database can hold %j', (text) => {
  expect(isStorableText(text)).toBe(true)
})

test.each([undefined, '', 'x'.repeat(129), 'a\0'])('%j can be nobody’s id: not found', (id) => {
  expect(() => param({ id }, 'id')).toThrow('notFound')
})
