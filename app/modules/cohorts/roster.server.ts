import { auditAll } from '~/modules/audit/audit.server.ts'
import { type IssuedCode, issueCodes } from '~/modules/identity/access-codes.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import {
  addPerson,
  carryOutImport,
  type Import,
  type ImportResult,
  type PersonFault,
  previewImport,
} from '~/modules/identity/new-people.server.ts'
import { type Access, accessOf, matching } from '~/modules/identity/people.server.ts'
import type { NewPerson, PlannedRow } from '~/modules/identity/people-plan.ts'
import { has } from '~/modules/identity/permissions.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import type { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { requireMembers } from './mentorships.server.ts'
import { cohortsOf, requireOpenCohort } from './scope.server.ts'

export type Member = {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly phone: string | null
  readonly organisation: string
  readonly mentors: readonly { readonly id: string; readonly name: string }[]
  readonly access: Access
  readonly isSuspended: boolean
}

export type RosterQuery = {
  readonly search: string
  /** null: all; «none»: those without one */
  readonly mentorId: string | null
}

export async function listMembers(
  actor: Actor,
  cohortId: string,
  query: RosterQuery,
  now: Date,
): Promise<readonly Member[]> {
  const rows = await db.read.cohortMember.findMany({
    where: {
      AND: [{ cohortId, leftAt: null, cohort: cohortsOf(actor) }, ofMentor(query.mentorId)],
      person: { AND: matching(query.search) },
    },
    orderBy: [{ person: { sortKey: 'asc' } }, { personId: 'asc' }],
    select: {
      mentorships: {
        select: { mentor: { select: { id: true, name: true } } },
        orderBy: { mentor: { sortKey: 'asc' } },
      },
      person: {
        select: {
          id: true,
          name: true,
          username: true,
          phone: true,
          suspendedAt: true,
          passwordHash: true,
          organisation: { select: { name: true } },
          codes: { select: { expiresAt: true, usedAt: true } },
        },
      },
    },
  })
  return rows.map(({ person, mentorships }) => ({
    id: person.id,
    name: person.name,
    username: person.username,
    phone: person.phone,
    organisation: person.organisation.name,
    mentors: mentorships.map(({ mentor }) => mentor),
    access: accessOf(person, now),
    isSuspended: person.suspendedAt !== null,
  }))
}

/** One new trainee. */
export async function createMember(
  actor: Actor,
  cohortId: string,
  person: NewPerson,
  now: Date,
): Promise<{ readonly kind: 'created'; readonly issued: IssuedCode } | PersonFault> {
  return db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    const outcome = await addPerson(tx, actor, person, ['trainee'], now)
    if (outcome.kind === 'created') await join(tx, actor, cohortId, [outcome.issued.personId], now)
    return outcome
  })
}

type RosterImport = Omit<Import, 'role'>

export async function previewMembers(
  actor: Actor,
  cohortId: string,
  request: RosterImport,
): Promise<readonly PlannedRow[]> {
  const cohort = await db.read.cohort.findFirst({
    where: { AND: [{ id: cohortId }, cohortsOf(actor)] },
    select: { id: true },
  })
  if (!cohort) throw notFound()
  return previewImport({ ...request, role: 'trainee' })
}

/** New people and those who were here already become members; pasting the same rows again changes nothing. */
export async function importMembers(
  actor: Actor,
  cohortId: string,
  request: RosterImport,
  now: Date,
): Promise<ImportResult & { readonly joined: number }> {
  return db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    const result = await carryOutImport(tx, actor, { ...request, role: 'trainee' }, now)
    const everybody = [...result.created.map(({ personId }) => personId), ...result.known]
    return { ...result, joined: await join(tx, actor, cohortId, everybody, now) }
  })
}

/** What they learned stays theirs; they are no longer seen from here, and their mentors here are released. */
export async function removeMembers(
  actor: Actor,
  cohortId: string,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  await db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    await requireMembers(tx, cohortId, personIds)
    const where = { cohortId, personId: { in: [...personIds] } }
    await tx.mentorship.deleteMany({ where: { cohortId, traineeId: where.personId } })
    await tx.cohortMember.updateMany({ where, data: { leftAt: now } })
    await record(tx, actor, 'cohort.member-left', cohortId, [...new Set(personIds)], now)
  })
}

/** Undoes a removal of those who were members of this very cohort. */
export async function readmitMembers(
  actor: Actor,
  cohortId: string,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  await db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    const wanted = new Set(personIds)
    const where = { cohortId, personId: { in: [...wanted] }, leftAt: { not: null } }
    if ((await tx.cohortMember.count({ where })) !== wanted.size) throw notFound()
    await tx.cohortMember.updateMany({ where, data: { leftAt: null } })
    await record(tx, actor, 'cohort.member-joined', cohortId, [...wanted], now)
  })
}

/**
 * New codes for members. A coordinator gives them only to people over whom nobody else decides: a code opens an account, and
 * with it whatever its owner may do elsewhere.
 */
export async function issueMemberCodes(
  actor: Actor,
  cohortId: string,
  personIds: readonly string[],
  now: Date,
): Promise<readonly IssuedCode[]> {
  return db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    await requireMembers(tx, cohortId, personIds)
    const allowed = await tx.person.findMany({
      where: { AND: [{ id: { in: [...personIds] } }, { suspendedAt: null }, mayGiveCode(actor)] },
      orderBy: { sortKey: 'asc' },
      select: { id: true },
    })
    return issueCodes(
      tx,
      actor,
      allowed.map(({ id }) => id),
      now,
    )
  })
}

function mayGiveCode(actor: Actor): Prisma.PersonWhereInput {
  const notSelf = { id: { not: actor.personId } }
  if (has(actor, 'administrator')) return notSelf
  return {
    AND: [
      notSelf,
      { roles: { none: { role: { in: ['administrator', 'coordinator'] } } } },
      { posts: { none: { cohort: { NOT: cohortsOf(actor) } } } },
      { memberships: { none: { leftAt: null, cohort: { archivedAt: null, NOT: cohortsOf(actor) } } } },
    ],
  }
}

function ofMentor(mentorId: string | null): Prisma.CohortMemberWhereInput {
  if (mentorId === null) return {}
  return { mentorships: mentorId === 'none' ? { none: {} } : { some: { mentorId } } }
}

/** Those who were not members become members; returns how many. */
async function join(tx: Tx, actor: Actor, cohortId: string, personIds: readonly string[], now: Date): Promise<number> {
  const known = await tx.cohortMember.findMany({
    where: { cohortId, personId: { in: [...personIds] } },
    select: { personId: true, leftAt: true },
  })
  const wanted = [...new Set(personIds)]
  const back = known.filter(({ leftAt }) => leftAt !== null).map(({ personId }) => personId)
  const fresh = wanted.filter((id) => !known.some(({ personId }) => personId === id))
  await tx.cohortMember.updateMany({ where: { cohortId, personId: { in: back } }, data: { leftAt: null } })
  await tx.cohortMember.createMany({
    data: fresh.map((personId) => ({ cohortId, personId, joinedAt: now, leftAt: null })),
  })
  await record(tx, actor, 'cohort.member-joined', cohortId, [...back, ...fresh], now)
  return back.length + fresh.length
}

function record(
  tx: Tx,
  actor: Actor,
  action: string,
  cohortId: string,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  return auditAll(
    tx,
    personIds.map((personId) => ({ actor, action, objectType: 'person', objectId: personId, cohortId, now })),
  )
}
