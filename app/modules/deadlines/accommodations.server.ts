import { randomUUID } from 'node:crypto'
import { audit } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db, type Tx } from '~/platform/db.server.ts'

/** The standing accommodation 便利 of a person, in percent of the time that others have: 100 without one. */
export async function timePercentOf(personId: string, reader: Pick<Tx, 'accommodation'> = db.read): Promise<number> {
  const found = await reader.accommodation.findFirst({
    where: { personId, endedAt: null },
    select: { timePercent: true },
  })
  return found?.timePercent ?? 100
}

export type NewAccommodation = {
  readonly personId: string
  readonly timePercent: number
  readonly reason: string
  /** for the audit: in which cohort it was granted */
  readonly cohortId: string
}

/** One stands at a time: a new one ends the old. Whoever calls has looked whether the actor may. */
export async function grantAccommodation(tx: Tx, actor: Actor, made: NewAccommodation, now: Date): Promise<void> {
  const { personId, timePercent, reason, cohortId } = made
  await tx.accommodation.updateMany({
    where: { personId, endedAt: null },
    data: { endedAt: now, endedBy: actor.personId },
  })
  await tx.accommodation.create({
    data: { id: randomUUID(), personId, timePercent, reason, grantedBy: actor.personId, grantedAt: now },
  })
  await audit(tx, {
    ...{ actor, action: 'accommodation.granted', objectType: 'person', objectId: personId, cohortId, now },
    reason: `${timePercent}%`,
  })
}

/** From now on she has the time of all; an exam that runs keeps its end. */
export async function endAccommodation(
  tx: Tx,
  actor: Actor,
  ended: Pick<NewAccommodation, 'personId' | 'cohortId'>,
  now: Date,
): Promise<void> {
  const { personId, cohortId } = ended
  const { count } = await tx.accommodation.updateMany({
    where: { personId, endedAt: null },
    data: { endedAt: now, endedBy: actor.personId },
  })
  if (count === 0) return
  await audit(tx, { actor, action: 'accommodation.ended', objectType: 'person', objectId: personId, cohortId, now })
}

/** Of these people, the standing ones first. */
export async function accommodationsOf(personIds: readonly string[]) {
  return db.read.accommodation.findMany({
    where: { personId: { in: [...personIds] } },
    orderBy: [{ grantedAt: 'desc' }, { id: 'asc' }],
    select: { personId: true, timePercent: true, reason: true, grantedBy: true, grantedAt: true, endedAt: true },
    take: 200,
  })
}
