import { expect, test } from 'vitest'
import { percentAt, resumeAt } from './position.ts'

const isInText = (block: string) => block.startsWith('b-')

test.each([
  ['in the middle', { block: 'b-1', percent: 40 }, { block: 'b-1', percent: 40 }],
  ['nothing read', { block: null, percent: 0 }, null],
  ['only the beginning', { block: 'b-1', percent: 3 }, null],
  ['read to the end', { block: 'b-9', percent: 100 }, null],
  ['the block is gone since the text was changed', { block: 'x', percent: 40 }, null],
])('%s', (_case, position, expected) => {
  expect(resumeAt(position, isInText)).toEqual(expected)
})

test.each([
  [0, 11, 0],
  [5, 11, 50],
  [10, 11, 100],
  [0, 1, 100],
  [99, 11, 100],
  [-1, 11, 0],
])('block %i of %i is %i%% down', (index, count, percent) => {
  expect(percentAt(index, count)).toBe(percent)
})
