import type { Actor } from '~/modules/identity/actor.ts'
import { has } from '~/modules/identity/permissions.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'

/*
 * The sentences of cohorts.policy.ts as conditions of queries: for Prisma, and as SQL for raw ones. scope.db.test.ts holds
 * the two against each other.
 */
const nobody: Prisma.PersonWhereInput = { id: { in: [] } }
const none: Prisma.CohortWhereInput = { id: { in: [] } }

/** Cohorts that the actor runs. */
export function cohortsOf(actor: Actor): Prisma.CohortWhereInput {
  if (has(actor, 'administrator')) return {}
  return has(actor, 'coordinator') ? { staff: { some: { personId: actor.personId, post: 'coordinator' } } } : none
}

/** The same in SQL. `cohortId` is a column or a value: runsCohort(actor, Prisma.sql`c."id"`). */
export function runsCohort(actor: Actor, cohortId: Prisma.Sql): Prisma.Sql {
  if (has(actor, 'administrator')) return always
  return has(actor, 'coordinator') ? hasPost(actor, cohortId) : never
}

/** Trainees whom the actor mentors. */
export function menteesOf(actor: Actor): Prisma.PersonWhereInput {
  if (!has(actor, 'mentor')) return nobody
  const mentorships = { some: { mentorId: actor.personId } }
  return { memberships: { some: { leftAt: null, cohort: { archivedAt: null }, mentorships } } }
}

export function mentors(actor: Actor, personId: Prisma.Sql): Prisma.Sql {
  if (!has(actor, 'mentor')) return never
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "Mentorship" ms
    JOIN "CohortMember" mm ON mm."cohortId" = ms."cohortId" AND mm."personId" = ms."traineeId" AND mm."leftAt" IS NULL
    JOIN "Cohort" mc ON mc."id" = ms."cohortId" AND mc."archivedAt" IS NULL
    WHERE ms."traineeId" = ${personId} AND ms."mentorId" = ${actor.personId})`
}

/** Other people whose learning the actor sees: as mentor, as coordinator of a cohort they are in, as administrator. */
export function traineesOf(actor: Actor): Prisma.PersonWhereInput {
  if (has(actor, 'administrator')) return { memberships: { some: {} } }
  return { OR: [menteesOf(actor), { memberships: { some: { leftAt: null, cohort: cohortsOf(actor) } } }] }
}

export function seesTrainee(actor: Actor, personId: Prisma.Sql): Prisma.Sql {
  if (has(actor, 'administrator')) {
    return Prisma.sql`EXISTS (SELECT 1 FROM "CohortMember" cm WHERE cm."personId" = ${personId})`
  }
  const inOwnCohort = Prisma.sql`EXISTS (
    SELECT 1 FROM "CohortMember" cm
    WHERE cm."personId" = ${personId} AND cm."leftAt" IS NULL AND ${runsCohort(actor, Prisma.sql`cm."cohortId"`)})`
  return Prisma.sql`(${mentors(actor, personId)} OR ${inOwnCohort})`
}

/** Inside a write, before something in the cohort is changed: it is the actor's, and not archived. */
export async function requireOpenCohort(tx: Tx, actor: Actor, cohortId: string): Promise<void> {
  const cohort = await tx.cohort.findFirst({
    where: { AND: [{ id: cohortId }, cohortsOf(actor)] },
    select: { archivedAt: true },
  })
  if (!cohort) throw notFound()
  if (cohort.archivedAt !== null) throw new DomainError('conflict')
}

/** Before something of a trainee is shown or written by somebody else. */
export async function requireTrainee(actor: Actor, personId: string, reader: Pick<Tx, 'person'> = db.read) {
  const person = await reader.person.findFirst({
    where: { AND: [{ id: personId }, traineesOf(actor)] },
    select: { id: true },
  })
  if (!person) throw notFound()
}

const always = Prisma.sql`1 = 1`
const never = Prisma.sql`1 = 0`

function hasPost(actor: Actor, cohortId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "CohortStaff" cs
    WHERE cs."cohortId" = ${cohortId} AND cs."personId" = ${actor.personId} AND cs."post" = 'coordinator')`
}
