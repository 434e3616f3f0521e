import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeAlphabet, codeFrom, shownCode, typedCode } from './access-code.ts'

test.each([
  ['as printed', '7KQ2-M9XR'],
  ['without the dash', '7KQ2M9XR'],
  ['in lower case with spaces', ' 7kq2 m9xr '],
  ['in full width, with a Chinese dash', '７ＫＱ２—Ｍ９ＸＲ'],
])('it is read %s', (_case, text) => {
  expect(typedCode(text)).toBe('7KQ2M9XR')
})

test('a U on paper was a V', () => {
  expect(typedCode('UUUU-2222')).toBe('VVVV2222')
})

test.each(['', '7KQ2-M9X', '7KQ2-M9XRR', '7KQ2-M9X0', '7KQ2-M9XI', '编号-7KQ2'])('%j is no code', (text) => {
  expect(typedCode(text)).toBeNull()
})

test('law: what is made can be printed and typed back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 0, maxLength: 40 }), (bytes) => {
      const code = codeFrom(bytes)
      if (code !== null) expect(typedCode(shownCode(code).toLowerCase())).toBe(code)
    }),
  )
})

test('every character is as likely as any other', () => {
  const counts = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++) {
    const code = codeFrom(new Uint8Array(8).fill(byte))
    if (code) counts.set(code.charAt(0), (counts.get(code.charAt(0)) ?? 0) + 1)
  }
  expect(counts.size).toBe(codeAlphabet.length)
  expect(new Set(counts.values()).size).toBe(1)
})
