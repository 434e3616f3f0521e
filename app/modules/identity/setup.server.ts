import { randomUUID } from 'node:crypto'
import { audit } from '~/modules/audit/audit.server.ts'
import { db } from '~/platform/db.server.ts'
import { DomainError } from '~/platform/errors.ts'
import type { OrganisationKind } from './organisation-tree.ts'
import { argon2Passwords } from './password-hash.server.ts'
import { type PasswordFault, passwordFault } from './passwords.ts'
import { nameKeys } from './person-names.server.ts'
import { randomToken, sha256 } from './secrets.server.ts'
import { beginSession, type SignedIn } from './sign-in.server.ts'
import type { Visitor } from './visitor.ts'

/**
 * The token of the link that makes the first administrator, or null when there is one. Only its hash is kept, so every start
 * of a site that is not set up makes a new link and the one before is void.
 */
export async function ensureSetupLink(now: Date): Promise<string | null> {
  const token = randomToken()
  return db.write(async (tx) => {
    const isSetUp = await tx.personRole.findFirst({ where: { role: 'administrator' }, select: { personId: true } })
    if (isSetUp) return null
    await tx.setupLink.deleteMany({ where: { usedAt: null } })
    await tx.setupLink.create({ data: { id: randomUUID(), tokenHash: sha256(token), createdAt: now, usedAt: null } })
    return token
  })
}

export async function requireSetupLink(token: string): Promise<void> {
  const link = await db.read.setupLink.findUnique({ where: { tokenHash: sha256(token) }, select: { usedAt: true } })
  if (!link || link.usedAt !== null) throw new DomainError('gone')
}

export type FirstPeople = {
  readonly organisation: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly username: string
  readonly phone: string | null
  readonly password: string
}

export type SetupOutcome = SignedIn | { readonly kind: 'passwordFault'; readonly fault: PasswordFault }

/** The centre and its first administrator, once. */
export async function setUpSite(
  visitor: Visitor,
  token: string,
  { organisation, kind, password, ...person }: FirstPeople,
  now: Date,
  passwords = argon2Passwords,
): Promise<SetupOutcome> {
  await requireSetupLink(token)
  const keys = nameKeys(person)
  const fault = passwordFault(password, [person.username, ...keys.searchText.split(' '), organisation])
  if (fault !== null) return { kind: 'passwordFault', fault }

  const passwordHash = await passwords.inTurn(() => passwords.hash(password))
  const [organisationId, personId] = [randomUUID(), randomUUID()]
  return db.write(async (tx) => {
    const { count } = await tx.setupLink.updateMany({
      where: { tokenHash: sha256(token), usedAt: null },
      data: { usedAt: now },
    })
    if (count === 0) throw new DomainError('gone')
    await tx.organisation.create({
      data: { id: organisationId, parentId: null, kind, name: organisation, createdAt: now, archivedAt: null },
    })
    await tx.person.create({
      data: {
        id: personId,
        ...person,
        ...keys,
        organisationId,
        passwordHash,
        locale: 'zh-CN',
        theme: 'system',
        largePrint: false,
        suspendedAt: null,
        createdAt: now,
        roles: { create: { role: 'administrator', grantedAt: now } },
      },
    })
    const actor = { personId, roles: ['administrator'] as const }
    await audit(tx, { actor, action: 'site.set-up', objectType: 'person', objectId: personId, now })
    const begun = await beginSession(tx, personId, visitor, false, now)
    if (!begun) throw new DomainError('gone')
    return begun
  })
}
