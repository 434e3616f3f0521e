import { z } from 'zod'
import { db, type Tx } from '~/platform/db.server.ts'
import type { Entry } from './canonical.ts'
import { type Anchor, chainStart, nextHash } from './chain.server.ts'

const batch = 500
/** names the sealer among PostgreSQL's advisory locks */
const sealerLock = 4_713_002
/**
 * An entry bears the instant of its request, which is over within a minute; older ones that are still unsealed come from an
 * import or the demo centre and wait for the next thorough pass. Without this each second would look at every entry.
 */
const lookBackMs = 15 * 60_000

let wasThorough = false

/**
 * Chains what has been recorded since the last time; tells how many entries that were. Not in the writing transaction: there
 * the chain's end would be one row that every writer on PostgreSQL fights for.
 */
export async function sealAuditEntries(now: Date, { thorough = !wasThorough } = {}): Promise<number> {
  const since = thorough ? new Date(0) : new Date(now.getTime() - lookBackMs)
  let sealed = 0
  for (;;) {
    const entries = await unsealedEntries(since)
    const count = entries.length === 0 ? 0 : await db.write((tx) => seal(tx, entries, now))
    if (count === 0) break
    sealed += count
  }
  if (thorough) wasThorough = true
  return sealed
}

const idRows = z.array(z.object({ id: z.string() }))

/** Read outside the write: entries never change, and a serializable read of them would stand in the writers' way. */
async function unsealedEntries(since: Date): Promise<readonly Entry[]> {
  const rows = idRows.parse(
    await db.read.$queryRaw`
      SELECT e."id" FROM "AuditEntry" e
      WHERE e."at" >= ${since} AND NOT EXISTS (SELECT 1 FROM "AuditSeal" s WHERE s."entryId" = e."id")
      ORDER BY e."at", e."id" LIMIT ${batch}`,
  )
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  return db.read.auditEntry.findMany({ where: { id: { in: ids } }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
}

const heldRows = z.tuple([z.object({ held: z.boolean() })])

/** 0 when another process is sealing. */
async function seal(tx: Tx, entries: readonly Entry[], now: Date): Promise<number> {
  if (db.dialect === 'postgresql') {
    const [{ held }] = heldRows.parse(await tx.$queryRaw`SELECT pg_try_advisory_xact_lock(${sealerLock}) AS held`)
    if (!held) return 0
  }
  const ids = entries.map(({ id }) => id)
  const sealed = await tx.auditSeal.findMany({ where: { entryId: { in: ids } }, select: { entryId: true } })
  const isSealed = new Set(sealed.map(({ entryId }) => entryId))
  const fresh = entries.filter(({ id }) => !isSealed.has(id))

  let head: Anchor = (await tx.auditSeal.findFirst({ orderBy: { seq: 'desc' } })) ?? chainStart
  const seals = fresh.map((entry) => {
    head = { seq: head.seq + 1, hash: nextHash(head.hash, entry) }
    return { ...head, entryId: entry.id, sealedAt: now }
  })
  await tx.auditSeal.createMany({ data: seals })
  return seals.length
}
