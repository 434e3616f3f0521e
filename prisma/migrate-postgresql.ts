import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { compareCatalogue, guardsVersion, pendingMigrations, projectSource } from './catalogue.ts'
import type { MigrateOptions, MigrationSource } from './migrate.ts'
import { asMigrationList, noFilters, openSchemaEngine } from './schema-engine.ts'

/** Taken for the whole of a migration, so that of several processes that start together one migrates. */
const migrationLock = 4_713_001

/** PostgreSQL can change a schema inside a transaction: all of it, guards and catalogue too, or nothing. */
export async function migratePostgresql(url: string, options: MigrateOptions): Promise<void> {
  const source = options.source ?? projectSource('postgresql')
  const say = options.onProgress ?? (() => {})
  // One connection for everything: the engine's statements then fall inside our transaction.
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 })
  try {
    await pool.query('BEGIN')
    await pool.query(`SELECT pg_advisory_xact_lock(${migrationLock})`)
    const pending = await whatIsPending(pool, source)
    if (pending.length > 0) {
      say(`applying ${pending.join(', ')}`)
      await dropGuards(pool)
      await applyMigrations(pool, source)
      await pool.query(source.guards)
      await pool.query(`COMMENT ON TABLE "_prisma_migrations" IS 'guards ${guardsVersion(source.guards)}'`)
    }
    compareCatalogue(source.catalogue, await postgresqlCatalogue(pool))
    await pool.query('COMMIT')
    if (pending.length > 0) say('done')
  } finally {
    await pool.end()
  }
}

async function whatIsPending(pool: pg.Pool, source: MigrationSource): Promise<readonly string[]> {
  const pending = pendingMigrations(source, await appliedPostgresqlMigrations(pool))
  if (pending.length > 0) return pending
  const { rows } = await pool.query<{ comment: string | null }>(
    `SELECT obj_description('"_prisma_migrations"'::regclass) AS comment`,
  )
  return rows[0]?.comment === `guards ${guardsVersion(source.guards)}` ? [] : ['guards']
}

async function appliedPostgresqlMigrations(pool: pg.Pool): Promise<string[]> {
  const { rows: tables } = await pool.query(`SELECT 1 WHERE to_regclass('"_prisma_migrations"') IS NOT NULL`)
  if (tables.length === 0) return []
  const { rows } = await pool.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name`,
  )
  return rows.map(({ name }) => name)
}

async function applyMigrations(pool: pg.Pool, source: MigrationSource): Promise<void> {
  let cause: unknown
  const inner = new PrismaPg(pool)
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connectToShadowDb: () => inner.connectToShadowDb(),
    connect: async () =>
      Object.assign(await inner.connect(), {
        // The adapter's own splits at every semicolon, also inside a function's body.
        executeScript: async (script: string) => {
          await pool.query(script).catch((error: unknown) => {
            cause = error
            throw error
          })
        },
      }),
  }
  const engine = await openSchemaEngine(factory)
  try {
    await engine.applyMigrations({
      migrationsList: asMigrationList('postgresql', source.migrations),
      filters: noFilters,
    })
  } catch (error) {
    // In an aborted transaction the engine can no longer read its own table, and reports that instead.
    throw cause ?? error
  }
}

/** Every trigger and CHECK of the schema is a guard; their functions are named guard_…. */
async function dropGuards(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ statement: string }>(`
    SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) AS statement
      FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
      WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace
    UNION ALL
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)
      FROM pg_constraint WHERE contype = 'c' AND connamespace = current_schema()::regnamespace AND conrelid <> 0`)
  for (const { statement } of rows) await pool.query(statement)
}

/** Names and types only: how PostgreSQL words a definition differs from version to version. */
export async function postgresqlCatalogue(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(`
    SELECT format('column %s.%s %s%s', table_name, column_name, data_type,
                  CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END) AS line
      FROM information_schema.columns WHERE table_schema = current_schema()
    UNION ALL
    SELECT format('index %s.%s', tablename, indexname) FROM pg_indexes WHERE schemaname = current_schema()
    UNION ALL
    SELECT format('constraint %s.%s', relname, conname)
      FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
      WHERE contype IN ('c', 'f', 'p', 'u') AND connamespace = current_schema()::regnamespace
    UNION ALL
    SELECT format('trigger %s.%s', relname, tgname)
      FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
      WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace`)
  return rows
    .map(({ line }) => line)
    .filter((line) => !line.includes(' _prisma_migrations.'))
    .sort()
}
