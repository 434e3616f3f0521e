import { db } from '~/platform/db.server.ts'

/** How many entries are in the chain, and how many wait for the next second's sealing. */
export async function auditFigures(): Promise<{ sealed: number; unsealed: number }> {
  const [entries, sealed] = await Promise.all([db.read.auditEntry.count(), db.read.auditSeal.count()])
  return { sealed, unsealed: Math.max(0, entries - sealed) }
}
