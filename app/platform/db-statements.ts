import type { Database, Statement } from 'better-sqlite3'

const mostKept = 300

type Columns = ReturnType<Statement['columns']>
type Kept = { readonly statement: Statement; columns: Columns | null }

/** What the adapter asks of a statement that it has prepared and bound. */
type Bound = {
  readonly reader: boolean
  readonly run: () => unknown
  readonly columns: () => Columns
  readonly raw: () => Bound
  readonly all: () => unknown[]
}

/**
 * Makes a connection remember its prepared statements. The adapter prepares every query anew, which for a joined one costs
 * as much as all the rest. It binds before it runs, and a real statement may be bound only once: hence the stand-in. Every
 * failure passes `onError`, because some mean that nothing here can be trusted any more.
 */
export function rememberStatements(database: Database, onError: (error: unknown) => void): void {
  const kept = new Map<string, Kept>()
  const prepare = database.prepare.bind(database)

  function recall(sql: string): Kept {
    const known = kept.get(sql)
    if (known) return known
    const statement = prepare(sql)
    if (statement.reader) statement.raw(true)
    const fresh = { statement, columns: null }
    const [oldest] = kept.keys()
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
    kept.set(sql, fresh)
    return fresh
  }

  function bind(found: Kept, args: readonly unknown[]): Bound {
    const { statement } = found
    const bound: Bound = {
      reader: statement.reader,
      run: () => watched(() => statement.run(...args)),
      columns: () => {
        found.columns ??= statement.columns()
        return found.columns
      },
      raw: () => bound,
      all: () => watched(() => statement.all(...args)),
    }
    return bound
  }

  function watched<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      onError(error)
      throw error
    }
  }

  Object.assign(database, {
    prepare: (sql: string) => {
      // A pragma is run for what it does and may answer with other columns the next time.
      if (/^\s*PRAGMA/i.test(sql)) return prepare(sql)
      const found = watched(() => recall(sql))
      return { run: () => watched(() => found.statement.run()), bind: (args: readonly unknown[]) => bind(found, args) }
    },
  })
}
