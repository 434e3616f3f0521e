import { randomUUID } from 'node:crypto'
import { auditAll } from '~/modules/audit/audit.server.ts'
import { recordFact, revokeFacts } from '~/modules/evidence/evidence.server.ts'
import type { Fact } from '~/modules/evidence/evidence.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { isSubject } from '~/modules/questions/subjects.ts'
import { type Day, startOfDay } from '~/platform/calendar.ts'
import type { Tx } from '~/platform/db.server.ts'
import type { Prisma } from '~/platform/prisma/sqlite/client.ts'
import {
  type ExamEntry,
  fromHalfPoints,
  fullMark,
  isPass,
  isRecordState,
  isSameEntry,
  keyOf,
  type StandingRecord,
  toHalfPoints,
} from './real-exam.ts'

/*
 * Records of the real exam as rows. Nothing is overwritten: what was wrong is revoked and the right thing added beside it.
 * A passed subject is a fact of training once a coordinator has checked it, in the transaction that checks it.
 */
export type Writing = {
  readonly actor: Actor
  /** context of what is written; null: her own */
  readonly cohortId: string | null
  /** a coordinator's word is a checked word */
  readonly isChecked: boolean
  readonly source: Fact['source']
  readonly now: Date
}

export type Wish = { readonly personId: string; readonly entry: ExamEntry }
export type Written = { readonly added: number; readonly changed: number; readonly checked: number }

export const recordSelect = {
  ...{ id: true, personId: true, subject: true, year: true, state: true, halfPoints: true, checkedAt: true },
} as const
type RecordRow = Prisma.ExamRecordGetPayload<{ select: typeof recordSelect }>

export function standingRecord(row: RecordRow): StandingRecord[] {
  const { id, subject, year, state } = row
  if (!isSubject(subject) || !isRecordState(state)) return []
  const points = fromHalfPoints(row.halfPoints)
  return [{ id, subject, year, state, points, isChecked: row.checkedAt !== null }]
}

/** A few statements, however many wishes; one for a person, subject and year. */
export async function writeRecords(tx: Tx, wishes: readonly Wish[], by: Writing): Promise<Written> {
  const rows = await tx.examRecord.findMany({
    where: { personId: { in: [...new Set(wishes.map(({ personId }) => personId))] }, revokedAt: null },
    select: recordSelect,
  })
  const standing = new Map(
    rows.flatMap((row) => standingRecord(row).map((record) => [`${row.personId} ${keyOf(record)}`, record])),
  )
  const plans = wishes.map((wish) => ({ ...wish, old: standing.get(`${wish.personId} ${keyOf(wish.entry)}`) }))
  const changed = plans.filter(({ old, entry }) => old && !isSameEntry(old, entry))
  const fresh = plans.filter(({ old, entry }) => !old || !isSameEntry(old, entry))
  const confirmed = plans.flatMap(({ old, entry }) =>
    by.isChecked && old && !old.isChecked && isSameEntry(old, entry) ? old.id : [],
  )
  await revokeRecords(
    tx,
    changed.flatMap(({ old }) => old?.id ?? []),
    by,
    'corrected',
  )
  await addRecords(tx, fresh, by)
  await checkRecords(tx, confirmed, by)
  return { added: fresh.length - changed.length, changed: changed.length, checked: confirmed.length }
}

async function addRecords(tx: Tx, wishes: readonly Wish[], by: Writing): Promise<void> {
  if (wishes.length === 0) return
  const stamp = by.isChecked
    ? { checkedBy: by.actor.personId, checkedAt: by.now }
    : { checkedBy: null, checkedAt: null }
  const rows = wishes.map(({ personId, entry }) => ({ id: randomUUID(), personId, entry }))
  await tx.examRecord.createMany({
    data: rows.map(({ id, personId, entry }) => ({
      ...{ id, personId, subject: entry.subject, year: entry.year, state: entry.state },
      ...{ halfPoints: toHalfPoints(entry.points), enteredBy: by.actor.personId, enteredAt: by.now, ...stamp },
      revokedAt: null,
    })),
  })
  await record(tx, 'exam-record.entered', rows, by)
  if (by.isChecked) await recordPasses(tx, rows, by)
}

/** Those that stand unchecked; the others are left as they are. */
export async function checkRecords(tx: Tx, ids: readonly string[], by: Writing): Promise<number> {
  if (ids.length === 0) return 0
  const where = { id: { in: [...ids] }, checkedAt: null, revokedAt: null }
  const rows = await tx.examRecord.findMany({ where, select: recordSelect })
  await tx.examRecord.updateMany({ where, data: { checkedBy: by.actor.personId, checkedAt: by.now } })
  const checked = rows.flatMap((row) =>
    standingRecord(row).map((entry) => ({ id: row.id, personId: row.personId, entry })),
  )
  await record(tx, 'exam-record.checked', checked, by)
  await recordPasses(tx, checked, by)
  return checked.length
}

export async function revokeRecords(tx: Tx, ids: readonly string[], by: Writing, reason: string): Promise<number> {
  if (ids.length === 0) return 0
  const where = { id: { in: [...ids] }, revokedAt: null }
  const rows = await tx.examRecord.findMany({ where, select: { id: true } })
  await tx.examRecord.updateMany({ where, data: { revokedAt: by.now } })
  await revokeFacts(tx, { kind: 'exam-passed', subjectIds: rows.map(({ id }) => id) }, reason, by.now)
  await record(tx, 'exam-record.revoked', rows, by, reason)
  return rows.length
}

type NewRow = { readonly id: string; readonly personId: string; readonly entry: ExamEntry }

async function recordPasses(tx: Tx, rows: readonly NewRow[], by: Writing): Promise<void> {
  const passes = rows.filter(({ entry }) => isPass(entry))
  const organisations = await organisationsOf(
    tx,
    passes.map(({ personId }) => personId),
  )
  for (const { id, personId, entry } of passes) {
    await recordFact(tx, {
      ...{ personId, organisationId: organisations.get(personId) ?? '', cohortId: by.cohortId },
      ...{ kind: 'exam-passed', subjectType: 'exam-record', subjectId: id, occurredAt: startOfDay(heldOn(entry.year)) },
      ...{ minutes: null, score: { points: toHalfPoints(entry.points) ?? 0, outOf: fullMark * 2, scale: 2 } },
      ...{ source: by.source, recordedBy: by.actor.personId },
    })
  }
}

/** The weekend moves between the middle of May and of June: for windows of time the first of June stands for it. */
function heldOn(year: number): Day {
  return `${year}-06-01`
}

/** Where they work now: a fact keeps the agency of its day. */
export async function organisationsOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const people = await tx.person.findMany({
    where: { id: { in: [...new Set(personIds)] } },
    select: { id: true, organisationId: true },
  })
  return new Map(people.map(({ id, organisationId }) => [id, organisationId]))
}

function record(tx: Tx, action: string, rows: readonly { id: string }[], by: Writing, reason: string | null = null) {
  const { actor, cohortId, now } = by
  return auditAll(
    tx,
    rows.map(({ id }) => ({ actor, action, objectType: 'exam-record', objectId: id, cohortId, reason, now })),
  )
}
