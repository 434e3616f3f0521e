import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../prisma/migrate.ts'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** a migrated, empty database of which every test file gets a copy */
    databaseTemplate: string
  }
}

/** Once for a run of a database project: migrates a template; on PostgreSQL starts the server too. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  return project.name.includes('postgresql') ? setupPostgresql(project) : setupSqlite(project)
}

async function setupSqlite(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'yucai-tests-'))
  const template = `file:${join(folder, 'template.db')}`
  await migrate(template)
  project.provide('databaseTemplate', template)
  return async () => rmSync(folder, { recursive: true, force: true })
}

async function setupPostgresql(project: TestProject) {
  const postgres = await startPostgres()
  const template = postgres.url('template1')
  await migrate(template)
  project.provide('databaseTemplate', template)
  return postgres.stop
}
