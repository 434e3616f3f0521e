import { expect, test } from 'vitest'
import { homeOf } from './home.ts'

test.each([
  [['trainee'], '/today'],
  [['mentor', 'trainee'], '/mentor'],
  [['trainee', 'coordinator', 'mentor'], '/cohorts'],
  [['administrator'], '/admin'],
  [['administrator', 'coordinator'], '/cohorts'],
] as const)('%j begins at %s', (roles, path) => {
  expect(homeOf(roles)).toBe(path)
})
