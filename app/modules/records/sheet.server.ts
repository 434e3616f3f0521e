import { runsCohort } from '~/modules/cohorts/scope.server.ts'
import { libraryFor } from '~/modules/content/authored-shelf.server.ts'
import type { LessonMeta, Library, Track } from '~/modules/content/library.ts'
import { lessonsOf } from '~/modules/content/library.ts'
import { minutesOf } from '~/modules/courses/minutes.ts'
import { paceJudge } from '~/modules/courses/pace.ts'
import { countFinished } from '~/modules/courses/packed.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { type Day, dayOf } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, instantOrNull, type RawRow, text, textOrNull } from '~/platform/raw-row.ts'
import { type KeptRow, keptRows } from './kept-row.server.ts'
import { filterRows, type SheetQuery, type SheetRow, sortRows } from './sheet.ts'

export type Sheet = {
  readonly cohort: { readonly id: string; readonly name: string; readonly isArchived: boolean }
  /** tracks given to the cohort; the one that is shown among them, if any was given */
  readonly tracks: readonly GivenTrack[]
  readonly shown: GivenTrack | null
  readonly lessons: readonly LessonMeta[]
  /** as filtered and sorted */
  readonly rows: readonly SheetRow[]
  readonly memberCount: number
  readonly organisations: readonly Choice[]
  readonly mentors: readonly Choice[]
}

export type GivenTrack = { readonly track: Track; readonly assignedAt: Date; readonly dueOn: Day | null }
export type Choice = { readonly id: string; readonly name: string }

/** The sheet of a cohort for one of its tracks: two queries, and a state for every trainee and lesson. */
export async function getSheet(actor: Actor, cohortId: string, query: SheetQuery, now: Date): Promise<Sheet> {
  const head = await readHead(actor, cohortId)
  const shelf = await libraryFor([cohortId])
  const tracks = givenTracks(head, shelf)
  const shown = tracks.find(({ track }) => track.id === query.trackId) ?? tracks[0] ?? null
  const names = new Map(head.filter(({ kind }) => kind === 'name').map((row) => [text(row.key), text(row.text1)]))
  const all = shown ? await sheetRows(await readMembers(actor, cohortId, shown, query.search), shown, names, now) : []
  return {
    cohort: { id: cohortId, name: text(head[0]?.text1), isArchived: head[0]?.at2 !== null },
    tracks,
    shown,
    lessons: shown ? lessonsOf(shown.track) : [],
    rows: sortRows(filterRows(all, query), query.sort),
    memberCount: all.length,
    organisations: choices(new Set(all.map(({ organisationId }) => organisationId)), names),
    mentors: choices(new Set(all.flatMap(({ mentorIds }) => mentorIds)), names),
  }
}

/**
 * The cohort, what it was given, and the names that its rows refer to. A cohort that the actor does not run is not found.
 * Names come once, not with every row: reading them four hundred times took longer than all the rest.
 */
async function readHead(actor: Actor, cohortId: string): Promise<readonly RawRow[]> {
  const rows = await db.rows(Prisma.sql`
    SELECT 'cohort' AS kind, c."id" AS key, c."name" AS text1, t."dueOn" AS text2, t."trackId" AS text3, t."assignedAt" AS at1, c."archivedAt" AS at2
    FROM "Cohort" c LEFT JOIN "CohortTrack" t ON t."cohortId" = c."id"
    WHERE c."id" = ${cohortId} AND ${runsCohort(actor, Prisma.sql`c."id"`)}
    UNION ALL
    SELECT 'name', "id", "name", NULL, NULL, NULL, NULL FROM "Organisation"
    UNION ALL
    SELECT 'name', "id", "name", NULL, NULL, NULL, NULL FROM "Person"
    WHERE "id" IN (SELECT "mentorId" FROM "Mentorship" WHERE "cohortId" = ${cohortId})`)
  if (rows[0]?.kind !== 'cohort') throw notFound()
  return rows
}

