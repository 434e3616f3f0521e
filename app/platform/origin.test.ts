import { expect, test } from 'vitest'
import { judgeOrigin } from './origin.ts'

const own = ['https://yucai.test']
const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

function post(headers: Record<string, string>) {
  return judgeOrigin('POST', new Headers({ ...form, ...headers }), own)
}

test.each([
  ['this site, new browser', { Origin: 'https://yucai.test', 'Sec-Fetch-Site': 'same-origin' }, 'allowed'],
  ['this site, no fetch metadata', { Origin: 'https://yucai.test' }, 'allowed'],
  ['fetch metadata alone', { 'Sec-Fetch-Site': 'same-origin' }, 'allowed'],
  ['another site', { Origin: 'https://evil.test', 'Sec-Fetch-Site': 'cross-site' }, 'foreign'],
  ['a sister site', { Origin: 'https://other.yucai.test', 'Sec-Fetch-Site': 'same-site' }, 'foreign'],
  ['an address typed by hand', { 'Sec-Fetch-Site': 'none' }, 'foreign'],
  ['null origin', { Origin: 'null' }, 'foreign'],
  ['our origin, but foreign metadata', { Origin: 'https://yucai.test', 'Sec-Fetch-Site': 'cross-site' }, 'foreign'],
  ['foreign origin, but our metadata', { Origin: 'https://evil.test', 'Sec-Fetch-Site': 'same-origin' }, 'foreign'],
  ['neither', {}, 'foreign'],
  ['our name on another port', { Origin: 'https://yucai.test:8443' }, 'foreign'],
] as const)('a form from %s', (_case, headers, verdict) => {
  expect(post(headers)).toBe(verdict)
})

test.each(['text/plain', 'application/xml', 'text/html;charset=utf-8', ''])(
  'the content type «%s» is refused',
  (type) => {
    const headers = new Headers({ Origin: 'https://yucai.test', 'Content-Type': type })
    expect(judgeOrigin('POST', headers, own)).toBe('unsupportedType')
  },
)

test('a post without a body needs no type', () => {
  expect(judgeOrigin('POST', new Headers({ Origin: 'https://yucai.test' }), own)).toBe('allowed')
})

test('reading is never refused', () => {
  expect(judgeOrigin('GET', new Headers({ Origin: 'https://evil.test' }), own)).toBe('allowed')
})
