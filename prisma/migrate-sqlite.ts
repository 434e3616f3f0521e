import { copyFileSync, existsSync, linkSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import Database from 'better-sqlite3'
import { flushToDisk, lockDatabase, refuseNetworkFileSystem, sqlitePath } from '../app/platform/db-file.server.ts'
import { compareCatalogue, guardsVersion, pendingMigrations, projectSource, shortHash } from './catalogue.ts'
import type { MigrateOptions, MigrationSource } from './migrate.ts'
import { asMigrationList, noFilters, openSchemaEngine } from './schema-engine.ts'

const keptOldFiles = 3

/**
 * On a copy, outside any transaction, then renamed over the original: Prisma rebuilds a table by DROP TABLE, which inside a
 * transaction deletes the children's rows (there `foreign_keys=OFF` is ignored), and outside one leaves half when killed.
 */
export async function migrateSqlite(url: string, options: MigrateOptions): Promise<void> {
  const path = sqlitePath(url)
  const source = options.source ?? projectSource('sqlite')
  const say = options.onProgress ?? (() => {})
  refuseNetworkFileSystem(path)
  const unlock = lockDatabase(path)
  try {
    removeUnfinished(path)
    const isNew = !existsSync(path)
    const pending = isNew ? ['everything'] : whatIsPending(path, source)
    if (pending.length === 0) return
    const copy = `${path}.migrating`
    const before = isNew ? null : copyDatabase(path, copy)
    say(isNew ? 'creating the database' : `applying ${pending.join(', ')} to a copy`)
    await applyToCopy(copy, source)
    checkCopy(copy, before, source)
    replace(path, copy)
    say('done')
  } finally {
    unlock()
  }
}

/** A copy that a killed migration left behind. */
function removeUnfinished(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(`${basename(path)}.migrating`)) rmSync(join(dirname(path), name))
  }
}

/** Empty when the database is up to date; then its catalogue has been compared too. */
function whatIsPending(path: string, source: MigrationSource): readonly string[] {
  const database = new Database(path)
  try {
    const pending = pendingMigrations(source, appliedMigrations(database))
    if (pending.length > 0) return pending
    if (database.pragma('user_version', { simple: true }) !== guardsVersion(source.guards)) return ['guards']
    compareCatalogue(source.catalogue, sqliteCatalogue(database))
    return []
  } finally {
    database.close()
  }
}

function appliedMigrations(database: Database.Database): string[] {
  const table = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get()
  if (!table) return []
  const names = database.prepare<[], string>(
    `SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name`,
  )
  return names.pluck().all()
}

type RowCounts = ReadonlyMap<string, number>

/** A consistent copy without write-ahead log; returns how many rows each table has. */
function copyDatabase(path: string, copy: string): RowCounts {
  const database = new Database(path)
  try {
    // A log that a crash left is folded in first, so that afterwards the file alone is the whole database.
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.prepare('VACUUM INTO ?').run(copy)
    return countRows(database)
  } finally {
    database.close()
  }
}

function countRows(database: Database.Database): RowCounts {
  const tables = database
    .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'`)
    .pluck()
    .all()
    .filter((table) => table !== '_prisma_migrations')
  const count = (table: string) => database.prepare<[], number>(`SELECT COUNT(*) FROM "${table}"`).pluck().get() ?? 0
  return new Map(tables.map((table) => [table, count(table)]))
}

async function applyToCopy(copy: string, source: MigrationSource): Promise<void> {
  // Triggers would fire while a table is rebuilt and filled, and most rebuilds would drop them: all come off, then on again.
  withDatabase(copy, dropTriggers)
  const adapter = remembering(new PrismaBetterSqlite3({ url: copy }))
  const engine = await openSchemaEngine(adapter.factory)
  try {
    await engine.applyMigrations({
      migrationsList: asMigrationList('sqlite', source.migrations),
      filters: noFilters,
    })
  } finally {
    await adapter.dispose()
  }
  withDatabase(copy, (database) => {
    database.exec(source.guards)
    database.pragma(`user_version = ${guardsVersion(source.guards)}`)
  })
}

