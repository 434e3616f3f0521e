import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayLearn } from '~/modules/identity/permissions.ts'
import { type Level, levels, type Subject } from '~/modules/questions/subjects.ts'
import { type Day, dayOf } from '~/platform/calendar.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { certificateSelect, revokeCertificates, standingCertificate, writeCertificate } from './certificates.server.ts'
import {
  type ExamEntry,
  faultOfDate,
  faultOfIssue,
  keyOf,
  levelOf,
  nextExamYear,
  passesIn,
  type StandingCertificate,
  type StandingRecord,
} from './real-exam.ts'
import { recordSelect, revokeRecords, standingRecord, type Writing, writeRecords } from './real-exam-writes.server.ts'
import { type SkippedYear, skippedYears, yearsByLevel } from './skipped-years.server.ts'
import { examFrom, type LevelStanding, laterExam, levelStanding, nextStanding } from './two-years.ts'

/* A trainee's own records of the real exam. They are hers to correct until a coordinator has checked them. */
export type OwnExam = {
  /** the latest one that somebody may register for */
  readonly examYear: number
  readonly levels: ReadonlyArray<{
    readonly level: Level
    /** the next exam of this level that is held */
    readonly examYear: number
    readonly standing: LevelStanding
    /** years without an exam since her first pass */
    readonly skipped: readonly SkippedYear[]
    /** what would be left for the exam after, if nothing were passed in this one */
    readonly ifNothing: { readonly year: number; readonly toSit: readonly Subject[] }
    /** the latest first */
    readonly records: readonly StandingRecord[]
    readonly certificate: StandingCertificate | null
  }>
}

export async function getOwnExam(actor: Actor, now: Date): Promise<OwnExam> {
  demand(mayLearn(actor))
  const where = { personId: actor.personId, revokedAt: null }
  const [skipped, records, certificates] = await Promise.all([
    skippedYears(),
    db.read.examRecord.findMany({ where, orderBy: [{ year: 'desc' }, { subject: 'asc' }], select: recordSelect }),
    db.read.certificate.findMany({ where, select: certificateSelect }),
  ])
  const entries = records.flatMap(standingRecord)
  const held = certificates.flatMap(standingCertificate)
  const examYear = nextExamYear(dayOf(now))
  return {
    examYear,
    levels: levels.map((level) => {
      const passes = passesIn(entries)
      const years = yearsByLevel(skipped)[level]
      const next = examFrom(examYear, years)
      const standing = levelStanding(level, passes, next, years)
      const { toSit } = nextStanding(level, passes, next, [], years)
      const own = entries.filter(({ subject }) => levelOf(subject) === level)
      const since = Math.min(examYear, ...passesIn(own).map(({ year }) => year))
      return {
        ...{ level, examYear: next, standing, ifNothing: { year: laterExam(next, 1, years), toSit }, records: own },
        skipped: skipped.filter((one) => one.level === level && one.year >= since),
        certificate: held.find((one) => one.level === level) ?? null,
      }
    }),
  }
}

/** What a form is told: the act is done, or which field is why it is not. */
export type ExamOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'fault'; readonly field: string; readonly code: string }

const done: ExamOutcome = { kind: 'done' }
const fault = (field: string, code: string): ExamOutcome => ({ kind: 'fault', field, code })

/** A new record, or in place of `correctedId` the right one. */
export async function saveOwnRecord(
  actor: Actor,
  correctedId: string | null,
  entry: ExamEntry,
  now: Date,
): Promise<ExamOutcome> {
  demand(mayLearn(actor))
  const date = faultOfDate(entry, dayOf(now))
  if (date) return fault(date === 'yearInvalid' ? 'year' : 'state', date)
  return db.write(async (tx) => {
    const standing = await tx.examRecord.findFirst({
      where: { personId: actor.personId, subject: entry.subject, year: entry.year, revokedAt: null },
      select: recordSelect,
    })
    if (correctedId !== null) {
      const old = await ownRecord(tx, actor, correctedId)
      if (old.checkedAt !== null) return fault('', 'examChecked')
      const [record] = standingRecord(old)
      if (standing && standing.id !== old.id) return fault('subject', 'examTwice')
      if (record && keyOf(record) !== keyOf(entry))
        await revokeRecords(tx, [old.id], ownWriting(actor, now), 'corrected')
    } else if (standing) {
      return fault('subject', 'examTwice')
    }
    await writeRecords(tx, [{ personId: actor.personId, entry }], ownWriting(actor, now))
    return done
  })
}

