import { getCohort, type ListedCohort } from '~/modules/cohorts/cohorts.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { syllabus } from '~/modules/questions/official-pack.server.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import { chaptersByPoint, editionOf } from '~/modules/questions/syllabus.ts'
import { db } from '~/platform/db.server.ts'
import { type CohortPoint, cohortReadiness, type SubjectReadiness } from './cohort-readiness.ts'
import { memberStandings } from './member-standings.server.ts'
import type { ReadinessRow } from './readiness-rows.ts'

/** A point the cohort does not know, as it is named, with the chapter of each subject that it stands in. */
export type NamedPoint = CohortPoint & {
  readonly title: string
  readonly chapters: ReadonlyArray<{ readonly subject: Subject; readonly no: number }>
}

export type CohortReadinessView = {
  readonly cohort: ListedCohort
  /** by name */
  readonly rows: readonly ReadinessRow[]
  /** only subjects that somebody has answered anything of */
  readonly subjects: readonly SubjectReadiness[]
  readonly unknown: readonly NamedPoint[]
}

/** How ready the members of a cohort that the actor runs are: forecasts and sums, never a single answer. */
export async function getCohortReadiness(actor: Actor, cohortId: string, now: Date): Promise<CohortReadinessView> {
  const cohort = await getCohort(actor, cohortId)
  const members = await db.read.cohortMember.findMany({
    where: { cohortId, leftAt: null },
    orderBy: [{ person: { sortKey: 'asc' } }, { personId: 'asc' }],
    select: { person: { select: { id: true, name: true, username: true } } },
  })
  const standings = await memberStandings(
    members.map(({ person }) => person.id),
    now,
  )
  const { subjects, unknown } = cohortReadiness(standings)
  return {
    cohort,
    rows: members.map(({ person }, at) => ({ ...person, cells: standings[at]?.readiness ?? [] })),
    subjects,
    unknown: named(unknown, subjects, actor),
  }
}

function named(
  points: readonly CohortPoint[],
  subjects: readonly SubjectReadiness[],
  actor: Actor,
): readonly NamedPoint[] {
  const titles = new Map(syllabus().points.map((one) => [one.id, actor.locale === 'en' ? one.titleEn : one.title]))
  const editions = subjects.flatMap(({ subject }) => {
    const edition = editionOf(syllabus(), subject)
    return edition ? [{ subject, chapters: chaptersByPoint(edition) }] : []
  })
  return points.map((one) => ({
    ...one,
    title: titles.get(one.point) ?? one.point,
    chapters: editions.flatMap(({ subject, chapters }) => {
      const no = chapters.get(one.point)
      return no === undefined ? [] : [{ subject, no }]
    }),
  }))
}
