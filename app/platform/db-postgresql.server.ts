import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { DomainError } from './errors.ts'
import { PrismaClient } from './prisma/postgresql/client.ts'

type Wrap = (adapter: SqlDriverAdapter) => SqlDriverAdapter

const limits = '-c statement_timeout=10000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=15000'
const connectionsEach = 10

class Postgresql extends PrismaPg {
  readonly #wrap: Wrap
  adapter?: SqlDriverAdapter
  constructor(url: string, options: string, wrap: Wrap) {
    super({ connectionString: url, max: connectionsEach, options: `${limits} -c TimeZone=UTC ${options}` })
    this.#wrap = wrap
  }
  override async connect() {
    const adapter = await super.connect()
    this.adapter = Object.assign(adapter, this.#wrap(adapter))
    return adapter
  }
}

export type PostgresqlClients = {
  readonly reader: PrismaClient
  /** what the reader reads through */
  readonly adapter: SqlDriverAdapter
  readonly writer: PrismaClient
}

/** A pool whose transactions are serializable, and one that cannot write. */
export async function openPostgresql(url: string, wrap: Wrap): Promise<PostgresqlClients> {
  const write = '-c default_transaction_isolation=serializable -c synchronous_commit=on'
  const writer = new PrismaClient({ adapter: new Postgresql(url, write, wrap) })
  const readOnly = new Postgresql(url, '-c default_transaction_read_only=on', wrap)
  const reader = new PrismaClient({ adapter: readOnly })
  await assertCollation(reader)
  if (!readOnly.adapter) throw new Error('Prisma has answered without its adapter')
  return { reader, adapter: readOnly.adapter, writer }
}

/** Both databases must sort alike: by code point, as SQLite does. */
async function assertCollation(reader: PrismaClient): Promise<void> {
  const [found] = await reader.$queryRaw<[{ sorts: boolean; encoding: string }]>`
    SELECT 'B' < 'a' AND 'z' < '中' AS sorts, current_setting('server_encoding') AS encoding`
  if (found.sorts && found.encoding === 'UTF8') return
  throw new Error(`Create the database with: createdb --template=template0 --encoding=UTF8 --locale=C <name>`)
}

export async function closePostgresql({ reader, writer }: PostgresqlClients): Promise<void> {
  await Promise.all([reader.$disconnect(), writer.$disconnect()])
}

const retryForMs = 10_000
const longestPauseMs = 200

/**
 * A serializable transaction that loses a race is rolled back whole and tried again, after a pause that grows and is never
 * quite the same for two rivals. By time, not by number: with sixty rivals for one row many lose ten times and still get in.
 */
export async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  const began = performance.now()
  for (let pauseMs = 4; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await attempt()
    } catch (error) {
      if (!isConflict(error)) throw error
      if (performance.now() - began > retryForMs) throw new DomainError('busy', { retryAfterSeconds: 1 })
      await wait(randomInt(1 + pauseMs))
    }
  }
}

/** Serialization failure or deadlock, in each of the shapes in which Prisma hands it on. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : undefined
  if (code === 'P2034' || code === '40001' || code === '40P01') return true
  const meta = 'meta' in error ? JSON.stringify(error.meta) : ''
  return /TransactionWriteConflict|could not serialize access|deadlock detected/.test(`${error.message} ${meta}`)
}
