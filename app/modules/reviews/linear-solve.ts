/*
 * Small symmetric systems, as they come up when a handful of abilities is estimated: Cholesky, with the inverse because its
 * diagonal is what says how sure the estimate is.
 */
export type Matrix = readonly (readonly number[])[]

/** Inverse of a symmetric positive definite matrix. */
export function inverseOf(matrix: Matrix): Matrix {
  const size = matrix.length
  const lower = choleskyOf(matrix)
  const columns = Array.from({ length: size }, (_, column) => {
    const unit = Array.from({ length: size }, (_, row) => (row === column ? 1 : 0))
    return backward(lower, forward(lower, unit))
  })
  return columns
}

export function times(matrix: Matrix, vector: readonly number[]): readonly number[] {
  return matrix.map((row) => dot(row, vector))
}

export function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)
}

function choleskyOf(matrix: Matrix): Matrix {
  const lower: number[][] = []
  matrix.forEach((row, i) => {
    const made: number[] = []
    for (let j = 0; j <= i; j++) {
      const inner = dot(made.slice(0, j), i === j ? made : (lower[j] ?? []).slice(0, j))
      const rest = (row[j] ?? 0) - inner
      made.push(i === j ? Math.sqrt(Math.max(rest, 1e-12)) : rest / (lower[j]?.[j] ?? 1))
    }
    lower.push(made)
  })
  return lower
}

function forward(lower: Matrix, right: readonly number[]): readonly number[] {
  const found: number[] = []
  lower.forEach((row, i) => {
    found.push(((right[i] ?? 0) - dot(row.slice(0, i), found)) / (row[i] ?? 1))
  })
  return found
}

function backward(lower: Matrix, right: readonly number[]): readonly number[] {
  const found = right.map(() => 0)
  for (let i = lower.length - 1; i >= 0; i--) {
    const known = lower.reduce((sum, row, j) => (j > i ? sum + (row[i] ?? 0) * (found[j] ?? 0) : sum), 0)
    found[i] = ((right[i] ?? 0) - known) / (lower[i]?.[i] ?? 1)
  }
  return found
}
