import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../prisma/migrate.ts'
import { sqliteCatalogue } from '../../prisma/migrate-sqlite.ts'
import { killWhileMigrating, makeOldDatabase, stateOf } from './migration.ts'
import { carelessRebuild, newSource, oldSource } from './rebuilding-migration.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yucai-migration-'))
  path = join(folder, 'site.db')
  await makeOldDatabase(path)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function change(sql: string): void {
  const database = new Database(path)
  database.exec(sql)
  database.close()
}

test('a rebuilt table keeps its children, the index and the trigger; the old file stays', async () => {
  await migrate(`file:${path}`, { source: newSource })
  expect(stateOf(path)).toBe('new')
  expect(stateOf(`${path}.before-0001`)).toBe('old')
  expect(readdirSync(folder).filter((name) => name.includes('migrating'))).toEqual([])
})

test('done with care or not at all: inside a transaction the same rebuild takes the children with it', () => {
  change(`DROP TRIGGER "Child_kept"; PRAGMA foreign_keys = ON; ${carelessRebuild}`)
  expect(stateOf(path)).toBe('broken')
})

test('killed at random moments, it leaves the old database or the new one, and goes through the next time', async () => {
  const { old, new: fresh, ...rest } = await killWhileMigrating(5, 1)
  expect(rest).toEqual({ kills: 5, broken: 0, stuck: 0 })
  expect(old + fresh).toBe(5)
})

test('what a killed migration left lying about is removed', async () => {
  writeFileSync(`${path}.migrating`, 'half a copy')
  await migrate(`file:${path}`, { source: oldSource })
  expect(existsSync(`${path}.migrating`)).toBe(false)
  expect(stateOf(path)).toBe('old')
})

const loses = { name: '0002_loses', sql: `DELETE FROM "Parent" WHERE "id" = 'p1';` }
const orphans = {
  name: '0002_orphans',
  sql: `PRAGMA foreign_keys=OFF; UPDATE "Child" SET "parentId" = 'nobody' WHERE "id" = 'p1c1';`,
}
const fails = { name: '0002_fails', sql: `CREATE TABLE "T" ("id" TEXT); SELECT nonsense;` }

test.each([loses, orphans, fails])('$name: refused, and the database is as it was', async (migration) => {
  const source = { ...oldSource, migrations: [...oldSource.migrations, migration] }
  await expect(migrate(`file:${path}`, { source })).rejects.toThrow()
  expect(stateOf(path)).toBe('old')
})

test('a migration may take rows away when it says so', async () => {
  const declared = { ...loses, sql: `-- rows may change: Parent, Child\n${loses.sql}` }
  await migrate(`file:${path}`, { source: { ...oldSource, migrations: [...oldSource.migrations, declared] } })
  const database = new Database(path)
  expect(database.prepare('SELECT COUNT(*) FROM Parent').pluck().get()).toBe(3_999)
  database.close()
})

test('a database from a newer version is refused', async () => {
  await migrate(`file:${path}`, { source: newSource })
  await expect(migrate(`file:${path}`, { source: oldSource })).rejects.toThrow(/newer version/)
})

test('a trigger that somebody dropped is noticed at the next start', async () => {
  const database = new Database(path)
  const source = { ...oldSource, catalogue: sqliteCatalogue(database) }
  database.close()
  await migrate(`file:${path}`, { source })
  change('DROP TRIGGER "Child_kept"')
  await expect(migrate(`file:${path}`, { source })).rejects.toThrow(/missing: trigger Child_kept/)
})

test('new guards are put on without a migration', async () => {
  const guards = `${oldSource.guards}
    CREATE TRIGGER "Parent_kept" BEFORE DELETE ON "Parent" BEGIN SELECT RAISE(ABORT, 'no'); END;`
  await migrate(`file:${path}`, { source: { ...oldSource, guards } })
  expect(() => change(`DELETE FROM "Parent"`)).toThrow('no')
  expect(stateOf(path)).toBe('old')
})

test('two processes do not migrate one file at the same time', async () => {
  const both = await Promise.allSettled([1, 2].map(() => migrate(`file:${path}`, { source: newSource })))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(stateOf(path)).toBe('new')
})
