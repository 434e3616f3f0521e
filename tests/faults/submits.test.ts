import { expect, test } from 'vitest'
import { submitMany } from './submits.ts'

test('forty people start three times at once and hand in twenty times each: forty results, and nothing changes them', async () => {
  expect(await submitMany(40, 20, 1)).toEqual({
    ...{ attempts: 40, results: 40, facts: 40 },
    ...{ doublyOpen: 0, changed: 0, errors: 0 },
  })
})
