import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

export type Dialect = 'sqlite' | 'postgresql'
export type Migration = { readonly name: string; readonly sql: string }

export const noFilters = { externalTables: [], externalEnums: [] }

/**
 * Prisma's schema engine as WebAssembly: its binary cannot always be downloaded. Node 20 cannot import a `.wasm` file, so
 * what the package's entry does is done here by hand.
 */
export async function openSchemaEngine(factory: SqlMigrationAwareDriverAdapterFactory): Promise<bindings.SchemaEngine> {
  instantiate()
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
}

// On the global object, because the package's bindings are shared by all copies of this module (Vite makes several) and a
// second instance would pull the memory from under the first. The registry is where an engine leaves its last words; the
// client has one as well.
const place = globalThis as typeof globalThis & {
  yucaiSchemaEngine?: WebAssembly.Instance
  PRISMA_WASM_PANIC_REGISTRY?: { set_message: (message: string) => void }
}

function instantiate(): void {
  if (place.yucaiSchemaEngine) return
  place.PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message: (message) => {
      throw new Error(`The schema engine panicked: ${message}`)
    },
  }
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const module = new WebAssembly.Module(readFileSync(join(dirname(entry), 'schema_engine_bg.wasm')))
  const wanted = new Set(WebAssembly.Module.imports(module).map(({ module }) => module))
  const exports: WebAssembly.ModuleImports = { ...bindings, ...patientTimers() }
  const instance = new WebAssembly.Instance(module, Object.fromEntries([...wanted].map((name) => [name, exports])))
  place.yucaiSchemaEngine = instance
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  place.yucaiSchemaEngine = instance
}

/** The engine never clears the ten seconds it gives itself to get a lock; the process must not wait for them to end. */
function patientTimers(): WebAssembly.ModuleImports {
  const timers = Object.entries(bindings).filter(([name]) => name.startsWith('__wbg_setTimeout_'))
  return Object.fromEntries(
    timers.map(([name]) => [name, (work: () => void, ms: number) => setTimeout(work, ms >>> 0).unref()]),
  )
}

/** The files of this folder (migrations, guards, catalogues): the same from the source, the build and a test. */
export function prismaFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'prisma', 'schema.prisma'))) {
    if (dirname(folder) === folder) throw new Error('prisma/schema.prisma is not above this file')
    folder = dirname(folder)
  }
  return join(folder, 'prisma')
}

/** Migrations in the order in which they are applied. */
export function readMigrations(dialect: Dialect, folder = join(prismaFolder(), 'migrations', dialect)): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ name: file.replace(/\.sql$/, ''), sql: readFileSync(join(folder, file), 'utf8') }))
}

/** In the engine's words: a folder for each migration, with one file in it. */
export function asMigrationList(dialect: Dialect, migrations: readonly Migration[]) {
  return {
    baseDir: join(prismaFolder(), 'migrations', dialect),
    lockfile: { path: 'migration_lock.toml', content: `provider = "${dialect}"\n` },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
}
