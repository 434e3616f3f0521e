import { expect, test } from 'vitest'
import { sitTogether } from './exam-crowd.ts'

test('thirty people sit an exam together: no error, nothing acknowledged is missing, everybody has handed in', async () => {
  const result = await sitTogether({
    people: 30,
    saves: 6,
    everyMs: 400,
    beginMs: 2_000,
    handInMs: 500,
    kills: 0,
    seed: 1,
  })

  expect(result).toMatchObject({ missing: 0, errors: 0, unfinished: 0, sound: true })
  expect(result.acknowledged).toBeGreaterThan(100)
})

test('the server dies five times in between: what was acknowledged is there', async () => {
  const result = await sitTogether({
    people: 8,
    saves: 15,
    everyMs: 600,
    beginMs: 500,
    handInMs: 500,
    kills: 5,
    seed: 2,
  })

  expect(result).toMatchObject({ missing: 0, unfinished: 0, sound: true })
})
