import { AsyncLocalStorage } from 'node:async_hooks'
import type { SqlDriverAdapter, SqlQuery, SqlQueryable, Transaction } from '@prisma/driver-adapter-utils'

/*
 * Counts what reaches the database, at the adapter, for the budget of three queries a page. Off unless a test turns it on:
 * an adapter that nobody counts is left as it is.
 */
const counting = new AsyncLocalStorage<{ statements: string[] }>()

/** Runs `work` and tells which statements it sent, without BEGIN, COMMIT and the like. */
export async function countQueries<T>(work: () => Promise<T>): Promise<{ result: T; statements: readonly string[] }> {
  const store = { statements: [] as string[] }
  const result = await counting.run(store, work)
  return { result, statements: store.statements }
}

export function counted(adapter: SqlDriverAdapter): SqlDriverAdapter {
  watch(adapter)
  const start = adapter.startTransaction.bind(adapter)
  return Object.assign(adapter, {
    startTransaction: async (...args: Parameters<SqlDriverAdapter['startTransaction']>): Promise<Transaction> =>
      watch(await start(...args)),
  })
}

function watch<Q extends SqlQueryable>(queryable: Q): Q {
  const [query, execute] = [queryable.queryRaw.bind(queryable), queryable.executeRaw.bind(queryable)]
  return Object.assign(queryable, {
    queryRaw: (sql: SqlQuery) => {
      note(sql)
      return query(sql)
    },
    executeRaw: (sql: SqlQuery) => {
      note(sql)
      return execute(sql)
    },
  })
}

function note({ sql }: SqlQuery): void {
  if (!/^\s*(BEGIN|COMMIT|ROLLBACK|SET TRANSACTION|SAVEPOINT|RELEASE)/i.test(sql)) {
    counting.getStore()?.statements.push(sql)
  }
}
