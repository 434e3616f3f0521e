import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MigrationSource } from './migrate.ts'
import { type Dialect, prismaFolder, readMigrations } from './schema-engine.ts'

/*
 * The catalogue of a database: a line for each table, index, trigger and check. The expected one is in git
 * (catalogue.*.txt); boot compares, so that a trigger which got lost, or was dropped by hand, does not stay unnoticed.
 */
export function cataloguePath(dialect: Dialect): string {
  return join(prismaFolder(), `catalogue.${dialect}.txt`)
}

export function projectSource(dialect: Dialect): MigrationSource {
  const stored = cataloguePath(dialect)
  return {
    migrations: readMigrations(dialect),
    guards: readFileSync(join(prismaFolder(), `guards.${dialect}.sql`), 'utf8'),
    catalogue: existsSync(stored) ? readFileSync(stored, 'utf8').trimEnd().split('\n') : null,
  }
}

class ChangedByHand extends Error {
  override readonly name = 'ChangedByHand'
}

export function compareCatalogue(expected: readonly string[] | null, found: readonly string[]): void {
  if (!expected) return
  const missing = expected.filter((line) => !found.includes(line)).map((line) => `  missing: ${line}`)
  const strange = found.filter((line) => !expected.includes(line)).map((line) => `  unknown: ${line}`)
  if (missing.length + strange.length === 0) return
  throw new ChangedByHand(`The database is not as this version left it:\n${[...missing, ...strange].join('\n')}`)
}

/** Which migrations are still to come; throws when the database knows one that we do not. */
export function pendingMigrations(source: MigrationSource, applied: readonly string[]): readonly string[] {
  const known = source.migrations.map(({ name }) => name)
  const newer = applied.filter((name) => !known.includes(name))
  if (newer.length > 0) {
    throw new Error(`The database was made by a newer version of Yucai (it has ${newer.join(', ')}). Update first.`)
  }
  return known.filter((name) => !applied.includes(name))
}

/** Names a version of the guards: 31 bits, because SQLite keeps it in `user_version`. */
export function guardsVersion(guards: string): number {
  return createHash('sha256').update(guards).digest().readUInt32BE(0) >>> 1
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ')).digest('hex').slice(0, 12)
}
