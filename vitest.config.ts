import { defineConfig } from 'vitest/config'

const resolve = {
  alias: {
    '~': new URL('./app', import.meta.url).pathname,
    '#tests': new URL('./tests', import.meta.url).pathname,
  },
}

function project(name: string, include: readonly string[], more: Record<string, unknown> = {}) {
  return {
    resolve,
    test: {
      name,
      include: [...include],
      setupFiles: ['tests/support/loud-console.ts'],
      pool: 'forks' as const,
      ...more,
    },
  }
}

/** The same files on both databases: what holds on one and not on the other is a bug. */
function databaseProject(dialect: 'sqlite' | 'postgresql') {
  return project(`db-${dialect}`, ['{app,prisma}/**/*.db.test.{ts,tsx}', 'tests/routes/**/*.test.{ts,tsx}'], {
    globalSetup: ['tests/support/database-setup.ts'],
    hookTimeout: 60_000,
    testTimeout: 40_000,
  })
}

export default defineConfig({
  resolve,
  test: {
    projects: [
      project('architecture', ['tests/architecture/**/*.test.ts']),
      project('pure', ['{app,prisma,tests/support}/**/*.test.{ts,tsx}'], { exclude: ['**/*.db.test.{ts,tsx}'] }),
      project('budgets', ['tests/budgets/**/*.test.ts'], { hookTimeout: 90_000 }),
      databaseProject('sqlite'),
      databaseProject('postgresql'),
      project('faults', ['tests/faults/**/*.test.ts'], { testTimeout: 120_000, hookTimeout: 60_000 }),
    ],
  },
})
