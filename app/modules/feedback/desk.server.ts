import { randomUUID } from 'node:crypto'
import { mentors } from '~/modules/cohorts/scope.server.ts'
import { recordFact } from '~/modules/evidence/evidence.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { type Sealing, sealingOf } from '~/modules/identity/person-keys.server.ts'
import { sealComment } from '~/modules/works/comments.server.ts'
import { readMarks, rubrics, totalOf } from '~/modules/works/rubric.ts'
import type { WorkAct, WorkRefusal } from '~/modules/works/work-life.ts'
import { kindOf } from '~/modules/works/work-rows.ts'
import { applyAct } from '~/modules/works/works.server.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { text } from '~/platform/raw-row.ts'

/*
 * 批阅台: what a mentor does with a work. She reads what those whom she accompanies now have handed in and made visible to their
 * mentors; whatever she writes is hers alone until she decides.
 */

/** Of `w`, a row of Work: the actor may read it as a mentor. */
export function readableBy(actor: Actor): Prisma.Sql {
  return Prisma.sql`w."visibility" = 'mentors' AND w."revision" > 0 AND w."status" <> 'draft'
    AND ${mentors(actor, Prisma.sql`w."authorId"`)}`
}

/** The row inside a write; not hers is not found. */
async function readable(tx: Tx, actor: Actor, workId: string) {
  const [found] = await tx.$queryRaw<Array<Readonly<Record<string, unknown>>>>`
    SELECT w."id" AS id FROM "Work" w WHERE w."id" = ${workId} AND ${readableBy(actor)}`
  const row = found && (await tx.work.findUnique({ where: { id: text(found.id) } }))
  if (!row) throw notFound()
  return row
}

/** Takes it to mark: from now on it is opened, and its author knows by whom. `take`: from a colleague. */
export async function claimWork(
  actor: Actor,
  workId: string,
  kind: 'claim' | 'take',
  now: Date,
): Promise<WorkRefusal | null> {
  return db.write(async (tx) => {
    const row = await readable(tx, actor, workId)
    const refusal = await applyAct(tx, actor, row, { kind, by: actor.personId }, now)
    if (refusal === null) await noteOpening(tx, actor, workId, row.revision, now)
    return refusal
  })
}

