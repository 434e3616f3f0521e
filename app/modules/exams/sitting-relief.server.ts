import { getCohort } from '~/modules/cohorts/cohorts.server.ts'
import { requireOpenCohort } from '~/modules/cohorts/scope.server.ts'
import {
  accommodationsOf,
  endAccommodation,
  grantAccommodation,
  type NewAccommodation,
} from '~/modules/deadlines/accommodations.server.ts'
import { revokeExtension } from '~/modules/deadlines/extensions.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'

/*
 * What people of a cohort were granted: standing accommodations 便利, which hold in every exam, and extensions 延期 of single
 * sittings. One list, so that nobody is forgotten and nobody is granted twice.
 */
export type StandingRelief = {
  readonly personId: string
  readonly name: string
  readonly timePercent: number
  readonly reason: string
  readonly grantedBy: string
  readonly grantedAt: Date
  readonly endedAt: Date | null
}

export type ExtensionRow = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly sittingId: string
  readonly sitting: string
  readonly until: Date
  readonly reason: string
  readonly grantedBy: string
  readonly grantedAt: Date
}

export type Relief = {
  readonly members: readonly { readonly personId: string; readonly name: string }[]
  readonly standing: readonly StandingRelief[]
  readonly extensions: readonly ExtensionRow[]
}

const shown = 200

export async function listRelief(actor: Actor, cohortId: string): Promise<Relief> {
  await getCohort(actor, cohortId)
  const rows = await db.read.cohortMember.findMany({
    where: { cohortId, leftAt: null },
    orderBy: [{ person: { sortKey: 'asc' } }, { personId: 'asc' }],
    select: { person: { select: { id: true, name: true } } },
  })
  const members = rows.map(({ person }) => ({ personId: person.id, name: person.name }))
  const sittings = await db.read.sitting.findMany({ where: { cohortId }, select: { id: true, title: true } })
  const granted = await accommodationsOf(members.map(({ personId }) => personId))
  const extended = await db.read.extension.findMany({
    where: { subjectType: 'sitting', subjectId: { in: sittings.map(({ id }) => id) }, revokedAt: null },
    orderBy: [{ grantedAt: 'desc' }, { id: 'asc' }],
    take: shown,
  })
  const names = await namesOf([...granted, ...extended].flatMap(({ personId, grantedBy }) => [personId, grantedBy]))
  const nameOf = (personId: string) => names.get(personId) ?? ''
  return {
    members,
    standing: granted.map(({ grantedBy, ...one }) => ({
      ...{ ...one, name: nameOf(one.personId), grantedBy: nameOf(grantedBy) },
    })),
    extensions: extended.map(({ id, personId, subjectId, until, reason, grantedBy, grantedAt }) => ({
      ...{ id, personId, until, reason, grantedAt, name: nameOf(personId), grantedBy: nameOf(grantedBy) },
      sittingId: subjectId,
      sitting: sittings.find((one) => one.id === subjectId)?.title ?? '',
    })),
  }
}

async function namesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await db.read.person.findMany({
    where: { id: { in: [...new Set(personIds)] } },
    select: { id: true, name: true },
  })
  return new Map(people.map(({ id, name }) => [id, name]))
}

export async function grantRelief(
  actor: Actor,
  cohortId: string,
  made: Omit<NewAccommodation, 'cohortId'>,
  now: Date,
): Promise<void> {
  await db.write(async (tx) => {
    await requireOwnMember(tx, actor, cohortId, made.personId)
    await grantAccommodation(tx, actor, { ...made, cohortId }, now)
  })
}

export async function endRelief(actor: Actor, cohortId: string, personId: string, now: Date): Promise<void> {
  await db.write(async (tx) => {
    await requireOwnMember(tx, actor, cohortId, personId)
    await endAccommodation(tx, actor, { personId, cohortId }, now)
  })
}

/** inRoom: she sits by it now, and keeps the end that she was told */
export type RevokeOutcome = 'revoked' | 'inRoom'

/** Before she has begun, or when she is done: she has the window of all again, or what else she was granted. */
export async function revokeSittingExtension(
  actor: Actor,
  cohortId: string,
  extensionId: string,
  now: Date,
): Promise<RevokeOutcome> {
  return db.write(async (tx): Promise<RevokeOutcome> => {
    await requireOpenCohort(tx, actor, cohortId)
    const extension = await tx.extension.findFirst({ where: { id: extensionId, subjectType: 'sitting' } })
    const sitting =
      extension && (await tx.sitting.findFirst({ where: { id: extension.subjectId, cohortId }, select: { id: true } }))
    if (!extension || !sitting) throw notFound()
    const { personId } = extension
    const inRoom = await tx.attempt.count({
      where: { sittingId: sitting.id, personId, status: 'open', boundaryAt: { gte: now } },
    })
    if (inRoom > 0) return 'inRoom'
    await revokeExtension(tx, actor, extensionId, cohortId, now)
    return 'revoked'
  })
}

async function requireOwnMember(tx: Tx, actor: Actor, cohortId: string, personId: string): Promise<void> {
  await requireOpenCohort(tx, actor, cohortId)
  const member = await tx.cohortMember.findFirst({
    where: { cohortId, personId, leftAt: null },
    select: { personId: true },
  })
  if (!member) throw notFound()
}
