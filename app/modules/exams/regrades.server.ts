import { createHash } from 'node:crypto'
import { audit } from '~/modules/audit/audit.server.ts'
import { getCohort } from '~/modules/cohorts/cohorts.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { versionKey } from './papers.server.ts'
import { type Change, currentMarks, dryRun, withChange } from './regrade.ts'
import {
  attemptsWith,
  type Concerned,
  paperIdsIn,
  papersWith,
  type ScoreChange,
  type Target,
} from './regrade-attempts.server.ts'
import { retellScores } from './regrade-facts.server.ts'
import { openRegrade, standingRegrades } from './revisions.server.ts'
import type { Result } from './scoring.ts'
import { columnsOf } from './settling.server.ts'
import { requireSitting } from './sittings.server.ts'

/*
 * Regrading 重新评分. Nothing is computed from what was kept before: paper, answers, marks by hand and the changes that stand
 * say what an attempt is worth, before and after, so that a change taken back leaves the very bytes that were there.
 */
export type RegradeScope =
  /** every attempt with the question, for those who write the bank */
  | { readonly kind: 'everywhere'; readonly questionId: string }
  /** what was sat in one exam of a cohort, for whoever runs it */
  | { readonly kind: 'sitting'; readonly cohortId: string; readonly sittingId: string }

export type Regrade = { readonly change: Change; readonly onlyUpwards: boolean }

/** Whether the scope is the actor's at all; asked again inside every write. */
export async function requireScope(actor: Actor, scope: RegradeScope): Promise<void> {
  if (scope.kind === 'everywhere') {
    demand(mayAuthor(actor))
    return
  }
  const { cohortId, sittingId: id } = scope
  await getCohort(actor, cohortId)
  const sitting = await db.read.sitting.findFirst({ where: { id, cohortId }, select: { id: true } })
  if (!sitting) throw notFound()
}

async function requireScopeInside(tx: Tx, actor: Actor, scope: RegradeScope): Promise<void> {
  if (scope.kind === 'sitting') await requireSitting(tx, actor, scope.cohortId, scope.sittingId)
  else demand(mayAuthor(actor))
}

/** An attempt as it is and as it would be. */
export type PreviewedAttempt = {
  readonly attemptId: string
  readonly personId: string
  readonly before: Result
  readonly after: Result
  readonly isChanged: boolean
  readonly wouldGoDown: boolean
}
export type Preview = {
  readonly attempts: readonly PreviewedAttempt[]
  /** names what was seen: when anything of it changes, so does the stamp */
  readonly stamp: string
}

/** What a change would do. Nothing is written. */
export async function previewRegrade(actor: Actor, scope: RegradeScope, made: Regrade): Promise<Preview> {
  await requireScope(actor, scope)
  const target = targetOf(scope, made.change)
  const papers = await papersWith(target)
  const standing = await standingRegrades(db.read)
  return previewOf(await attemptsWith(db.read, target, papers, standing), made)
}

function previewOf(concerned: readonly Concerned[], { change, onlyUpwards }: Regrade): Preview {
  const run = dryRun(
    concerned.map(({ scored }) => scored),
    change,
    { onlyUpwards },
  )
  const changed = new Set(run.changed)
  const attempts = run.attempts.map((one, at) => ({
    ...one,
    personId: concerned[at]?.attempt.personId ?? '',
    isChanged: changed.has(one.attemptId),
  }))
  const seen = run.attempts.map(({ attemptId, before, after }) => [attemptId, before, after])
  return { attempts, stamp: createHash('sha256').update(JSON.stringify(seen)).digest('hex') }
}

function targetOf(scope: RegradeScope, { versionId }: Change): Target {
  const { questionId, number } = versionKey(versionId)
  if (scope.kind === 'everywhere' && scope.questionId !== questionId) throw notFound()
  return { questionId, version: number, sittingId: scope.kind === 'sitting' ? scope.sittingId : null }
}

export type NewRegrade = Regrade & {
  /** made with the page that showed the dry run: sent twice, it is one change */
  readonly regradeId: string
  readonly stamp: string
  readonly reason: string
}

