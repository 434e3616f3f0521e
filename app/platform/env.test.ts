import { expect, test } from 'vitest'
import { parseEnv } from './env.server.ts'

function env(source: Record<string, string> = {}) {
  const result = parseEnv(source)
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.env
}

function problems(source: Record<string, string>) {
  const result = parseEnv(source)
  return result.ok ? [] : result.problems
}

test('an empty environment is a site on this machine', () => {
  expect(env()).toMatchObject({
    mode: 'production',
    port: 3000,
    host: '127.0.0.1',
    isSecure: false,
    isInsecureSite: false,
  })
  expect(env().origins).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000'])
  expect(env({ DATA_DIR: '/srv/yucai' }).databaseUrl).toBe('file:/srv/yucai/yucai.db')
})

test('everything that is wrong is listed at once', () => {
  expect(problems({ PORT: 'many', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud' })).toHaveLength(3)
})

test.each(['yucai.cn', 'https://yucai.cn/', 'https://yucai.cn/path'])('«%s» is not an origin', (origin) => {
  expect(problems({ PUBLIC_ORIGIN: origin })).toHaveLength(1)
})

test('plain http beyond this machine must be asked for, and is remembered', () => {
  expect(problems({ PUBLIC_ORIGIN: 'http://192.168.1.9:3000' })[0]).toContain('ALLOW_INSECURE_HTTP')
  expect(env({ PUBLIC_ORIGIN: 'http://192.168.1.9:3000', ALLOW_INSECURE_HTTP: '1' }).isInsecureSite).toBe(true)
})

test('a site is secure only when all its origins are', () => {
  expect(env({ PUBLIC_ORIGIN: 'https://yucai.cn' }).isSecure).toBe(true)
  expect(env({ PUBLIC_ORIGIN: 'https://yucai.cn http://localhost:3000' }).isSecure).toBe(false)
})

test('pages may be kept on devices unless it is switched off; while it is developed there is no worker', () => {
  expect(env().keepsPages).toBe(true)
  expect(env({ OFFLINE_PAGES: '0' }).keepsPages).toBe(false)
  expect(env({ NODE_ENV: 'development' }).keepsPages).toBe(false)
})
