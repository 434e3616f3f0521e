import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { rememberStatements } from './db-statements.ts'

function open() {
  const database = new Database(':memory:')
  database.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT UNIQUE)')
  const prepare = vi.spyOn(database, 'prepare')
  const onError = vi.fn()
  rememberStatements(database, onError)
  return { database, prepare, onError }
}

/** As the Prisma adapter does it. */
function ask(database: Database.Database, sql: string, ...args: unknown[]) {
  const statement = database.prepare(sql).bind(args)
  if (!statement.reader) return statement.run()
  return { columns: statement.columns().map(({ name }) => name), rows: statement.raw().all() }
}

test('the same text is prepared once, and answers each time for its own values', () => {
  const { database, prepare } = open()
  for (const word of ['一', '二', '三']) ask(database, 'INSERT INTO t (word) VALUES (?)', word)
  expect(ask(database, 'SELECT id, word FROM t WHERE word = ?', '二')).toEqual({
    columns: ['id', 'word'],
    rows: [[2, '二']],
  })
  expect(ask(database, 'SELECT id, word FROM t WHERE word = ?', '四')).toEqual({ columns: ['id', 'word'], rows: [] })
  expect(ask(database, 'SELECT id, word FROM t WHERE word = ?', '三')).toEqual({
    columns: ['id', 'word'],
    rows: [[3, '三']],
  })
  expect(prepare).toHaveBeenCalledTimes(2)
})

test('a statement outlives a change of the schema', () => {
  const { database } = open()
  ask(database, 'INSERT INTO t (word) VALUES (?)', '一')
  expect(ask(database, 'SELECT word FROM t')).toMatchObject({ rows: [['一']] })
  database.exec('ALTER TABLE t ADD COLUMN more TEXT')
  ask(database, 'INSERT INTO t (word) VALUES (?)', '二')
  expect(ask(database, 'SELECT word FROM t')).toMatchObject({ rows: [['一'], ['二']] })
})

test('it forgets the oldest when there are too many', () => {
  const { database, prepare } = open()
  for (let n = 0; n < 400; n += 1) ask(database, `SELECT ${n} AS n`)
  prepare.mockClear()
  expect(ask(database, 'SELECT 399 AS n')).toMatchObject({ rows: [[399]] })
  expect(prepare).not.toHaveBeenCalled()
  expect(ask(database, 'SELECT 0 AS n')).toMatchObject({ rows: [[0]] })
  expect(prepare).toHaveBeenCalledOnce()
})

test('failures are told and thrown', () => {
  const { database, onError } = open()
  ask(database, 'INSERT INTO t (word) VALUES (?)', '一')
  expect(() => ask(database, 'INSERT INTO t (word) VALUES (?)', '一')).toThrow(/UNIQUE/)
  expect(() => ask(database, 'SELECT missing FROM t')).toThrow(/no such column/)
  expect(onError).toHaveBeenCalledTimes(2)
})