export type RegradeOutcome =
  | { readonly kind: 'done'; readonly changed: number }
  /** somebody handed in, marked or regraded since the dry run */
  | { readonly kind: 'stale' }
  /** more papers than one transaction may change while others wait */
  | { readonly kind: 'tooMany' }

const mostAtOnce = 1_000

/** Makes the change that was shown, or none: what has changed since the dry run is shown again first. */
export async function applyRegrade(
  actor: Actor,
  scope: RegradeScope,
  made: NewRegrade,
  now: Date,
): Promise<RegradeOutcome> {
  await requireScope(actor, scope)
  const { regradeId, change, onlyUpwards, stamp, reason } = made
  const target = targetOf(scope, change)
  const papers = await papersWith(target)
  return db.write(async (tx): Promise<RegradeOutcome> => {
    await requireScopeInside(tx, actor, scope)
    const known = await tx.regrade.findUnique({ where: { id: regradeId }, select: { madeBy: true } })
    if (known && known.madeBy !== actor.personId) throw notFound()
    if (known) return { kind: 'done', changed: await tx.scoreRevision.count({ where: { regradeId } }) }
    const standing = await standingRegrades(tx)
    const concerned = await attemptsWith(tx, target, papers, standing)
    if (previewOf(concerned, made).stamp !== stamp) return { kind: 'stale' }
    if (concerned.length > mostAtOnce) return { kind: 'tooMany' }
    await tx.regrade.create({
      data: {
        ...{ id: regradeId, ...target, change: JSON.stringify(change), onlyUpwards, reason },
        ...{ madeBy: actor.personId, madeAt: await afterTheLast(tx, now) },
      },
    })
    const changes = changesTo(concerned, ({ scored }) => withChange(scored, regradeId, change, onlyUpwards))
    await tx.scoreRevision.createMany({
      data: changes.map(({ concerned: { attempt, kept }, next }) => ({
        ...{ regradeId, attemptId: attempt.id, before: JSON.stringify(kept), after: JSON.stringify(next) },
      })),
    })
    await writeChanges(tx, changes, reason, now)
    await auditRegrade(tx, actor, scope, target, { what: 'regraded', reason }, now)
    return { kind: 'done', changed: changes.length }
  })
}

/** The order of changes is the order of their times, also where two fall into one millisecond or a clock was set back. */
async function afterTheLast(tx: Tx, now: Date): Promise<Date> {
  const last = await tx.regrade.findFirst({ orderBy: { madeAt: 'desc' }, select: { madeAt: true } })
  return last && last.madeAt >= now ? new Date(last.madeAt.getTime() + 1) : now
}

/** Takes a change back, whatever came after it. Taken back twice, it is taken back once. */
export async function undoRegrade(
  actor: Actor,
  scope: RegradeScope,
  regradeId: string,
  now: Date,
): Promise<{ readonly changed: number }> {
  await requireScope(actor, scope)
  const own =
    scope.kind === 'sitting'
      ? { id: regradeId, sittingId: scope.sittingId }
      : { id: regradeId, questionId: scope.questionId, sittingId: null }
  const found = await db.read.regrade.findFirst({ where: own })
  if (!found) throw notFound()
  const { questionId, version, sittingId, reason } = found
  const target = { questionId, version, sittingId }
  const papers = await papersWith(target)
  return db.write(async (tx) => {
    await requireScopeInside(tx, actor, scope)
    const { count } = await tx.regrade.updateMany({
      where: { ...own, undoneAt: null },
      data: { undoneAt: now, undoneBy: actor.personId },
    })
    if (count === 0) return { changed: 0 }
    const concerned = await attemptsWith(tx, target, papers, await standingRegrades(tx))
    const changes = changesTo(concerned, ({ scored }) => scored)
    await writeChanges(tx, changes, reason, now)
    await auditRegrade(tx, actor, scope, target, { what: 'regradeUndone', reason }, now)
    return { changed: changes.length }
  })
}

/** Whose columns would hold something else. */
function changesTo(
  concerned: readonly Concerned[],
  ruled: (one: Concerned) => Concerned['scored'],
): readonly ScoreChange[] {
  return concerned.flatMap((one) => {
    const { result } = currentMarks(ruled(one))
    const next = columnsOf(result)
    return JSON.stringify(next) === JSON.stringify(one.kept) ? [] : [{ concerned: one, result, next }]
  })
}

