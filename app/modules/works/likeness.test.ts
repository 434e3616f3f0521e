import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likestInOrder, textLikeness } from './likeness.ts'

const pairs = (before: readonly string[], after: readonly string[]) =>
  likestInOrder(before.length, after.length, textLikeness(before, after))

test('of two that resemble it the likelier one is its successor', () => {
  const before = ['今天走访了三户，郁奶奶说楼道的灯坏了']
  const after = ['今天走访了两户，都不在家', '今天走访了三户，郁奶奶说楼道的灯又坏了']

  expect(pairs(before, after)).toEqual([[0, 1]])
})

test('one pair nearly equal counts for more than two that are a little alike', () => {
  const table = [
    [0.5, 0],
    [0.95, 0.5],
  ]
  expect(likestInOrder(2, 2, (before, after) => table[before]?.[after] ?? 0)).toEqual([[1, 0]])
})

test('a paragraph divided in two is followed into its longer part', () => {
  const before = ['灯坏了一个月没有人修。我记下楼号，当天报给了社区，约好周五回她。']
  const after = ['灯坏了一个月没有人修。', '我记下楼号，当天报给了社区，约好周五回她。']

  expect(pairs(before, after)).toEqual([[0, 1]])
})

test('texts with nothing in common are no pair, nor is one without a text', () => {
  expect(pairs(['灯坏了'], ['下雨天'])).toEqual([])
  expect(pairs(['灯坏了'], [])).toEqual([])
})

test('a renamed word in every paragraph and a new one on top: a long stretch still finds its pairs', () => {
  const before = Array.from({ length: 180 }, (_, at) => `第${at}户的老人说，楼道的灯坏了${at * 7}天`)
  const after = ['先说说这一片的楼', ...before.map((text) => text.replace('老人', '长者'))]

  expect(pairs(before, after)).toEqual(before.map((_, at) => [at, at + 1]))
})

test.each([
  [2000, 2000],
  [150, 2000],
  [2000, 1],
  [141, 141],
])('the looks are bounded: %i paragraphs for %i', (before, after) => {
  let looks = 0
  likestInOrder(before, after, () => {
    looks++
    return 0.6
  })
  expect(looks).toBeLessThanOrEqual(25_000)
})

test('a stretch that nobody compares is not looked at', () => {
  expect(
    likestInOrder(30_000, 30_000, () => {
      throw new Error('looked')
    }),
  ).toEqual([])
})

test('law: pairs keep the order of both sides and are alike', () => {
  const grid = fc.array(fc.array(fc.constantFrom(0, 0, 0.5, 0.7, 1), { minLength: 6, maxLength: 6 }), { maxLength: 6 })
  fc.assert(
    fc.property(grid, (table) => {
      const found = likestInOrder(table.length, 6, (before, after) => table[before]?.[after] ?? 0)
      for (const [at, [left, right]] of found.entries()) {
        expect(table[left]?.[right]).toBeGreaterThan(0)
        const [lastLeft, lastRight] = found[at - 1] ?? [-1, -1]
        expect(left > lastLeft && right > lastRight).toBe(true)
      }
    }),
  )
})
