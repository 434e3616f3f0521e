import { randomUUID } from 'node:crypto'
import { db } from '~/platform/db.server.ts'
import { randomToken, sha256 } from './secrets.server.ts'

/**
 * The token of the link that makes the first administrator, or null when there is one. Only its hash is kept, so every start
 * of a site that is not set up makes a new link and the one before is void.
 */
export async function ensureSetupLink(now: Date): Promise<string | null> {
  const token = randomToken()
  return db.write(async (tx) => {
    const isSetUp = await tx.personRole.findFirst({ where: { role: 'administrator' }, select: { personId: true } })
    if (isSetUp) return null
    await tx.setupLink.deleteMany({ where: { usedAt: null } })
    await tx.setupLink.create({ data: { id: randomUUID(), tokenHash: sha256(token), createdAt: now, usedAt: null } })
    return token
  })
}
