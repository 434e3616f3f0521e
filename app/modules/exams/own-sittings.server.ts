import type { Actor } from '~/modules/identity/actor.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, instantOrNull, type RawRow, text, truth, whole, wholeOrNull } from '~/platform/raw-row.ts'
import { type Admission, admissionOf, attemptsLeft, isReleased, type OwnTerms, ownEndOf } from './cohort-sitting.ts'
import { outlineOf } from './exam-home.server.ts'
import type { SubjectPage } from './exam-home.ts'
import { openPaper } from './papers.server.ts'
import { paperIdsOf } from './sitting-papers.ts'
import { ownTerms, requireOwnSitting, scopeOf } from './sitting-start.server.ts'

/** A sitting as a trainee finds it among her exams. Marks are null before the release. */
export type OwnSitting = {
  readonly id: string
  readonly title: string
  readonly subject: Subject
  readonly opensAt: Date
  /** her own end of the window */
  readonly endsAt: Date
  readonly admission: Admission
  readonly openAttemptId: string | null
  readonly last: OwnSittingAttempt | null
  readonly releaseAt: Date | null
  readonly isReleased: boolean
  /** planned otherwise at first */
  readonly changedAt: Date | null
}

export type OwnSittingAttempt = {
  readonly attemptId: string
  readonly number: number
  readonly isVoid: boolean
  readonly voidReason: string | null
  readonly submittedAt: Date | null
  readonly halfPoints: number | null
  readonly outOf: number | null
  readonly passed: boolean | null
}

const shown = 100

/** Of the cohorts she is in: what is open first, then what comes, then what was. A row for each of her attempts, in one query. */
export async function listOwnSittings(actor: Actor, now: Date): Promise<readonly OwnSitting[]> {
  const rows = await db.rows(Prisma.sql`
    SELECT s."id" AS sitting, s."title" AS title, s."subject" AS subject, s."opensAt" AS opens, s."closesAt" AS closes,
      s."limitMinutes" AS minutes, s."attempts" AS allowed, s."releaseAt" AS released, s."cancelledAt" AS cancelled,
      s."changedAt" AS changed, a."id" AS id, a."number" AS number, a."status" AS status, a."boundaryAt" AS boundary, a."submittedAt" AS submitted,
      a."halfPoints" AS points, a."outOf" AS outof, a."passed" AS passed, a."voidReason" AS voided,
      (SELECT MAX(x."until") FROM "Extension" x WHERE x."subjectType" = 'sitting' AND x."subjectId" = s."id"
        AND x."personId" = m."personId" AND x."revokedAt" IS NULL) AS extended,
      (SELECT MAX(o."timePercent") FROM "Accommodation" o WHERE o."personId" = m."personId" AND o."endedAt" IS NULL) AS percent
    FROM "CohortMember" m
    JOIN "Cohort" c ON c."id" = m."cohortId" AND c."archivedAt" IS NULL
    JOIN "Sitting" s ON s."cohortId" = m."cohortId"
    LEFT JOIN "Attempt" a ON a."personId" = m."personId" AND a."scope" = 'sitting:' || s."id"
    WHERE m."personId" = ${actor.personId} AND m."leftAt" IS NULL
    ORDER BY s."opensAt" DESC, s."id", a."number" LIMIT ${shown}`)
  const sittings = new Map<string, RawRow[]>()
  for (const row of rows) sittings.set(text(row.sitting), [...(sittings.get(text(row.sitting)) ?? []), row])
  return [...sittings.values()].map((own) => ownSitting(own, now)).toSorted(bySoonest)
}

const ranks: Readonly<Record<Admission, number>> = {
  ...{ goOn: 0, ready: 0, notYet: 1, noneLeft: 2, closed: 2, cancelled: 2 },
}

function bySoonest(a: OwnSitting, b: OwnSitting): number {
  const forward = a.admission === 'notYet' ? 1 : -1
  return ranks[a.admission] - ranks[b.admission] || forward * (a.opensAt.getTime() - b.opensAt.getTime())
}

