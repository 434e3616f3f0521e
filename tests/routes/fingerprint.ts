import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import pg from 'pg'

/** Of each table a hash of its rows. The seals are left out: a clock adds them. */
export type Fingerprint = Readonly<Record<string, string>>

export function fingerprint(url: string): Promise<Fingerprint> | Fingerprint {
  return url.startsWith('postgres') ? ofPostgresql(url) : ofSqlite(url.replace(/^file:/, ''))
}

const left = ['AuditSeal', '_prisma_migrations']
/** A session that is used is prolonged every few minutes, whatever is asked for: no act of the one who asks. */
const moving: Readonly<Record<string, readonly string[]>> = { Session: ['lastSeenAt', 'expiresAt'] }

function ofSqlite(path: string): Fingerprint {
  const database = new Database(path, { readonly: true })
  const tables = database
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'`)
    .all()
  const sums = tables
    .filter(({ name }) => !left.includes(name))
    .map(({ name }) => {
      const rows = database.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).all()
      const ours = (key: string, value: unknown) => (moving[name]?.includes(key) ? undefined : value)
      return [name, hashOf(JSON.stringify(rows, ours))] as const
    })
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
      `SELECT md5(string_agg(row, ',' ORDER BY row)) AS sum
       FROM (SELECT (to_jsonb(t) - $1::text[])::text AS row FROM "${name}" t) rows`,
      [moving[name] ?? []],
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
