import type { SqlDriverAdapter, SqlQueryable } from '@prisma/driver-adapter-utils'
import type { Outcome, Work } from './db-batch.ts'
import { askRows, queryOf } from './db-rows.ts'
import { Prisma } from './prisma/sqlite/client.ts'
import type { RawRow } from './raw-row.ts'

type Asked = readonly [query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]]

/** What raw statements need of a transaction: Prisma's own has it, and the adapter's when it is asked directly. */
export type RawTx = {
  readonly $queryRaw: (...asked: Asked) => Promise<RawRow[]>
  readonly $executeRaw: (...asked: Asked) => Promise<number>
}

export function rawTx(adapter: SqlQueryable): RawTx {
  return {
    $queryRaw: (...asked) => askRows(adapter, sqlOf(asked)),
    $executeRaw: (...asked) => adapter.executeRaw(queryOf(adapter, sqlOf(asked))),
  }
}

function sqlOf([query, ...values]: Asked): Prisma.Sql {
  return query instanceof Prisma.Sql ? query : new Prisma.Sql(query, values)
}

/**
 * Runs works in one transaction of the SQLite connection, which nobody else may be using, each inside a savepoint of its own.
 * A single statement needs neither.
 */
export function togetherOn(adapter: SqlDriverAdapter): (works: readonly Work<RawTx>[]) => Promise<readonly Outcome[]> {
  const tx = rawTx(adapter)
  const say = (sql: string) => adapter.executeRaw({ sql, args: [], argTypes: [] })

  async function outcomeOf(work: Work<RawTx>): Promise<Outcome> {
    if (!work.isOne) await say('SAVEPOINT one')
    const outcome = await work.run(tx).then(
      (value): Outcome => ({ value }),
      (error: unknown): Outcome => ({ error }),
    )
    // What SQLite cannot take back alone (a full disk) it has taken back whole: then this throws, and nobody is told otherwise.
    if ('error' in outcome && !work.isOne) await say('ROLLBACK TO one')
    if (!work.isOne) await say('RELEASE one')
    return outcome
  }

  return async (works) => {
    const [first] = works
    if (works.length === 1 && first?.isOne) return [await outcomeOf(first)]
    await say('BEGIN IMMEDIATE')
    try {
      const outcomes: Outcome[] = []
      for (const work of works) outcomes.push(await outcomeOf(work))
      await say('COMMIT')
      return outcomes
    } catch (error) {
      // It may be gone already; what matters is that none is open when the next one comes.
      await say('ROLLBACK').catch(() => undefined)
      throw error
    }
  }
}
