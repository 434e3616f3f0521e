import { expect, test } from 'vitest'
import { instant, instantOrNull, text, textOrNull, truth, whole, wholeOrNull } from './raw-row.ts'

const noon = new Date('2026-11-23T10:00:00.123Z')

test.each([[noon], ['2026-11-23T10:00:00.123+00:00'], ['2026-11-23T10:00:00.123Z']])('%s is the instant', (value) => {
  expect(instant(value)).toEqual(noon)
})

test.each([[7], [7n], ['7'], [{ toString: () => '7' }]])('%s is the number 7', (value) => expect(whole(value)).toBe(7))

test.each([
  [true, true],
  [1n, true],
  [0, false],
  [false, false],
])('%s is %s', (value, expected) => expect(truth(value)).toBe(expected))

test('null is let through only where it is expected', () => {
  expect([textOrNull(null), wholeOrNull(null), instantOrNull(null)]).toEqual([null, null, null])
  for (const read of [text, whole, instant, truth]) expect(() => read(null)).toThrow(TypeError)
})

test.each([
  [text, 7],
  [whole, 'seven'],
  [whole, ''],
  [whole, 1.5],
  [whole, 2n ** 60n],
  [instant, 'yesterday'],
  [instant, 0],
])('%o refuses %s', (read, value) => expect(() => read(value)).toThrow(TypeError))
