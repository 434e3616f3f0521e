/**
 * `npm run migrate -- create <name>`: writes what changed in schema.prisma as SQL for both databases, and the catalogues.
 * `npm run migrate -- catalogue`: after guards.postgresql.sql was edited: SQLite's guards, and the catalogues again.
 * `npm run migrate -- apply [url]`: brings a database up to date (`npm start` does it by itself).
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import Database from 'better-sqlite3'
import pg from 'pg'
import { clock } from '../app/platform/clock.ts'
import { requireEnv } from '../app/platform/env.server.ts'
import { cataloguePath, projectSource } from './catalogue.ts'
import { sqliteGuards } from './guards-twin.ts'
import { migrate } from './migrate.ts'
import { postgresqlCatalogue } from './migrate-postgresql.ts'
import { sqliteCatalogue } from './migrate-sqlite.ts'
import { type Dialect, noFilters, openSchemaEngine, prismaFolder } from './schema-engine.ts'
import { postgresqlTwin } from './twin.ts'

const folder = prismaFolder()
const schemaPath = join(folder, 'schema.prisma')
/** The schema as the last migration left it: what the next one starts from. */
const migratedSchemaPath = join(folder, 'migrations', 'schema.prisma')

async function create(name: string): Promise<void> {
  const old = existsSync(migratedSchemaPath) ? readFileSync(migratedSchemaPath, 'utf8') : null
  const next = readFileSync(schemaPath, 'utf8')
  await withPostgres(async (url) => {
    const scripts = {
      sqlite: await diff(new PrismaBetterSqlite3({ url: ':memory:' }), old, next),
      postgresql: await diff(new PrismaPg(url), old && postgresqlTwin(old), postgresqlTwin(next)),
    }
    const second = clock.now().toISOString().slice(0, 19).replace(/\D/g, '')
    for (const [dialect, sql] of Object.entries(scripts)) {
      writeFileSync(join(folder, 'migrations', dialect, `${second}_${name}.sql`), sql)
    }
    copyFileSync(schemaPath, migratedSchemaPath)
    await writeCatalogues(url)
  })
  console.log(
    `Written. Read the SQL before you commit it; where it drops or rewrites rows, say «-- rows may change: …».`,
  )
}

async function diff(adapter: SqlMigrationAwareDriverAdapterFactory, old: string | null, next: string): Promise<string> {
  const engine = await openSchemaEngine(adapter)
  const model = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  })
  const { stdout } = await engine.diff({
    from: old === null ? { tag: 'empty' } : model(old),
    to: model(next),
    script: true,
    exitCode: null,
    filters: noFilters,
  })
  return stdout ?? ''
}

/** Both databases are made from nothing, and what they hold is written down. */
async function writeCatalogues(postgresUrl: string): Promise<void> {
  const guards = readFileSync(join(folder, 'guards.postgresql.sql'), 'utf8')
  writeFileSync(join(folder, 'guards.sqlite.sql'), sqliteGuards(guards))
  const scratch = mkdtempSync(join(tmpdir(), 'yucai-catalogue-'))
  try {
    const file = join(scratch, 'fresh.db')
    await migrate(`file:${file}`, { source: unchecked('sqlite') })
    const database = new Database(file, { readonly: true })
    write('sqlite', sqliteCatalogue(database))
    database.close()

    await migrate(postgresUrl, { source: unchecked('postgresql') })
    const pool = new pg.Pool({ connectionString: postgresUrl })
    write('postgresql', await postgresqlCatalogue(pool))
    await pool.end()
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

function unchecked(dialect: Dialect) {
  return { ...projectSource(dialect), catalogue: null }
}

function write(dialect: Dialect, catalogue: readonly string[]): void {
  writeFileSync(cataloguePath(dialect), `${catalogue.join('\n')}\n`)
}

async function withPostgres(work: (url: string) => Promise<void>): Promise<void> {
  const { startPostgres } = await import('../tests/support/postgres.ts')
  const postgres = await startPostgres()
  try {
    await work(postgres.url('postgres'))
  } finally {
    await postgres.stop()
  }
}

const [command, argument] = process.argv.slice(2)
if (command === 'create' && argument && /^[a-z0-9-]+$/.test(argument)) await create(argument)
else if (command === 'catalogue') await withPostgres(writeCatalogues)
else if (command === 'apply') await migrate(argument ?? requireEnv().databaseUrl, { onProgress: console.log })
else {
  console.error('usage: npm run migrate -- create <name-in-lower-case> | catalogue | apply [url]')
  process.exit(64)
}
