import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import Database from 'better-sqlite3'
import { rememberStatements } from './db-statements.ts'
import { PrismaClient } from './prisma/sqlite/client.ts'

export type SqliteHooks = {
  readonly wrap: (adapter: SqlDriverAdapter) => SqlDriverAdapter
  readonly onPoison: (error: unknown) => void
}

/** As reliability demands: nothing acknowledged is lost, not even in a power cut (`synchronous = FULL`). */
const pragmas = `
  PRAGMA synchronous = FULL;
  PRAGMA busy_timeout = 5000;
  PRAGMA foreign_keys = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA mmap_size = 0;
  PRAGMA temp_store = MEMORY;
`
const writerPragmas = `
  PRAGMA journal_mode = WAL;
  ${pragmas}
  PRAGMA recursive_triggers = ON;
  PRAGMA secure_delete = FAST;
  PRAGMA wal_autocheckpoint = 1000;
  PRAGMA journal_size_limit = 67108864;
`

/** better-sqlite3 opens WAL databases with `synchronous = NORMAL`, so the pragmas follow every open. */
class Sqlite extends PrismaBetterSqlite3 {
  readonly #script: string
  readonly #hooks: SqliteHooks
  adapter?: SqlDriverAdapter
  constructor(path: string, readonly: boolean, hooks: SqliteHooks) {
    super({ url: `file:${path}`, readonly })
    this.#script = readonly ? pragmas : writerPragmas
    this.#hooks = hooks
  }
  override async connect() {
    const adapter = await super.connect()
    await adapter.executeScript(this.#script)
    const { wrap, onPoison } = this.#hooks
    const driver: unknown = Reflect.get(adapter, 'client')
    if (!(driver instanceof Database)) throw new Error('The SQLite adapter keeps its connection elsewhere now')
    rememberStatements(driver, (error) => isPoison(error) && onPoison(error))
    this.adapter = Object.assign(adapter, wrap(adapter))
    return adapter
  }
}

export type SqliteClients = {
  readonly reader: PrismaClient
  /** what the reader reads through */
  readonly adapter: SqlDriverAdapter
  readonly writer: PrismaClient
  /** what the writer writes through */
  readonly writeAdapter: SqlDriverAdapter
}

/** One connection that writes and one that cannot. */
export async function openSqlite(path: string, hooks: SqliteHooks): Promise<SqliteClients> {
  const readWrite = new Sqlite(path, false, hooks)
  const writer = new PrismaClient({ adapter: readWrite })
  await assertPragmas(writer)
  const readOnly = new Sqlite(path, true, hooks)
  const reader = new PrismaClient({ adapter: readOnly })
  await reader.$queryRaw`SELECT 1`
  if (!readOnly.adapter || !readWrite.adapter) throw new Error('Prisma has answered without its adapter')
  return { reader, adapter: readOnly.adapter, writer, writeAdapter: readWrite.adapter }
}

const expected = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 }

async function assertPragmas(writer: PrismaClient): Promise<void> {
  const [found] = await writer.$queryRaw<[Record<string, unknown>]>`
    SELECT (SELECT journal_mode FROM pragma_journal_mode) AS journal_mode,
           (SELECT synchronous FROM pragma_synchronous) AS synchronous,
           (SELECT foreign_keys FROM pragma_foreign_keys) AS foreign_keys`
  for (const [name, value] of Object.entries(expected)) {
    if (String(found[name]) !== String(value)) throw new Error(`SQLite has ${name} = ${found[name]}, not ${value}`)
  }
}

export async function closeSqlite({ reader, writer }: SqliteClients): Promise<void> {
  await reader.$disconnect()
  await writer.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`
  await writer.$disconnect()
}

/** After one of these nothing this process says about the database can be trusted: it must end and be started anew. */
export function isPoison(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return /^SQLITE_(CORRUPT|NOTADB)/.test(code) || /cannot start a transaction within a transaction/.test(error.message)
}
