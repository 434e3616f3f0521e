import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank, blanked, readPlainly } from './privacy-reading.ts'

test('full width, bold and unseen characters are read as plain ones, and lead back to where they stood', () => {
  const text = '１\u200B𝟛Ａ　Ⅹ'
  const { plain, starts, ends } = readPlainly(text)

  expect(plain).toBe('13A X')
  expect(starts).toEqual([0, 2, 4, 5, 6])
  expect(ends).toEqual([1, 4, 5, 6, 7])
})

test('a code is no number; what follows it may be one', () => {
  expect(readPlainly('服-0174').plain).toBe(`${blank.repeat(5)}4`)
  expect(readPlainly('楼-017').plain).toBe('楼-017')
})

test('places rise, and every character comes from where it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { plain, starts, ends } = readPlainly(text)
      expect([starts.length, ends.length]).toEqual([plain.length, plain.length])
      for (let at = 0; at < plain.length; at += 1) {
        expect(starts[at] ?? 0).toBeLessThan(ends[at] ?? 0)
        expect(starts[at] ?? 0).toBeGreaterThanOrEqual(at === 0 ? 0 : (ends[at - 1] ?? 0))
      }
    }),
  )
})

test('what is blanked keeps its length', () => {
  expect(
    blanked('abcdef', [
      { start: 4, end: 5 },
      { start: 0, end: 2 },
    ]),
  ).toBe(`${blank.repeat(2)}cd${blank}f`)
})
