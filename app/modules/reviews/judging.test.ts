import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judge, secondsOfLook } from './judging.ts'

const options = ['甲', '乙', '丙', '丁', '戊']

test('right is the whole key and nothing else', () => {
  const question = { options, key: [0, 2] }
  expect(judge(question, [2, 0])).toEqual({ picked: [0, 2], right: true })
  expect(judge(question, [0])).toEqual({ picked: [0], right: false })
  expect(judge(question, [0, 2, 4])).toEqual({ picked: [0, 2, 4], right: false })
})

test('nothing chosen, and what is not there, is no answer', () => {
  const question = { options, key: [1] }
  expect(judge(question, [])).toBeNull()
  expect(judge(question, [5])).toBeNull()
  expect(judge(question, [1, -1])).toBeNull()
  expect(judge(question, [0.5])).toBeNull()
})

const indexes = fc.uniqueArray(fc.nat(4), { minLength: 1 })

test('order and repetition change nothing, and only the key is right', () => {
  fc.assert(
    fc.property(indexes, indexes, (keys, said) => {
      const question = { options, key: keys.toSorted((one, other) => one - other) }
      const judged = judge(question, said)
      expect(judge(question, [...said, ...said].toReversed())).toEqual(judged)
      expect(judged?.right).toBe(keys.length === said.length && said.every((index) => keys.includes(index)))
    }),
  )
})

test('a look takes between nothing and an hour', () => {
  expect([-3, 0.4, 12.6, 9_999].map(secondsOfLook)).toEqual([0, 0, 13, 3_600])
})
