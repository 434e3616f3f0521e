import { cohortsOf, requireOpenCohort } from '~/modules/cohorts/scope.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { levels, subjectCodes } from '~/modules/questions/subjects.ts'
import { dayOf } from '~/platform/calendar.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import {
  certificateSelect,
  checkCertificates,
  revokeCertificates,
  standingCertificate,
  writeCertificate,
} from './certificates.server.ts'
import type { RowForm } from './real-exam.schema.ts'
import type { ExamOutcome } from './real-exam.server.ts'
import { baseOf, type ExamPerson, faultOfDate, faultOfIssue, keyOf } from './real-exam.ts'
import {
  checkRecords,
  recordSelect,
  revokeRecords,
  standingRecord,
  type Writing,
  writeRecords,
} from './real-exam-writes.server.ts'

/* A coordinator's table of the real exam: what her trainees did outside, entered and checked. */
export type CohortExamPerson = ExamPerson & {
  readonly id: string
  readonly name: string
  readonly username: string
}

/** The members of a cohort that the actor runs, with everything that stands of them; by name. */
export async function listCohortExam(actor: Actor, cohortId: string): Promise<readonly CohortExamPerson[]> {
  return readCohortExam(db.read, actor, cohortId)
}

type Reader = Pick<Tx, 'cohort' | 'cohortMember' | 'examRecord' | 'certificate'>

export async function readCohortExam(reader: Reader, actor: Actor, cohortId: string) {
  const cohort = await reader.cohort.findFirst({
    where: { AND: [{ id: cohortId }, cohortsOf(actor)] },
    select: { id: true },
  })
  if (!cohort) throw notFound()
  const members = await reader.cohortMember.findMany({
    where: { cohortId, leftAt: null },
    orderBy: [{ person: { sortKey: 'asc' } }, { personId: 'asc' }],
    select: { person: { select: { id: true, name: true, username: true } } },
  })
  const where = { personId: { in: members.map(({ person }) => person.id) }, revokedAt: null }
  const [records, certificates] = await Promise.all([
    reader.examRecord.findMany({ where, orderBy: [{ year: 'desc' }, { subject: 'asc' }], select: recordSelect }),
    reader.certificate.findMany({ where, select: certificateSelect }),
  ])
  const [recordsOf, certificatesOf] = [byPerson(records), byPerson(certificates)]
  return members.map(
    ({ person }): CohortExamPerson => ({
      ...person,
      records: (recordsOf.get(person.id) ?? []).flatMap(standingRecord),
      certificates: (certificatesOf.get(person.id) ?? []).flatMap(standingCertificate),
    }),
  )
}

export type Removed = { readonly recordIds: readonly string[]; readonly certificateIds: readonly string[] }

/** One person's year as it should stand. What a coordinator saves is checked. */
export async function saveExamRow(
  actor: Actor,
  cohortId: string,
  form: RowForm,
  now: Date,
): Promise<ExamOutcome | { readonly kind: 'saved'; readonly removed: Removed }> {
  const fault = rowFault(form, now)
  if (fault) return fault
  return db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    const { personId, year } = form
    const person = (await readCohortExam(tx, actor, cohortId)).find(({ id }) => id === personId)
    if (!person) throw notFound()
    if (baseOf(person, year) !== form.base) return { kind: 'fault', field: '', code: 'changedMeanwhile' }

    const by = writing(actor, cohortId, now)
    const emptied = person.records.filter(
      (record) => record.year === year && form[`state-${record.subject}`] === 'none',
    )
    const given = person.certificates.filter(({ level }) => form[`issued-${level}`] === '')
    const removed = { recordIds: emptied.map(({ id }) => id), certificateIds: given.map(({ id }) => id) }
    await revokeRecords(tx, removed.recordIds, by, 'removed')
    await revokeCertificates(tx, removed.certificateIds, by, 'removed')
    await writeRecords(
      tx,
      entriesIn(form).map((entry) => ({ personId, entry })),
      by,
    )
    for (const level of levels) {
      const issuedOn = form[`issued-${level}`]
      if (issuedOn !== '') await writeCertificate(tx, { personId, level, issuedOn }, by)
    }
    return { kind: 'saved', removed }
  })
}

function entriesIn(form: RowForm) {
  return subjectCodes.flatMap((subject) => {
    const state = form[`state-${subject}`]
    return state === 'none' ? [] : [{ subject, year: form.year, state, points: form[`mark-${subject}`] }]
  })
}

