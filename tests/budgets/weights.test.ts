import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { routeIds, strayStyles, weigh } from './weights.ts'

/* The budgets of the house: what each page may add to a bare Remix page, which is measured, not remembered. */
const kB = 1000
const own = 'build/client'
const bare = 'tests/bench/bare/build/client'

beforeAll(() => {
  // A test runs with NODE_ENV=test, and with it React's development build would be the yardstick: half as heavy again.
  const env = { ...process.env, NODE_ENV: 'production' as const }
  if (!existsSync(bare)) execFileSync('npx', ['--no-install', 'remix', 'vite:build', 'tests/bench/bare'], { env })
}, 60_000)

test('a lesson adds at most 18 kB of script to a bare page', () => {
  const added = weigh(own, 'routes/lessons.$lessonId').scripts - weigh(bare, 'routes/_index').scripts
  expect(added / kB).toBeLessThanOrEqual(18)
})

test.each(routeIds(own).filter((id) => !id.startsWith('routes/gallery')))(
  '%s: at most 45 kB more script than a bare page, and 20 kB of styles',
  (routeId) => {
    const weight = weigh(own, routeId)
    expect((weight.scripts - weigh(bare, 'routes/_index').scripts) / kB).toBeLessThanOrEqual(45)
    expect(weight.styles / kB).toBeLessThanOrEqual(20)
  },
)

test('what is fetched on demand brings no styles: nothing would load them (vite.config.ts)', () => {
  expect(strayStyles(own)).toEqual([])
})

test('nothing of the server is in what browsers get', () => {
  const scripts = readdirSync(`${own}/assets`).filter((name) => name.endsWith('.js'))
  const text = scripts.map((name) => readFileSync(`${own}/assets/${name}`, 'utf8')).join('\n')
  for (const marker of [
    '$queryRaw',
    'PrismaClient',
    'argon2',
    'ZodError',
    'passwordHash',
    'process.env.',
    'better-sqlite3',
  ]) {
    expect(text.includes(marker), marker).toBe(false)
  }
})
