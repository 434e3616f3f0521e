import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { connectDatabase, disconnectDatabase } from '~/platform/db.server.ts'
import { sqlitePath } from '~/platform/db-file.server.ts'
import { counted } from '~/platform/db-queries.server.ts'
import { openMasterKey } from '~/platform/master-key.server.ts'

/** A database of a test file's own. */
export type TestDatabase = {
  readonly url: string
  /** removes every row, past the triggers that would refuse it */
  readonly empty: () => Promise<void>
  readonly remove: () => Promise<void>
}

/**
 * For `*.db.test.ts`: connects `db` to a copy of the migrated template, empty before each test. The same test file runs on
 * SQLite and on PostgreSQL.
 */
export function useDatabase(): void {
  let database: TestDatabase
  let keyFolder: string
  beforeAll(async () => {
    database = await createTestDatabase()
    current = database
    keyFolder = mkdtempSync(join(tmpdir(), 'yucai-key-'))
    openMasterKey(keyFolder)
    await connectDatabase(database.url, { wrapAdapter: counted })
  })
  beforeEach(() => database.empty())
  afterAll(async () => {
    await database.empty()
    await disconnectDatabase()
    await database.remove()
    rmSync(keyFolder, { recursive: true, force: true })
    current = null
  })
}

let current: TestDatabase | null = null

/** The database that `db` is connected to in this test file. */
export function currentTestDatabase(): TestDatabase {
  if (!current) throw new Error('useDatabase() has not been called')
  return current
}

async function createTestDatabase(): Promise<TestDatabase> {
  const template = inject('databaseTemplate')
  return template.startsWith('postgres') ? createPostgresql(template) : createSqlite(template)
}

function createSqlite(template: string): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'yucai-test-'))
  const path = join(folder, 'test.db')
  copyFileSync(sqlitePath(template), path)
  return {
    url: `file:${path}`,
    empty: async () => emptySqlite(path),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

function emptySqlite(path: string): void {
  const database = new Database(path)
  refuseStrangeInstants(database)
  database.pragma('foreign_keys = OFF')
  const named = (type: string) =>
    database
      .prepare<[string], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_master WHERE type = ? AND name NOT GLOB '_prisma*' AND name NOT GLOB 'sqlite_*'`,
      )
      .all(type)
  const triggers = named('trigger')
  database.transaction(() => {
    for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`)
    for (const { name } of named('table')) database.exec(`DELETE FROM "${name}"`)
    for (const { sql } of triggers) database.exec(sql)
  })()
  database.close()
}

/**
 * SQLite keeps instants as text and compares them letter by letter. One that was not bound as a Date («…Z», or a default of
 * the database) is stored without complaint and then never found; so after every test each one is looked at.
 */
function refuseStrangeInstants(database: Database.Database): void {
  const columns = database
    .prepare<[], { tableName: string; columnName: string }>(
      `SELECT m.name AS tableName, c.name AS columnName FROM sqlite_master m, pragma_table_info(m.name) c
       WHERE m.type = 'table' AND c.type = 'DATETIME' AND m.name NOT GLOB '_prisma*'`,
    )
    .all()
  const form = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]+00:00'
  for (const { tableName, columnName } of columns) {
    const strange = database
      .prepare<[string], string>(`SELECT "${columnName}" FROM "${tableName}" WHERE "${columnName}" NOT GLOB ? LIMIT 1`)
      .pluck()
      .get(form)
    if (strange !== undefined) throw new Error(`${tableName}.${columnName} was not bound as a Date: ${strange}`)
  }
}

/** A database with nothing in it, not even tables: a new file, or a new database on the server of these tests. */
export async function createBlankDatabase(): Promise<{ url: string; remove: () => Promise<void> }> {
  const template = inject('databaseTemplate')
  if (template.startsWith('postgres')) {
    const { name, url, drop } = await createOnServer(template, 'template0')
    return { url, remove: () => drop(name) }
  }
  const folder = mkdtempSync(join(tmpdir(), 'yucai-test-'))
  return {
    url: `file:${join(folder, 'blank.db')}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function createOnServer(template: string, from: string) {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const maintenance = template.replace(/[^/]+$/, 'postgres')
  await run(maintenance, `CREATE DATABASE ${name} TEMPLATE ${from}`)
  return {
    name,
    url: template.replace(/[^/]+$/, name),
    drop: (database: string) => run(maintenance, `DROP DATABASE ${database} WITH (FORCE)`),
  }
}

async function createPostgresql(template: string): Promise<TestDatabase> {
  const { name, url, drop } = await createOnServer(template, 'template1')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`SET session_replication_role = replica`)
  return {
    url,
    empty: async () => {
      const { rows } = await client.query<{ tables: string | null }>(
        `SELECT string_agg(format('%I', tablename), ', ') AS tables FROM pg_tables
         WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
      )
      await client.query(`TRUNCATE ${rows[0]?.tables}`)
    },
    remove: async () => {
      await client.end()
      await drop(name)
    },
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
