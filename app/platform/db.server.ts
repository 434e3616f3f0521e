import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { createBatches } from './db-batch.ts'
import { lockDatabase, refuseNetworkFileSystem, sqlitePath, timeToDisk } from './db-file.server.ts'
import { createGate, type Gate, type GateFigures, type Hold } from './db-gate.ts'
import { closePostgresql, openPostgresql, retrying } from './db-postgresql.server.ts'
import { type RawTx, togetherOn } from './db-raw.ts'
import { askRows } from './db-rows.ts'
import { closeSqlite, openSqlite } from './db-sqlite.server.ts'
import { DomainError } from './errors.ts'
import type { Prisma, PrismaClient } from './prisma/sqlite/client.ts'
import type { RawRow } from './raw-row.ts'
import { Scope } from './scope.server.ts'

export type Tx = Prisma.TransactionClient
export type Dialect = 'sqlite' | 'postgresql'

export type DatabaseOptions = {
  /** a write kept the gate longer than a quarter of a second */
  readonly onSlowHold?: (hold: Hold) => void
  /** the connection can no longer be trusted: end the process */
  readonly onPoison?: (error: unknown) => void
  /** half of fifty writes took longer than 20 ms to reach the disk: every save will */
  readonly onSlowDisk?: (medianMs: number) => void
  /** for tests: counts queries, or opens the gate to show what it is for */
  readonly wrapAdapter?: (adapter: SqlDriverAdapter) => SqlDriverAdapter
  readonly gate?: Gate
}

const queueCap = 200
const slowHoldMs = 250
const slowDiskMs = 20
const stuckMs = 30_000
/** a whole transaction; the longest write in the product takes a tenth of it */
const transactionLimits = { timeout: 5_000, maxWait: 10_000 }

type Connection = {
  readonly dialect: Dialect
  readonly read: PrismaClient
  readonly rows: (query: Prisma.Sql) => Promise<RawRow[]>
  readonly write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly writeRaw: <T>(isOne: boolean, work: (tx: RawTx) => Promise<T>) => Promise<T>
  readonly figures: () => GateFigures
  readonly close: () => Promise<void>
}

// On the global object: in development the module is loaded anew when it changes, the connection must not be.
const place = globalThis as typeof globalThis & { yucaiDatabase?: Connection | undefined }

function connection(): Connection {
  if (!place.yucaiDatabase) throw new Error('connectDatabase() has not been called')
  return place.yucaiDatabase
}

export const db = {
  /** Cannot write. What it says is a snapshot: a decision must be made again inside `write`. */
  get read(): PrismaClient {
    return connection().read
  },
  /** A raw query on what is asked with every request; it reads where `read` reads, and costs a third. */
  rows(query: Prisma.Sql): Promise<RawRow[]> {
    return connection().rows(query)
  },
  get dialect(): Dialect {
    return connection().dialect
  },
  /** A write of one raw statement, for what is saved every few seconds: the rows that it returns. As `writeRaw`. */
  writeOne(statement: Prisma.Sql): Promise<RawRow[]> {
    const write = (tx: RawTx) => tx.$queryRaw(statement)
    const joined = joining.get()
    return joined ? write(joined) : connection().writeRaw(true, write)
  },
  /**
   * A `write` of raw statements alone, for what a whole hall does at once. On SQLite it asks the adapter, at a third of the
   * cost, and those who wait share a visit to the disk. Inside, no other write may be called: it would wait for itself.
   */
  writeRaw<T>(work: (tx: RawTx) => Promise<T>): Promise<T> {
    const joined = joining.get()
    return joined ? work(joined) : connection().writeRaw(false, work)
  },
  /**
   * Every write, all or nothing. Inside, await nothing but `tx`: everybody else is waiting. A `write` within a `write` joins
   * it. On PostgreSQL `work` may run several times, so it must have no effect but on `tx`.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const joined = joining.get()
    return joined ? work(joined) : connection().write(work)
  },
}

const joining = new Scope<Tx>()

export function databaseFigures(): GateFigures {
  return connection().figures()
}

export async function connectDatabase(url: string, options: DatabaseOptions = {}): Promise<void> {
  if (place.yucaiDatabase) throw new Error('A database is connected already')
  place.yucaiDatabase = url.startsWith('postgres')
    ? await connectPostgresql(url, options)
    : await connectSqlite(url, options)
}

/** Lets those finish who are inside or wait, then closes the file. */
export async function disconnectDatabase(): Promise<void> {
  const closing = place.yucaiDatabase
  place.yucaiDatabase = undefined
  await closing?.close()
}

async function connectSqlite(url: string, options: DatabaseOptions): Promise<Connection> {
  const path = sqlitePath(url)
  refuseNetworkFileSystem(path)
  if (options.onSlowDisk) {
    const medianMs = timeToDisk(path)
    if (medianMs > slowDiskMs) options.onSlowDisk(medianMs)
  }
  const unlock = lockDatabase(path)
  const poisoned = (error: unknown) => options.onPoison?.(error)
  const hooks = { wrap: options.wrapAdapter ?? unchanged, onPoison: poisoned }
  const clients = await openSqlite(path, hooks).catch((error: unknown) => {
    unlock()
    throw error
  })
  const onLeave = (hold: Hold) => hold.holdMs > slowHoldMs && options.onSlowHold?.(hold)
  const gate = options.gate ?? createGate({ cap: queueCap, clock: () => performance.now(), onLeave })

  /** Alone on the connection; whoever stays half a minute is not coming back. */
  const inside = <T>(work: () => Promise<T>) =>
    gate.run(async () => {
      const stuck = setTimeout(() => poisoned(new Error('a write is stuck')), stuckMs)
      try {
        return await work()
      } finally {
        clearTimeout(stuck)
      }
    })

  return {
    dialect: 'sqlite',
    read: clients.reader,
    rows: (query) => askRows(clients.adapter, query),
    figures: gate.figures,
    write: (work) =>
      inside(() => clients.writer.$transaction((tx) => joining.run(tx, () => work(tx)), transactionLimits)),
    writeRaw: createBatches<RawTx>({ inside, together: togetherOn(clients.writeAdapter), cap: queueCap }),
    close: async () => {
      await gate.drained()
      await closeSqlite(clients)
      unlock()
    },
  }
}

async function connectPostgresql(url: string, options: DatabaseOptions): Promise<Connection> {
  const clients = await openPostgresql(url, options.wrapAdapter ?? unchanged)
  // The twin has the same models: one type serves both.
  const [reader, writer] = [clients.reader as unknown as PrismaClient, clients.writer as unknown as PrismaClient]
  let running = 0
  const counted = async <T>(attempt: () => Promise<T>) => {
    if (running > queueCap) throw new DomainError('busy', { retryAfterSeconds: 1 })
    running += 1
    try {
      return await retrying(attempt)
    } finally {
      running -= 1
    }
  }
  return {
    dialect: 'postgresql',
    read: reader,
    rows: (query) => askRows(clients.adapter, query),
    figures: () => ({ depth: running, waitMs: 0, holdMs: 0 }),
    write: (work) => counted(() => writer.$transaction((tx) => joining.run(tx, () => work(tx)), transactionLimits)),
    writeRaw: (isOne, work) =>
      counted(() => (isOne ? work(writer) : writer.$transaction((tx) => work(tx), transactionLimits))),
    close: () => closePostgresql(clients),
  }
}

function unchanged(adapter: SqlDriverAdapter): SqlDriverAdapter {
  return adapter
}
