import { mentors } from '~/modules/cohorts/scope.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, instantOrNull, type RawRow, text } from '~/platform/raw-row.ts'
import { readArrangement } from './arrangement.ts'
import type { HandedPage, HandedRow, OpenedAnswer } from './handed-answer.ts'
import { openPaper, openPapers } from './papers.server.ts'

/*
 * 请你看的答题: what a trainee has handed to her mentors, as one of them reads it. Whoever accompanies her now reads it, also
 * when it was somebody else on the day; marks are given elsewhere.
 */
const listed = 50

/**
 * Of `h`, a row of HandedAnswer: the actor is her mentor, the attempt counts and is released, and the question lies in no
 * exam that she, or the reader, has open: what a marker looks for would be told.
 */
function readableBy(actor: Actor, now: Date): Prisma.Sql {
  return Prisma.sql`h."takenBackAt" IS NULL AND ${mentors(actor, Prisma.sql`h."personId"`)}
    AND EXISTS (
      SELECT 1 FROM "Attempt" sat LEFT JOIN "Sitting" s ON s."id" = sat."sittingId"
      WHERE sat."id" = h."attemptId" AND sat."status" = 'submitted' AND (s."releaseAt" IS NULL OR s."releaseAt" <= ${now}))
    AND NOT EXISTS (
      SELECT 1 FROM "PaperQuestion" q JOIN "Attempt" o ON o."paperId" = q."paperId" AND o."status" = 'open'
      WHERE q."questionId" = h."questionId" AND o."personId" IN (h."personId", ${actor.personId}))`
}

/** How many wait for the actor, of a person who is a column of the query around it. */
export function unopenedOf(actor: Actor, personId: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT COUNT(*) FROM "HandedAnswer" h WHERE h."personId" = ${personId} AND ${readableBy(actor, now)}
      AND NOT EXISTS (
        SELECT 1 FROM "HandedAnswerOpening" seen WHERE seen."handedId" = h."id" AND seen."mentorId" = ${actor.personId}))`
}

/** Those that wait first, then the latest. Null for whoever sees her but is not her mentor: it was not handed to her. */
export async function listHanded(actor: Actor, personId: string, now: Date): Promise<readonly HandedRow[] | null> {
  const [mine] = await db.read.$queryRaw<RawRow[]>`
    SELECT p."id" AS id FROM "Person" p WHERE p."id" = ${personId} AND ${mentors(actor, Prisma.sql`p."id"`)}`
  if (!mine) return null
  const rows = await db.read.$queryRaw<RawRow[]>`
    SELECT h."id" AS id, h."itemId" AS item, h."handedAt" AS handed, a."paperId" AS paper, a."arrangement" AS arrangement,
      seen."seenAt" AS seen
    FROM "HandedAnswer" h
      JOIN "Attempt" a ON a."id" = h."attemptId"
      LEFT JOIN "HandedAnswerOpening" seen ON seen."handedId" = h."id" AND seen."mentorId" = ${actor.personId}
    WHERE h."personId" = ${personId} AND ${readableBy(actor, now)}
    ORDER BY CASE WHEN seen."seenAt" IS NULL THEN 0 ELSE 1 END, h."handedAt" DESC, h."id"
    LIMIT ${listed}`
  const papers = await openPapers([...new Set(rows.map((row) => text(row.paper)))])
  return rows.map((row) => {
    const blueprint = papers.get(text(row.paper))?.blueprint
    return {
      ...{ id: text(row.id), handedAt: instant(row.handed), seenAt: instantOrNull(row.seen) },
      ...{ title: { zh: blueprint?.title ?? '', en: blueprint?.titleEn ?? '' }, number: numberOf(row) },
    }
  })
}

/** Before she has opened it the mentor is told whose it is and which question, not what it says. */
export async function getHanded(actor: Actor, personId: string, handedId: string, now: Date): Promise<HandedPage> {
  const row = await readHanded(db.read, actor, personId, handedId, now)
  const opened = await openPaper(text(row.paper))
  const { title, titleEn } = opened.blueprint
  const seenAt = instantOrNull(row.seen)
  return {
    ...{ id: handedId, person: { id: personId, name: text(row.name) }, title: { zh: title, en: titleEn } },
    ...{ number: numberOf(row), handedAt: instant(row.handed), seenAt },
    answer: seenAt && (await readAnswer(text(row.attempt), text(row.item), opened)),
  }
}

/** That she has opened it is a fact, which the trainee sees; once is enough. */
export async function openHanded(actor: Actor, personId: string, handedId: string, now: Date): Promise<void> {
  await db.write(async (tx) => {
    const row = await readHanded(tx, actor, personId, handedId, now)
    if (row.seen !== null) return
    await tx.handedAnswerOpening.create({ data: { handedId, mentorId: actor.personId, seenAt: now } })
  })
}

async function readHanded(
  reader: Pick<Tx, '$queryRaw'>,
  actor: Actor,
  personId: string,
  handedId: string,
  now: Date,
): Promise<RawRow> {
  const [row] = await reader.$queryRaw<RawRow[]>`
    SELECT h."itemId" AS item, h."attemptId" AS attempt, h."handedAt" AS handed, a."paperId" AS paper,
      a."arrangement" AS arrangement, p."name" AS name, seen."seenAt" AS seen
    FROM "HandedAnswer" h
      JOIN "Attempt" a ON a."id" = h."attemptId"
      JOIN "Person" p ON p."id" = h."personId"
      LEFT JOIN "HandedAnswerOpening" seen ON seen."handedId" = h."id" AND seen."mentorId" = ${actor.personId}
    WHERE h."id" = ${handedId} AND h."personId" = ${personId} AND ${readableBy(actor, now)}`
  if (!row) throw notFound()
  return row
}

async function readAnswer(
  attemptId: string,
  itemId: string,
  { paper, questions }: Awaited<ReturnType<typeof openPaper>>,
): Promise<OpenedAnswer> {
  const key = { attemptId_itemId: { attemptId, itemId } }
  const written = await db.read.answer.findUnique({ where: key, select: { value: true } })
  const own = await db.read.selfMark.findUnique({ where: key, select: { ticked: true, halfPoints: true } })
  const item = paper.items.find((one) => one.itemId === itemId)
  const body = item && questions.get(item.versionId)?.body
  if (!item || body?.kind !== 'constructed') throw notFound()
  const ticked = (own?.ticked ?? '').split(',').filter(Boolean).map(Number)
  return {
    ...{ stem: body.stem, text: written?.value ?? '', outOf: item.halfPoints, given: own?.halfPoints ?? null },
    answerPoints: body.answerPoints.map((point, at) => ({
      ...{ text: point.text, halfPoints: point.halfPoints, isTicked: ticked.includes(at) },
    })),
  }
}

/** As she met it. */
function numberOf(row: RawRow): number {
  const { order } = readArrangement(text(row.arrangement))
  return order.indexOf(text(row.item)) + 1
}
