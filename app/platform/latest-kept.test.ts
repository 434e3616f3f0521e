import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LatestKept } from './latest-kept.ts'

test('the one that was asked for longest ago makes room', () => {
  const kept = new LatestKept<string, number>(2)
  kept.keep('a', 1)
  kept.keep('b', 2)
  expect(kept.get('a')).toBe(1)
  kept.keep('c', 3)
  expect(['a', 'b', 'c'].map((key) => kept.get(key))).toEqual([1, undefined, 3])
})

test('what was kept or asked for among the last is there, as it was kept last, and no more than may be', () => {
  const act = fc.record({ key: fc.nat(9), value: fc.option(fc.nat(), { nil: undefined }) })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.array(act, { maxLength: 60 }), (most, acts) => {
      const kept = new LatestKept<number, number>(most)
      let expected: ReadonlyArray<readonly [number, number]> = []
      for (const { key, value } of acts) {
        const known = expected.find(([other]) => other === key)?.[1]
        if (value === undefined) expect(kept.get(key)).toBe(known)
        else kept.keep(key, value)
        const now = value ?? known
        if (now !== undefined)
          expected = [...expected.filter(([other]) => other !== key), [key, now] as const].slice(-most)
      }
    }),
  )
})
