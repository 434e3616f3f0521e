import { randomUUID } from 'node:crypto'
import { seesTrainee } from '~/modules/cohorts/scope.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { type RawRow, text } from '~/platform/raw-row.ts'

export type WrittenNote = {
  readonly id: string
  readonly author: string
  readonly body: string
  readonly lessonId: string | null
  readonly writtenAt: Date
  readonly readAt: Date | null
}

/** Words from a mentor or coordinator to a trainee of hers: on the trainee's 今日 until she has read them. */
export async function writeNote(
  actor: Actor,
  traineeId: string,
  note: { readonly body: string; readonly lessonId: string | null },
  now: Date,
): Promise<void> {
  await db.write(async (tx) => {
    const cohortId = await cohortBetween(tx, actor, traineeId)
    if (cohortId === null) throw notFound()
    await tx.feedbackNote.create({
      data: { id: randomUUID(), traineeId, authorId: actor.personId, cohortId, ...note, createdAt: now },
    })
  })
}

/** The cohort through which the actor knows this trainee, the one where she mentors her first; null when there is none. */
async function cohortBetween(tx: Tx, actor: Actor, traineeId: string): Promise<string | null> {
  const [found] = await tx.$queryRaw<RawRow[]>`
    SELECT m."cohortId" AS cohort
    FROM "CohortMember" m
      LEFT JOIN "Mentorship" s ON s."cohortId" = m."cohortId" AND s."traineeId" = m."personId"
        AND s."mentorId" = ${actor.personId}
      LEFT JOIN "CohortStaff" post ON post."cohortId" = m."cohortId" AND post."personId" = ${actor.personId}
    WHERE m."personId" = ${traineeId} AND m."leftAt" IS NULL AND ${seesTrainee(actor, Prisma.sql`m."personId"`)}
    ORDER BY s."since" IS NULL, post."since" IS NULL, m."joinedAt" DESC
    LIMIT 1`
  return found ? text(found.cohort) : null
}

/** She has read it. Reading it twice changes nothing. */
export async function markNoteRead(actor: Actor, noteId: string, now: Date): Promise<void> {
  await db.write(async (tx) => {
    const note = await tx.feedbackNote.findFirst({ where: { id: noteId, traineeId: actor.personId } })
    if (!note) throw notFound()
    if (!note.readAt) await tx.feedbackNote.update({ where: { id: noteId }, data: { readAt: now } })
  })
}

/** What was said to a trainee, the latest first. Whoever asks has made sure that the reader may see her. */
export async function listNotes(traineeId: string, limit: number): Promise<readonly WrittenNote[]> {
  const rows = await db.read.feedbackNote.findMany({
    where: { traineeId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit,
  })
  const people = await db.read.person.findMany({
    where: { id: { in: rows.map(({ authorId }) => authorId) } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map(({ id, authorId, body, lessonId, createdAt, readAt }) => ({
    id,
    author: names.get(authorId) ?? '',
    body,
    lessonId,
    writtenAt: createdAt,
    readAt,
  }))
}
