import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allot, columnSum, type Demand, rowSum } from './allot.ts'
import { apportion } from './apportion.ts'

const small = fc.integer({ min: 0, max: 3 })
const demands: fc.Arbitrary<Demand> = fc
  .tuple(
    fc.tuple(small, small),
    fc.tuple(small, small, small),
    fc.tuple(small, small, small),
    fc.tuple(fc.tuple(small, small, small), fc.tuple(small, small, small)),
  )
  .map(([rows, least, more, room]) => ({ rows, least, most: least.map((want, at) => want + (more[at] ?? 0)), room }))

function keeps({ rows, least, most, room }: Demand, table: readonly (readonly number[])[]): boolean {
  return (
    table.every((cells, row) => cells.every((cell, column) => cell >= 0 && cell <= (room[row]?.[column] ?? 0))) &&
    rows.every((want, row) => rowSum(table, row) === want) &&
    least.every((want, column) => columnSum(table, column) >= want) &&
    most.every((want, column) => columnSum(table, column) <= want)
  )
}

/** Tries every table. */
function exists(demand: Demand): boolean {
  const rowsOf = (want: number, room: readonly number[]): number[][] => {
    const [first, ...rest] = room
    if (first === undefined) return want === 0 ? [[]] : []
    return [...Array(Math.min(first, want) + 1).keys()].flatMap((cell) =>
      rowsOf(want - cell, rest).map((cells) => [cell, ...cells]),
    )
  }
  const [one, two] = demand.rows.map((want, row) => rowsOf(want, demand.room[row] ?? []))
  return !!one?.some((first) => two?.some((second) => keeps(demand, [first, second])))
}

test('a division is found exactly when there is one, and it keeps every bound', () => {
  fc.assert(
    fc.property(demands, (demand) => {
      const table = allot(demand)
      expect(table !== null).toBe(exists(demand))
      if (table) expect(keeps(demand, table)).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test('a dead end of picking in turn is none', () => {
  // Whoever gives chapter 1 to the first kind leaves nothing for the second, which has nothing else.
  const table = allot({
    rows: [1, 1],
    least: [0, 0],
    most: [1, 1],
    room: [
      [1, 1],
      [1, 0],
    ],
  })
  expect(table).toEqual([
    [0, 1],
    [1, 0],
  ])
})

test('with room enough every kind has its share of every chapter', () => {
  const room = [Array(4).fill(99), Array(4).fill(99)]
  expect(allot({ rows: [60, 20], least: [32, 24, 16, 8], most: [32, 24, 16, 8], room })).toEqual([
    [24, 18, 12, 6],
    [8, 6, 4, 2],
  ])
})

test('largest remainder: shares sum to the total and none is off by one', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.array(fc.nat(100), { minLength: 1, maxLength: 16 }), (total, weights) => {
      const whole = weights.reduce((sum, weight) => sum + weight, 0)
      const shares = apportion(total, weights)
      if (whole === 0) return
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total)
      shares.forEach((share, at) => {
        expect(Math.abs(share - (total * (weights[at] ?? 0)) / whole)).toBeLessThan(1)
      })
    }),
  )
})

test.each([
  [80, [50, 30, 20], [40, 24, 16]],
  [10, [1, 1, 1], [4, 3, 3]],
  [7, [60, 25, 15], [4, 2, 1]],
  [5, [0, 0], [0, 0]],
] as const)('%d by %j is %j', (total, weights, shares) => {
  expect(apportion(total, weights)).toEqual(shares)
})
