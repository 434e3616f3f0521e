import { type CohortHead, getCohort } from '~/modules/cohorts/cohorts.server.ts'
import { runsCohort } from '~/modules/cohorts/scope.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, instantOrNull, type RawRow, text, textOrNull, truth, whole, wholeOrNull } from '~/platform/raw-row.ts'
import { attemptsLeft, ownEndOf, type SittingState, sittingState } from './cohort-sitting.ts'
import { type LateGroup, lateAnswersIn } from './late-answers.server.ts'
import { bestOf, countStates, currentOf, type RoomAttempt, type RoomState, roomState, silentAfterMs } from './room.ts'
import { paperIdsOf } from './sitting-papers.ts'

export type RoomPerson = {
  readonly personId: string
  readonly name: string
  readonly state: RoomState
  readonly current: RoomAttempt | null
  readonly best: RoomAttempt | null
  readonly attempts: readonly RoomAttempt[]
  readonly timePercent: number
  /** until when she may sit, or her running attempt ends */
  readonly endsAt: Date
  readonly isExtended: boolean
  /** she may begin once more, if there is time */
  readonly hasMore: boolean
}

export type RoomSitting = {
  readonly id: string
  readonly title: string
  readonly subject: Subject
  readonly opensAt: Date
  readonly closesAt: Date
  readonly limitMinutes: number
  readonly attempts: number
  readonly releaseAt: Date | null
  readonly paperIds: readonly string[]
  readonly state: SittingState
}

export type Room = {
  readonly cohort: CohortHead
  readonly sitting: RoomSitting
  readonly people: readonly RoomPerson[]
  readonly counts: Readonly<Record<RoomState, number>>
  readonly late: readonly LateGroup[]
  readonly now: Date
}

/** Everybody of the cohort, and whoever has sat though she has left it. */
export async function getRoom(actor: Actor, cohortId: string, sittingId: string, now: Date): Promise<Room> {
  const cohort = await getCohort(actor, cohortId)
  const stored = await db.read.sitting.findFirst({ where: { id: sittingId, cohortId } })
  if (!stored) throw notFound()
  const { id, title, opensAt, closesAt, limitMinutes, attempts, releaseAt } = stored
  const rows = await db.rows(roomQuery(actor, cohortId, sittingId))
  const people = new Map<string, RawRow[]>()
  for (const row of rows) people.set(text(row.person), [...(people.get(text(row.person)) ?? []), row])
  const room = [...people.values()].map((own) => roomPerson(own, stored, now))
  return {
    ...{ cohort, people: room, counts: countStates(room.map(({ state }) => state)), now },
    sitting: {
      ...{ id, title, opensAt, closesAt, limitMinutes, attempts, releaseAt, state: sittingState(stored, now) },
      ...{ subject: stored.subject as Subject, paperIds: paperIdsOf(stored.paperIds) },
    },
    late: room.some((one) => one.attempts.some(({ late }) => late > 0)) ? await lateAnswersIn(sittingId, now) : [],
  }
}

