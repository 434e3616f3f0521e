import { randomUUID } from 'node:crypto'
import type { Tx } from '~/platform/db.server.ts'
import { requestOrigin } from '~/platform/request-origin.server.ts'

export type AuditedAct = {
  /** null: nobody is signed in, or the machine itself */
  readonly actor: { readonly personId: string; readonly roles: readonly string[] } | null
  /** «person.suspended»: the thing and what happened to it */
  readonly action: string
  readonly objectType: string
  readonly objectId: string
  readonly cohortId?: string | null
  readonly outcome?: 'done' | 'refused'
  readonly reason?: string | null
  readonly now: Date
}

/**
 * Records who did what, in the transaction that does it: neither is ever there without the other. Ids only, never a name,
 * an answer or a diary's text.
 */
export async function audit(tx: Tx, act: AuditedAct): Promise<void> {
  await tx.auditEntry.create({ data: entryOf(act) })
}

/** The same for an act on many: one statement, however many there are. */
export async function auditAll(tx: Tx, acts: readonly AuditedAct[]): Promise<void> {
  await tx.auditEntry.createMany({ data: acts.map(entryOf) })
}

function entryOf(act: AuditedAct) {
  const origin = requestOrigin()
  return {
    id: randomUUID(),
    at: act.now,
    actorId: act.actor?.personId ?? null,
    role: act.actor?.roles.join(' ') ?? null,
    action: act.action,
    objectType: act.objectType,
    objectId: act.objectId,
    cohortId: act.cohortId ?? null,
    outcome: act.outcome ?? 'done',
    reason: act.reason ?? null,
    requestId: origin?.requestId ?? null,
    network: origin?.network ?? null,
  }
}
