import { expect, test } from 'vitest'
import { killWhileBackingUp } from './backup.ts'

test('a backup that was killed is refused, or was whole', async () => {
  const { kills, accepted, restored, refused } = await killWhileBackingUp(5, 1)
  expect({ kills, accepted }).toEqual({ kills: 5, accepted: 0 })
  expect(restored + refused).toBeGreaterThan(0)
})
