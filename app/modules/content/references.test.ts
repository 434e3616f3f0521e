import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prerequisiteCycle } from './references.ts'

const lesson = (id: string, ...prerequisites: string[]) => ({ id, prerequisites })

test('lessons that wait for each other are found', () => {
  expect(prerequisiteCycle([lesson('a', 'b'), lesson('b', 'c'), lesson('c', 'a')])).toEqual(['a', 'b', 'c', 'a'])
  expect(prerequisiteCycle([lesson('a', 'a')])).toEqual(['a', 'a'])
  expect(prerequisiteCycle([lesson('a'), lesson('b', 'a'), lesson('c', 'a', 'b'), lesson('d', 'gone')])).toBeNull()
})

test('law: what waits only for earlier ones has no cycle', () => {
  const lessons = fc
    .array(fc.array(fc.nat(20), { maxLength: 4 }), { maxLength: 20 })
    .map((all) =>
      all.map((before, at) => lesson(`l${at}`, ...before.filter((one) => one < at).map((one) => `l${one}`))),
    )
  fc.assert(
    fc.property(lessons, (all) => {
      expect(prerequisiteCycle(all)).toBeNull()
    }),
  )
})