function withDatabase<T>(path: string, work: (database: Database.Database) => T): T {
  const database = new Database(path)
  database.exec(carefree)
  try {
    return work(database)
  } finally {
    database.close()
  }
}

function dropTriggers(database: Database.Database): void {
  const triggers = database.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).pluck().all()
  for (const trigger of triggers) database.exec(`DROP TRIGGER "${trigger}"`)
}

/** A copy need not survive anything until it is whole: it reaches the disk at the end, in one go. */
const carefree = 'PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;'

/** The engine keeps its connections; whoever opened them must be able to close them. */
function remembering(inner: SqlMigrationAwareDriverAdapterFactory) {
  const opened: SqlDriverAdapter[] = []
  const remember = async (connecting: Promise<SqlDriverAdapter>) => {
    const adapter = await connecting
    opened.push(adapter)
    await adapter.executeScript(carefree)
    return adapter
  }
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: () => remember(inner.connect()),
    connectToShadowDb: () => remember(inner.connectToShadowDb()),
  }
  return { factory, dispose: async () => void (await Promise.all(opened.map((adapter) => adapter.dispose()))) }
}

/** Whole, consistent, as the catalogue says, and every row still there; or the copy is thrown away. */
function checkCopy(copy: string, before: RowCounts | null, source: MigrationSource): void {
  withDatabase(copy, (database) => {
    const integrity = database.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') throw new Error(`The migrated copy is damaged: ${integrity}`)
    const orphans = database.pragma('foreign_key_check')
    if (Array.isArray(orphans) && orphans.length > 0) {
      throw new Error(`The migrated copy has orphans: ${JSON.stringify(orphans.slice(0, 5))}`)
    }
    if (before) compareRowCounts(before, countRows(database), source)
    compareCatalogue(source.catalogue, sqliteCatalogue(database))
  })
}

/** A migration that means to change how many rows there are says so: `-- rows may change: Throttle, SetupLink`. */
function compareRowCounts(before: RowCounts, after: RowCounts, source: MigrationSource): void {
  const declared = source.migrations.flatMap(({ sql }) =>
    [...sql.matchAll(/^-- rows may change: (.+)$/gm)].flatMap(([, names]) => names?.split(/,\s*/) ?? []),
  )
  const changed = [...before].filter(([table, count]) => after.get(table) !== count && !declared.includes(table))
  if (changed.length === 0) return
  const shown = changed.map(([table, count]) => `${table}: ${count} → ${after.get(table) ?? 'no table'}`)
  throw new Error(`The migration would change rows that it should not touch: ${shown.join(', ')}`)
}

/** The old file stays under another name; at every moment the path names either the old database or the new one, whole. */
function replace(path: string, copy: string): void {
  flushToDisk(copy)
  if (existsSync(path)) {
    keepOldFile(path)
    // Closing the last connection removes the log; if it is still there, somebody else has the database open.
    if (existsSync(`${path}-wal`)) throw new Error(`${path} is open elsewhere: ${path}-wal exists`)
  }
  renameSync(copy, path)
  flushToDisk(dirname(path))
}

function keepOldFile(path: string): void {
  const older = oldFiles(path)
  const number = Number(older.at(-1)?.split('-').at(-1) ?? 0) + 1
  const kept = `${path}.before-${String(number).padStart(4, '0')}`
  try {
    linkSync(path, kept)
  } catch {
    copyFileSync(path, kept)
    flushToDisk(kept)
  }
  for (const name of oldFiles(path).slice(0, -keptOldFiles)) rmSync(join(dirname(path), name))
}

function oldFiles(path: string): string[] {
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(`${basename(path)}.before-`))
    .sort()
}

export function sqliteCatalogue(database: Database.Database): string[] {
  const rows = database.prepare<[], { type: string; name: string; sql: string }>(
    `SELECT type, name, sql FROM sqlite_master
     WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' AND name <> '_prisma_migrations'`,
  )
  return rows
    .all()
    .map(({ type, name, sql }) => `${type} ${name} ${shortHash(sql)}`)
    .sort()
}
