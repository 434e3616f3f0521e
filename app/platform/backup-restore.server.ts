import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import type { Site } from './backup.server.ts'
import { digestFile } from './backup-files.server.ts'
import { loadBackup } from './backup-load.server.ts'
import { type Manifest, readManifest, UnusableBackup } from './backup-manifest.server.ts'
import { flushToDisk, lockDatabase, sqlitePath } from './db-file.server.ts'

/**
 * Makes a site of a backup. Everything is checked and loaded beside the site first; only then does it take its place. What
 * was there before stays under another name. The server must not be running. Nobody is signed in afterwards.
 */
export async function restoreBackup(folder: string, site: Site, now: Date): Promise<Manifest> {
  const manifest = readManifest(folder)
  await checkFiles(folder, manifest)
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '')
  if (site.databaseUrl.startsWith('postgres')) await restorePostgresql(folder, manifest, site.databaseUrl)
  else await restoreSqlite(folder, manifest, sqlitePath(site.databaseUrl), stamp)
  restoreFiles(folder, manifest, join(site.dataDir, 'files'), stamp)
  return manifest
}

async function checkFiles(folder: string, manifest: Manifest): Promise<void> {
  for (const { path, bytes, sha256 } of manifest.files) {
    const copy = resolve(folder, 'files', path)
    if (!copy.startsWith(resolve(folder, 'files') + sep)) throw new UnusableBackup(`${path} leads out of the backup`)
    const found = existsSync(copy) ? await digestFile(copy) : null
    if (found?.sha256 !== sha256 || found.bytes !== bytes) throw new UnusableBackup(`${copy} is missing or damaged`)
  }
}

async function restoreSqlite(folder: string, manifest: Manifest, path: string, stamp: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  const unlock = lockDatabase(path)
  const draft = `${path}.restoring`
  try {
    for (const suffix of ['', '-wal', '-shm', '-journal', '.lock']) rmSync(`${draft}${suffix}`, { force: true })
    await loadBackup(folder, manifest, `file:${draft}`)
    keepOld(path, `${path}.before-restore-${stamp}`)
    renameSync(draft, path)
    flushToDisk(dirname(path))
    for (const suffix of ['.lock', '.before-0001']) rmSync(`${draft}${suffix}`, { force: true })
  } finally {
    unlock()
  }
}

/** Under `kept`, log and all. The log must be gone before the new file comes: SQLite would apply it to that one. */
function keepOld(path: string, kept: string): void {
  if (!existsSync(path)) return
  foldLogIn(path)
  copyFileSync(path, kept)
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${kept}-wal`)
  flushToDisk(kept)
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
}

/** As far as the old file can still be opened: it may be the reason for restoring. */
function foldLogIn(path: string): void {
  try {
    const database = new Database(path)
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.close()
  } catch {
    return
  }
}

/** Never over something: the operator names an empty database, and points DATABASE_URL at it afterwards. */
async function restorePostgresql(folder: string, manifest: Manifest, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ table: string }>(
      `SELECT format('%I', tablename) AS table FROM pg_tables
       WHERE schemaname = current_schema() AND tablename NOT LIKE '\\_prisma%'`,
    )
    for (const { table } of rows) {
      const { rows: some } = await client.query(`SELECT 1 FROM ${table} LIMIT 1`)
      if (some.length > 0) throw new Error('The database is not empty. Create a new one and name it in DATABASE_URL.')
    }
  } finally {
    await client.end()
  }
  await loadBackup(folder, manifest, url)
}

function restoreFiles(folder: string, manifest: Manifest, place: string, stamp: string): void {
  const draft = `${place}.restoring`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  for (const { path } of manifest.files) {
    const copy = join(draft, path)
    mkdirSync(dirname(copy), { recursive: true, mode: 0o700 })
    copyFileSync(join(folder, 'files', path), copy)
    flushToDisk(copy)
  }
  if (existsSync(place)) renameSync(place, `${place}.before-restore-${stamp}`)
  renameSync(draft, place)
  flushToDisk(dirname(place))
}
