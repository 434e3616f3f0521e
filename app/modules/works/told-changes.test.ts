import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryRevisions } from '#tests/support/arbitrary-revisions.ts'
import { compareRevisions } from './compare-revisions.ts'
import { countChanges, tellChanges } from './told-changes.ts'

const event = (...lines: readonly string[]) => [{ key: 'event', text: lines.join('\n') }]
const told = (before: readonly string[], after: readonly string[]) =>
  tellChanges(compareRevisions(event(...before), event(...after))).flatMap(({ stretches }) =>
    stretches.map(({ isFolded, paragraphs }) => ({ isFolded, numbers: paragraphs.map(({ number }) => number) })),
  )

const ten = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']

test('what is far from every change is folded, its neighbours are not', () => {
  expect(told(ten, [...ten.slice(0, 5), '新的一段', ...ten.slice(5)])).toEqual([
    { isFolded: true, numbers: [1, 2, 3, 4] },
    { isFolded: false, numbers: [5, 6, 7] },
    { isFolded: true, numbers: [8, 9, 10, 11] },
  ])
})

test('two paragraphs are no stretch', () => {
  expect(told(ten.slice(0, 4), [...ten.slice(0, 3), '新的一段'])).toEqual([
    { isFolded: false, numbers: [1, 2, 3, null, 4] },
  ])
})

test('a field without a change is folded however short it is', () => {
  expect(told(['甲'], ['甲'])).toEqual([{ isFolded: true, numbers: [1] }])
  expect(told([], [])).toEqual([])
})

test('numbers go on through the fields', () => {
  const fields = [...event('甲', '乙'), { key: 'next', text: '丙' }]
  const numbers = tellChanges(compareRevisions([], fields)).map(({ stretches }) =>
    stretches.flatMap(({ paragraphs }) => paragraphs.map(({ number }) => number)),
  )
  expect(numbers).toEqual([[1, 2], [3]])
})

test('changes are counted by paragraph', () => {
  const comparison = compareRevisions(event('楼道的灯坏了。', '下雨天。', '甲'), event('楼道的灯又坏了。', '甲', '乙'))
  expect(countChanges(comparison)).toEqual({ changed: 1, added: 1, removed: 1 })
})

test('law: nothing is left out, only what is unchanged is folded, and two stretches of a kind are one', () => {
  fc.assert(
    fc.property(arbitraryRevisions, ([before, after]) => {
      const comparison = compareRevisions(before, after)
      for (const [at, { stretches }] of tellChanges(comparison).entries()) {
        const all = stretches.flatMap(({ paragraphs }) => paragraphs.map(({ compared }) => compared))
        const folded = stretches.filter(({ isFolded }) => isFolded).flatMap(({ paragraphs }) => paragraphs)
        expect(all).toEqual(comparison[at]?.paragraphs)
        expect(folded.every(({ compared }) => compared.kind === 'same')).toBe(true)
        expect(stretches.every((one, index) => one.isFolded !== stretches[index - 1]?.isFolded)).toBe(true)
      }
    }),
  )
})
