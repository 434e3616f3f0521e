import { recordFact } from '~/modules/evidence/evidence.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import type { RawTx } from '~/platform/db-raw.ts'
import { notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, text, textOrNull, whole } from '~/platform/raw-row.ts'
import { type Arrangement, pickedIndexes } from './arrangement.ts'
import { type OpenedPaper, openPaper, toScore } from './papers.server.ts'
import { type CurrentMarks, currentMarks } from './regrade.ts'
import { revisionsOn, standingRegrades } from './revisions.server.ts'
import type { AnswerSheet, Result } from './scoring.ts'

/*
 * The end of an attempt: handed in by her, or by the clock. Decided when somebody looks (`now` against the stored boundary);
 * the sweep only tidies. One transaction turns the row from open to submitted, and only one caller can win it.
 */
/**
 * Hands in from the device that sits. Again, or by two at once, it is done once; after the boundary it is the clock that did
 * it. A device that was taken over hands nothing in.
 */
export async function submitAttempt(
  actor: Actor,
  attemptId: string,
  epoch: number,
  now: Date,
): Promise<'over' | 'elsewhere'> {
  const [attempt] = await db.rows(Prisma.sql`
    SELECT "status", "takeoverEpoch" AS epoch, "paperId" AS paper FROM "Attempt"
    WHERE "id" = ${attemptId} AND "personId" = ${actor.personId}`)
  if (!attempt) throw notFound()
  if (attempt.status !== 'open') return 'over'
  const isElsewhere = whole(attempt.epoch) !== epoch
  const isSettled = await settlePaper(attemptId, text(attempt.paper), now, isElsewhere ? null : epoch)
  return isElsewhere && !isSettled ? 'elsewhere' : 'over'
}

/** `epoch` null: nobody asked for it, so it happens only when the boundary is past. */
export async function settle(attemptId: string, now: Date, epoch: number | null = null): Promise<boolean> {
  const found = await db.read.attempt.findUnique({ where: { id: attemptId }, select: { paperId: true } })
  return found ? settlePaper(attemptId, found.paperId, now, epoch) : false
}

async function settlePaper(attemptId: string, paperId: string, now: Date, epoch: number | null): Promise<boolean> {
  // Read before the transaction: a paper never changes.
  const opened = await openPaper(paperId)
  // Raw, because a whole hall hands in within the same seconds.
  return db.writeRaw((tx) => settleInside(tx, opened, attemptId, now, epoch))
}

async function settleInside(
  tx: RawTx,
  opened: OpenedPaper,
  attemptId: string,
  now: Date,
  epoch: number | null,
): Promise<boolean> {
  const attempt = await openAttempt(tx, attemptId)
  if (!attempt) return false
  const isDue = attempt.boundaryAt < now
  if (!isDue && attempt.takeoverEpoch !== epoch) return false
  const submittedAt = isDue ? attempt.boundaryAt : now
  const { result } = await marksNow(tx, opened, attempt)
  const { marks, halfPoints, outOf, passed } = columnsOf(result)
  const count = await tx.$executeRaw`
    UPDATE "Attempt" SET "status" = 'submitted', "submittedAt" = ${submittedAt}, "submittedBy" = ${isDue ? 'expiry' : 'self'},
      "marks" = ${marks}, "halfPoints" = ${halfPoints}, "outOf" = ${outOf}, "passed" = ${passed}
    WHERE "id" = ${attemptId} AND "status" = 'open'`
  if (count === 0) return false
  await recordSat(tx, attempt, result, submittedAt)
  return true
}

/** Null: it is not open any more. */
async function openAttempt(tx: RawTx, attemptId: string) {
  const [row] = await tx.$queryRaw`
    SELECT "personId" AS person, "sittingId" AS sitting, "startedAt" AS started, "takeoverEpoch" AS epoch,
      "boundaryAt" AS boundary, "arrangement" FROM "Attempt" WHERE "id" = ${attemptId} AND "status" = 'open'`
  if (!row) return null
  return {
    ...{
      id: attemptId,
      personId: text(row.person),
      sittingId: textOrNull(row.sitting),
      startedAt: instant(row.started),
    },
    ...{ takeoverEpoch: whole(row.epoch), boundaryAt: instant(row.boundary), arrangement: text(row.arrangement) },
  }
}

