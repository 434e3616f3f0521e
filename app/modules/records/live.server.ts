import { mentors, runsCohort, seesTrainee } from '~/modules/cohorts/scope.server.ts'
import { roomVersion } from '~/modules/exams/sitting-room.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instantOrNull, whole } from '~/platform/raw-row.ts'
import { type LiveScope, readScope } from './live.ts'

export type LiveVersion = {
  /** changes with everything that the page shows of others */
  readonly version: string
  /** the latest of those changes, in milliseconds; a page that was made before it is out of date */
  readonly changedAt: number
}

/** One light query says whether a page that follows others is still right. */
export async function getLiveVersion(actor: Actor, scopeText: string, now: Date): Promise<LiveVersion> {
  const scope = readScope(scopeText)
  if (!scope) throw notFound()
  if (scope.kind === 'sitting') return roomVersion(actor, scope.id, now)
  const [row] = await db.rows(Prisma.sql`
    SELECT COUNT(*) AS people, COUNT(t."trackId") AS tracks, COALESCE(SUM(t."finished"), 0) AS finished,
      COALESCE(SUM(t."creditedSeconds"), 0) AS seconds, MAX(t."updatedAt") AS learned,
      MAX((SELECT MAX("createdAt") FROM "FeedbackNote" WHERE "traineeId" = p."id")) AS said,
      COALESCE(SUM((SELECT COUNT("readAt") FROM "FeedbackNote" WHERE "traineeId" = p."id")), 0) AS heard
    FROM ${followed(actor, scope)} AS p LEFT JOIN "TrackProgress" t ON t."personId" = p."id"`)
  if (!row || (scope.kind !== 'me' && scope.kind !== 'trainees' && whole(row.people) === 0)) throw notFound()
  const changes = [instantOrNull(row.learned), instantOrNull(row.said)].map((at) => at?.getTime() ?? 0)
  const counts = [row.people, row.tracks, row.finished, row.seconds, row.heard].map(whole)
  return { version: [...counts, ...changes].join('.'), changedAt: Math.max(...changes) }
}

/** The people whose learning the page shows. */
function followed(actor: Actor, scope: Exclude<LiveScope, { kind: 'sitting' }>): Prisma.Sql {
  const id = Prisma.sql`q."id"`
  switch (scope.kind) {
    case 'me':
      return Prisma.sql`(SELECT "id" FROM "Person" WHERE "id" = ${actor.personId})`
    case 'trainees':
      return Prisma.sql`(SELECT q."id" FROM "Person" q WHERE ${mentors(actor, id)})`
    case 'trainee':
      return Prisma.sql`(SELECT q."id" FROM "Person" q WHERE q."id" = ${scope.id} AND ${seesTrainee(actor, id)})`
    case 'cohort':
      return Prisma.sql`(
        SELECT m."personId" AS "id" FROM "CohortMember" m
        WHERE m."cohortId" = ${scope.id} AND m."leftAt" IS NULL AND ${runsCohort(actor, Prisma.sql`m."cohortId"`)})`
  }
}
