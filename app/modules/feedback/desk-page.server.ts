import { factsOf } from '~/modules/diaries/diaries.server.ts'
import { type DiaryEntry, diaryTexts, entryOf } from '~/modules/diaries/diary.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { sealingOf } from '~/modules/identity/person-keys.server.ts'
import { commentText } from '~/modules/works/comments.server.ts'
import { type ComparedField, compareRevisions } from '~/modules/works/compare-revisions.ts'
import { namesOf } from '~/modules/works/own-works.server.ts'
import { type Marks, readMarks, rubrics } from '~/modules/works/rubric.ts'
import type { WorkComment, WorkKind, WorkRow } from '~/modules/works/work.ts'
import { holderOf } from '~/modules/works/work-life.ts'
import { commentOf, kindOf, lifeOf, rowOf } from '~/modules/works/work-rows.ts'
import type { WorkField } from '~/modules/works/work-text.ts'
import { openReason, openRevision } from '~/modules/works/works.server.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, type RawRow, text, textOrNull, whole } from '~/platform/raw-row.ts'
import { readableBy } from './desk.server.ts'

/** A work that waits for somebody to read it. */
export type Waiting = {
  readonly id: string
  readonly kind: WorkKind
  readonly author: string
  readonly revision: number
  readonly submittedAt: Date
  /** a colleague who has it just now */
  readonly heldBy: string | null
  readonly isMine: boolean
}

const listed = 50

/**
 * What waits for the actor: what she has taken first, then what was handed in again (somebody has rewritten and waits), then
 * whatever has waited longest; what a colleague has comes last.
 */
export async function readQueue(
  actor: Actor,
  now: Date,
): Promise<{ readonly waiting: readonly Waiting[]; readonly count: number }> {
  const rows = await db.rows(Prisma.sql`
    SELECT w."id" AS id, w."kind" AS kind, p."name" AS author, w."revision" AS revision, w."submittedAt" AS submitted,
      w."claimedBy" AS claimed, c."name" AS holder, COUNT(*) OVER () AS total,
      CASE WHEN w."claimUntil" > ${now} THEN 1 ELSE 0 END AS held
    FROM "Work" w JOIN "Person" p ON p."id" = w."authorId" LEFT JOIN "Person" c ON c."id" = w."claimedBy"
    WHERE w."status" IN ('submitted', 'inReview') AND ${readableBy(actor)}
    ORDER BY CASE WHEN w."claimedBy" = ${actor.personId} THEN 0 WHEN w."claimUntil" > ${now} THEN 2 ELSE 1 END,
      CASE WHEN w."rounds" > 0 THEN 0 ELSE 1 END, w."submittedAt", w."id"
    LIMIT ${listed}`)
  return { count: rows[0] ? whole(rows[0].total) : 0, waiting: rows.map((row) => waitingOf(row, actor)) }
}

function waitingOf(row: RawRow, actor: Actor): Waiting {
  const isMine = row.claimed === actor.personId
  return {
    ...{ id: text(row.id), kind: kindOf({ kind: text(row.kind) }), author: text(row.author) },
    ...{ revision: whole(row.revision), submittedAt: instant(row.submitted), isMine },
    heldBy: !isMine && whole(row.held) === 1 ? textOrNull(row.holder) : null,
  }
}

/** The one after this in her queue, to go on with. */
export async function nextInQueue(actor: Actor, now: Date): Promise<string | null> {
  const { waiting } = await readQueue(actor, now)
  return waiting.find(({ heldBy }) => heldBy === null)?.id ?? null
}

/** Before she has taken it she is told whose it is, not what it says. */
export type DeskWork = WorkRow & {
  readonly author: { readonly id: string; readonly name: string }
  readonly heldBy: string | null
  readonly isMine: boolean
  readonly opened: OpenedWork | null
}

export type OpenedWork = {
  /** of a diary entry */
  readonly entry: DiaryEntry | null
  readonly fields: readonly WorkField[]
  /** why a warning of the privacy scan was passed over */
  readonly passedOver: string | null
  /** since the revision before; null: this is the first */
  readonly changes: readonly ComparedField[] | null
  /** of the round before, with her answers */
  readonly answered: readonly WorkComment[]
  /** the reader's own, not yet released */
  readonly own: readonly WorkComment[]
  readonly marks: Marks
  readonly seq: number
}

export async function readDesk(actor: Actor, workId: string, now: Date): Promise<DeskWork> {
  const [found] = await db.rows(Prisma.sql`
    SELECT w."id" AS id FROM "Work" w WHERE w."id" = ${workId} AND ${readableBy(actor)}`)
  const row =
    found &&
    (await db.read.work.findUnique({
      where: { id: workId },
      include: {
        author: { select: { id: true, name: true } },
        openings: { where: { readerId: actor.personId }, select: { revision: true } },
      },
    }))
  if (!row) throw notFound()
  const holder = holderOf(lifeOf(row), now)
  const isMine = row.claimedBy === actor.personId
  const hasOpened = row.openings.some(({ revision }) => revision === row.revision)
  return {
    ...rowOf(row),
    author: row.author,
    heldBy: holder === null || isMine ? null : ((await namesOf([holder])).get(holder) ?? ''),
    isMine,
    opened: hasOpened ? await openWork(actor, row, now) : null,
  }
}

async function openWork(
  actor: Actor,
  row: { readonly id: string; readonly kind: string; readonly authorId: string; readonly revision: number },
  now: Date,
): Promise<OpenedWork> {
  const [sealing, revisions, comments, review] = [
    await sealingOf(row.authorId, now),
    await db.read.workRevision.findMany({ where: { workId: row.id }, orderBy: { number: 'desc' }, take: 2 }),
    await db.read.workComment.findMany({
      where: { workId: row.id, OR: [{ releasedAt: { not: null } }, { authorId: actor.personId }] },
      orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }],
    }),
    await db.read.workReview.findUnique({
      where: {
        workId_revision_mentorId: { workId: row.id, revision: row.revision, mentorId: actor.personId },
      },
    }),
  ]
  const names = await namesOf(comments.map(({ authorId }) => authorId))
  const said = (list: typeof comments) =>
    list.map((one) => commentOf(one, commentText(sealing, one), names.get(one.authorId) ?? ''))
  const [last, previous] = revisions
  if (!last) throw notFound()
  // What is chosen from a list stands among the facts.
  const told = (list: readonly WorkField[]) => list.filter(({ key }) => diaryTexts.some((one) => one === key))
  const [facts, fields] = [await factsOf(row.id), openRevision(sealing, last)]
  return {
    entry: facts && entryOf(facts, 'mentors', fields),
    fields,
    passedOver: openReason(sealing, last),
    changes: previous ? compareRevisions(told(openRevision(sealing, previous)), told(fields)) : null,
    answered: said(comments.filter(({ releasedAt, revision }) => releasedAt !== null && revision < row.revision)),
    own: said(comments.filter(({ releasedAt }) => releasedAt === null)),
    marks: review ? readMarks(rubrics[kindOf(row)], JSON.parse(review.marks)) : {},
    seq: review?.seq ?? 0,
  }
}
