import type { Role } from './actor.ts'
import { findByName, type OrganisationRow } from './organisation-tree.ts'
import type { PastedRow } from './paste-rows.ts'
import { cleanName, cleanPhone, cleanUsername, usernameFor } from './person-fields.ts'

/*
 * What pasted rows would do, before anything is done: the dry run that the coordinator sees, and the plan that is carried
 * out. Pasting the same rows again creates nobody a second time.
 */
export type KnownPerson = {
  readonly id: string
  readonly username: string
  readonly phone: string | null
  readonly name: string
  readonly isSuspended: boolean
  readonly roles: readonly Role[]
}

/** Codes; the page says a sentence for each (`row.<fault>`). */
export type RowFault =
  | 'noName'
  | 'noAccount'
  | 'badAccount'
  | 'twoPhones'
  | 'noOrganisation'
  | 'unknownOrganisation'
  | 'severalOrganisations'
  | 'twice'
  | 'takenByAnother'
  | 'suspended'
  | 'otherRole'

export type NewPerson = {
  readonly name: string
  readonly username: string
  readonly phone: string | null
  readonly organisationId: string
}

export type PlannedRow = { readonly row: PastedRow } & (
  | { readonly kind: 'create'; readonly person: NewPerson; readonly organisationName: string }
  | { readonly kind: 'known'; readonly personId: string; readonly name: string }
  | { readonly kind: 'fault'; readonly fault: RowFault }
)

export type PlanWorld = {
  readonly organisations: readonly OrganisationRow[]
  /** everybody whose username or phone is in the rows */
  readonly known: readonly KnownPerson[]
  /** where those go whose row names no organisation; null: such a row is a fault */
  readonly defaultOrganisationId: string | null
  /** what these people are to be: somebody who is here as something else needs an administrator to make her that, too */
  readonly role: Role
}

export function planPeople(rows: readonly PastedRow[], world: PlanWorld): readonly PlannedRow[] {
  const seen = new Set<string>()
  return rows.map((row) => planRow(row, world, seen))
}

/** The usernames and phones to look up before planning. */
export function accountsIn(rows: readonly PastedRow[]): { usernames: string[]; phones: string[] } {
  const accounts = rows.flatMap((row) => row.accounts.map(readAccount))
  const phones = accounts.flatMap((account) => account.phone ?? [])
  // Who gives only a phone signs in with it: it is the username, too.
  return { usernames: [...accounts.flatMap((account) => account.username ?? []), ...phones.map(usernameFor)], phones }
}

function planRow(row: PastedRow, world: PlanWorld, seen: Set<string>): PlannedRow {
  const fault = (code: RowFault): PlannedRow => ({ row, kind: 'fault', fault: code })
  const name = cleanName(row.name)
  if (name === null) return fault('noName')
  if (row.accounts.length === 0) return fault('noAccount')

  const accounts = row.accounts.map(readAccount)
  if (accounts.some((account) => account.phone === null && account.username === null)) return fault('badAccount')
  const phones = accounts.flatMap((account) => account.phone ?? [])
  if (phones.length > 1) return fault('twoPhones')
  const phone = phones[0] ?? null
  const username =
    accounts.flatMap((account) => account.username ?? [])[0] ?? (phone === null ? '' : usernameFor(phone))

  const keys = [username, ...(phone === null ? [] : [phone])]
  if (keys.some((key) => seen.has(key))) return fault('twice')
  for (const key of keys) seen.add(key)

  const holders = world.known.filter((one) => one.username === username || (phone !== null && one.phone === phone))
  const [holder, ...others] = holders
  if (holder) {
    if (others.length > 0 || cleanName(holder.name) !== name) return fault('takenByAnother')
    if (holder.isSuspended) return fault('suspended')
    return holder.roles.includes(world.role) ? { row, kind: 'known', personId: holder.id, name } : fault('otherRole')
  }

  const organisation = organisationOf(row, world)
  if (typeof organisation === 'string') return fault(organisation)
  return {
    row,
    kind: 'create',
    person: { name, username, phone, organisationId: organisation.id },
    organisationName: organisation.name,
  }
}

function organisationOf(row: PastedRow, world: PlanWorld): OrganisationRow | RowFault {
  if (row.organisation === '') {
    return world.organisations.find((one) => one.id === world.defaultOrganisationId) ?? 'noOrganisation'
  }
  const found = findByName(world.organisations, row.organisation)
  if (found === 'none') return 'unknownOrganisation'
  return found === 'several' ? 'severalOrganisations' : found
}

function readAccount(text: string): { phone: string | null; username: string | null } {
  const phone = cleanPhone(text)
  return { phone, username: phone === null ? cleanUsername(text) : null }
}
