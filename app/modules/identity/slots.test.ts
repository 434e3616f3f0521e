import { expect, test } from 'vitest'
import { createSlots } from './slots.ts'

const tick = () => new Promise((resolve) => setTimeout(resolve, 1))

test('never more than four at once, in the order in which they came', async () => {
  const slots = createSlots(4, 1_000)
  const begun: number[] = []
  let running = 0
  let most = 0
  const work = (number: number) =>
    slots(async () => {
      begun.push(number)
      running += 1
      most = Math.max(most, running)
      await tick()
      running -= 1
      return number
    })

  const results = await Promise.all([...Array(50).keys()].map(work))

  expect(most).toBe(4)
  expect(begun).toEqual(results)
})

test('when the queue is full, who comes is told so', async () => {
  const slots = createSlots(1, 2)
  const first = [slots(tick), slots(tick), slots(tick)]

  await expect(slots(tick)).rejects.toMatchObject({ code: 'busy' })
  await Promise.all(first)
  await expect(slots(async () => 'free again')).resolves.toBe('free again')
})

test('work that fails frees its place', async () => {
  const slots = createSlots(1, 0)

  await expect(slots(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  await expect(slots(async () => 'free')).resolves.toBe('free')
})
