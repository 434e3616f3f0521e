import type { Tx } from '~/platform/db.server.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, instantOrNull, type RawRow, text, textOrNull, truth, whole } from '~/platform/raw-row.ts'
import type { Learning, LessonRecord, TrackAssignment, TrackStart } from './learning.ts'

/** What a raw query needs: the reading client, or a transaction. */
export type Reader = Pick<Tx, '$queryRaw'>

/**
 * Everything that the pages of a trainee are computed from, as one query: several tables in one list of rows, told apart by
 * `kind`. The first part has every column typed; the others follow it. Pages add their own parts with UNION ALL.
 */
export function learningRows(personId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT 'lesson' AS kind, "lessonId" AS key, "positionBlock" AS text1, CAST(NULL AS TEXT) AS text2,
      CAST(NULL AS TEXT) AS text3, "positionPercent" AS n1, "creditedSeconds" AS n2, "startedAt" AS at1,
      "lastActivityAt" AS at2, "reachedEndAt" AS at3, "finishedAt" AS at4, "creditedUntil" AS at5
    FROM "LessonProgress" WHERE "personId" = ${personId}
    UNION ALL
    SELECT 'start', "trackId", NULL, NULL, NULL, "startedVersion", CASE WHEN "joinedFreely" THEN 1 ELSE 0 END,
      "startedAt", NULL, NULL, NULL, NULL
    FROM "TrackProgress" WHERE "personId" = ${personId}
    UNION ALL
    SELECT 'cohort', m."cohortId", t."trackId", t."dueOn", NULL, 0, 0, t."assignedAt", NULL, NULL, NULL, NULL
    FROM "CohortMember" m
      JOIN "Cohort" c ON c."id" = m."cohortId" AND c."archivedAt" IS NULL
      LEFT JOIN "CohortTrack" t ON t."cohortId" = m."cohortId"
    WHERE m."personId" = ${personId} AND m."leftAt" IS NULL
    UNION ALL
    SELECT 'post', "cohortId", NULL, NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL
    FROM "CohortStaff" WHERE "personId" = ${personId}`
}

export async function readLearning(reader: Reader, personId: string): Promise<Learning> {
  return learningFrom(await reader.$queryRaw<RawRow[]>(learningRows(personId)))
}

/** Rows of other kinds are left to whoever asked for them. */
export function learningFrom(rows: readonly RawRow[]): Learning {
  const cohortIds = new Set<string>()
  const assignments: TrackAssignment[] = []
  const starts = new Map<string, TrackStart>()
  const lessons = new Map<string, LessonRecord>()
  for (const row of rows) {
    const key = text(row.key)
    if (row.kind === 'lesson') lessons.set(key, lessonRecord(row))
    else if (row.kind === 'start') starts.set(key, trackStart(row))
    else if (row.kind === 'cohort' || row.kind === 'post') {
      cohortIds.add(key)
      if (row.text1 !== null) assignments.push(trackAssignment(row))
    }
  }
  return { cohortIds: [...cohortIds], assignments, starts, lessons }
}

function lessonRecord(row: RawRow): LessonRecord {
  return {
    startedAt: instant(row.at1),
    lastActivityAt: instant(row.at2),
    positionBlock: textOrNull(row.text1),
    positionPercent: whole(row.n1),
    reachedEndAt: instantOrNull(row.at3),
    finishedAt: instantOrNull(row.at4),
    creditedSeconds: whole(row.n2),
    creditedUntil: instantOrNull(row.at5),
  }
}

function trackStart(row: RawRow): TrackStart {
  return { startedVersion: whole(row.n1), startedAt: instant(row.at1), joinedFreely: truth(row.n2) }
}

function trackAssignment(row: RawRow): TrackAssignment {
  return {
    trackId: text(row.text1),
    cohortId: text(row.key),
    assignedAt: instant(row.at1),
    dueOn: textOrNull(row.text2),
  }
}
