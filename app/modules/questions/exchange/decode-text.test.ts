import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

/** Every two-byte character of GBK, turned round: the platform decodes it but does not encode it. */
const table = new Map<string, readonly [number, number]>()
for (let first = 0x81; first <= 0xfe; first++) {
  for (let second = 0x40; second <= 0xfe; second++) {
    const text = second === 0x7f ? '' : new TextDecoder('gbk').decode(Uint8Array.of(first, second))
    if ([...text].length === 1 && text !== '\uFFFD' && !/\p{Co}/u.test(text) && !table.has(text))
      table.set(text, [first, second])
  }
}

function asGbk(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((one) => table.get(one) ?? [one.charCodeAt(0)]))
}

function asUtf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = isLittle ? [0xff, 0xfe] : [0xfe, 0xff]
  for (let at = 0; at < text.length; at++) {
    const pair = [text.charCodeAt(at) & 0xff, text.charCodeAt(at) >> 8]
    bytes.push(...(isLittle ? pair : pair.reverse()))
  }
  return Uint8Array.from(bytes)
}

const common = [
  ...'社会工作者服务对象的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经',
] as const
const exam = fc
  .array(fc.oneof(fc.constantFrom(...common), fc.constantFrom(...'，。？（）“”ABCD1234. \n')), {
    minLength: 12,
    maxLength: 80,
  })
  .map((all) => all.join(''))
  .filter((text) => [...text].filter((one) => one > '\u4e00').length >= 6)

test('law: Chinese text comes back from GBK, UTF-8 with and without a mark, and UTF-16', () => {
  fc.assert(
    fc.property(exam, (text) => {
      expect(decodeText(asGbk(text))).toEqual({ text, encoding: 'gb18030' })
      expect(decodeText(new TextEncoder().encode(text))).toEqual({ text, encoding: 'utf-8' })
      expect(decodeText(new TextEncoder().encode(`\uFEFF${text}`)).text).toBe(text)
      expect(decodeText(asUtf16(text, true))).toEqual({ text, encoding: 'utf-16le' })
      expect(decodeText(asUtf16(text, false))).toEqual({ text, encoding: 'utf-16be' })
    }),
    { numRuns: 300 },
  )
})

test('law: every character of GBK alone in an exam comes back', () => {
  const all = [...table.keys()]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...all), { minLength: 10, maxLength: 60 }), (characters) => {
      const text = `一、单选题：${characters.join('')}`
      expect(decodeText(asGbk(text)).text).toBe(text)
    }),
  )
})

test('four bytes of GB18030 are one character', () => {
  const bytes = Uint8Array.of(...asGbk('姓名：'), 0x95, 0x32, 0x82, 0x36)
  expect(decodeText(bytes).text).toBe('姓名：𠀀')
})

test('one broken byte does not turn a text in UTF-8 into another alphabet', () => {
  const bytes = new TextEncoder().encode('社会工作者的首要责任是对服务对象的责任。这是一段足够长的文字。')
  const broken = Uint8Array.of(...bytes.slice(0, 30), 0xff, ...bytes.slice(30))
  expect(decodeText(broken)).toMatchObject({ encoding: 'utf-8' })
  expect(decodeText(broken).text).toContain('首要责任')
})

test('plain ASCII and nothing at all are UTF-8', () => {
  expect(decodeText(new TextEncoder().encode('A. B'))).toEqual({ text: 'A. B', encoding: 'utf-8' })
  expect(decodeText(new Uint8Array()).text).toBe('')
})
