import { expect, test } from 'vitest'
import { securityHeaders } from './headers.ts'

const headers = new Map(securityHeaders('abc', true))
const policy = headers.get('Content-Security-Policy') ?? ''

test('the policy allows nothing unsafe', () => {
  expect(policy).not.toMatch(/unsafe-|\*|https?:/)
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self' 'nonce-abc'")
})

test('the site cannot be framed, and frames nothing', () => {
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("frame-src 'none'")
  expect(headers.get('X-Frame-Options')).toBe('DENY')
})

test('only an https site asks for https for ever', () => {
  expect(headers.has('Strict-Transport-Security')).toBe(true)
  expect(new Map(securityHeaders('abc', false)).has('Strict-Transport-Security')).toBe(false)
})