/** Once for each revision. */
async function noteOpening(tx: Tx, actor: Actor, workId: string, revision: number, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "WorkOpening" ("id", "workId", "readerId", "revision", "openedAt")
    VALUES (${randomUUID()}, ${workId}, ${actor.personId}, ${revision}, ${now})
    ON CONFLICT DO NOTHING`
}

/** What is said of a work is sealed as the work is. */
async function sealingOfAuthor(workId: string, now: Date): Promise<Sealing> {
  const work = await db.read.work.findUnique({ where: { id: workId }, select: { authorId: true } })
  if (!work) throw notFound()
  return sealingOf(work.authorId, now)
}

export type NewComment = {
  readonly id: string
  readonly place: { readonly field: string; readonly paragraph: number } | null
  readonly body: string
}

/** A word at a paragraph, or on the whole. Sent again under the same id it is rewritten; an empty one is taken away. */
export async function saveComment(actor: Actor, workId: string, comment: NewComment, now: Date): Promise<void> {
  const { id, place, body } = comment
  const sealing = await sealingOfAuthor(workId, now)
  await db.write(async (tx) => {
    const row = await readable(tx, actor, workId)
    requireHeld(row, actor)
    const known = await tx.workComment.findUnique({ where: { id } })
    const isHers = known?.workId === workId && known.authorId === actor.personId && known.releasedAt === null
    if (known && !isHers) throw notFound()
    if (body.trim() === '') {
      await tx.workComment.deleteMany({ where: { id } })
      return
    }
    const sealed = sealComment(sealing, id, body)
    if (known) {
      await tx.workComment.update({ where: { id }, data: { body: sealed, writtenAt: now } })
      return
    }
    await tx.workComment.create({
      data: {
        ...{ id, workId, revision: row.revision, body: sealed, authorId: actor.personId, writtenAt: now },
        ...{ field: place?.field ?? null, paragraph: place?.paragraph ?? null },
      },
    })
  })
}

/** What she thinks it is worth so far. An older save never replaces a newer one. */
export async function saveMarks(
  actor: Actor,
  workId: string,
  given: { readonly marks: Readonly<Record<string, unknown>>; readonly seq: number },
  now: Date,
): Promise<void> {
  await db.write(async (tx) => {
    const row = await readable(tx, actor, workId)
    requireHeld(row, actor)
    await keepMarks(tx, actor, row, given, now)
  })
}

type Row = Awaited<ReturnType<typeof readable>>

async function keepMarks(
  tx: Tx,
  actor: Actor,
  row: Row,
  { marks, seq }: { readonly marks: Readonly<Record<string, unknown>>; readonly seq: number },
  now: Date,
): Promise<void> {
  const key = { workId: row.id, revision: row.revision, mentorId: actor.personId }
  const known = await tx.workReview.findUnique({ where: { workId_revision_mentorId: key }, select: { seq: true } })
  if (known && known.seq > seq) return
  const saved = { marks: JSON.stringify(readMarks(rubrics[kindOf(row)], marks)), seq, savedAt: now }
  await tx.workReview.upsert({
    where: { workId_revision_mentorId: key },
    create: { ...key, ...saved },
    update: saved,
  })
}

function requireHeld({ status, claimedBy }: Row, actor: Actor): void {
  if (status !== 'inReview' || claimedBy !== actor.personId) throw new DomainError('conflict')
}

export type Decision = {
  readonly kind: 'return' | 'accept' | 'fail'
  readonly marks: Readonly<Record<string, unknown>>
  readonly seq: number
  readonly reason: string
  readonly isExcellent: boolean
}
export type DecideRefusal = WorkRefusal | 'marksMissing'

/**
 * Her decision, in one transaction: comments are released, the marks stand, and an acceptance is a fact of training. Two at once:
 * one of them is refused, and keeps what she wrote.
 */
export async function decideWork(
  actor: Actor,
  workId: string,
  decision: Decision,
  now: Date,
): Promise<DecideRefusal | null> {
  const sealing = decision.kind === 'fail' ? await sealingOfAuthor(workId, now) : null
  return db.write(async (tx) => {
    const row = await readable(tx, actor, workId)
    const mine = { workId, revision: row.revision, authorId: actor.personId, releasedAt: null }
    const rubric = rubrics[kindOf(row)]
    const total = totalOf(rubric, readMarks(rubric, decision.marks))
    if (decision.kind === 'accept' && total === null) return 'marksMissing'
    const act = await actOf(tx, actor, decision, mine)
    const refusal = await applyAct(tx, actor, row, act, now)
    if (refusal !== null) return refusal
    await keepMarks(tx, actor, row, decision, now)
    if (sealing) {
      // She is told why, beside whatever else was said.
      const id = randomUUID()
      const body = sealComment(sealing, id, decision.reason)
      await tx.workComment.create({ data: { id, ...mine, body, field: null, paragraph: null, writtenAt: now } })
    }
    await tx.workComment.updateMany({ where: mine, data: { releasedAt: now } })
    await tx.workReview.updateMany({
      where: { workId, revision: row.revision, mentorId: actor.personId },
      data: { decision: decided[decision.kind], decidedAt: now },
    })
    const isExcellent = decision.kind === 'accept' && decision.isExcellent
    await tx.work.update({ where: { id: workId }, data: { decidedAt: now, decidedBy: actor.personId, isExcellent } })
    if (decision.kind === 'accept' && total) await recordAccepted(tx, actor, row, total, now)
    return null
  })
}

const decided = { return: 'returned', accept: 'accepted', fail: 'failed' } as const

async function actOf(
  tx: Tx,
  actor: Actor,
  { kind, reason }: Decision,
  mine: { workId: string; revision: number; authorId: string; releasedAt: null },
): Promise<WorkAct> {
  const by = actor.personId
  if (kind === 'return') return { kind, by, comments: await tx.workComment.count({ where: mine }) }
  return kind === 'fail' ? { kind, by, reason } : { kind, by }
}

async function recordAccepted(
  tx: Tx,
  actor: Actor,
  row: Row,
  { halfPoints, outOf }: { readonly halfPoints: number; readonly outOf: number },
  now: Date,
): Promise<void> {
  const author = await tx.person.findUniqueOrThrow({
    where: { id: row.authorId },
    select: { organisationId: true },
  })
  await recordFact(tx, {
    ...{ personId: row.authorId, organisationId: author.organisationId, cohortId: row.cohortId },
    ...{ kind: `${kindOf(row)}-accepted`, subjectType: 'work', subjectId: row.id, occurredAt: now, minutes: null },
    score: { points: halfPoints, outOf, scale: 2 },
    ...{ source: 'system', recordedBy: actor.personId },
  })
}
