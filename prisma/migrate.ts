import { migratePostgresql } from './migrate-postgresql.ts'
import { migrateSqlite } from './migrate-sqlite.ts'

export type MigrateOptions = {
  readonly onProgress?: (step: string) => void
  /** For tests: migrations and guards other than the project's own. */
  readonly source?: MigrationSource
}

export type MigrationSource = {
  readonly migrations: readonly { readonly name: string; readonly sql: string }[]
  readonly guards: string
  /** what the catalogue must hold afterwards; null while it is being made */
  readonly catalogue: readonly string[] | null
}

/**
 * Brings a database to this version of the schema, or leaves it exactly as it was. Creates it where there is none. Throws
 * when it was changed by hand, or by a newer version of the software.
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<void> {
  if (url.startsWith('postgres')) await migratePostgresql(url, options)
  else await migrateSqlite(url, options)
}
