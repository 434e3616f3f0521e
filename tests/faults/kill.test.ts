import { expect, test } from 'vitest'
import { killWhileWriting } from './kill.ts'

test('five kills in the middle of writing: nothing acknowledged is missing, nothing is half written', async () => {
  const { acknowledged, ...found } = await killWhileWriting(5, 1)
  expect(found).toEqual({ kills: 5, missing: 0, torn: 0, damaged: 0 })
  expect(acknowledged).toBeGreaterThan(50)
})

test('an acknowledgement given before the write is done would be found out', async () => {
  expect((await killWhileWriting(1, 1, 'early')).missing).toBeGreaterThan(0)
})
