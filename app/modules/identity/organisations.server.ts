import { randomUUID } from 'node:crypto'
import { audit } from '~/modules/audit/audit.server.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import type { Actor } from './actor.ts'
import {
  asTree,
  type MoveFault,
  mayStandBelow,
  moveFault,
  type OrganisationKind,
  type OrganisationRow,
  organisationKinds,
  type TreeRow,
  withAllBelow,
} from './organisation-tree.ts'
import { demand, mayAdminister, mayCoordinate } from './permissions.ts'

export type ListedOrganisation = TreeRow<OrganisationRow & { readonly isArchived: boolean }> & {
  /** people who are not suspended, in it alone and with all below */
  readonly people: number
  readonly peopleBelow: number
}

/** The whole tree; archived ones only when asked for. */
export async function listOrganisations(
  actor: Actor,
  { withArchived = false } = {},
): Promise<readonly ListedOrganisation[]> {
  demand(mayAdminister(actor) || mayCoordinate(actor))
  const [rows, counts] = await Promise.all([
    readOrganisations(db.read, withArchived),
    db.read.person.groupBy({ by: ['organisationId'], where: { suspendedAt: null }, _count: { id: true } }),
  ])
  const peopleIn = new Map(counts.map((row) => [row.organisationId, row._count.id]))
  return asTree(rows).map((row) => ({
    ...row,
    people: peopleIn.get(row.id) ?? 0,
    peopleBelow: withAllBelow(rows, row.id).reduce((sum, id) => sum + (peopleIn.get(id) ?? 0), 0),
  }))
}

/** For choosing one: who may put people into organisations sees what there is. */
export async function organisationChoices(actor: Actor): Promise<readonly TreeRow<OrganisationRow>[]> {
  demand(mayAdminister(actor) || mayCoordinate(actor))
  return asTree(await readOrganisations(db.read, false))
}

export async function organisationsBelow(organisationId: string): Promise<readonly string[]> {
  return withAllBelow(await readOrganisations(db.read, true), organisationId)
}

/** Codes of `i18n/fields.ts` (`field.<code>`), by field. */
export type OrganisationOutcome = { readonly kind: 'done'; readonly id: string } | OrganisationFault
type OrganisationFault = {
  readonly kind: 'fault'
  readonly field: 'name' | 'parentId'
  readonly code: 'nameTaken' | MoveFault
}

export type NewOrganisation = {
  readonly name: string
  readonly kind: OrganisationKind
  readonly parentId: string | null
}

export async function createOrganisation(actor: Actor, form: NewOrganisation, now: Date): Promise<OrganisationOutcome> {
  demand(mayAdminister(actor))
  return db.write(async (tx) => {
    const rows = await readOrganisations(tx, false)
    const parent = form.parentId === null ? null : rows.find((row) => row.id === form.parentId)
    if (parent === undefined || !mayStandBelow(form.kind, parent?.kind ?? null)) return fault('parentId', 'kind')
    if (isNameTaken(rows, form.name, form.parentId, null)) return fault('name', 'nameTaken')
    const id = randomUUID()
    await tx.organisation.create({ data: { id, ...form, createdAt: now, archivedAt: null } })
    await record(tx, actor, 'organisation.created', id, now)
    return { kind: 'done', id }
  })
}

export async function renameOrganisation(
  actor: Actor,
  organisationId: string,
  name: string,
  now: Date,
): Promise<OrganisationOutcome> {
  demand(mayAdminister(actor))
  return db.write(async (tx) => {
    const rows = await readOrganisations(tx, false)
    const row = rows.find((one) => one.id === organisationId)
    if (!row) throw notFound()
    if (isNameTaken(rows, name, row.parentId, row.id)) return fault('name', 'nameTaken')
    await tx.organisation.update({ where: { id: row.id }, data: { name } })
    await record(tx, actor, 'organisation.renamed', row.id, now)
    return { kind: 'done', id: row.id }
  })
}

export async function moveOrganisation(
  actor: Actor,
  organisationId: string,
  parentId: string | null,
  now: Date,
): Promise<OrganisationOutcome> {
  demand(mayAdminister(actor))
  return db.write(async (tx) => {
    const rows = await readOrganisations(tx, false)
    const row = rows.find((one) => one.id === organisationId)
    if (!row) throw notFound()
    const wrong = moveFault(rows, row.id, parentId)
    if (wrong !== null) return fault('parentId', wrong)
    if (isNameTaken(rows, row.name, parentId, row.id)) return fault('parentId', 'nameTaken')
    await tx.organisation.update({ where: { id: row.id }, data: { parentId } })
    await record(tx, actor, 'organisation.moved', row.id, now)
    return { kind: 'done', id: row.id }
  })
}

/** Only when it is empty: nobody, suspended or not, and nothing below. False when it is not. */
export async function archiveOrganisation(actor: Actor, organisationId: string, now: Date): Promise<boolean> {
  demand(mayAdminister(actor))
  return db.write(async (tx) => {
    const row = await tx.organisation.findFirst({
      where: { id: organisationId, archivedAt: null },
      select: { _count: { select: { people: true, children: { where: { archivedAt: null } } } } },
    })
    if (!row) throw notFound()
    if (row._count.people > 0 || row._count.children > 0) return false
    await tx.organisation.update({ where: { id: organisationId }, data: { archivedAt: now } })
    await record(tx, actor, 'organisation.archived', organisationId, now)
    return true
  })
}

/** Undoes it; where its place has been archived meanwhile it comes back at the top. */
export async function restoreOrganisation(actor: Actor, organisationId: string, now: Date): Promise<void> {
  demand(mayAdminister(actor))
  await db.write(async (tx) => {
    const row = await tx.organisation.findFirst({
      where: { id: organisationId, archivedAt: { not: null } },
      select: { parentId: true, parent: { select: { archivedAt: true } } },
    })
    if (!row) throw notFound()
    const parentId = row.parent?.archivedAt === null ? row.parentId : null
    await tx.organisation.update({ where: { id: organisationId }, data: { archivedAt: null, parentId } })
    await record(tx, actor, 'organisation.restored', organisationId, now)
  })
}

export async function readOrganisations(reader: Pick<Tx, 'organisation'>, withArchived: boolean) {
  const rows = await reader.organisation.findMany({
    where: withArchived ? {} : { archivedAt: null },
    select: { id: true, parentId: true, kind: true, name: true, archivedAt: true },
  })
  return rows.map(({ archivedAt, kind, ...row }) => ({ ...row, kind: kindOf(kind), isArchived: archivedAt !== null }))
}

function kindOf(kind: string): OrganisationKind {
  return organisationKinds.find((one) => one === kind) ?? 'agency'
}

/** Two of one name are told apart by where they stand, so only the same place is refused. */
function isNameTaken(
  rows: readonly OrganisationRow[],
  name: string,
  parentId: string | null,
  but: string | null,
): boolean {
  return rows.some((row) => row.name === name && row.parentId === parentId && row.id !== but)
}

function fault(field: OrganisationFault['field'], code: OrganisationFault['code']): OrganisationFault {
  return { kind: 'fault', field, code }
}

function record(tx: Tx, actor: Actor, action: string, objectId: string, now: Date): Promise<void> {
  return audit(tx, { actor, action, objectType: 'organisation', objectId, now })
}
