import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnKind, fromPostgresql, fromSqlite, toPostgresql, toSqlite } from './backup-columns.ts'

const instants = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString())

const values = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), value: fc.option(fc.string({ unit: 'grapheme' }), { nil: null }) }),
  fc.record({ kind: fc.constant('integer' as const), value: fc.option(fc.integer(), { nil: null }) }),
  fc.record({ kind: fc.constant('boolean' as const), value: fc.option(fc.boolean(), { nil: null }) }),
  fc.record({ kind: fc.constant('instant' as const), value: fc.option(instants, { nil: null }) }),
)

test('what is put into SQLite comes out the same', () => {
  fc.assert(
    fc.property(values, ({ kind, value }) => {
      expect(fromSqlite(kind, toSqlite(kind, value))).toBe(value)
    }),
  )
})

test('what is put into PostgreSQL comes out the same', () => {
  fc.assert(
    fc.property(values, ({ kind, value }) => {
      expect(fromPostgresql(kind, toPostgresql(kind, value))).toBe(value)
    }),
  )
})

test('instants are written as Prisma writes them', () => {
  expect(toSqlite('instant', '2026-11-23T10:00:00.120Z')).toBe('2026-11-23T10:00:00.120+00:00')
  expect(fromPostgresql('instant', '2026-11-23 10:00:00.12')).toBe('2026-11-23T10:00:00.120Z')
})

test('a type that nobody thought of stops the backup', () => {
  expect(() => columnKind('BLOB')).toThrow(/BLOB/)
})
