import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { verifyAuditChain } from '~/modules/audit/chain.server.ts'
import { connectDatabase, disconnectDatabase } from '~/platform/db.server.ts'
import { between, seededRandom } from '~/platform/random.ts'
import { migrate } from '../../prisma/migrate.ts'

export type KillResult = {
  readonly kills: number
  readonly acknowledged: number
  /** acknowledged, and not there after a kill */
  readonly missing: number
  /** half of a transaction */
  readonly torn: number
  /** kills after which integrity_check or foreign_key_check complained, or the audit chain did not hold */
  readonly damaged: number
}

/** Kills a writing process again and again, on one and the same file, and looks at the file after each kill. */
export async function killWhileWriting(kills: number, seed: number, manner = 'honest'): Promise<KillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'yucai-kill-'))
  const [path, acknowledgements] = [join(folder, 'kill.db'), join(folder, 'acknowledged')]
  const random = seededRandom(seed)
  let [torn, damaged, missing] = [0, 0, 0]
  try {
    await migrate(`file:${path}`)
    writeFileSync(acknowledgements, '')
    for (let kill = 0; kill < kills; kill += 1) {
      const size = readFileSync(acknowledgements).length
      const child = start('tests/faults/kill-writer.ts', [`file:${path}`, acknowledgements, `r${kill}`, manner])
      await until(() => readFileSync(acknowledgements).length > size, child)
      await wait(between(random, 1, 1_500))
      await killed(child)
      const found = inspect(path, acknowledged(acknowledgements))
      missing = found.missing
      torn += found.torn
      damaged += found.isSound && (await chainHolds(path)) ? 0 : 1
    }
    return { kills, acknowledged: acknowledged(acknowledgements).length, missing, torn, damaged }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whole lines only: the last one may have been cut off by the kill. */
function acknowledged(path: string): readonly string[] {
  return readFileSync(path, 'utf8').split('\n').slice(0, -1)
}

function inspect(path: string, acknowledged: readonly string[]) {
  const database = new Database(path)
  try {
    const isSound =
      database.pragma('integrity_check', { simple: true }) === 'ok' &&
      JSON.stringify(database.pragma('foreign_key_check')) === '[]'
    const answers = database.prepare<[], string>('SELECT id FROM CheckAnswer').pluck().all()
    const recorded = new Set(database.prepare<[], string>('SELECT objectId FROM AuditEntry').pluck().all())
    const kept = new Set(answers)
    return {
      isSound,
      missing: acknowledged.filter((id) => !kept.has(id)).length,
      torn: answers.filter((id) => !recorded.has(id)).length + (recorded.size - answers.length),
    }
  } finally {
    database.close()
  }
}

async function chainHolds(path: string): Promise<boolean> {
  await connectDatabase(`file:${path}`)
  try {
    return (await verifyAuditChain()).ok
  } finally {
    await disconnectDatabase()
  }
}

/** A script of ours in a process of its own. */
export function start(script: string, args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  })
}

export async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

export async function until(isSo: () => boolean, child: ChildProcess): Promise<void> {
  for (let tries = 0; !isSo(); tries += 1) {
    if (child.exitCode !== null) throw new Error(`the process to be killed ended by itself with ${child.exitCode}`)
    if (tries > 6_000) throw new Error('the process to be killed does nothing')
    await wait(5)
  }
}