export type Sat = { readonly id: string; readonly sittingId: string | null; readonly arrangement: string }

/**
 * What an attempt is worth, from the facts alone: the paper as it was drawn, the answers that stand, what was marked by hand,
 * and every change of marks that stands for it.
 */
export async function marksNow(
  reader: Pick<RawTx, '$queryRaw'>,
  opened: OpenedPaper,
  { id, sittingId, arrangement }: Sat,
): Promise<CurrentMarks> {
  // One query: a whole hall hands in within the same seconds, and each has eighty answers.
  const rows = await reader.$queryRaw`
    SELECT 'answer' AS kind, "itemId" AS item, "value" AS value, 0 AS points FROM "Answer" WHERE "attemptId" = ${id}
    UNION ALL
    SELECT 'own', "itemId", NULL, "halfPoints" FROM "SelfMark" WHERE "attemptId" = ${id}`
  const answers = rows.flatMap(({ kind, item, value }) =>
    kind === 'answer' ? { itemId: text(item), value: text(value) } : [],
  )
  const own = rows.flatMap(({ kind, item, points }) => (kind === 'own' ? [[text(item), whole(points)] as const] : []))
  const standing = await standingRegrades(reader)
  return currentMarks({
    attemptId: id,
    paper: toScore(opened),
    answers: sheetOf(JSON.parse(arrangement) as Arrangement, answers),
    byHand: Object.fromEntries(own),
    revisions: revisionsOn(standing, opened.paper, sittingId),
  })
}

export function sheetOf(
  arrangement: Arrangement,
  answers: ReadonlyArray<{ readonly itemId: string; readonly value: string }>,
): AnswerSheet {
  const entries = answers.map(({ itemId, value }) => [itemId, pickedIndexes(arrangement, itemId, value) ?? []] as const)
  return Object.fromEntries(entries)
}

/** A score is final once nothing waits for a person; until then the row has marks and no total. */
export function columnsOf(result: Result) {
  const isFinal = result.pending.length === 0
  return {
    marks: JSON.stringify(result),
    halfPoints: isFinal ? result.halfPoints : null,
    outOf: isFinal ? result.outOf : null,
    passed: isFinal ? result.passed : null,
  }
}

export type Settled = {
  readonly id: string
  readonly personId: string
  readonly sittingId: string | null
  readonly startedAt: Date
}

/** The fact of training: an exam was sat and scored. Minutes are those between start and end. */
export async function recordSat(tx: RawTx, attempt: Settled, result: Result, at: Date): Promise<void> {
  if (result.isEmpty || result.pending.length > 0) return
  const [person] = await tx.$queryRaw`
    SELECT "organisationId" AS organisation, (SELECT "cohortId" FROM "Sitting" WHERE "id" = ${attempt.sittingId}) AS cohort
    FROM "Person" WHERE "id" = ${attempt.personId}`
  await recordFact(tx, {
    ...{
      personId: attempt.personId,
      organisationId: text(person?.organisation),
      cohortId: textOrNull(person?.cohort),
    },
    ...{ kind: 'exam-scored', subjectType: 'attempt', subjectId: attempt.id, occurredAt: at },
    minutes: Math.round((at.getTime() - attempt.startedAt.getTime()) / 60_000),
    score: { points: result.halfPoints, outOf: result.outOf, scale: 2 },
    ...{ source: 'system', recordedBy: attempt.personId },
  })
}

const sweptAtOnce = 50

/** Hands in what is past its boundary and nobody has looked at: so that lists are right. Returns how many. */
export async function sweepDueAttempts(now: Date): Promise<number> {
  const due = await db.read.attempt.findMany({
    where: { status: 'open', boundaryAt: { lt: now } },
    orderBy: { boundaryAt: 'asc' },
    select: { id: true },
    take: sweptAtOnce,
  })
  for (const { id } of due) await settle(id, now)
  return due.length
}