function rowFault(form: RowForm, now: Date): ExamOutcome | null {
  const today = dayOf(now)
  for (const entry of entriesIn(form)) {
    const code = faultOfDate(entry, today)
    if (code) return { kind: 'fault', field: code === 'yearInvalid' ? '' : `state-${entry.subject}`, code }
  }
  for (const level of levels) {
    const issuedOn = form[`issued-${level}`]
    const code = issuedOn === '' ? null : faultOfIssue(issuedOn, today)
    if (code) return { kind: 'fault', field: `issued-${level}`, code }
  }
  return null
}

type Chosen = { readonly recordIds: readonly string[]; readonly certificateIds: readonly string[] }

/** 核对: what her trainees entered is right. Returns how many became checked; what was corrected meanwhile is left. */
export async function checkExam(actor: Actor, cohortId: string, chosen: Chosen, now: Date): Promise<number> {
  return db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    await requireOwn(tx, cohortId, chosen)
    const by = writing(actor, cohortId, now)
    return (await checkRecords(tx, chosen.recordIds, by)) + (await checkCertificates(tx, chosen.certificateIds, by))
  })
}

/** Everything of a year that stood unchecked when she read the page; what came after it was not seen by her. */
export async function checkAllExam(
  actor: Actor,
  cohortId: string,
  { year, readAt }: { readonly year: number; readonly readAt: Date },
  now: Date,
): Promise<number> {
  return db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    const members = await tx.cohortMember.findMany({ where: { cohortId, leftAt: null }, select: { personId: true } })
    const personId = { in: members.map((member) => member.personId) }
    const where = { personId, checkedAt: null, revokedAt: null, enteredAt: { lte: readAt } }
    const records = await tx.examRecord.findMany({ where: { ...where, year }, select: { id: true } })
    const certificates = await tx.certificate.findMany({ where, select: { id: true } })
    const by = writing(actor, cohortId, now)
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
    return (await checkRecords(tx, ids(records), by)) + (await checkCertificates(tx, ids(certificates), by))
  })
}

/** Undoes a removal: the same again, as new rows. What has been entered in their place since then stays. */
export async function restoreExam(actor: Actor, cohortId: string, removed: Chosen, now: Date): Promise<void> {
  await db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    await requireOwn(tx, cohortId, removed)
    const people = new Map((await readCohortExam(tx, actor, cohortId)).map((person) => [person.id, person]))
    const by = writing(actor, cohortId, now)
    const gone = (ids: readonly string[]) => ({ id: { in: [...ids] }, revokedAt: { not: null } })
    const records = await tx.examRecord.findMany({ where: gone(removed.recordIds), select: recordSelect })
    const wishes = records.flatMap((row) => standingRecord(row).map((entry) => ({ personId: row.personId, entry })))
    const isFree = ({ personId, entry }: (typeof wishes)[number]) =>
      !people.get(personId)?.records.some((record) => keyOf(record) === keyOf(entry))
    await writeRecords(tx, wishes.filter(isFree), by)
    const certificates = await tx.certificate.findMany({
      where: gone(removed.certificateIds),
      select: certificateSelect,
    })
    for (const row of certificates) {
      const [held] = standingCertificate(row)
      const hasOne = people.get(row.personId)?.certificates.some(({ level }) => level === held?.level)
      if (held && !hasOne) await writeCertificate(tx, { ...held, personId: row.personId }, by)
    }
  })
}

/** Every one of them is a member's here. */
async function requireOwn(tx: Tx, cohortId: string, { recordIds, certificateIds }: Chosen): Promise<void> {
  const select = { personId: true } as const
  const [records, certificates] = [
    await tx.examRecord.findMany({ where: { id: { in: [...recordIds] } }, select }),
    await tx.certificate.findMany({ where: { id: { in: [...certificateIds] } }, select }),
  ]
  const rows = [...records, ...certificates]
  const people = [...new Set(rows.map(({ personId }) => personId))]
  const members = await tx.cohortMember.count({ where: { cohortId, leftAt: null, personId: { in: people } } })
  const wanted = new Set([...recordIds, ...certificateIds]).size
  if (rows.length !== wanted || members !== people.length) throw notFound()
}

export function writing(actor: Actor, cohortId: string, now: Date): Writing {
  return { actor, cohortId, isChecked: true, source: 'manual', now }
}

function byPerson<Row extends { readonly personId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.personId, [...(groups.get(row.personId) ?? []), row])
  return groups
}
