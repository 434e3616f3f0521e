import { seesTrainee } from '~/modules/cohorts/scope.server.ts'
import { libraryFor } from '~/modules/content/authored-shelf.server.ts'
import { lessonsOf, type Track } from '~/modules/content/library.ts'
import { readLearning } from '~/modules/courses/learning.server.ts'
import { assignmentOf, type Learning, learnedIn, trackIdsOf } from '~/modules/courses/learning.ts'
import { minutesOf } from '~/modules/courses/minutes.ts'
import { type Pace, paceOf } from '~/modules/courses/pace.ts'
import { stateOf } from '~/modules/courses/progress.ts'
import { titleIn } from '~/modules/courses/titles.ts'
import { trackRow } from '~/modules/courses/track-row.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { dayOf } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { type RawRow, text, textOrNull } from '~/platform/raw-row.ts'
import type { TraineeLesson, TraineePage, TraineeTrack } from './trainee-page.ts'

/** One trainee as her mentor, her coordinator or an administrator sees her; not found for everybody else. */
export async function getTraineePage(actor: Actor, personId: string, now: Date): Promise<TraineePage> {
  const who = await readPerson(actor, personId)
  const [first] = who
  if (!first) throw notFound()
  const learning = await readLearning(db.read, personId)
  const shelf = await libraryFor(learning.cohortIds)
  const tracks = trackIdsOf(learning).flatMap((id) => shelf.track(id) ?? [])
  const last = [...learning.lessons.values()].map(({ lastActivityAt }) => lastActivityAt.getTime())
  return {
    person: { id: personId, name: text(first.name), organisation: text(first.organisation) },
    cohorts: unique(who, 'cohort'),
    mentors: unique(who, 'mentor'),
    tracks: tracks.map((track) => traineeTrack(track, actor, learning, now)),
    lastActivityAt: last.length > 0 ? new Date(Math.max(...last)) : null,
    minutes: minutesOf([...learning.lessons.values()].reduce((sum, { creditedSeconds }) => sum + creditedSeconds, 0)),
    now,
  }
}

function readPerson(actor: Actor, personId: string): Promise<RawRow[]> {
  return db.read.$queryRaw<RawRow[]>`
    SELECT p."name" AS name, o."name" AS organisation, c."name" AS cohort, mentor."name" AS mentor
    FROM "Person" p
      JOIN "Organisation" o ON o."id" = p."organisationId"
      LEFT JOIN "CohortMember" m ON m."personId" = p."id" AND m."leftAt" IS NULL
      LEFT JOIN "Cohort" c ON c."id" = m."cohortId"
      LEFT JOIN "Mentorship" s ON s."cohortId" = m."cohortId" AND s."traineeId" = p."id"
      LEFT JOIN "Person" mentor ON mentor."id" = s."mentorId"
    WHERE p."id" = ${personId} AND ${seesTrainee(actor, Prisma.sql`p."id"`)}
    ORDER BY m."joinedAt" DESC, mentor."sortKey"`
}

function unique(rows: readonly RawRow[], column: 'cohort' | 'mentor'): readonly string[] {
  return [...new Set(rows.flatMap((row) => textOrNull(row[column]) ?? []))]
}

function traineeTrack(track: Track, actor: Actor, learning: Learning, now: Date): TraineeTrack {
  const { finished } = trackRow(track, learning)
  return {
    id: track.id,
    title: titleIn(actor.locale, track),
    dueOn: assignmentOf(learning, track.id)?.dueOn ?? null,
    pace: paceIn(track, learning, now),
    finished,
    lessons: lessonsOf(track).map((lesson): TraineeLesson => {
      const record = learning.lessons.get(lesson.id)
      const startedVersion = learning.starts.get(track.id)?.startedVersion ?? null
      return {
        id: lesson.id,
        title: titleIn(actor.locale, lesson),
        state: stateOf(lesson, learnedIn(learning.lessons), startedVersion),
        startedAt: record?.startedAt ?? null,
        finishedAt: record?.finishedAt ?? null,
        lastActivityAt: record?.lastActivityAt ?? null,
        minutes: minutesOf(record?.creditedSeconds ?? 0),
        percent: record?.positionPercent ?? 0,
      }
    }),
  }
}

function paceIn(track: Track, learning: Learning, now: Date): Pace | null {
  const assignment = assignmentOf(learning, track.id)
  if (!assignment) return null
  const { finished, total, lastActivityAt } = trackRow(track, learning)
  const given = { assignedOn: dayOf(assignment.assignedAt), dueOn: assignment.dueOn }
  return paceOf({ finished, total, lastActivityAt }, given, dayOf(now))
}
