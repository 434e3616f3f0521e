import { randomBytes } from 'node:crypto'
import { db } from '~/platform/db.server.ts'
import { LatestKept } from '~/platform/latest-kept.ts'
import { masterKey } from '~/platform/master-key.server.ts'
import { seal, unseal } from '~/platform/sealed.server.ts'

/** Opens and seals what one person wrote. `place`: table, row and field. */
export type Sealing = {
  readonly seal: (place: string, text: string) => string
  readonly unseal: (place: string, sealed: string) => string
}

const kept = new LatestKept<string, Buffer>(2_000)

/**
 * With the key of this person, which is made when she first writes something. Not inside a write: it may have to write itself.
 * Her key is taken away when she is erased, and what she wrote is unreadable then, in old backups too (reliability.md §3.12).
 */
export async function sealingOf(personId: string, now: Date): Promise<Sealing> {
  const key = await personKey(personId, now)
  return { seal: (place, text) => seal(key, place, text), unseal: (place, sealed) => unseal(key, place, sealed) }
}

async function personKey(personId: string, now: Date): Promise<Buffer> {
  const row = await db.read.personKey.findUnique({ where: { personId }, select: { sealedKey: true } })
  return opened(personId, row?.sealedKey ?? (await makeKey(personId, now)))
}

/** Two that come at once agree: the second takes what it finds. */
function makeKey(personId: string, now: Date): Promise<string> {
  const sealedKey = seal(masterKey(), placeOf(personId), randomBytes(32).toString('base64'))
  return db.write(async (tx) => {
    const row = await tx.personKey.upsert({
      where: { personId },
      create: { personId, sealedKey, createdAt: now },
      update: {},
      select: { sealedKey: true },
    })
    return row.sealedKey
  })
}

function opened(personId: string, sealedKey: string): Buffer {
  const known = kept.get(sealedKey)
  if (known) return known
  const key = Buffer.from(unseal(masterKey(), placeOf(personId), sealedKey), 'base64')
  kept.keep(sealedKey, key)
  return key
}

function placeOf(personId: string): string {
  return `PersonKey/${personId}`
}

/** At boot: with another site's key nothing that was written could be read. Says what to do. */
export async function checkMasterKey(path: string): Promise<void> {
  const row = await db.read.personKey.findFirst({ orderBy: { createdAt: 'asc' } })
  if (!row) return
  try {
    opened(row.personId, row.sealedKey)
  } catch (cause) {
    throw new Error(`${path} is not the key of this database: put back the copy that was kept apart (operations.md)`, {
      cause,
    })
  }
}