const rowsAtOnce = 100

/** A statement for each hundred: with one for each, everybody else would wait for seconds. */
async function writeChanges(tx: Tx, changes: readonly ScoreChange[], reason: string, now: Date): Promise<void> {
  for (let from = 0; from < changes.length; from += rowsAtOnce) {
    const rows = changes.slice(from, from + rowsAtOnce).map(
      ({ concerned, next: { marks, halfPoints, outOf, passed } }) =>
        Prisma.sql`(${concerned.attempt.id}, ${marks}, CAST(${halfPoints} AS INTEGER), CAST(${outOf} AS INTEGER),
          CAST(${passed} AS BOOLEAN))`,
    )
    await tx.$executeRaw`
      UPDATE "Attempt" SET "marks" = v.column2, "halfPoints" = v.column3, "outOf" = v.column4, "passed" = v.column5
      FROM (VALUES ${Prisma.join(rows)}) AS v WHERE "Attempt"."id" = v.column1`
  }
  await retellScores(tx, changes, reason, now)
}

type Told = { readonly what: 'regraded' | 'regradeUndone'; readonly reason: string }

function auditRegrade(tx: Tx, actor: Actor, scope: RegradeScope, target: Target, { what, reason }: Told, now: Date) {
  if (scope.kind === 'sitting') {
    const { sittingId: objectId, cohortId } = scope
    return audit(tx, {
      ...{ actor, action: `sitting.${what}`, objectType: 'sitting', objectId, cohortId, now },
      reason: `${target.questionId}: ${reason}`,
    })
  }
  return audit(tx, {
    ...{ actor, action: `question.${what}`, objectType: 'question', objectId: target.questionId, reason, now },
  })
}

export type ListedRegrade = Regrade & {
  readonly id: string
  readonly questionId: string
  readonly version: number
  /** null: for every attempt */
  readonly sittingId: string | null
  readonly reason: string
  readonly madeBy: string
  readonly madeAt: Date
  readonly undoneBy: string | null
  readonly undoneAt: Date | null
  /** attempts whose marks it changed when it was made */
  readonly changed: number
}

const shown = 100

/** Changes that were made in a scope, the latest first; in a sitting also those for everybody that concern its papers. */
export async function listRegrades(actor: Actor, scope: RegradeScope): Promise<readonly ListedRegrade[]> {
  await requireScope(actor, scope)
  const rows = await db.read.regrade.findMany({
    where:
      scope.kind === 'everywhere'
        ? { questionId: scope.questionId, sittingId: null }
        : { OR: [{ sittingId: scope.sittingId }, { sittingId: null, ...(await onPapersOf(scope.sittingId)) }] },
    orderBy: [{ madeAt: 'desc' }, { id: 'asc' }],
    include: { _count: { select: { revisions: true } } },
    take: shown,
  })
  const people = await db.read.person.findMany({
    where: { id: { in: rows.flatMap(({ madeBy, undoneBy }) => (undoneBy ? [madeBy, undoneBy] : [madeBy])) } },
    select: { id: true, name: true },
  })
  const nameOf = (personId: string) => people.find(({ id }) => id === personId)?.name ?? ''
  return rows.map((row) => {
    const { change, onlyUpwards } = openRegrade(row).revision
    const { id, questionId, version, sittingId, reason, madeAt, undoneAt } = row
    return {
      ...{ id, questionId, version, sittingId, change, onlyUpwards, reason, madeAt, undoneAt },
      ...{ madeBy: nameOf(row.madeBy), undoneBy: row.undoneBy && nameOf(row.undoneBy), changed: row._count.revisions },
    }
  })
}

async function onPapersOf(sittingId: string) {
  const onPapers = await db.read.paperQuestion.findMany({
    where: { paperId: { in: [...(await paperIdsIn(sittingId))] } },
    select: { questionId: true },
  })
  return { questionId: { in: onPapers.map(({ questionId }) => questionId) } }
}