/** One query, however full the room is: it is asked again whenever something has happened in it. */
function roomQuery(actor: Actor, cohortId: string, sittingId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT p."id" AS person, p."name" AS name, a."id" AS id, a."number" AS number, a."status" AS status,
      a."submittedBy" AS submitter, a."startedAt" AS started, a."deadlineAt" AS deadline, a."boundaryAt" AS boundary,
      a."submittedAt" AS submitted, a."lastSeenAt" AS seen, a."waiting" AS waiting, a."paperId" AS paper,
      a."halfPoints" AS points, a."outOf" AS outof, a."passed" AS passed,
      (SELECT MAX(w."savedAt") FROM "Answer" w WHERE w."attemptId" = a."id") AS saved,
      (SELECT COUNT(*) FROM "Answer" w WHERE w."attemptId" = a."id" AND w."value" <> '') AS answered,
      (SELECT COUNT(*) FROM "LateAnswer" l WHERE l."attemptId" = a."id" AND l."decidedAt" IS NULL) AS late,
      (SELECT COUNT(*) FROM "AttemptEvent" e WHERE e."attemptId" = a."id"
        AND e."kind" IN ('takenOver', 'hidden', 'pasted', 'offline', 'clockMoved')) AS signals,
      (SELECT MAX(x."until") FROM "Extension" x WHERE x."subjectType" = 'sitting' AND x."subjectId" = s."id"
        AND x."personId" = p."id" AND x."revokedAt" IS NULL) AS extended,
      (SELECT MAX(o."timePercent") FROM "Accommodation" o WHERE o."personId" = p."id" AND o."endedAt" IS NULL) AS percent
    FROM "Sitting" s
    JOIN "CohortMember" m ON m."cohortId" = s."cohortId"
    JOIN "Person" p ON p."id" = m."personId"
    LEFT JOIN "Attempt" a ON a."sittingId" = s."id" AND a."personId" = p."id"
    WHERE s."id" = ${sittingId} AND s."cohortId" = ${cohortId} AND ${runsCohort(actor, Prisma.sql`s."cohortId"`)}
      AND (m."leftAt" IS NULL OR a."id" IS NOT NULL)
    ORDER BY p."sortKey", p."id", a."number"`
}

type Stored = { opensAt: Date; closesAt: Date; cancelledAt: Date | null; limitMinutes: number; attempts: number }

function roomPerson(rows: readonly RawRow[], sitting: Stored, now: Date): RoomPerson {
  const [first = {}] = rows
  const attempts = rows.flatMap((row) => (row.id === null ? [] : [roomAttempt(row)]))
  const current = currentOf(attempts)
  const timePercent = wholeOrNull(first.percent) ?? 100
  const extendedUntil = instantOrNull(first.extended)
  const { opensAt, closesAt, cancelledAt, limitMinutes } = sitting
  const own = { opensAt, closesAt, cancelledAt, limitMinutes, timePercent, extendedUntil }
  return {
    ...{ personId: text(first.person), name: text(first.name), attempts, current, best: bestOf(attempts), timePercent },
    state: roomState(current, now),
    endsAt: current?.status === 'open' ? current.deadlineAt : ownEndOf(own),
    hasMore:
      attemptsLeft(
        sitting.attempts,
        attempts.map(({ status }) => status),
      ) > 0,
    isExtended: extendedUntil !== null && (current?.status === 'open' || extendedUntil > closesAt),
  }
}

function roomAttempt(row: RawRow): RoomAttempt {
  return {
    ...{ attemptId: text(row.id), number: whole(row.number), status: text(row.status), paperId: text(row.paper) },
    ...{ submittedBy: textOrNull(row.submitter), submittedAt: instantOrNull(row.submitted) },
    ...{ startedAt: instant(row.started), deadlineAt: instant(row.deadline), boundaryAt: instant(row.boundary) },
    ...{ lastSeenAt: instant(row.seen), savedAt: instantOrNull(row.saved), waiting: whole(row.waiting) },
    ...{ answered: whole(row.answered), late: whole(row.late), signals: whole(row.signals) },
    ...{ halfPoints: wholeOrNull(row.points), outOf: wholeOrNull(row.outof) },
    passed: row.passed === null ? null : truth(row.passed),
  }
}

/**
 * Changes when the room does: people come, go silent, hand in, send late; and with every minute in which somebody is in. One
 * query.
 */
export async function roomVersion(actor: Actor, sittingId: string, now: Date) {
  const silentSince = new Date(now.getTime() - silentAfterMs)
  const [row] = await db.rows(Prisma.sql`
    SELECT COUNT(DISTINCT s."id") AS there, COUNT(a."id") AS attempts,
      COALESCE(SUM(CASE WHEN a."status" = 'open' AND a."boundaryAt" >= ${now} THEN 1 ELSE 0 END), 0) AS running,
      COALESCE(SUM(CASE WHEN a."status" = 'open' AND a."lastSeenAt" < ${silentSince} THEN 1 ELSE 0 END), 0) AS silent,
      COALESCE(SUM(CASE WHEN a."status" = 'submitted' THEN 1 ELSE 0 END), 0) AS submitted,
      COALESCE(SUM(a."waiting"), 0) AS waiting, MAX(a."deadlineAt") AS deadline,
      COALESCE(SUM((SELECT COUNT(*) FROM "LateAnswer" l WHERE l."attemptId" = a."id" AND l."decidedAt" IS NULL)), 0) AS late
    FROM "Sitting" s LEFT JOIN "Attempt" a ON a."sittingId" = s."id"
    WHERE s."id" = ${sittingId} AND ${runsCohort(actor, Prisma.sql`s."cohortId"`)}`)
  if (!row || whole(row.there) === 0) throw notFound()
  const running = whole(row.running)
  const counts = [row.attempts, running, row.silent, row.submitted, row.waiting, row.late].map(whole)
  const minute = running > 0 ? Math.floor(now.getTime() / 60_000) : 0
  const deadline = instantOrNull(row.deadline)?.getTime() ?? 0
  // A page with people in its room is asked to look again once: what happened since it was made is not told apart.
  return { version: [...counts, deadline, minute].join('.'), changedAt: running > 0 ? now.getTime() : 0 }
}

export type TimelineEvent = {
  readonly id: string
  readonly attemptId: string
  readonly kind: string
  readonly detail: string
  readonly at: Date
}

/** What happened around the attempts of one person, in order; the end of each stands on its row. Whoever asks has the room. */
export async function timelineOf(attempts: readonly RoomAttempt[]): Promise<readonly TimelineEvent[]> {
  const events = await db.read.attemptEvent.findMany({
    where: { attemptId: { in: attempts.map(({ attemptId }) => attemptId) } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, attemptId: true, kind: true, detail: true, at: true },
    take: 300,
  })
  const ends = attempts.flatMap(({ attemptId, submittedAt, submittedBy }) => {
    const kind = submittedBy === 'self' ? 'submitted' : 'expired'
    return submittedAt ? [{ id: `${attemptId} end`, attemptId, kind, detail: '', at: submittedAt }] : []
  })
  return [...events, ...ends].toSorted((a, b) => a.at.getTime() - b.at.getTime())
}
