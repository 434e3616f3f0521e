import Database from 'better-sqlite3'
import pg from 'pg'
import { type Column, columnKind, fromPostgresql, fromSqlite, type Table, type Value } from './backup-columns.ts'
import type { Dialect } from './db.server.ts'
import { sqlitePath } from './db-file.server.ts'

/** Everything in a database as it was at one instant, while others go on writing. */
export type Snapshot = {
  readonly dialect: Dialect
  readonly migrations: readonly string[]
  readonly tables: readonly Table[]
  /** in the order of the primary key, which is the same on both databases */
  readonly rows: (table: Table) => AsyncIterable<readonly Value[]>
  readonly close: () => Promise<void>
}

export async function openSnapshot(url: string): Promise<Snapshot> {
  return url.startsWith('postgres') ? openPostgresql(url) : openSqlite(sqlitePath(url))
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')
const columnsOf = (table: Table) => quoted(table.columns.map(({ name }) => name))

/** By name: a column added later stands at the end on one database and in its place on the other. */
function inOneOrder(columns: ReadonlyArray<{ readonly name: string; readonly type: string }>): readonly Column[] {
  return columns.map(({ name, type }) => ({ name, kind: columnKind(type) })).sort((a, b) => (a.name < b.name ? -1 : 1))
}

function openSqlite(path: string): Snapshot {
  const database = new Database(path, { readonly: true, fileMustExist: true })
  database.exec('BEGIN')
  const damage = database.pragma('integrity_check', { simple: true })
  const orphans = JSON.stringify(database.pragma('foreign_key_check'))
  if (damage !== 'ok' || orphans !== '[]') {
    database.close()
    throw new Error(`The database is damaged, so this is no time to overwrite older backups: ${damage} ${orphans}`)
  }
  const tables = database
    .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table'`)
    .pluck()
    .all()
    .sort()
    .filter((name) => !/^(sqlite_|_prisma_)/.test(name))
    .map((name): Table => {
      const columns = database
        .prepare<[string], { name: string; type: string; pk: number }>(
          'SELECT name, type, pk FROM pragma_table_info(?)',
        )
        .all(name)
      const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
      return {
        name,
        columns: inOneOrder(columns),
        key: key.map((column) => column.name),
      }
    })
  return {
    dialect: 'sqlite',
    migrations: database
      .prepare<[], string>('SELECT migration_name FROM _prisma_migrations ORDER BY migration_name')
      .pluck()
      .all(),
    tables,
    rows: async function* (table) {
      const sql = `SELECT ${columnsOf(table)} FROM "${table.name}" ORDER BY ${quoted(table.key)}`
      for (const row of database.prepare<[], unknown[]>(sql).raw().iterate()) {
        yield table.columns.map(({ kind }, n) => fromSqlite(kind, row[n]))
      }
    },
    close: async () => void database.close(),
  }
}

const fetchedAtOnce = 1_000
/** Instants as text: the driver would read them in the machine's own zone. */
const asText = { getTypeParser: (oid: number) => (oid === 1114 ? String : pg.types.getTypeParser(oid)) }

async function openPostgresql(url: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const { rows: migrations } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations ORDER BY migration_name',
  )
  const { rows: columns } = await client.query<{ table: string; name: string; type: string; place: number | null }>(`
    SELECT c.table_name AS table, c.column_name AS name, c.data_type AS type, k.ordinal_position AS place
    FROM information_schema.columns c
    LEFT JOIN information_schema.table_constraints p
      ON p.table_schema = c.table_schema AND p.table_name = c.table_name AND p.constraint_type = 'PRIMARY KEY'
    LEFT JOIN information_schema.key_column_usage k
      ON k.constraint_schema = p.constraint_schema AND k.constraint_name = p.constraint_name
      AND k.table_name = c.table_name AND k.column_name = c.column_name
    WHERE c.table_schema = current_schema() AND c.table_name NOT LIKE '\\_prisma%'
    ORDER BY c.table_name, c.ordinal_position`)
  const names = [...new Set(columns.map(({ table }) => table))].sort()
  return {
    dialect: 'postgresql',
    migrations: migrations.map(({ name }) => name),
    tables: names.map((name): Table => {
      const own = columns.filter(({ table }) => table === name)
      const key = own.filter(({ place }) => place !== null).sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
      return {
        name,
        columns: inOneOrder(own),
        key: key.map((column) => column.name),
      }
    }),
    rows: async function* (table) {
      await client.query(
        `DECLARE dump CURSOR FOR SELECT ${columnsOf(table)} FROM "${table.name}" ORDER BY ${quoted(table.key)}`,
      )
      for (;;) {
        const text = `FETCH ${fetchedAtOnce} FROM dump`
        const { rows } = await client.query<unknown[]>({ text, rowMode: 'array', types: asText })
        for (const row of rows) yield table.columns.map(({ kind }, n) => fromPostgresql(kind, row[n]))
        if (rows.length < fetchedAtOnce) break
      }
      await client.query('CLOSE dump')
    },
    close: () => client.end(),
  }
}
