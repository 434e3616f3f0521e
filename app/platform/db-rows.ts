import type { SqlQuery, SqlQueryable } from '@prisma/driver-adapter-utils'
import type { Prisma } from './prisma/sqlite/client.ts'
import type { RawRow } from './raw-row.ts'

const scalars = { string: 'string', number: 'int', boolean: 'boolean', bigint: 'bigint' } as const

/**
 * Asks the adapter itself. Prisma's client turns a raw query into a plan, the plan into a call of its adapter, and the
 * answer into rows: two thirds of the time that a short query takes. Dates must be `Date` objects, as everywhere.
 */
export async function askRows(adapter: SqlQueryable, query: Prisma.Sql): Promise<RawRow[]> {
  const { columnNames, rows } = await adapter.queryRaw(queryOf(adapter, query))
  return rows.map((values) => {
    const row: Record<string, unknown> = {}
    for (let at = 0; at < columnNames.length; at++) row[columnNames[at] ?? ''] = values[at]
    return row
  })
}

/** A query as the adapter takes it. */
export function queryOf({ provider }: Pick<SqlQueryable, 'provider'>, query: Prisma.Sql): SqlQuery {
  return {
    sql: provider === 'postgres' ? query.text : query.sql,
    args: [...query.values],
    argTypes: query.values.map((value) => ({ scalarType: scalarOf(value), arity: 'scalar' })),
  }
}

function scalarOf(value: unknown) {
  if (value instanceof Date) return 'datetime'
  if (value === null) return 'unknown'
  const kind = typeof value
  if (kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'bigint') return scalars[kind]
  throw new TypeError(`a raw query cannot take ${kind}`)
}
