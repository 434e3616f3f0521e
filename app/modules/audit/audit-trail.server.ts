import { db } from '~/platform/db.server.ts'

/** One thing that was done to an object: who, what, when and why. */
export type TrailEntry = {
  readonly id: string
  readonly at: Date
  readonly actorId: string | null
  readonly action: string
  readonly reason: string | null
}

/** What was done to one object, the last first. Whoever asks has made sure that the reader may know. */
export function auditTrail(objectType: string, objectId: string, limit: number): Promise<readonly TrailEntry[]> {
  return db.read.auditEntry.findMany({
    where: { objectType, objectId, outcome: 'done' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
    select: { id: true, at: true, actorId: true, action: true, reason: true },
  })
}
