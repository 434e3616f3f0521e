import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import type { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { type Actor, type Role, rolesIn } from './actor.ts'
import { organisationsBelow } from './organisations.server.ts'
import { demand, mayAdminister } from './permissions.ts'
import { searchWords } from './person-fields.ts'

export const peoplePerPage = 50

export type PeopleQuery = {
  readonly search: string
  readonly role: Role | null
  /** with everything below it */
  readonly organisationId: string | null
  readonly standing: 'active' | 'suspended'
  readonly page: number
}

export type ListedPerson = {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly phone: string | null
  readonly organisation: string
  readonly roles: readonly Role[]
  readonly access: Access
  readonly isSuspended: boolean
}

/** Whether somebody can sign in: with a password, with a code that she has not used yet, or not at all. */
export type Access = 'password' | 'code' | 'none'

export type PeoplePage = {
  readonly people: readonly ListedPerson[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

const listed = {
  id: true,
  name: true,
  username: true,
  phone: true,
  suspendedAt: true,
  passwordHash: true,
  organisation: { select: { name: true } },
  roles: { select: { role: true } },
  codes: { select: { expiresAt: true, usedAt: true } },
} satisfies Prisma.PersonSelect

export async function listPeople(actor: Actor, query: PeopleQuery, now: Date): Promise<PeoplePage> {
  demand(mayAdminister(actor))
  const where: Prisma.PersonWhereInput = {
    suspendedAt: query.standing === 'active' ? null : { not: null },
    AND: matching(query.search),
    ...(query.role && { roles: { some: { role: query.role } } }),
    ...(query.organisationId && { organisationId: { in: [...(await organisationsBelow(query.organisationId))] } }),
  }
  const total = await db.read.person.count({ where })
  const pages = Math.max(1, Math.ceil(total / peoplePerPage))
  const page = Math.min(Math.max(1, query.page), pages)
  const rows = await db.read.person.findMany({
    where,
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    skip: (page - 1) * peoplePerPage,
    take: peoplePerPage,
    select: listed,
  })
  return { people: rows.map((row) => personOf(row, now)), total, page, pages }
}

export type PersonDetails = ListedPerson & {
  readonly organisationId: string
  readonly createdAt: Date
  readonly suspendedAt: Date | null
}

export async function getPerson(actor: Actor, personId: string, now: Date): Promise<PersonDetails> {
  demand(mayAdminister(actor))
  const row = await db.read.person.findUnique({
    where: { id: personId },
    select: { ...listed, organisationId: true, createdAt: true },
  })
  if (!row) throw notFound()
  const { organisationId, createdAt, suspendedAt } = row
  return { ...personOf(row, now), organisationId, createdAt, suspendedAt }
}

/** Every word of a search must be found in name, pinyin, initials, username or phone. */
export function matching(search: string): Prisma.PersonWhereInput[] {
  return searchWords(search).map((word) => ({ searchText: { contains: word } }))
}

export function accessOf(
  person: { passwordHash: string | null; codes: readonly { expiresAt: Date; usedAt: Date | null }[] },
  now: Date,
): Access {
  if (person.passwordHash !== null) return 'password'
  return person.codes.some((code) => code.usedAt === null && code.expiresAt > now) ? 'code' : 'none'
}

type ListedRow = Prisma.PersonGetPayload<{ select: typeof listed }>

function personOf({ organisation, suspendedAt, passwordHash, codes, ...row }: ListedRow, now: Date): ListedPerson {
  return {
    id: row.id,
    name: row.name,
    username: row.username,
    phone: row.phone,
    organisation: organisation.name,
    roles: rolesIn(row.roles),
    access: accessOf({ passwordHash, codes }, now),
    isSuspended: suspendedAt !== null,
  }
}
