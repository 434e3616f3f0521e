import { randomUUID } from 'node:crypto'
import { auditAll } from '~/modules/audit/audit.server.ts'
import { recordFact, revokeFacts } from '~/modules/evidence/evidence.server.ts'
import { type Level, levels } from '~/modules/questions/subjects.ts'
import { type Day, startOfDay } from '~/platform/calendar.ts'
import type { Tx } from '~/platform/db.server.ts'
import type { Prisma } from '~/platform/prisma/sqlite/client.ts'
import type { StandingCertificate } from './real-exam.ts'
import { organisationsOf, type Writing } from './real-exam-writes.server.ts'

/* Certificates as rows, kept like the records beside which they stand: revoked and added, never overwritten. */
export const certificateSelect = { id: true, personId: true, level: true, issuedOn: true, checkedAt: true } as const
type CertificateRow = Prisma.CertificateGetPayload<{ select: typeof certificateSelect }>

export function standingCertificate(row: CertificateRow): StandingCertificate[] {
  const level = levels.find((one) => one === row.level)
  return level ? [{ id: row.id, level, issuedOn: row.issuedOn, isChecked: row.checkedAt !== null }] : []
}

/** The certificate of a level, as it should stand; the same again changes nothing but that it is checked. */
export async function writeCertificate(
  tx: Tx,
  { personId, level, issuedOn }: { personId: string; level: Level; issuedOn: Day },
  by: Writing,
): Promise<void> {
  const old = await tx.certificate.findFirst({ where: { personId, level, revokedAt: null }, select: certificateSelect })
  if (old?.issuedOn === issuedOn) {
    if (by.isChecked) await checkCertificates(tx, [old.id], by)
    return
  }
  if (old) await revokeCertificates(tx, [old.id], by, 'corrected')
  const row = { id: randomUUID(), personId, level, issuedOn }
  const stamp = by.isChecked
    ? { checkedBy: by.actor.personId, checkedAt: by.now }
    : { checkedBy: null, checkedAt: null }
  await tx.certificate.create({
    data: { ...row, enteredBy: by.actor.personId, enteredAt: by.now, ...stamp, revokedAt: null },
  })
  await record(tx, 'certificate.entered', [row], by)
  if (by.isChecked) await recordCertificates(tx, [row], by)
}

/** Those that stand unchecked; the others are left as they are. */
export async function checkCertificates(tx: Tx, ids: readonly string[], by: Writing): Promise<number> {
  if (ids.length === 0) return 0
  const where = { id: { in: [...ids] }, checkedAt: null, revokedAt: null }
  const rows = await tx.certificate.findMany({ where, select: certificateSelect })
  await tx.certificate.updateMany({ where, data: { checkedBy: by.actor.personId, checkedAt: by.now } })
  await record(tx, 'certificate.checked', rows, by)
  await recordCertificates(tx, rows, by)
  return rows.length
}

export async function revokeCertificates(tx: Tx, ids: readonly string[], by: Writing, reason: string): Promise<number> {
  if (ids.length === 0) return 0
  const where = { id: { in: [...ids] }, revokedAt: null }
  const rows = await tx.certificate.findMany({ where, select: { id: true } })
  await tx.certificate.updateMany({ where, data: { revokedAt: by.now } })
  await revokeFacts(tx, { kind: 'certificate-earned', subjectIds: rows.map(({ id }) => id) }, reason, by.now)
  await record(tx, 'certificate.revoked', rows, by, reason)
  return rows.length
}

type NewRow = { readonly id: string; readonly personId: string; readonly issuedOn: Day }

async function recordCertificates(tx: Tx, rows: readonly NewRow[], by: Writing): Promise<void> {
  const organisations = await organisationsOf(
    tx,
    rows.map(({ personId }) => personId),
  )
  for (const { id, personId, issuedOn } of rows) {
    await recordFact(tx, {
      ...{ personId, organisationId: organisations.get(personId) ?? '', cohortId: by.cohortId },
      ...{ kind: 'certificate-earned', subjectType: 'certificate', subjectId: id, occurredAt: startOfDay(issuedOn) },
      ...{ minutes: null, source: by.source, recordedBy: by.actor.personId },
    })
  }
}

function record(tx: Tx, action: string, rows: readonly { id: string }[], by: Writing, reason: string | null = null) {
  const { actor, cohortId, now } = by
  return auditAll(
    tx,
    rows.map(({ id }) => ({ actor, action, objectType: 'certificate', objectId: id, cohortId, reason, now })),
  )
}
