import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paths, safeNext, withQuery } from './paths.ts'

test.each([
  ['/today', '/today'],
  ['/cohorts/1/progress?sort=name#r3', '/cohorts/1/progress?sort=name#r3'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/%2f%2fevil.example', '/%2f%2fevil.example'],
  ['/.//evil.example', '/'],
  ['/a/..//evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['／evil', '/'],
  ['', '/'],
  [null, '/'],
])('after sign-in, %j leads to %j', (next, expected) => {
  expect(safeNext(next)).toBe(expected)
})

test('whatever is asked for after sign-in, the browser stays on this site', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '//',
    '%2f',
    '\t',
    '\n',
    '@',
    ':',
    'javascript:',
    'https:',
    'evil.example',
    '?',
    '#',
    '..',
    '.',
    '／',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 8 }), (pieces) => {
      const target = new URL(safeNext(pieces.join('')), 'https://yucai.test/login')
      expect(target.origin).toBe('https://yucai.test')
    }),
    { numRuns: 2_000 },
  )
})

test('ids are encoded, so that no id can name another page', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (lessonId) => {
      expect(paths.lesson(lessonId).split('/')).toHaveLength(3)
    }),
  )
})

test('empty parts of a query are left out', () => {
  expect(withQuery('/search', { q: '接案', page: undefined, sort: '' })).toBe('/search?q=%E6%8E%A5%E6%A1%88')
})
