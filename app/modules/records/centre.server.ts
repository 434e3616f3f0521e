import { contentLibrary } from '~/modules/content/library.server.ts'
import { db } from '~/platform/db.server.ts'

const weekMs = 7 * 86_400_000

/** Counts for the administrator: no names, nobody's learning in particular. */
export type CentreFigures = {
  readonly people: number
  readonly trainees: number
  readonly staff: number
  readonly cohorts: number
  /** people who did anything in a lesson within the last seven days */
  readonly active: number
  /** lessons finished within the last seven days, once for each person */
  readonly finished: number
  readonly unmentored: number
  readonly contentRemarks: number
}

/** The guard has seen that the reader is an administrator: everything here is a count over the whole centre. */
export async function centreFigures(now: Date): Promise<CentreFigures> {
  const since = new Date(now.getTime() - weekMs)
  const inUse = { suspendedAt: null }
  const withRole = (roles: string[]) => ({ ...inUse, roles: { some: { role: { in: roles } } } })
  const running = { archivedAt: null }
  const [people, trainees, staff, cohorts, active, finished, unmentored] = await Promise.all([
    db.read.person.count({ where: inUse }),
    db.read.person.count({ where: withRole(['trainee']) }),
    db.read.person.count({ where: withRole(['mentor', 'coordinator']) }),
    db.read.cohort.count({ where: running }),
    db.read.lessonProgress
      .groupBy({ by: ['personId'], where: { lastActivityAt: { gte: since } } })
      .then((rows) => rows.length),
    db.read.evidence.count({ where: { kind: 'lesson-finished', revokedAt: null, occurredAt: { gte: since } } }),
    countUnmentored(),
  ])
  return {
    people,
    trainees,
    staff,
    cohorts,
    active,
    finished,
    unmentored,
    contentRemarks: contentLibrary().warnings.length,
  }
}

/** Members of running cohorts whom nobody accompanies. */
async function countUnmentored(): Promise<number> {
  const [members, mentored] = await Promise.all([
    db.read.cohortMember.findMany({
      where: { leftAt: null, cohort: { archivedAt: null }, person: { suspendedAt: null } },
      select: { cohortId: true, personId: true },
    }),
    db.read.mentorship.findMany({ select: { cohortId: true, traineeId: true } }),
  ])
  const pairs = new Set(mentored.map(({ cohortId, traineeId }) => `${cohortId} ${traineeId}`))
  return members.filter(({ cohortId, personId }) => !pairs.has(`${cohortId} ${personId}`)).length
}
