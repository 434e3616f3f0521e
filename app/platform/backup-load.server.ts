import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { migrate } from '../../prisma/migrate.ts'
import { readMigrations } from '../../prisma/schema-engine.ts'
import { type Table, toPostgresql, toSqlite } from './backup-columns.ts'
import { type Manifest, UnusableBackup } from './backup-manifest.server.ts'
import { openSnapshot } from './backup-snapshot.server.ts'
import { digestTable, readTable, type StoredTable, tablesToKeep } from './backup-tables.server.ts'
import type { Dialect } from './db.server.ts'
import { sqlitePath } from './db-file.server.ts'

export function tableFile(folder: string, table: string): string {
  return join(folder, 'tables', `${table}.jsonl.gz`)
}

/**
 * Fills an empty database with a backup's tables: first the schema that the backup had, then the rows, then proof that they
 * are the same rows, then whatever migrations came later. Works from either kind of database to either.
 */
export async function loadBackup(folder: string, manifest: Manifest, url: string): Promise<void> {
  const dialect: Dialect = url.startsWith('postgres') ? 'postgresql' : 'sqlite'
  await migrate(url, { source: schemaOf(manifest, dialect) })
  const fill = dialect === 'sqlite' ? fillSqlite : fillPostgresql
  await fill(url, storedTables(folder, manifest))
  await compare(manifest, url)
  await migrate(url)
}

/** The migrations up to the backup, without guards: those would look at each row, and go on at the end. */
function schemaOf(manifest: Manifest, dialect: Dialect) {
  const known = readMigrations(dialect)
  const unknown = manifest.migrations.filter((name) => !known.some((migration) => migration.name === name))
  if (unknown.length > 0) {
    throw new UnusableBackup(
      `The backup is from a newer version of Yucai (it has ${unknown.join(', ')}). Update first.`,
    )
  }
  const migrations = known.filter(({ name }) => manifest.migrations.includes(name))
  return { migrations, guards: '', catalogue: null }
}

async function* storedTables(folder: string, manifest: Manifest): AsyncGenerator<StoredTable> {
  for (const [name, digest] of Object.entries(manifest.tables)) {
    const stored = await readTable(tableFile(folder, name), digest)
    if (stored.table.name !== name) throw new UnusableBackup(`${tableFile(folder, name)} holds ${stored.table.name}`)
    yield stored
  }
}

async function compare(manifest: Manifest, url: string): Promise<void> {
  const snapshot = await openSnapshot(url)
  try {
    const kept = tablesToKeep(snapshot)
    const names = kept.map(({ name }) => name).sort()
    const expected = Object.keys(manifest.tables).sort()
    if (names.join() !== expected.join()) throw new UnusableBackup(`Tables differ: ${names.join()} ${expected.join()}`)
    for (const table of kept) {
      const { rows, sha256 } = await digestTable(snapshot, table)
      if (sha256 !== manifest.tables[table.name]?.sha256) {
        throw new UnusableBackup(`${table.name}: ${rows} rows are not those of the backup`)
      }
    }
  } finally {
    await snapshot.close()
  }
}

async function fillSqlite(url: string, tables: AsyncIterable<StoredTable>): Promise<void> {
  const database = new Database(sqlitePath(url))
  try {
    database.pragma('foreign_keys = OFF')
    database.exec('BEGIN')
    for await (const { table, rows } of tables) {
      const places = table.columns.map(() => '?').join(', ')
      const insert = database.prepare(`INSERT INTO "${table.name}" (${columnsOf(table)}) VALUES (${places})`)
      for await (const row of rows) insert.run(table.columns.map(({ kind }, n) => toSqlite(kind, row[n] ?? null)))
    }
    const orphans = JSON.stringify(database.pragma('foreign_key_check'))
    if (orphans !== '[]') throw new UnusableBackup(`The backup has orphans: ${orphans.slice(0, 300)}`)
    database.exec('COMMIT')
  } finally {
    database.close()
  }
}

const mostParameters = 30_000

async function fillPostgresql(url: string, tables: AsyncIterable<StoredTable>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN')
    // Rows come table by table in no order that the foreign keys would like; put on again, they check everything.
    const foreignKeys = await takeOffForeignKeys(client)
    for await (const { table, rows } of tables) {
      const atOnce = Math.floor(mostParameters / table.columns.length)
      let values: unknown[] = []
      for await (const row of rows) {
        values.push(...table.columns.map(({ kind }, n) => toPostgresql(kind, row[n] ?? null)))
        if (values.length >= atOnce * table.columns.length) values = await insertRows(client, table, values)
      }
      await insertRows(client, table, values)
    }
    for (const statement of foreignKeys) await client.query(statement)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

/** Returns the statements that put them on again. */
async function takeOffForeignKeys(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ off: string; on: string }>(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS off,
           format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS on
    FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`)
  for (const { off } of rows) await client.query(off)
  return rows.map(({ on }) => on)
}

/** Returns an empty list, to collect the next rows in. */
async function insertRows(client: pg.Client, table: StoredTable['table'], values: unknown[]): Promise<unknown[]> {
  const width = table.columns.length
  const rows = Array.from({ length: values.length / width }, (_, row) => {
    const places = table.columns.map((_, n) => `$${row * width + n + 1}`)
    return `(${places.join(', ')})`
  })
  if (rows.length > 0) {
    await client.query(`INSERT INTO "${table.name}" (${columnsOf(table)}) VALUES ${rows.join(', ')}`, values)
  }
  return []
}

function columnsOf(table: Omit<Table, 'key'>): string {
  return table.columns.map(({ name }) => `"${name}"`).join(', ')
}
