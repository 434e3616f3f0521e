import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import pg from 'pg'

/** Of each table a hash of its rows. The seals are left out: a clock adds them. */
export type Fingerprint = Readonly<Record<string, string>>

export function fingerprint(url: string): Promise<Fingerprint> | Fingerprint {
  return url.startsWith('postgres') ? ofPostgresql(url) : ofSqlite(url.replace(/^file:/, ''))
}

const left = ['AuditSeal', '_prisma_migrations']

function ofSqlite(path: string): Fingerprint {
  const database = new Database(path, { readonly: true })
  const tables = database
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'`)
    .all()
  const sums = tables
    .filter(({ name }) => !left.includes(name))
    .map(({ name }) => [name, hashOf(JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).all()))] as const)
  database.close()
  return Object.fromEntries(sums)
}

async function ofPostgresql(url: string): Promise<Fingerprint> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const sums: Record<string, string> = {}
  const tables = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  )
  for (const { name } of tables.rows) {
    if (left.includes(name)) continue
    const { rows } = await client.query<{ sum: string | null }>(
      `SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) AS sum FROM "${name}" t`,
    )
    sums[name] = rows[0]?.sum ?? ''
  }
  await client.end()
  return sums
}

/** Names of the tables that differ. */
export function changedBetween(before: Fingerprint, after: Fingerprint): readonly string[] {
  return Object.keys(after).filter((table) => after[table] !== before[table])
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
