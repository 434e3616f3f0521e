import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { noFilters, openSchemaEngine, prismaFolder, readMigrations } from './schema-engine.ts'
import { postgresqlTwin } from './twin.ts'

const schema = readFileSync(join(prismaFolder(), 'schema.prisma'), 'utf8')
const model = (content: string) => ({ tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content }] })

test('both databases have the same migrations', () => {
  const names = (dialect: 'sqlite' | 'postgresql') => readMigrations(dialect).map(({ name }) => name)
  expect(names('postgresql')).toEqual(names('sqlite'))
})

/** Columns, keys and indexes, whatever the order in which they were added. */
function structure(database: Database.Database): readonly string[] {
  const rows = database
    .prepare<[], string>(
      `SELECT json_array(m.name, c.name, c.type, c."notnull", c.pk) FROM sqlite_master m, pragma_table_info(m.name) c
         WHERE m.type = 'table' AND m.name NOT GLOB '_prisma*'
       UNION ALL SELECT json_array(m.name, f."table", f."from", f."to", f.on_delete, f.on_update)
         FROM sqlite_master m, pragma_foreign_key_list(m.name) f
       UNION ALL SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`,
    )
    .pluck()
    .all()
  return rows.sort()
}

test('the migrations make the schema: who edits it runs `npm run migrate -- create <name>`', async () => {
  const engine = await openSchemaEngine(new PrismaBetterSqlite3({ url: ':memory:' }))
  const target = { to: model(schema), script: true, exitCode: null, filters: noFilters }
  const { stdout } = await engine.diff({ from: { tag: 'empty' }, ...target })
  const [migrated, made] = [new Database(':memory:'), new Database(':memory:')]
  for (const { sql } of readMigrations('sqlite')) migrated.exec(sql)
  made.exec(stdout ?? '')
  expect(structure(migrated)).toEqual(structure(made))
  expect(structure(made).length).toBeGreaterThan(100)
})

test('the schema that the last migration left is the schema', async () => {
  const old = readFileSync(join(prismaFolder(), 'migrations', 'schema.prisma'), 'utf8')
  const engine = await openSchemaEngine(new PrismaBetterSqlite3({ url: ':memory:' }))
  const diff = await engine.diff({
    from: model(old),
    to: model(schema),
    script: true,
    exitCode: true,
    filters: noFilters,
  })
  expect(diff.exitCode).toBe(0)
})

test('the PostgreSQL twin differs from the schema in two lines', () => {
  const twin = postgresqlTwin(schema).split('\n')
  const changed = schema.split('\n').filter((line, n) => twin[n] !== line)
  expect(changed.map((line) => line.trim().replace(/\s+/g, ' '))).toEqual([
    'output = "../app/platform/prisma/sqlite"',
    'provider = "sqlite"',
  ])
})
