import Database from 'better-sqlite3'
import pg from 'pg'
import { sqlitePath } from '~/platform/db-file.server.ts'
import { currentTestDatabase } from './db.ts'

type Run = (sql: string) => Promise<void>

/** Changes the test's database as somebody would who has the file or the superuser's password: past every guard. */
export async function tamper(change: (run: Run) => Promise<void>): Promise<void> {
  const { url } = currentTestDatabase()
  if (url.startsWith('postgres')) await tamperPostgresql(url, change)
  else await tamperSqlite(sqlitePath(url), change)
}

async function tamperPostgresql(url: string, change: (run: Run) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('SET session_replication_role = replica')
  await change(async (sql) => void (await client.query(sql)))
  await client.end()
}

async function tamperSqlite(path: string, change: (run: Run) => Promise<void>): Promise<void> {
  const database = new Database(path)
  database.pragma('foreign_keys = OFF')
  const triggers = database
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`)
    .all()
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`)
  await change(async (sql) => void database.exec(sql))
  for (const { sql } of triggers) database.exec(sql)
  database.close()
}
