import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { isConflict } from './db-postgresql.server.ts'
import { isPoison } from './db-sqlite.server.ts'

const failed = (message: string, more: object = {}) => Object.assign(new Error(message), more)

test('a lost race is told from any other failure, in each shape in which it comes', () => {
  expect(isConflict(failed('Transaction failed due to a write conflict', { code: 'P2034' }))).toBe(true)
  expect(isConflict(failed('raw query failed', { code: 'P2010', meta: { kind: 'TransactionWriteConflict' } }))).toBe(
    true,
  )
  expect(isConflict(failed('could not serialize access due to concurrent update'))).toBe(true)
  expect(isConflict(failed('x', { code: '40P01' }))).toBe(true)
  expect(isConflict(failed('Unique constraint failed', { code: 'P2002' }))).toBe(false)
  expect(isConflict('P2034')).toBe(false)
})

test('damage and a stuck transaction are poison, a refused row is not', () => {
  const broken = new Database(Buffer.from('this is no database'.repeat(100)))
  const thrown = (() => {
    try {
      return broken.prepare('SELECT * FROM t').all()
    } catch (error) {
      return error
    }
  })()
  expect(isPoison(thrown)).toBe(true)
  expect(isPoison(failed('cannot start a transaction within a transaction', { code: 'SQLITE_ERROR' }))).toBe(true)
  expect(isPoison(failed('database disk image is malformed', { code: 'SQLITE_CORRUPT_VTAB' }))).toBe(true)
  expect(isPoison(failed('UNIQUE constraint failed', { code: 'SQLITE_CONSTRAINT_UNIQUE' }))).toBe(false)
  expect(isPoison(failed('database is locked', { code: 'SQLITE_BUSY' }))).toBe(false)
})
