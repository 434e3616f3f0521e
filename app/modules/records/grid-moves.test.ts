import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveInGrid } from './grid-moves.ts'

const size = { rows: 60, columns: 6 }

test.each([
  ['ArrowRight', false, { row: 20, column: 3 }],
  ['ArrowLeft', false, { row: 20, column: 1 }],
  ['ArrowUp', false, { row: 19, column: 2 }],
  ['ArrowDown', false, { row: 21, column: 2 }],
  ['PageDown', false, { row: 30, column: 2 }],
  ['PageUp', false, { row: 10, column: 2 }],
  ['Home', false, { row: 20, column: 0 }],
  ['End', false, { row: 20, column: 5 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 59, column: 5 }],
  ['ArrowDown', true, { row: 59, column: 2 }],
  ['ArrowLeft', true, { row: 20, column: 0 }],
])('%s (with control: %s)', (key, isControl, expected) => {
  expect(moveInGrid({ row: 20, column: 2 }, key, size, isControl)).toEqual(expected)
})

test('other keys are not the grid’s', () => {
  for (const key of ['Tab', 'a', 'Enter', 'Escape']) expect(moveInGrid({ row: 0, column: 0 }, key, size)).toBeNull()
})

test('no key leads out of the grid', () => {
  const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown')
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, fc.boolean())), (pressed) => {
      let place = { row: 0, column: 0 }
      for (const [key, isControl] of pressed) {
        place = moveInGrid(place, key, size, isControl) ?? place
        expect(place.row >= 0 && place.row < size.rows && place.column >= 0 && place.column < size.columns).toBe(true)
      }
    }),
  )
})
