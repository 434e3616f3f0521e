import { mentors } from '~/modules/cohorts/scope.server.ts'
import { libraryFor } from '~/modules/content/authored-shelf.server.ts'
import { minutesOf } from '~/modules/courses/minutes.ts'
import { type Pace, paceOf } from '~/modules/courses/pace.ts'
import { countFinished } from '~/modules/courses/packed.ts'
import { titleIn } from '~/modules/courses/titles.ts'
import { unopenedOf } from '~/modules/exams/handed-answers.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { type Day, dayOf } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, instantOrNull, type RawRow, text, textOrNull, whole } from '~/platform/raw-row.ts'
import { keptRows } from './kept-row.server.ts'
import { type Mentee, type MenteeTrack, whoNeedsAWordFirst } from './mentor-desk.ts'

export type MentorDesk = { readonly mentees: readonly Mentee[]; readonly now: Date }

/** 我的学员: one query, a row for each trainee and track; those who need a word come first. */
export async function getMentorDesk(actor: Actor, now: Date): Promise<MentorDesk> {
  const rows = await readRows(actor, now)
  const mentees: Mentee[] = []
  for (const row of rows) {
    const last = mentees.at(-1)
    const track = await menteeTrack(row, actor, dayOf(now))
    if (last && last.personId === row.person) {
      mentees[mentees.length - 1] = { ...last, tracks: [...last.tracks, ...track] }
    } else {
      mentees.push({
        personId: text(row.person),
        name: text(row.name),
        organisation: text(row.organisation),
        cohort: text(row.cohortname),
        lastWordAt: instantOrNull(row.word),
        unopened: whole(row.unopened),
        tracks: track,
      })
    }
  }
  return { mentees: whoNeedsAWordFirst(mentees), now }
}

function readRows(actor: Actor, now: Date): Promise<RawRow[]> {
  return db.read.$queryRaw<RawRow[]>`
    SELECT p."id" AS person, p."name" AS name, o."name" AS organisation, c."id" AS cohort, c."name" AS cohortname,
      given."trackId" AS track, given."assignedAt" AS given, given."dueOn" AS due, m."joinedAt" AS joined,
      t."cells" AS cells, t."layout" AS layout, t."creditedSeconds" AS seconds, t."lastActivityAt" AS last,
      (SELECT MAX(n."createdAt") FROM "FeedbackNote" n
        WHERE n."traineeId" = p."id" AND n."authorId" = ${actor.personId}) AS word,
      ${unopenedOf(actor, Prisma.sql`p."id"`, now)} AS unopened
    FROM "Mentorship" s
      JOIN "CohortMember" m ON m."cohortId" = s."cohortId" AND m."personId" = s."traineeId" AND m."leftAt" IS NULL
      JOIN "Cohort" c ON c."id" = s."cohortId" AND c."archivedAt" IS NULL
      JOIN "Person" p ON p."id" = s."traineeId"
      JOIN "Organisation" o ON o."id" = p."organisationId"
      LEFT JOIN "CohortTrack" given ON given."cohortId" = s."cohortId"
      LEFT JOIN "TrackProgress" t ON t."personId" = p."id" AND t."trackId" = given."trackId"
    WHERE s."mentorId" = ${actor.personId} AND ${mentors(actor, Prisma.sql`p."id"`)}
    ORDER BY p."sortKey", p."id", given."dueOn", given."trackId"`
}

/** None when the cohort was given nothing, or a track that is no longer there. */
async function menteeTrack(row: RawRow, actor: Actor, today: Day): Promise<readonly MenteeTrack[]> {
  if (row.track === null) return []
  const track = (await libraryFor([text(row.cohort)])).track(text(row.track))
  if (!track) return []
  const { cells, seconds, last } = await keptRows(track)(row)
  const [, assignedOn = today] = [dayOf(instant(row.given)), dayOf(instant(row.joined))].sort()
  const dueOn = textOrNull(row.due)
  const progress = { finished: countFinished(cells), total: cells.length, lastActivityAt: last }
  const pace: Pace = paceOf(progress, { assignedOn, dueOn }, today)
  return [
    { id: track.id, title: titleIn(actor.locale, track), cells, minutes: minutesOf(seconds), dueOn, pace, ...progress },
  ]
}
