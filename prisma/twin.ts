/**
 * `npm run generate`: the PostgreSQL twin of schema.prisma, and the Prisma client of each. Everything written here is
 * git-ignored. `prisma generate` of version 7 needs no engine, but asks for one: Node itself is named, so that nothing is
 * downloaded and it works wherever Node does.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** The same models for the other database: only the two lines that name it differ. */
export function postgresqlTwin(schema: string): string {
  return schema
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('"../app/platform/prisma/sqlite"', '"./postgresql"')
}

async function generate(): Promise<void> {
  const prisma = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build/index.js')
  const twin = 'app/platform/prisma/postgresql.prisma'
  mkdirSync(dirname(twin), { recursive: true })
  writeFileSync(twin, postgresqlTwin(readFileSync('prisma/schema.prisma', 'utf8')))
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' }
  await Promise.all(
    ['prisma/schema.prisma', twin].map((schema) =>
      promisify(execFile)(process.execPath, [prisma, 'generate', '--schema', schema, '--no-hints'], { env }),
    ),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await generate()
