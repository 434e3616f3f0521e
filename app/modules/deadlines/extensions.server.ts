import { randomUUID } from 'node:crypto'
import { audit, auditAll } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import type { Tx } from '~/platform/db.server.ts'
import type { PersonalDeadline } from './deadline.ts'

/** What an extension is of: `sitting`, later works and plans. The act that owns it has looked whether the actor may. */
export type DeadlineSubject = { readonly type: string; readonly id: string }

export type Grant = {
  readonly personIds: readonly string[]
  readonly until: Date
  readonly reason: string
}

/** Grants everybody named a personal deadline, inside the write of the act that owns the subject. */
export async function grantExtensions(tx: Tx, actor: Actor, subject: DeadlineSubject, grant: Grant, now: Date) {
  await tx.extension.createMany({
    data: grant.personIds.map((personId) => ({
      ...{ id: randomUUID(), personId, subjectType: subject.type, subjectId: subject.id },
      ...{ until: grant.until, reason: grant.reason, grantedBy: actor.personId, grantedAt: now },
    })),
  })
  await auditAll(
    tx,
    grant.personIds.map((personId) => ({
      ...{ actor, action: 'extension.granted', objectType: subject.type, objectId: `${subject.id}/${personId}` },
      ...{ reason: grant.reason, now },
    })),
  )
}

/** Personal deadlines in one subject, by person. */
export async function extensionsOf(
  reader: Pick<Tx, 'extension'>,
  subject: DeadlineSubject,
): Promise<ReadonlyMap<string, readonly PersonalDeadline[]>> {
  const rows = await reader.extension.findMany({
    where: { subjectType: subject.type, subjectId: subject.id },
    select: { personId: true, until: true, revokedAt: true },
  })
  const found = new Map<string, PersonalDeadline[]>()
  for (const { personId, until, revokedAt } of rows) {
    const own = found.get(personId) ?? []
    own.push({ until, isRevoked: revokedAt !== null })
    found.set(personId, own)
  }
  return found
}

/** Taken back, as if it had not been granted; done already, nothing is done. The act that owns the subject has looked. */
export async function revokeExtension(
  tx: Tx,
  actor: Actor,
  extensionId: string,
  cohortId: string,
  now: Date,
): Promise<void> {
  const { count } = await tx.extension.updateMany({
    where: { id: extensionId, revokedAt: null },
    data: { revokedAt: now, revokedBy: actor.personId },
  })
  if (count === 0) return
  await audit(tx, {
    ...{ actor, action: 'extension.revoked', objectType: 'extension', objectId: extensionId, cohortId, now },
  })
}

export type Replacement = {
  readonly extension: {
    readonly id: string
    readonly personId: string
    readonly subjectType: string
    readonly subjectId: string
    readonly until: Date
  }
  readonly until: Date
  readonly reason: string
  readonly cohortId: string
}

/** Another end, with its reason: the old one is taken back in the same write, and both are kept. */
export async function replaceExtension(
  tx: Tx,
  actor: Actor,
  { extension: { id, until: before, ...whose }, until, reason, cohortId }: Replacement,
  now: Date,
): Promise<void> {
  const { personId, subjectType, subjectId } = whose
  await tx.extension.update({ where: { id }, data: { revokedAt: now, revokedBy: actor.personId } })
  await tx.extension.create({
    data: {
      ...{ id: randomUUID(), personId, subjectType, subjectId, until, reason },
      ...{ grantedBy: actor.personId, grantedAt: now },
    },
  })
  await audit(tx, {
    ...{ actor, action: 'extension.changed', objectType: 'extension', objectId: id, cohortId, now },
    reason: `${before.toISOString()} → ${until.toISOString()}: ${reason}`,
  })
}
