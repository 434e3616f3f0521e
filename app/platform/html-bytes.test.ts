import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HtmlBytes } from './html-bytes.server.ts'

const ascii = fc.string({ unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)) })
const long = fc.tuple(fc.constantFrom('<p>', '社会工作'), fc.nat(60_000)).map(([text, times]) => text.repeat(times))

test('what is written comes out in order, however long it is', () => {
  const piece = fc.oneof(
    ascii.map((markup) => ({ markup })),
    fc.oneof(fc.string({ unit: 'grapheme' }), long).map((html) => ({ html })),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const page = new HtmlBytes()
      for (const one of pieces) 'markup' in one ? page.markup(one.markup) : page.bytes(Buffer.from(one.html))
      const expected = pieces.map((one) => ('markup' in one ? one.markup : one.html)).join('')
      expect(page.done().equals(Buffer.from(expected))).toBe(true)
    }),
  )
})
