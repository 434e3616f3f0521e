import { randomBytes } from 'node:crypto'
import { audit } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import { authorNames } from '~/modules/questions/author-names.server.ts'
import { isSubject, type Subject } from '~/modules/questions/subjects.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { BlueprintShape } from './blueprint.schema.ts'
import type { Blueprint } from './blueprint.ts'
import { fullMarks } from './blueprint-check.ts'
import { officialBlueprints } from './official-blueprints.server.ts'

/*
 * The centre's own blueprints: they belong to the whole centre, as the bank does. A paper takes its blueprint over when it is
 * drawn, so changing or archiving one changes no exam.
 */
export type ListedBlueprint = Pick<Blueprint, 'id' | 'subject' | 'title' | 'titleEn' | 'minutes' | 'passLine'> & {
  readonly items: number
  readonly outOf: number
  /** null: it came with the site */
  readonly own: {
    readonly author: string | null
    readonly updatedAt: Date
    readonly archivedAt: Date | null
    readonly forMocks: boolean
  } | null
}

export type BlueprintLists = {
  readonly official: readonly ListedBlueprint[]
  readonly own: readonly ListedBlueprint[]
  readonly archived: readonly ListedBlueprint[]
}

const mostListed = 200

export async function listOwnBlueprints(actor: Actor): Promise<BlueprintLists> {
  demand(mayAuthor(actor))
  const rows = await db.read.centreBlueprint.findMany({
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: mostListed,
  })
  const names = await authorNames(rows.map(({ createdBy }) => createdBy))
  const own = rows.flatMap((row) => {
    const blueprint = opened(row.body)
    const { updatedAt, archivedAt, forMocks } = row
    const author = names.get(row.createdBy) ?? null
    return blueprint ? [listed(blueprint, { author, updatedAt, archivedAt, forMocks })] : []
  })
  return {
    official: officialBlueprints().map((blueprint) => listed(blueprint, null)),
    own: own.filter((one) => one.own?.archivedAt === null),
    archived: own.filter((one) => one.own?.archivedAt !== null),
  }
}

function listed(blueprint: Blueprint, own: ListedBlueprint['own']): ListedBlueprint {
  const { id, subject, title, titleEn, minutes, passLine, parts } = blueprint
  const items = parts.reduce((sum, { count }) => sum + count, 0)
  return { id, subject, title, titleEn, minutes, passLine, items, outOf: fullMarks(blueprint), own }
}

/** Written by saveBlueprint below, through the same shape. */
function opened(body: string): Blueprint | null {
  const parsed = BlueprintShape.safeParse(JSON.parse(body))
  return parsed.success ? parsed.data : null
}

export type HeldBlueprint = {
  readonly blueprint: Blueprint
  readonly own: { readonly updatedAt: Date; readonly archivedAt: Date | null; readonly forMocks: boolean } | null
}

/** An official one or the centre's own, archived or not. */
export async function getBlueprint(actor: Actor, blueprintId: string): Promise<HeldBlueprint> {
  demand(mayAuthor(actor))
  const official = officialBlueprints().find(({ id }) => id === blueprintId)
  if (official) return { blueprint: official, own: null }
  const row = await db.read.centreBlueprint.findUnique({ where: { id: blueprintId } })
  const blueprint = row && opened(row.body)
  if (!blueprint || !isSubject(blueprint.subject)) throw notFound()
  const { updatedAt, archivedAt, forMocks } = row
  return { blueprint, own: { updatedAt, archivedAt, forMocks } }
}

export function newBlueprintId(): string {
  return `b-${randomBytes(8).toString('hex')}`
}

export async function createBlueprint(actor: Actor, blueprint: Blueprint, now: Date): Promise<void> {
  demand(mayAuthor(actor))
  await db.write(async (tx) => {
    await tx.centreBlueprint.create({
      data: {
        ...{ id: blueprint.id, subject: blueprint.subject, body: JSON.stringify(blueprint) },
        ...{ createdBy: actor.personId, createdAt: now, updatedAt: now },
      },
    })
    await record(tx, actor, 'created', blueprint.id, now)
  })
}

/** `base`: when the one that she opened was saved. Somebody else's newer one is not written over. */
export async function saveBlueprint(
  actor: Actor,
  blueprint: Blueprint,
  base: string,
  now: Date,
): Promise<'saved' | 'conflict'> {
  demand(mayAuthor(actor))
  return db.write(async (tx) => {
    const held = await tx.centreBlueprint.findUnique({ where: { id: blueprint.id } })
    if (!held) throw notFound()
    if (held.archivedAt !== null) throw new DomainError('conflict')
    if (held.updatedAt.toISOString() !== base) return 'conflict'
    // A subject is chosen once: papers and chapters hang on it.
    const body = JSON.stringify({ ...blueprint, subject: held.subject as Subject })
    if (body === held.body) return 'saved'
    await tx.centreBlueprint.update({ where: { id: blueprint.id }, data: { body, updatedAt: now } })
    await record(tx, actor, 'saved', blueprint.id, now)
    return 'saved'
  })
}

/** Out of the choice for new papers; what was drawn from it stays. */
export async function archiveBlueprint(actor: Actor, blueprintId: string, now: Date): Promise<void> {
  await setArchived(actor, blueprintId, now, true)
}

export async function restoreBlueprint(actor: Actor, blueprintId: string, now: Date): Promise<void> {
  await setArchived(actor, blueprintId, now, false)
}

async function setArchived(actor: Actor, blueprintId: string, now: Date, isArchived: boolean): Promise<void> {
  demand(mayAuthor(actor))
  await db.write(async (tx) => {
    const held = await tx.centreBlueprint.findUnique({ where: { id: blueprintId }, select: { archivedAt: true } })
    if (!held) throw notFound()
    if ((held.archivedAt !== null) === isArchived) return
    await tx.centreBlueprint.update({ where: { id: blueprintId }, data: { archivedAt: isArchived ? now : null } })
    await record(tx, actor, isArchived ? 'archived' : 'restored', blueprintId, now)
  })
}

/** 可用于模拟考试: trainees may choose it for a mock of their own, or no longer. It changes nothing that a form was opened with. */
export async function offerForMocks(actor: Actor, blueprintId: string, forMocks: boolean, now: Date): Promise<void> {
  demand(mayAuthor(actor))
  await db.write(async (tx) => {
    const held = await tx.centreBlueprint.findUnique({
      where: { id: blueprintId },
      select: { archivedAt: true, forMocks: true },
    })
    if (!held) throw notFound()
    if (held.archivedAt !== null) throw new DomainError('conflict')
    if (held.forMocks === forMocks) return
    await tx.centreBlueprint.update({ where: { id: blueprintId }, data: { forMocks } })
    await record(tx, actor, forMocks ? 'offered' : 'withdrawn', blueprintId, now)
  })
}

function record(tx: Tx, actor: Actor, what: string, blueprintId: string, now: Date) {
  return audit(tx, { actor, action: `blueprint.${what}`, objectType: 'blueprint', objectId: blueprintId, now })
}
