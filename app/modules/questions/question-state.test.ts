import { expect, test } from 'vitest'
import { isWaiting, stateOf, statusAfterRestore, statusAfterSave } from './question-state.ts'

test.each([
  ['a draft', { status: 'draft', newestVersion: 1, activeVersion: null }, 'draft', false],
  ['proposed', { status: 'review', newestVersion: 2, activeVersion: null }, 'review', true],
  ['approved', { status: 'active', newestVersion: 2, activeVersion: 2 }, 'active', false],
  ['approved, and changed since', { status: 'active', newestVersion: 3, activeVersion: 2 }, 'revised', true],
  ['retired, whatever was changed', { status: 'retired', newestVersion: 3, activeVersion: 2 }, 'retired', false],
] as const)('%s', (_case, standing, state, waits) => {
  expect(stateOf(standing)).toBe(state)
  expect(isWaiting(state)).toBe(waits)
})

test('saving never takes an active question out of use, nor a waiting one out of review', () => {
  for (const isProposed of [true, false]) {
    expect(statusAfterSave('active', isProposed)).toBe('active')
    expect(statusAfterSave('review', isProposed)).toBe('review')
  }
})

test('a draft is proposed when its author says so; a retired question that is changed begins as a draft', () => {
  expect(statusAfterSave('draft', true)).toBe('review')
  expect(statusAfterSave('draft', false)).toBe('draft')
  expect(statusAfterSave('retired', false)).toBe('draft')
})

test('what was approved comes back into use, what never was comes back as a draft', () => {
  expect(statusAfterRestore({ activeVersion: 2 })).toBe('active')
  expect(statusAfterRestore({ activeVersion: null })).toBe('draft')
})
