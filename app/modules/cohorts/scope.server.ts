import type { Actor } from '~/modules/identity/actor.ts'
import { has } from '~/modules/identity/permissions.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'

/*
 * The sentences of cohorts.policy.ts as conditions of queries: for Prisma, and as SQL for raw ones. The two halves are held
 * against each other by scope.db.test.ts.
 */

/** Cohorts that the actor runs. */
export function cohortsOf(actor: Actor): Prisma.CohortWhereInput {
  if (has(actor, 'administrator')) return {}
  if (!has(actor, 'coordinator')) return nothing
  return { staff: { some: { personId: actor.personId, post: 'coordinator' } } }
}

/** `cohortId` is a column or a value: `runsCohort(actor, Prisma.sql`c."id"`)`. */
export function runsCohort(actor: Actor, cohortId: Prisma.Sql): Prisma.Sql {
  if (has(actor, 'administrator')) return Prisma.sql`1 = 1`
  if (!has(actor, 'coordinator')) return Prisma.sql`1 = 0`
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "CohortStaff" staff
    WHERE staff."cohortId" = ${cohortId} AND staff."personId" = ${actor.personId} AND staff."post" = 'coordinator')`
}

/** Other people whose learning the actor sees: as their mentor, as coordinator of their cohort, as administrator. */
export function traineesOf(actor: Actor): Prisma.PersonWhereInput {
  const members: Prisma.CohortMemberWhereInput[] = []
  if (has(actor, 'administrator')) members.push({})
  if (has(actor, 'coordinator')) members.push({ leftAt: null, cohort: cohortsOf({ ...actor, roles: ['coordinator'] }) })
  // Prisma knows no way from a membership to its mentorships: `mentoredBy` is asked for those apart.
  return { OR: members.map((some) => ({ memberships: { some } })) }
}

/** The same in SQL, mentors included: `seesTrainee(actor, Prisma.sql`p."id"`)`. */
export function seesTrainee(actor: Actor, personId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`1 = 1 ${personId} ${actor.personId}`
}
const nothing = { id: { in: [] } } satisfies Prisma.CohortWhereInput
