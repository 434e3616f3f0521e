import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { restoreBackup } from '~/platform/backup-restore.server.ts'
import { clock } from '~/platform/clock.ts'
import { between, seededRandom } from '~/platform/random.ts'
import { migrate } from '../../prisma/migrate.ts'
import { killed, start, until } from './kill.ts'

const rows = 20_000

export type BackupKills = {
  readonly kills: number
  /** folders under a final name, complete or not, that restore took, and made the whole site of */
  readonly restored: number
  /** folders that restore refused */
  readonly refused: number
  /** folders that restore took, and that were not the whole site: there must be none */
  readonly accepted: number
}

/** Kills `npm run backup` at random moments and offers whatever it leaves to `restore`. */
export async function killWhileBackingUp(kills: number, seed: number): Promise<BackupKills> {
  const folder = mkdtempSync(join(tmpdir(), 'yucai-backup-kill-'))
  const random = seededRandom(seed)
  const found = { restored: 0, refused: 0, accepted: 0 }
  try {
    const site = await makeSite(join(folder, 'site'))
    const lasts = await duration(site.dataDir)
    for (let kill = 0; kill < kills; kill += 1) {
      rmSync(join(site.dataDir, 'backups'), { recursive: true })
      const child = backUp(site.dataDir)
      await until(() => existsSync(join(site.dataDir, 'backups')), child)
      await wait(between(random, 0, lasts))
      await killed(child)
      for (const name of readdirSync(join(site.dataDir, 'backups'), { withFileTypes: true })) {
        if (!name.isDirectory()) continue
        found[await offer(join(site.dataDir, 'backups', name.name), join(folder, `restored-${kill}`))] += 1
      }
    }
    return { kills, ...found }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makeSite(dataDir: string) {
  mkdirSync(join(dataDir, 'files'), { recursive: true })
  for (let n = 0; n < 50; n += 1) writeFileSync(join(dataDir, 'files', `f${n}`), `file ${n}`.repeat(1_000))
  const path = join(dataDir, 'yucai.db')
  await migrate(`file:${path}`)
  const database = new Database(path)
  const insert = database.prepare(`INSERT INTO SetupLink (id, tokenHash, createdAt) VALUES (?, ?, ?)`)
  database.transaction(() => {
    for (let n = 0; n < rows; n += 1) insert.run(`l${n}`, `${n}`, '2026-11-23T02:00:00.000+00:00')
  })()
  database.close()
  return { dataDir }
}

function backUp(dataDir: string) {
  return start('app/backup.cli.ts', [], { DATA_DIR: dataDir })
}

async function duration(dataDir: string): Promise<number> {
  const child = backUp(dataDir)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await until(() => existsSync(join(dataDir, 'backups')), child)
  const began = performance.now()
  await ended
  return Math.round(performance.now() - began)
}

async function offer(backup: string, place: string): Promise<'restored' | 'refused' | 'accepted'> {
  const target = { databaseUrl: `file:${join(place, 'yucai.db')}`, dataDir: place }
  try {
    await restoreBackup(backup, target, clock.now())
  } catch {
    return 'refused'
  }
  const database = new Database(join(place, 'yucai.db'), { readonly: true })
  const count = database.prepare('SELECT COUNT(*) FROM SetupLink').pluck().get()
  database.close()
  return count === rows && readdirSync(join(place, 'files')).length === 50 ? 'restored' : 'accepted'
}
