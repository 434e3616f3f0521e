import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import { connectDatabase, type DatabaseOptions, db, disconnectDatabase, type Tx } from '~/platform/db.server.ts'
import type { Gate } from '~/platform/db-gate.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { between, type Random, seededRandom } from '~/platform/random.ts'
import { migrate } from '../../prisma/migrate.ts'

export type RaceResult = {
  readonly acknowledged: number
  /** plain writes that failed: none should */
  readonly refused: number
  /** acknowledged, and not there afterwards */
  readonly lost: number
  /** rows of a transaction that failed, there afterwards */
  readonly phantoms: number
  /** rows of a transaction that had not ended, or failed, seen by a reader */
  readonly dirty: number
}

const at = new Date('2026-11-23T02:00:00.000Z')
const mostInFlight = 150

/** Without a gate: everybody in at once. */
export const openDoor: Gate = {
  run: (work) => work(),
  figures: () => ({ depth: 0, waitMs: 0, holdMs: 0 }),
  drained: async () => {},
}

/** `count` plain writes against as many transactions that fail, on a SQLite file of their own. */
export async function race(
  count: number,
  { seed = 1, overstays = 0, ...options }: { seed?: number; overstays?: number } & DatabaseOptions = {},
): Promise<RaceResult> {
  const folder = mkdtempSync(join(tmpdir(), 'yucai-race-'))
  const url = `file:${join(folder, 'race.db')}`
  await migrate(url)
  await connectDatabase(url, options)
  try {
    return await run(count, overstays, seededRandom(seed))
  } finally {
    await disconnectDatabase()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run(count: number, overstays: number, random: Random): Promise<RaceResult> {
  const acknowledged: string[] = []
  let [dirty, refused] = [0, 0]
  const acts = shuffled(count, random).map((isPlain, n) => async () => {
    if (isPlain) {
      const data = row(`plain-${n}`)
      const write =
        n % 2
          ? db.write((tx) => tx.setupLink.create({ data }))
          : db.writeOne(Prisma.sql`
            INSERT INTO "SetupLink" ("id", "tokenHash", "createdAt") VALUES (${data.id}, ${data.tokenHash}, ${data.createdAt})`)
      await write.then(
        () => acknowledged.push(`plain-${n}`),
        () => refused++,
      )
    } else {
      await failing(n, random)
      dirty += await db.read.setupLink.count({ where: { id: { startsWith: 'doomed' } } })
    }
  })
  await inFlight([...Array.from({ length: overstays }, (_, n) => () => overstaying(n)), ...acts])
  const kept = new Set((await db.read.setupLink.findMany({ select: { id: true } })).map(({ id }) => id))
  return {
    acknowledged: acknowledged.length,
    refused,
    lost: acknowledged.filter((id) => !kept.has(id)).length,
    phantoms: [...kept].filter((id) => id.startsWith('doomed')).length,
    dirty,
  }
}

function row(id: string) {
  return { id, tokenHash: id, createdAt: at }
}

/** As many `true` as `false`, in random order. */
function shuffled(count: number, random: Random): readonly boolean[] {
  const acts = Array.from({ length: 2 * count }, (_, n) => n < count)
  for (let n = acts.length - 1; n > 0; n -= 1) {
    const other = between(random, 0, n)
    const moved = acts[n] === true
    acts[n] = acts[other] === true
    acts[other] = moved
  }
  return acts
}

/** Fails by an error of its own, by a constraint, or by a trigger; sometimes after letting others run. */
async function failing(n: number, random: Random): Promise<void> {
  const [way, pauses] = [between(random, 0, 2), between(random, 0, 2)]
  const work = async (tx: Tx) => {
    await tx.setupLink.create({ data: row(`doomed-${n}`) })
    for (let pause = 0; pause < pauses; pause += 1) await nextTurn()
    if (way === 0) throw new Error('changed its mind')
    if (way === 1) await tx.setupLink.create({ data: row(`doomed-${n}`) })
    await tx.organisation.create({ data: { id: `doomed-${n}`, kind: 'village', name: 'x', createdAt: at } })
  }
  const outcome = await db.write(work).then(
    () => 'done',
    () => 'failed',
  )
  if (outcome === 'done') throw new Error('a transaction that had to fail was acknowledged')
}

/** Is thrown out after five seconds, and goes on writing. */
async function overstaying(n: number): Promise<void> {
  let goesOn: Promise<unknown> = Promise.resolve()
  const write = db.write((tx) => {
    goesOn = (async () => {
      await tx.setupLink.create({ data: row(`doomed-long-${n}`) })
      await wait(5_500)
      await tx.setupLink.create({ data: row(`doomed-late-${n}`) })
    })()
    return goesOn
  })
  const outcomes = await Promise.allSettled([write, write.catch(() => goesOn)])
  if (outcomes.some(({ status }) => status === 'fulfilled')) throw new Error('a write that took too long went through')
}

async function inFlight(acts: ReadonlyArray<() => Promise<void>>): Promise<void> {
  const waiting = acts.values()
  const runner = async () => {
    for (const act of waiting) await act()
  }
  await Promise.all(Array.from({ length: mostInFlight }, runner))
}
