import { expect, test } from 'vitest'
import { openDoor, race } from './race.ts'

test('no acknowledged write is lost to another request’s rollback, and none is seen too early', async () => {
  expect(await race(1_500, { overstays: 1 })).toEqual({
    acknowledged: 1_500,
    refused: 0,
    lost: 0,
    phantoms: 0,
    dirty: 0,
  })
})

test('without the gate the same race loses writes: the test above can fail', async () => {
  const { acknowledged, refused, lost } = await race(300, { gate: openDoor })
  expect(acknowledged + refused).toBe(300)
  expect(lost).toBeGreaterThan(0)
})