export async function removeOwnRecord(actor: Actor, recordId: string, now: Date): Promise<ExamOutcome> {
  demand(mayLearn(actor))
  return db.write(async (tx) => {
    const old = await ownRecord(tx, actor, recordId)
    if (old.checkedAt !== null) return fault('', 'examChecked')
    await revokeRecords(tx, [old.id], ownWriting(actor, now), 'removed')
    return done
  })
}

/** Undoes a removal: the same again, as a new row. */
export async function restoreOwnRecord(actor: Actor, recordId: string, now: Date): Promise<void> {
  demand(mayLearn(actor))
  await db.write(async (tx) => {
    const row = await tx.examRecord.findFirst({
      where: { id: recordId, personId: actor.personId, revokedAt: { not: null } },
      select: recordSelect,
    })
    const [entry] = row ? standingRecord(row) : []
    if (!entry) throw notFound()
    const { subject, year } = entry
    const where = { personId: actor.personId, subject, year, revokedAt: null }
    if (await tx.examRecord.findFirst({ where, select: { id: true } })) throw new DomainError('conflict')
    await writeRecords(tx, [{ personId: actor.personId, entry }], ownWriting(actor, now))
  })
}

/** A new certificate of a level, or the right day of the one that is there. */
export async function saveOwnCertificate(
  actor: Actor,
  certificate: { readonly level: Level; readonly issuedOn: Day },
  now: Date,
): Promise<ExamOutcome> {
  demand(mayLearn(actor))
  const date = faultOfIssue(certificate.issuedOn, dayOf(now))
  if (date) return fault('issuedOn', date)
  return db.write(async (tx) => {
    const old = await tx.certificate.findFirst({
      where: { personId: actor.personId, level: certificate.level, revokedAt: null },
      select: { checkedAt: true },
    })
    if (old && old.checkedAt !== null) return fault('level', 'examChecked')
    await writeCertificate(tx, { personId: actor.personId, ...certificate }, ownWriting(actor, now))
    return done
  })
}

export async function removeOwnCertificate(actor: Actor, certificateId: string, now: Date): Promise<ExamOutcome> {
  demand(mayLearn(actor))
  return db.write(async (tx) => {
    const old = await tx.certificate.findFirst({
      where: { id: certificateId, personId: actor.personId, revokedAt: null },
      select: { checkedAt: true },
    })
    if (!old) throw notFound()
    if (old.checkedAt !== null) return fault('', 'examChecked')
    await revokeCertificates(tx, [certificateId], ownWriting(actor, now), 'removed')
    return done
  })
}

export async function restoreOwnCertificate(actor: Actor, certificateId: string, now: Date): Promise<void> {
  demand(mayLearn(actor))
  await db.write(async (tx) => {
    const row = await tx.certificate.findFirst({
      where: { id: certificateId, personId: actor.personId, revokedAt: { not: null } },
      select: certificateSelect,
    })
    const [held] = row ? standingCertificate(row) : []
    if (!held) throw notFound()
    const { level, issuedOn } = held
    const where = { personId: actor.personId, level, revokedAt: null }
    if (await tx.certificate.findFirst({ where, select: { id: true } })) throw new DomainError('conflict')
    await writeCertificate(tx, { personId: actor.personId, level, issuedOn }, ownWriting(actor, now))
  })
}

async function ownRecord(tx: Tx, actor: Actor, recordId: string) {
  const row = await tx.examRecord.findFirst({
    where: { id: recordId, personId: actor.personId, revokedAt: null },
    select: recordSelect,
  })
  if (!row) throw notFound()
  return row
}

function ownWriting(actor: Actor, now: Date): Writing {
  return { actor, cohortId: null, isChecked: false, source: 'manual', now }
}
