import { expect, test } from 'vitest'
import { neutral } from './spreadsheet.ts'

const signs = ['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠', '\t', '\r', '\n']
const before = ['', ' ', '\u3000', '\u200b', '\ufeff', '\u00a0', '\t', ' \r\n']
const commands = ['cmd|/c calc!A0', 'HYPERLINK("http://a","b")']

/** Two hundred and eight ways to begin a formula, DDE and full-width signs among them. */
const payloads = before.flatMap((blank) => signs.flatMap((sign) => commands.map((command) => blank + sign + command)))

test(`${payloads.length} payloads: none begins as a formula`, () => {
  expect(payloads.length).toBeGreaterThanOrEqual(200)
  for (const payload of payloads) expect(neutral(payload).startsWith("'"), JSON.stringify(payload)).toBe(true)
})

test.each(['-3.5', '+7', '林小满', '3/6', 'xueyuan1', 'A=B', '13800000000', '', '2026年11月23日', '完'])(
  '%j stays as it is',
  (text) => {
    expect(neutral(text)).toBe(text)
  },
)

test('control characters do not get into the file', () => {
  expect(neutral('林\u0000小\u0008满')).toBe('林 小 满')
})
