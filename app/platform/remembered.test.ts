import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('what was asked before is not worked out again; when memory is full it starts anew', () => {
  const asked: number[] = []
  const double = remembered((number: number) => {
    asked.push(number)
    return number * 2
  }, 3)
  expect([1, 1, 2, 3, 1].map(double)).toEqual([2, 2, 4, 6, 2])
  expect(asked).toEqual([1, 2, 3])
  expect([4, 1, 4].map(double)).toEqual([8, 2, 8])
  expect(asked).toEqual([1, 2, 3, 4, 1])
})
