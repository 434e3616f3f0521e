import fc from 'fast-check'
import { expect, test } from 'vitest'
import { violationsIn } from './csp-report.ts'

test('both shapes of report are read', () => {
  const old = { 'csp-report': { 'effective-directive': 'script-src', 'blocked-uri': 'https://evil.test/a.js?name=李' } }
  const recent = [{ type: 'csp-violation', body: { effectiveDirective: 'img-src', blockedURL: 'inline' } }]
  expect(violationsIn(old)).toEqual([{ directive: 'script-src', blocked: 'https://evil.test' }])
  expect(violationsIn(recent)).toEqual([{ directive: 'img-src', blocked: 'inline' }])
})

test('whatever is sent, reading it never throws and stays short', () => {
  fc.assert(
    fc.property(fc.anything(), (report) => {
      expect(violationsIn(report).length).toBeLessThanOrEqual(10)
    }),
  )
})
