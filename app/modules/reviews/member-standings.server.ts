import { setImmediate as nextTurn } from 'node:timers/promises'
import { mockBlueprint } from '~/modules/exams/blueprints.server.ts'
import { subjectCodes } from '~/modules/questions/subjects.ts'
import { dayOf } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, text, whole } from '~/platform/raw-row.ts'
import type { MemberReadiness } from './cohort-readiness.ts'
import { readiness } from './readiness.ts'
import { type StudyAnswer, studyAnswersOf } from './study-answers.server.ts'
import { masteryOf } from './weakness.ts'

/*
 * Forecasts and mastery of many people. A forecast is a small statistical fit, some milliseconds each, so what was computed is
 * kept in memory for the day, under what it was computed from: one light query says who has answered since. It is a cache and
 * nothing else: another process computes the same.
 */
type Kept = { readonly stamp: string; readonly standing: MemberReadiness }

const kept = new Map<string, Kept>()
const mostKept = 5_000
/** so many people's answers are in memory at a time … */
const peopleAtOnce = 50
/** … and after so many fits the next request has its turn. */
const fitsATurn = 5

/** In the order of `personIds`; somebody without an answer has no forecast. */
export async function memberStandings(personIds: readonly string[], now: Date): Promise<readonly MemberReadiness[]> {
  const stamps = await stampsOf(personIds, now)
  const found = new Map<string, MemberReadiness>()
  for (const [personId, stamp] of stamps) {
    const known = kept.get(personId)
    if (known?.stamp === stamp) found.set(personId, known.standing)
  }
  const stale = [...stamps.keys()].filter((personId) => !found.has(personId))
  for (let from = 0; from < stale.length; from += peopleAtOnce) {
    const some = stale.slice(from, from + peopleAtOnce)
    const answers = await studyAnswersOf(some, now)
    for (const [at, personId] of some.entries()) {
      if (at % fitsATurn === 0) await nextTurn()
      const standing = standingFrom(personId, answers.get(personId) ?? [], now)
      keep(personId, { stamp: stamps.get(personId) ?? '', standing })
      found.set(personId, standing)
    }
  }
  return personIds.map((personId) => found.get(personId) ?? { personId, readiness: [], mastery: [] })
}

function standingFrom(personId: string, answers: readonly StudyAnswer[], now: Date): MemberReadiness {
  return {
    personId,
    readiness: subjectCodes.flatMap((subject) => {
      const own = answers.filter((answer) => answer.subject === subject)
      const blueprint = own.length > 0 ? mockBlueprint(subject) : undefined
      return blueprint ? [{ subject, readiness: readiness(own, [], blueprint, now) }] : []
    }),
    mastery: masteryOf(
      answers.map(({ halfPoints, outOf, ...answer }) => ({ ...answer, right: halfPoints >= outOf })),
      now,
    ),
  }
}

function keep(personId: string, one: Kept): void {
  kept.delete(personId)
  const [oldest] = kept.keys()
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
  kept.set(personId, one)
}

/**
 * What each person's standing rests on, in short: the day, how many answers and the latest, how many results she may see and
 * their points. Only those who have any are in it.
 */
async function stampsOf(personIds: readonly string[], now: Date): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const people = Prisma.join([...personIds])
  const rows = await db.rows(Prisma.sql`
    SELECT 'practised' AS kind, "personId" AS person, COUNT(*) AS number, 0 AS points, MAX("answeredAt") AS latest
    FROM "PracticeAnswer" WHERE "personId" IN (${people}) GROUP BY "personId"
    UNION ALL
    SELECT 'sat', a."personId", COUNT(*), COALESCE(SUM(a."halfPoints"), 0), MAX(a."submittedAt")
    FROM "Attempt" a LEFT JOIN "Sitting" s ON s."id" = a."sittingId"
    WHERE a."personId" IN (${people}) AND a."status" = 'submitted' AND a."submittedAt" IS NOT NULL
      AND (s."releaseAt" IS NULL OR s."releaseAt" <= ${now})
    GROUP BY a."personId"`)
  const stamps = new Map<string, string>()
  for (const row of rows) {
    const [person, kind] = [text(row.person), text(row.kind)]
    const own = [kind, whole(row.number), whole(row.points), instant(row.latest).getTime()].join(' ')
    stamps.set(person, `${stamps.get(person) ?? dayOf(now)} ${own}`)
  }
  return stamps
}
