import { randomUUID } from 'node:crypto'
import { audit } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { demand } from '~/modules/identity/permissions.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import type { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { mayFoundCohorts, mayRunCohorts } from './cohorts.policy.ts'
import { cohortsOf, requireOpenCohort } from './scope.server.ts'

/** A cohort as its pages are headed. */
export type CohortHead = {
  readonly id: string
  readonly name: string
  /** calendar days */
  readonly startsOn: string
  readonly endsOn: string
  readonly isArchived: boolean
}

export type ListedCohort = CohortHead & {
  readonly coordinators: readonly string[]
  readonly members: number
  readonly mentors: number
  /** members whom nobody mentors */
  readonly unmentored: number
}

const listed = {
  id: true,
  name: true,
  startsOn: true,
  endsOn: true,
  archivedAt: true,
  staff: { select: { post: true, person: { select: { name: true } } }, orderBy: { person: { sortKey: 'asc' } } },
  _count: { select: { members: { where: { leftAt: null } } } },
} satisfies Prisma.CohortSelect

/** Those that the actor runs, the latest first; archived ones at the end. */
export async function listCohorts(actor: Actor): Promise<readonly ListedCohort[]> {
  demand(mayRunCohorts(actor))
  const rows = await db.read.cohort.findMany({
    where: cohortsOf(actor),
    orderBy: [{ startsOn: 'desc' }, { name: 'asc' }],
    select: listed,
  })
  const lonely = await unmentoredIn(rows.map(({ id }) => id))
  const cohorts = rows.map((row) => listedCohort(row, lonely.get(row.id) ?? 0))
  return [...cohorts.filter(({ isArchived }) => !isArchived), ...cohorts.filter(({ isArchived }) => isArchived)]
}

/** Not the actor's, or not there: not found. */
export async function getCohort(actor: Actor, cohortId: string): Promise<ListedCohort> {
  const row = await db.read.cohort.findFirst({ where: { AND: [{ id: cohortId }, cohortsOf(actor)] }, select: listed })
  if (!row) throw notFound()
  const lonely = await unmentoredIn([cohortId])
  return listedCohort(row, lonely.get(cohortId) ?? 0)
}

/** Cohorts that somebody is in or has a post in, for an administrator's page about her. */
export type Belonging = {
  readonly id: string
  readonly name: string
  readonly as: 'trainee' | 'mentor' | 'coordinator'
}

export async function cohortsOfPerson(actor: Actor, personId: string): Promise<readonly Belonging[]> {
  demand(mayFoundCohorts(actor))
  const cohort = { select: { id: true, name: true } }
  const [memberships, posts] = await Promise.all([
    db.read.cohortMember.findMany({ where: { personId, leftAt: null }, select: { cohort } }),
    db.read.cohortStaff.findMany({ where: { personId }, select: { post: true, cohort } }),
  ])
  return [
    ...memberships.map((row) => ({ ...row.cohort, as: 'trainee' as const })),
    ...posts.map((row) => ({
      ...row.cohort,
      as: row.post === 'coordinator' ? ('coordinator' as const) : ('mentor' as const),
    })),
  ]
}

export type CohortForm = { readonly name: string; readonly startsOn: string; readonly endsOn: string }

/** By an administrator; whoever is to run it is appointed on its page. */
export async function createCohort(actor: Actor, form: CohortForm, now: Date): Promise<string> {
  demand(mayFoundCohorts(actor))
  const cohortId = randomUUID()
  await db.write(async (tx) => {
    await tx.cohort.create({ data: { id: cohortId, ...form, createdAt: now, archivedAt: null } })
    await audit(tx, { actor, action: 'cohort.created', objectType: 'cohort', objectId: cohortId, cohortId, now })
  })
  return cohortId
}

export async function editCohort(actor: Actor, cohortId: string, form: CohortForm, now: Date): Promise<void> {
  await db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    await tx.cohort.update({ where: { id: cohortId }, data: form })
    await audit(tx, { actor, action: 'cohort.edited', objectType: 'cohort', objectId: cohortId, cohortId, now })
  })
}

/** Nothing is lost, and `restoreCohort` undoes it. */
export async function archiveCohort(actor: Actor, cohortId: string, now: Date): Promise<void> {
  await setArchived(actor, cohortId, now, now)
}

export async function restoreCohort(actor: Actor, cohortId: string, now: Date): Promise<void> {
  await setArchived(actor, cohortId, null, now)
}

async function setArchived(actor: Actor, cohortId: string, archivedAt: Date | null, now: Date): Promise<void> {
  demand(mayFoundCohorts(actor))
  await db.write(async (tx) => {
    const { count } = await tx.cohort.updateMany({
      where: { id: cohortId, archivedAt: archivedAt === null ? { not: null } : null },
      data: { archivedAt },
    })
    if (count === 0) throw notFound()
    const action = archivedAt === null ? 'cohort.restored' : 'cohort.archived'
    await audit(tx, { actor, action, objectType: 'cohort', objectId: cohortId, cohortId, now })
  })
}

async function unmentoredIn(cohortIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.read.cohortMember.groupBy({
    by: ['cohortId'],
    where: { cohortId: { in: [...cohortIds] }, leftAt: null, mentorships: { none: {} } },
    _count: { personId: true },
  })
  return new Map(rows.map((row) => [row.cohortId, row._count.personId]))
}

function listedCohort(row: Prisma.CohortGetPayload<{ select: typeof listed }>, unmentored: number): ListedCohort {
  const { staff, archivedAt, _count, ...head } = row
  return {
    ...head,
    isArchived: archivedAt !== null,
    coordinators: staff.filter(({ post }) => post === 'coordinator').map(({ person }) => person.name),
    members: _count.members,
    mentors: staff.filter(({ post }) => post === 'mentor').length,
    unmentored,
  }
}
