import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { copyFiles, lostFiles } from './backup-files.server.ts'
import { loadBackup, tableFile } from './backup-load.server.ts'
import { backupsFolder, lastBackup, listBackups, type Manifest, manifestName } from './backup-manifest.server.ts'
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

  const { stored, ...manifest } = await writeDatabase(site.databaseUrl, work, now)
  await prove(work, manifest)
  // After the database: a file that a row speaks of is there by now, is never changed, and stays for a day without its row.
  const files = await copyFiles(join(site.dataDir, 'files'), join(work, 'files'), lastBackup(site.dataDir))
  finish(work, folder, { ...manifest, files, lost: [...lostFiles(stored, files)] })
  removeOutdated(site.dataDir, now)
  return folder
}

/** `stored`: the hashes of the files that it speaks of. */
async function writeDatabase(url: string, work: string, now: Date): Promise<Manifest & { stored: readonly string[] }> {
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
      lost: [],
      audit: await auditHead(snapshot),
      stored: await storedHashes(snapshot),
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

async function storedHashes(snapshot: Snapshot): Promise<readonly string[]> {
  const table = snapshot.tables.find(({ name }) => name === 'StoredFile')
  const at = table?.columns.findIndex(({ name }) => name === 'hash') ?? -1
  const hashes: string[] = []
  if (table) for await (const row of snapshot.rows(table)) hashes.push(String(row[at]))
  return hashes
}

/** Whole only if a database can be made of it: loads it into a scratch one and compares every table. */
async function prove(work: string, manifest: Manifest): Promise<void> {
  const scratch = join(work, 'scratch')
  mkdirSync(scratch)
  await loadBackup(work, manifest, `file:${join(scratch, 'proof.db')}`)
  rmSync(scratch, { recursive: true })
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
