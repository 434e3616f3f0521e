import { createHash } from 'node:crypto'
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { loadBackup, tableFile } from './backup-load.server.ts'
import { backupsFolder, listBackups, type Manifest, manifestName } from './backup-manifest.server.ts'
import { backupsToKeep } from './backup-retention.ts'
import { openSnapshot, type Snapshot } from './backup-snapshot.server.ts'
import { tablesToKeep, writeTable } from './backup-tables.server.ts'
import { flushToDisk, lockDatabase } from './db-file.server.ts'

export type Site = { readonly databaseUrl: string; readonly dataDir: string }

const unfinished = '.unfinished-'

/**
 * Writes database and files into a folder of their own, proves by loading it that the backup can be restored, and only then
 * puts the manifest in that makes it one. May run beside the server. Returns the folder.
 */
export async function takeBackup(site: Site, now: Date): Promise<string> {
  const place = backupsFolder(site.dataDir)
  mkdirSync(place, { recursive: true })
  const unlock = lockDatabase(join(place, 'backup'))
  try {
    return await write(site, place, now)
  } finally {
    unlock()
  }
}

async function write(site: Site, place: string, now: Date): Promise<string> {
  removeUnfinished(place)
  const name = now.toISOString().slice(0, 19).replaceAll(':', '')
  const [folder, work] = [join(place, `${name}Z`), join(place, `${unfinished}${name}`)]
  if (existsSync(folder)) throw new Error(`${folder} exists already`)
  mkdirSync(join(work, 'tables'), { recursive: true })

  const manifest = await writeDatabase(site.databaseUrl, work, now)
  await prove(work, manifest)
  // After the database: a file that a row speaks of is there by now, and files are never changed.
  const files = await copyFiles(join(site.dataDir, 'files'), join(work, 'files'))
  finish(work, folder, { ...manifest, files })
  removeOutdated(site.dataDir, now)
  return folder
}

async function writeDatabase(url: string, work: string, now: Date): Promise<Manifest> {
  const snapshot = await openSnapshot(url)
  try {
    const tables: Manifest['tables'] = {}
    for (const table of tablesToKeep(snapshot)) {
      tables[table.name] = await writeTable(snapshot, table, tableFile(work, table.name))
    }
    const { dialect, migrations } = snapshot
    return {
      format: 1,
      takenAt: now.toISOString(),
      dialect,
      migrations: [...migrations],
      tables,
      files: [],
      audit: await auditHead(snapshot),
    }
  } finally {
    await snapshot.close()
  }
}

async function auditHead(snapshot: Snapshot): Promise<Manifest['audit']> {
  const table = snapshot.tables.find(({ name }) => name === 'AuditSeal')
  if (!table) return null
  const [seq, hash] = ['seq', 'hash'].map((name) => table.columns.findIndex((column) => column.name === name))
  let head: Manifest['audit'] = null
  for await (const row of snapshot.rows(table)) head = { seq: Number(row[seq ?? -1]), hash: String(row[hash ?? -1]) }
  return head
}

/** Whole only if a database can be made of it: loads it into a scratch one and compares every table. */
async function prove(work: string, manifest: Manifest): Promise<void> {
  const scratch = join(work, 'scratch')
  mkdirSync(scratch)
  await loadBackup(work, manifest, `file:${join(scratch, 'proof.db')}`)
  rmSync(scratch, { recursive: true })
}

async function copyFiles(from: string, to: string): Promise<Manifest['files']> {
  const files: Manifest['files'] = []
  for (const source of filesBelow(from)) {
    const path = relative(from, source)
    const copy = join(to, path)
    mkdirSync(dirname(copy), { recursive: true })
    copyFileSync(source, copy)
    flushToDisk(copy)
    files.push({ path, ...(await digestFile(copy)) })
  }
  return files
}

/** Plain files only: what a link points to is not ours. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesBelow(path)
      return entry.isFile() ? [path] : []
    })
}

export async function digestFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const sha = createHash('sha256')
  let bytes = 0
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      sha.update(chunk)
      bytes += chunk.length
    }
  })
  return { bytes, sha256: sha.digest('hex') }
}

/** Everything is on the disk under its final name before the manifest says that it is. */
function finish(work: string, folder: string, manifest: Manifest): void {
  for (const path of [join(work, 'tables'), join(work, 'files'), work]) if (existsSync(path)) flushToDisk(path)
  renameSync(work, folder)
  const draft = join(folder, `${manifestName}.tmp`)
  writeFileSync(draft, `${JSON.stringify(manifest, null, 2)}\n`)
  flushToDisk(draft)
  renameSync(draft, join(folder, manifestName))
  flushToDisk(folder)
  flushToDisk(dirname(folder))
}

function removeUnfinished(place: string): void {
  for (const name of readdirSync(place)) {
    const isBackup = existsSync(join(place, name, manifestName))
    if (name.startsWith(unfinished) || (/^\d{4}-\d{2}-\d{2}T\d{6}Z$/.test(name) && !isBackup)) {
      rmSync(join(place, name), { recursive: true })
    }
  }
}

function removeOutdated(dataDir: string, now: Date): void {
  const backups = listBackups(dataDir)
  const kept = new Set(
    backupsToKeep(
      backups.map(({ takenAt }) => takenAt),
      now,
    ).map((at) => at.getTime()),
  )
  for (const { folder, takenAt } of backups) {
    // The manifest goes first, so that a removal that is cut short leaves nothing that looks like a backup.
    if (kept.has(takenAt.getTime()) || !basename(folder).endsWith('Z')) continue
    rmSync(join(folder, manifestName))
    rmSync(folder, { recursive: true })
  }
}
