import { randomUUID } from 'node:crypto'
import type { Actor, Role } from '~/modules/identity/actor.ts'
import type { OrganisationKind } from '~/modules/identity/organisation-tree.ts'
import { passwordsWith } from '~/modules/identity/password-hash.server.ts'
import { nameKeys } from '~/modules/identity/person-names.server.ts'
import { openSession } from '~/modules/identity/session.server.ts'
import type { Visitor } from '~/modules/identity/visitor.ts'
import { db } from '~/platform/db.server.ts'

/* Makers of people: each saves the smallest valid thing, `over` says what matters to the test. */

/** When tests happen, unless they say otherwise. */
export const testNow = new Date('2026-11-23T02:00:00.000Z')

/** The same hashing with almost no work: tests are about what is done with it. */
export const fastPasswords = passwordsWith({ memoryCost: 8, timeCost: 1, parallelism: 1 })

export const goodPassword = '下雨天去张奶奶家喝茶'

export type OrganisationOver = {
  readonly id?: string
  readonly name?: string
  readonly kind?: OrganisationKind
  readonly parentId?: string | null
}

export async function createOrganisation(over: OrganisationOver = {}): Promise<string> {
  const id = over.id ?? randomUUID()
  await db.write((tx) =>
    tx.organisation.create({
      data: {
        id,
        name: over.name ?? `机构 ${id.slice(0, 8)}`,
        kind: over.kind ?? 'agency',
        parentId: over.parentId ?? null,
        createdAt: testNow,
        archivedAt: null,
      },
    }),
  )
  return id
}

export type PersonOver = {
  readonly id?: string
  readonly name?: string
  readonly username?: string
  readonly phone?: string | null
  readonly organisationId?: string
  readonly roles?: readonly Role[]
  readonly password?: string
  readonly suspendedAt?: Date | null
}

/** Saves a person (a trainee, unless `roles` says otherwise) and returns her as the actor she is when signed in. */
export async function createPerson(over: PersonOver = {}): Promise<Actor> {
  const id = over.id ?? randomUUID()
  const roles = over.roles ?? ['trainee']
  const name = over.name ?? '林小满'
  const username = over.username ?? `u${id.replaceAll('-', '').slice(0, 20)}`
  const phone = over.phone ?? null
  const organisationId = over.organisationId ?? (await createOrganisation())
  const passwordHash = over.password === undefined ? null : await fastPasswords.hash(over.password)
  const reading = { locale: 'zh-CN', theme: 'system', largePrint: false } as const
  await db.write(async (tx) => {
    await tx.person.create({
      data: {
        id,
        username,
        phone,
        name,
        ...nameKeys({ name, username, phone }),
        organisationId,
        passwordHash,
        ...reading,
        suspendedAt: over.suspendedAt ?? null,
        createdAt: testNow,
      },
    })
    for (const role of roles) await tx.personRole.create({ data: { personId: id, role, grantedAt: testNow } })
  })
  return {
    personId: id,
    name,
    organisationId,
    roles,
    sessionId: `session-of-${id}`,
    isSharedComputer: false,
    ...reading,
  }
}

export function visitor(over: Partial<Visitor> = {}): Visitor {
  return { address: '203.0.113.7', userAgent: null, isSecure: false, formerSessionId: null, ...over }
}

/** A request as her browser sends it, with a session that began now. */
export async function requestOf(actor: Actor, path = '/', now = testNow): Promise<Request> {
  const session = { personId: actor.personId, roles: actor.roles, isSharedComputer: false, device: 'Test' }
  return requestWith(await openSession(session, now, false), path)
}

/** A request with the cookie that a `Set-Cookie` header gave. */
export function requestWith(setCookie: string, path = '/'): Request {
  return new Request(`http://localhost:3000${path}`, { headers: { Cookie: setCookie.split(';')[0] ?? '' } })
}