function ownSitting(rows: readonly RawRow[], now: Date): OwnSitting {
  const [first = {}] = rows
  const own: OwnTerms = {
    ...{ opensAt: instant(first.opens), closesAt: instant(first.closes), cancelledAt: instantOrNull(first.cancelled) },
    ...{ limitMinutes: whole(first.minutes), timePercent: wholeOrNull(first.percent) ?? 100 },
    extendedUntil: instantOrNull(first.extended),
  }
  const tried = rows.filter(({ id }) => id !== null)
  const open = tried.find((row) => row.status === 'open' && instant(row.boundary) >= now)
  const left = attemptsLeft(
    whole(first.allowed),
    tried.map(({ status }) => text(status)),
  )
  const last = tried.at(-1)
  const releaseAt = instantOrNull(first.released)
  return {
    ...{ id: text(first.sitting), title: text(first.title), subject: text(first.subject) as Subject },
    ...{ opensAt: own.opensAt, endsAt: ownEndOf(own), releaseAt, isReleased: isReleased(releaseAt, now) },
    changedAt: instantOrNull(first.changed),
    admission: admissionOf(own, { left, isIn: open !== undefined }, now),
    openAttemptId: open ? text(open.id) : null,
    last: last ? ownAttempt(last, isReleased(releaseAt, now)) : null,
  }
}

function ownAttempt(row: RawRow, isShown: boolean): OwnSittingAttempt {
  const isVoid = row.status === 'void'
  const shows = isShown && row.status === 'submitted'
  return {
    ...{ attemptId: text(row.id), number: whole(row.number), isVoid },
    ...{ voidReason: row.voided === null ? null : text(row.voided), submittedAt: instantOrNull(row.submitted) },
    halfPoints: shows ? wholeOrNull(row.points) : null,
    outOf: shows ? wholeOrNull(row.outof) : null,
    passed: shows && row.passed !== null ? truth(row.passed) : null,
  }
}

export type OwnSittingPage = {
  readonly id: string
  readonly title: string
  readonly subject: Subject
  readonly opensAt: Date
  readonly closesAt: Date
  readonly endsAt: Date
  /** what she may take, with her accommodation */
  readonly minutes: number
  readonly limitMinutes: number
  readonly allowed: number
  readonly left: number
  readonly admission: Admission
  readonly openAttemptId: string | null
  readonly isExtended: boolean
  readonly timePercent: number
  readonly releaseAt: Date | null
  readonly isReleased: boolean
  readonly blueprint: NonNullable<SubjectPage['blueprint']>
  readonly attempts: readonly OwnSittingAttempt[]
}

/** The door of a sitting: what the paper is like, until when, how often, and what she has sat. */
export async function getOwnSitting(actor: Actor, sittingId: string, now: Date): Promise<OwnSittingPage> {
  const sitting = await requireOwnSitting(db.read, actor, sittingId)
  const { id, title, opensAt, closesAt, limitMinutes, releaseAt } = sitting
  const own = await ownTerms(db.read, actor.personId, sitting)
  const rows = await db.read.attempt.findMany({
    where: { personId: actor.personId, scope: scopeOf(sittingId) },
    orderBy: { number: 'asc' },
  })
  const open = rows.find(({ status, boundaryAt }) => status === 'open' && boundaryAt >= now)
  const left = attemptsLeft(
    sitting.attempts,
    rows.map(({ status }) => status),
  )
  const [firstPaper] = paperIdsOf(sitting.paperIds)
  if (!firstPaper) throw notFound()
  const { blueprint } = await openPaper(firstPaper)
  const shows = isReleased(releaseAt, now)
  return {
    ...{ id, title, opensAt, closesAt, limitMinutes, left, releaseAt, isReleased: shows },
    ...{ subject: sitting.subject as Subject, allowed: sitting.attempts, endsAt: ownEndOf(own) },
    ...{ timePercent: own.timePercent, isExtended: own.extendedUntil !== null && own.extendedUntil > closesAt },
    minutes: Math.ceil((limitMinutes * own.timePercent) / 100),
    admission: admissionOf(own, { left, isIn: open !== undefined }, now),
    openAttemptId: open?.id ?? null,
    blueprint: outlineOf({ ...blueprint, minutes: limitMinutes }),
    attempts: rows.flatMap((row) => {
      const { id: attemptId, number, status, submittedAt, voidReason, halfPoints, outOf, passed } = row
      if (row === open) return []
      const marks = shows && status === 'submitted' ? { halfPoints, outOf, passed } : unknown
      return [{ attemptId, number, isVoid: status === 'void', voidReason, submittedAt, ...marks }]
    }),
  }
}

const unknown = { halfPoints: null, outOf: null, passed: null } as const