function givenTracks(head: readonly RawRow[], shelf: Library): readonly GivenTrack[] {
  const given = head.flatMap((row): GivenTrack[] => {
    const track = shelf.track(textOrNull(row.text3) ?? '')
    return track ? [{ track, assignedAt: instant(row.at1), dueOn: textOrNull(row.text2) }] : []
  })
  return given.sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))
}

/** A row for each trainee and mentor of hers, in the order of names. */
function readMembers(actor: Actor, cohortId: string, given: GivenTrack, search: string): Promise<RawRow[]> {
  return db.rows(Prisma.sql`
    SELECT p."id" AS person, p."name" AS name, p."organisationId" AS organisation, t."cells" AS cells,
      t."layout" AS layout, t."creditedSeconds" AS seconds, t."lastActivityAt" AS last, s."mentorId" AS mentor,
      CASE WHEN member."joinedAt" > ${given.assignedAt} THEN member."joinedAt" END AS joined
    FROM "CohortMember" member
      JOIN "Person" p ON p."id" = member."personId"
      LEFT JOIN "TrackProgress" t ON t."personId" = p."id" AND t."trackId" = ${given.track.id}
      LEFT JOIN "Mentorship" s ON s."cohortId" = member."cohortId" AND s."traineeId" = p."id"
    WHERE member."cohortId" = ${cohortId} AND member."leftAt" IS NULL
      AND ${runsCohort(actor, Prisma.sql`member."cohortId"`)} AND ${matches(search)}
    ORDER BY p."sortKey", p."id", s."mentorId"`)
}

/** Names, pinyin and initials stand in lower case in one column, which both databases compare alike. */
function matches(search: string): Prisma.Sql {
  if (search === '') return Prisma.sql`1 = 1`
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return Prisma.sql`p."searchText" LIKE ${pattern} ESCAPE '\\'`
}

type Names = ReadonlyMap<string, string>

async function sheetRows(
  members: readonly RawRow[],
  given: GivenTrack,
  names: Names,
  now: Date,
): Promise<readonly SheetRow[]> {
  const keptRow = keptRows(given.track)
  const judges = new Map<string, ReturnType<typeof paceJudge>>()
  const rows: SheetRow[] = []
  const givenOn = dayOf(given.assignedAt)
  for (const [at, member] of members.entries()) {
    if (member.person === members[at - 1]?.person) continue
    const found = keptRow(member)
    const kept = found instanceof Promise ? await found : found
    const joined = instantOrNull(member.joined)
    const assignedOn = joined ? dayOf(joined) : givenOn
    const judge = judges.get(assignedOn) ?? paceJudge({ assignedOn, dueOn: given.dueOn }, dayOf(now))
    judges.set(assignedOn, judge)
    rows.push(sheetRow(member, kept, mentorsFrom(members, at), names, judge))
  }
  return rows
}

/** A trainee with several mentors has several rows, one after the other. */
function mentorsFrom(members: readonly RawRow[], at: number): readonly string[] {
  const mentors: string[] = []
  for (let next = at; members[next]?.person === members[at]?.person && next < members.length; next++) {
    const mentor = members[next]?.mentor
    if (typeof mentor === 'string') mentors.push(mentor)
  }
  return mentors
}

function sheetRow(
  member: RawRow,
  { cells, seconds, last }: KeptRow,
  mentorIds: readonly string[],
  names: Names,
  judge: ReturnType<typeof paceJudge>,
): SheetRow {
  const finished = countFinished(cells)
  const organisationId = text(member.organisation)
  return {
    personId: text(member.person),
    name: text(member.name),
    organisationId,
    organisation: names.get(organisationId) ?? '',
    mentorIds,
    mentors: mentorIds.map((id) => names.get(id) ?? ''),
    cells,
    finished,
    minutes: minutesOf(seconds),
    lastActivityAt: last,
    pace: judge({ finished, total: cells.length, lastActivityAt: last }),
  }
}

function choices(ids: ReadonlySet<string>, names: Names): readonly Choice[] {
  return [...ids].map((id) => ({ id, name: names.get(id) ?? '' }))
}
