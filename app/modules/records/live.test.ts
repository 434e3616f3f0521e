import { expect, test } from 'vitest'
import { isOutdated, readScope, writeScope } from './live.ts'

test.each(['me', 'trainees', 'cohort:c-1', 'trainee:1b2c', 'sitting:s-1'])(
  '%s is a scope, and is written the same',
  (text) => {
    const scope = readScope(text)
    expect(scope && writeScope(scope)).toBe(text)
  },
)

test.each(['', 'all', 'cohort:', 'cohort:a/b', 'cohort:a b', `trainee:${'a'.repeat(65)}`, 'cohort:a:b'])(
  '%j is no scope',
  (text) => {
    expect(readScope(text)).toBeNull()
  },
)

test.each([
  ['the first answer, nothing since the page was made', { known: null, madeAt: 200 }, false],
  ['the first answer, something happened meanwhile', { known: null, madeAt: 50 }, true],
  ['the same as last time', { known: 'v', madeAt: 50 }, false],
  ['another than last time', { known: 'u', madeAt: 200 }, true],
])('%s', (_case, page, expected) => {
  expect(isOutdated({ version: 'v', changedAt: 100 }, page)).toBe(expected)
})
