import { randomBytes } from 'node:crypto'
import { db } from './db.server.ts'

const known = new Map<string, Buffer>()

/**
 * A secret of this site, the same in every process and after every restart: what it signs may go through a browser and come
 * back. Made when first asked for; it never changes, so that each process keeps it.
 */
export async function siteSecret(name: string, now: Date): Promise<Buffer> {
  const kept = known.get(name)
  if (kept) return kept
  const secret = Buffer.from((await find(name)) ?? (await make(name, now)), 'base64')
  known.set(name, secret)
  return secret
}

async function find(name: string): Promise<string | undefined> {
  const row = await db.read.siteSecret.findUnique({ where: { name } })
  return row?.value
}

/** Two processes that start together agree: the one that comes second takes what it finds. */
function make(name: string, now: Date): Promise<string> {
  return db.write(async (tx) => {
    const row = await tx.siteSecret.upsert({
      where: { name },
      create: { name, value: randomBytes(32).toString('base64'), createdAt: now },
      update: {},
    })
    return row.value
  })
}
