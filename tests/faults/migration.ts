import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { between, seededRandom } from '~/platform/random.ts'
import { migrate } from '../../prisma/migrate.ts'
import { killed, start, until } from './kill.ts'
import { newSource, oldSource } from './rebuilding-migration.ts'

const parents = 4_000
const childrenEach = 10

export type MigrationKills = {
  readonly kills: number
  /** the database was the old one, or the new one, afterwards */
  readonly old: number
  readonly new: number
  /** anything else: a row, the trigger or an index gone, damage, neither version */
  readonly broken: number
  /** did not migrate when started again */
  readonly stuck: number
}

/** Kills a table-rebuilding migration at random moments, each time from the same old database. */
export async function killWhileMigrating(kills: number, seed: number): Promise<MigrationKills> {
  const folder = mkdtempSync(join(tmpdir(), 'yucai-migration-'))
  const random = seededRandom(seed)
  const found = { old: 0, new: 0, broken: 0, stuck: 0 }
  try {
    const template = join(folder, 'template.db')
    await makeOldDatabase(template)
    const lasts = await duration(folder, template)
    for (let kill = 0; kill < kills; kill += 1) {
      const path = join(folder, `${kill}.db`)
      copyFileSync(template, path)
      const child = start('tests/faults/migration-victim.ts', [`file:${path}`, `${path}.began`])
      await until(() => existsSync(`${path}.began`), child)
      await wait(between(random, 0, lasts))
      await killed(child)
      found[stateOf(path)] += 1
      await migrate(`file:${path}`, { source: newSource })
      if (stateOf(path) !== 'new') found.stuck += 1
    }
    return { kills, ...found }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function makeOldDatabase(path: string): Promise<void> {
  await migrate(`file:${path}`, { source: oldSource })
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  const [parent, child] = [
    database.prepare('INSERT INTO Parent (id, name) VALUES (?, ?)'),
    database.prepare('INSERT INTO Child (id, parentId) VALUES (?, ?)'),
  ]
  database.transaction(() => {
    for (let p = 0; p < parents; p += 1) {
      parent.run(`p${p}`, `parent ${p}`.padEnd(200, '.'))
      for (let c = 0; c < childrenEach; c += 1) child.run(`p${p}c${c}`, `p${p}`)
    }
  })()
  database.close()
}

/** How long an undisturbed migration takes from its first step to its last, so that kills fall on all of it. */
async function duration(folder: string, template: string): Promise<number> {
  const path = join(folder, 'undisturbed.db')
  copyFileSync(template, path)
  const child = start('tests/faults/migration-victim.ts', [`file:${path}`, `${path}.began`])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await until(() => existsSync(`${path}.began`), child)
  const began = performance.now()
  await ended
  return Math.round(performance.now() - began)
}

/** Every row, the index, the trigger, no damage, and one of the two versions. */
export function stateOf(path: string): 'old' | 'new' | 'broken' {
  const database = new Database(path)
  try {
    const one = (sql: string) => database.prepare(sql).pluck().get()
    const isWhole =
      database.pragma('integrity_check', { simple: true }) === 'ok' &&
      JSON.stringify(database.pragma('foreign_key_check')) === '[]' &&
      one('SELECT COUNT(*) FROM Parent') === parents &&
      one('SELECT COUNT(*) FROM Child') === parents * childrenEach &&
      one(`SELECT COUNT(*) FROM sqlite_master WHERE name IN ('Child_parentId_idx', 'Child_kept')`) === 2
    if (!isWhole) return 'broken'
    const applied = one('SELECT COUNT(*) FROM _prisma_migrations WHERE finished_at IS NOT NULL')
    const hasGrade = one(`SELECT COUNT(*) FROM pragma_table_info('Parent') WHERE name = 'grade'`) === 1
    if (hasGrade !== (applied === 2)) return 'broken'
    return hasGrade ? 'new' : 'old'
  } catch {
    return 'broken'
  } finally {
    database.close()
  }
}
