import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dot, inverseOf, times } from './linear-solve.ts'

test('the inverse undoes the matrix', () => {
  const numbers = fc.double({ min: -2, max: 2, noNaN: true })
  const vectors = fc
    .integer({ min: 1, max: 6 })
    .chain((size) =>
      fc.array(fc.array(numbers, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
    )
  fc.assert(
    fc.property(vectors, (rows) => {
      // A·Aᵀ + I is symmetric and positive definite.
      const matrix = rows.map((row, i) => rows.map((other, j) => dot(row, other) + (i === j ? 1 : 0)))
      const inverse = inverseOf(matrix)
      matrix.forEach((row, at) => {
        times(inverse, row).forEach((value, column) => {
          expect(value).toBeCloseTo(at === column ? 1 : 0, 6)
        })
      })
    }),
  )
})
