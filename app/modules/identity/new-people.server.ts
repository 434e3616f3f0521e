import { randomUUID } from 'node:crypto'
import { audit, auditAll } from '~/modules/audit/audit.server.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { type IssuedCode, issueCodes } from './access-codes.server.ts'
import { type Actor, type Role, rolesIn } from './actor.ts'
import { readOrganisations } from './organisations.server.ts'
import { parsePastedRows } from './paste-rows.ts'
import { accountsIn, type NewPerson, type PlannedRow, planPeople } from './people-plan.ts'
import { demand, mayAdminister } from './permissions.ts'
import { nameKeys } from './person-names.server.ts'

/** More rows than this are two classes: the page stays readable and the write short. */
export const mostRows = 300

export type Import = {
  readonly text: string
  /** for rows that name no organisation */
  readonly defaultOrganisationId: string | null
  readonly role: Role
}

/** What pasting this would do. Nothing is done; nobody's name is told who is not in the rows. */
export async function previewImport(request: Import): Promise<readonly PlannedRow[]> {
  return plan(db.read, request)
}

export type ImportResult = {
  readonly created: readonly IssuedCode[]
  /** rows that were here already, by person */
  readonly known: readonly string[]
  /** rows that were left out */
  readonly faults: number
}

/**
 * Carries the plan out, in the transaction of whoever decides where these people belong. It is made again here, because
 * somebody else may have created the same people since the preview.
 */
export async function carryOutImport(tx: Tx, actor: Actor, request: Import, now: Date): Promise<ImportResult> {
  const rows = await plan(tx, request)
  const people = rows.flatMap((row) => (row.kind === 'create' ? row.person : []))
  const ids = await savePeople(tx, actor, people, [request.role], now)
  return {
    created: ids.length === 0 ? [] : await issueCodes(tx, actor, ids, now),
    known: rows.flatMap((row) => (row.kind === 'known' ? row.personId : [])),
    faults: rows.filter((row) => row.kind === 'fault').length,
  }
}

/** An administrator's paste: people of one role, in no cohort yet. */
export async function importPeople(actor: Actor, request: Import, now: Date): Promise<ImportResult> {
  demand(mayAdminister(actor))
  return db.write((tx) => carryOutImport(tx, actor, request, now))
}

export type PersonFault = {
  readonly kind: 'fault'
  readonly field: 'username' | 'phone' | 'organisationId'
  readonly code: 'usernameTaken' | 'phoneTaken' | 'organisationMissing'
}

/** One person, by an administrator. */
export async function createPerson(
  actor: Actor,
  person: NewPerson,
  roles: readonly Role[],
  now: Date,
): Promise<{ readonly kind: 'created'; readonly issued: IssuedCode } | PersonFault> {
  demand(mayAdminister(actor))
  return db.write((tx) => addPerson(tx, actor, person, roles, now))
}

/** The same within the transaction of whoever decides where she belongs. */
export async function addPerson(
  tx: Tx,
  actor: Actor,
  person: NewPerson,
  roles: readonly Role[],
  now: Date,
): Promise<{ readonly kind: 'created'; readonly issued: IssuedCode } | PersonFault> {
  const fault = await faultOf(tx, person, null)
  if (fault) return fault
  const [issued] = await issueCodes(tx, actor, await savePeople(tx, actor, [person], roles, now), now)
  if (!issued) throw new DomainError('conflict')
  return { kind: 'created', issued }
}

export async function editPerson(
  actor: Actor,
  personId: string,
  person: NewPerson,
  now: Date,
): Promise<{ readonly kind: 'done' } | PersonFault> {
  demand(mayAdminister(actor))
  return db.write(async (tx) => {
    const before = await tx.person.findUnique({ where: { id: personId }, select: { id: true } })
    if (!before) throw notFound()
    const fault = await faultOf(tx, person, personId)
    if (fault) return fault
    await tx.person.update({ where: { id: personId }, data: { ...person, ...nameKeys(person) } })
    await audit(tx, { actor, action: 'person.edited', objectType: 'person', objectId: personId, now })
    return { kind: 'done' }
  })
}

async function plan(reader: Pick<Tx, 'person' | 'organisation'>, { text, ...world }: Import) {
  const rows = parsePastedRows(text)
  if (rows.length > mostRows) throw new DomainError('tooLarge')
  const { usernames, phones } = accountsIn(rows)
  const [organisations, holders] = await Promise.all([
    readOrganisations(reader, false),
    reader.person.findMany({
      where: { OR: [{ username: { in: usernames } }, { phone: { in: phones } }] },
      select: {
        id: true,
        username: true,
        phone: true,
        name: true,
        suspendedAt: true,
        roles: { select: { role: true } },
      },
    }),
  ])
  const known = holders.map(({ suspendedAt, ...holder }) => ({
    ...holder,
    isSuspended: suspendedAt !== null,
    roles: rolesIn(holder.roles),
  }))
  return planPeople(rows, { ...world, organisations, known })
}

async function faultOf(tx: Tx, person: NewPerson, but: string | null): Promise<PersonFault | null> {
  const others = but === null ? {} : { id: { not: but } }
  const organisation = await tx.organisation.findFirst({
    where: { id: person.organisationId, archivedAt: null },
    select: { id: true },
  })
  if (!organisation) return { kind: 'fault', field: 'organisationId', code: 'organisationMissing' }
  if (await tx.person.findFirst({ where: { username: person.username, ...others }, select: { id: true } })) {
    return { kind: 'fault', field: 'username', code: 'usernameTaken' }
  }
  const { phone } = person
  if (phone !== null && (await tx.person.findFirst({ where: { phone, ...others }, select: { id: true } }))) {
    return { kind: 'fault', field: 'phone', code: 'phoneTaken' }
  }
  return null
}

/** However many: a few statements. */
async function savePeople(
  tx: Tx,
  actor: Actor,
  people: readonly NewPerson[],
  roles: readonly Role[],
  now: Date,
): Promise<readonly string[]> {
  const rows = people.map((person) => ({ id: randomUUID(), ...person, ...nameKeys(person) }))
  await tx.person.createMany({
    data: rows.map((row) => ({
      ...row,
      passwordHash: null,
      locale: 'zh-CN',
      theme: 'system',
      largePrint: false,
      suspendedAt: null,
      createdAt: now,
    })),
  })
  await tx.personRole.createMany({
    data: rows.flatMap(({ id }) => roles.map((role) => ({ personId: id, role, grantedAt: now }))),
  })
  await auditAll(
    tx,
    rows.map(({ id }) => ({ actor, action: 'person.created', objectType: 'person', objectId: id, now })),
  )
  return rows.map(({ id }) => id)
}
