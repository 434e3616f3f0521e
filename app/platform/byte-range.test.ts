import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wantedBytes } from './byte-range.ts'

test.each([
  [null, { kind: 'all' }],
  ['bytes=0-', { kind: 'part', first: 0, last: 99 }],
  ['bytes=10-19', { kind: 'part', first: 10, last: 19 }],
  ['bytes=90-200', { kind: 'part', first: 90, last: 99 }],
  ['bytes=-10', { kind: 'part', first: 90, last: 99 }],
  ['bytes=-500', { kind: 'part', first: 0, last: 99 }],
  ['bytes=100-', { kind: 'none' }],
  ['bytes=-0', { kind: 'none' }],
  ['bytes=20-10', { kind: 'all' }],
  ['bytes=0-1,5-6', { kind: 'all' }],
  ['lines=0-1', { kind: 'all' }],
] as const)('of 100 bytes, «%s»', (header, wanted) => {
  expect(wantedBytes(header, 100)).toEqual(wanted)
})

test('law: a part lies inside the file, its ends in order', () => {
  const header = fc.tuple(fc.nat(300), fc.nat(300)).map(([from, to]) => `bytes=${from}-${to}`)
  fc.assert(
    fc.property(header, fc.integer({ min: 1, max: 250 }), (text, size) => {
      const wanted = wantedBytes(text, size)
      if (wanted.kind !== 'part') return
      expect(wanted.first).toBeLessThanOrEqual(wanted.last)
      expect(wanted.last).toBeLessThan(size)
    }),
  )
})
