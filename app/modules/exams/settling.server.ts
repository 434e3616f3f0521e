import { recordFact } from '~/modules/evidence/evidence.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import type { RawTx } from '~/platform/db-raw.ts'
import { notFound } from '~/platform/errors.ts'
import { instant, text, textOrNull, whole } from '~/platform/raw-row.ts'
import { type Arrangement, pickedIndexes } from './arrangement.ts'
import { arrangementOf } from './arrangements.server.ts'
import { type OpenedPaper, openPaper, paperInMemory } from './papers.server.ts'
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
  const outcome = await settleAs({ attemptId, personId: actor.personId, epoch }, now)
  if (outcome === 'gone') throw notFound()
  return outcome === 'waits' ? 'elsewhere' : 'over'
}

/** `epoch` null: nobody asked for it, so it happens only when the boundary is past. */
export async function settle(attemptId: string, now: Date, epoch: number | null = null): Promise<boolean> {
  return (await settleAs({ attemptId, personId: null, epoch }, now)) === 'settled'
}

/** Who asks for it, null for the clock; and from under which epoch. */
type Wish = { readonly attemptId: string; readonly personId: string | null; readonly epoch: number | null }
/** gone: there is none, or not hers. over: before this. waits: it is open, and not ended by this wish. */
type Settled = 'gone' | 'over' | 'waits' | 'settled'

/** Raw, and in one visit, because a whole hall hands in within the same seconds. */
async function settleAs(wish: Wish, now: Date): Promise<Settled> {
  for (;;) {
    const outcome = await db.writeRaw((tx) => settleInside(tx, wish, now))
    if (typeof outcome === 'string') return outcome
    // Whoever has sat has had it opened. It never changes, so it is read outside.
    await openPaper(outcome.paperId)
  }
}

async function settleInside(tx: RawTx, wish: Wish, now: Date): Promise<Settled | { readonly paperId: string }> {
  const attempt = await readAttempt(tx, wish)
  if (!attempt) return 'gone'
  if (!attempt.isOpen) return 'over'
  const { id, paperId, boundaryAt } = attempt
  const isDue = boundaryAt < now
  if (!isDue && attempt.takeoverEpoch !== wish.epoch) return 'waits'
  const opened = paperInMemory(paperId)
  if (!opened) return { paperId }
  const submittedAt = isDue ? boundaryAt : now
  const { result } = await marksNow(tx, opened, attempt)
  const { marks, halfPoints, outOf, passed } = columnsOf(result)
  const count = await tx.$executeRaw`
    UPDATE "Attempt" SET "status" = 'submitted', "submittedAt" = ${submittedAt}, "submittedBy" = ${isDue ? 'expiry' : 'self'},
      "marks" = ${marks}, "halfPoints" = ${halfPoints}, "outOf" = ${outOf}, "passed" = ${passed}
    WHERE "id" = ${id} AND "status" = 'open'`
  if (count === 0) return 'over'
  await recordSat(tx, attempt, result, submittedAt)
  return 'settled'
}

async function readAttempt(tx: RawTx, { attemptId, personId }: Wish) {
  const [row] = await tx.$queryRaw`
    SELECT "personId" AS person, "sittingId" AS sitting, "paperId" AS paper, "status", "startedAt" AS started,
      "takeoverEpoch" AS epoch, "boundaryAt" AS boundary, "arrangement" FROM "Attempt" WHERE "id" = ${attemptId}`
  if (!row || (personId !== null && row.person !== personId)) return null
  return {
    ...{ id: attemptId, isOpen: row.status === 'open', personId: text(row.person), paperId: text(row.paper) },
    ...{ sittingId: textOrNull(row.sitting), startedAt: instant(row.started), takeoverEpoch: whole(row.epoch) },
    ...{ boundaryAt: instant(row.boundary), arrangement: text(row.arrangement) },
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
    paper: opened.toScore,
    answers: sheetOf(arrangementOf({ id, arrangement }), answers),
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

export type Ended = {
  readonly id: string
  readonly personId: string
  readonly sittingId: string | null
  readonly startedAt: Date
}

/** The fact of training: an exam was sat and scored. Minutes are those between start and end. */
export async function recordSat(tx: RawTx, attempt: Ended, result: Result, at: Date): Promise<void> {
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
