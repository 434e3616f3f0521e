import { audit } from '~/modules/audit/audit.server.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { type IssuedCode, issueCodes } from './access-codes.server.ts'
import { type Actor, type Role, rolesIn } from './actor.ts'
import { demand, mayAdminister } from './permissions.ts'
import { endSessionsOf } from './sessions.server.ts'

/*
 * What an administrator decides about somebody: her roles, whether she may come in, a new code. Each ends her sessions in the
 * same transaction, so that nobody goes on with what she was a moment ago.
 */

/** Why it was refused: nobody shuts herself out, and one administrator who can sign in always remains. */
export type StandingFault = 'self' | 'lastAdministrator'
export type StandingOutcome = { readonly kind: 'done' } | { readonly kind: 'fault'; readonly fault: StandingFault }

const done: StandingOutcome = { kind: 'done' }

export async function chooseRoles(
  actor: Actor,
  personId: string,
  wanted: readonly Role[],
  now: Date,
): Promise<StandingOutcome> {
  demand(mayAdminister(actor))
  return db.write(async (tx) => {
    const person = await tx.person.findUnique({
      where: { id: personId },
      select: { roles: { select: { role: true } } },
    })
    if (!person) throw notFound()
    const held = rolesIn(person.roles)
    const [granted, withdrawn] = [without(wanted, held), without(held, wanted)]
    if (granted.length + withdrawn.length === 0) return done
    if (withdrawn.includes('administrator')) {
      if (personId === actor.personId) return refused('self')
      if (await isLastAdministrator(tx, personId)) return refused('lastAdministrator')
    }
    await tx.personRole.deleteMany({ where: { personId, role: { in: withdrawn } } })
    for (const role of granted) await tx.personRole.create({ data: { personId, role, grantedAt: now } })
    await endSessionsOf(tx, [personId])
    for (const [action, list] of [
      ['person.role-granted', granted],
      ['person.role-withdrawn', withdrawn],
    ] as const) {
      for (const role of list) {
        await audit(tx, { actor, action, objectType: 'person', objectId: personId, reason: role, now })
      }
    }
    return done
  })
}

export async function suspendPerson(actor: Actor, personId: string, now: Date): Promise<StandingOutcome> {
  demand(mayAdminister(actor))
  return db.write(async (tx) => {
    if (personId === actor.personId) return refused('self')
    if (await isLastAdministrator(tx, personId)) return refused('lastAdministrator')
    const { count } = await tx.person.updateMany({
      where: { id: personId, suspendedAt: null },
      data: { suspendedAt: now },
    })
    if (count === 0) throw notFound()
    await endSessionsOf(tx, [personId])
    await audit(tx, { actor, action: 'person.suspended', objectType: 'person', objectId: personId, now })
    return done
  })
}

/** Undoes it: her password and everything else is as it was. */
export async function restorePerson(actor: Actor, personId: string, now: Date): Promise<void> {
  demand(mayAdminister(actor))
  await db.write(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: personId, suspendedAt: { not: null } },
      data: { suspendedAt: null },
    })
    if (count === 0) throw notFound()
    await audit(tx, { actor, action: 'person.restored', objectType: 'person', objectId: personId, now })
  })
}

/** For a password that was lost. An administrator changes her own on her profile: a code would put her out first. */
export async function renewCode(actor: Actor, personId: string, now: Date): Promise<IssuedCode> {
  demand(mayAdminister(actor) && personId !== actor.personId)
  return db.write(async (tx) => {
    const person = await tx.person.findFirst({ where: { id: personId, suspendedAt: null }, select: { id: true } })
    const [issued] = person ? await issueCodes(tx, actor, [personId], now) : []
    if (!issued) throw notFound()
    return issued
  })
}

async function isLastAdministrator(tx: Tx, personId: string): Promise<boolean> {
  const administrators = await tx.personRole.findMany({
    where: { role: 'administrator', person: { suspendedAt: null, passwordHash: { not: null } } },
    select: { personId: true },
    take: 2,
  })
  return administrators.length === 1 && administrators[0]?.personId === personId
}

function without(list: readonly Role[], others: readonly Role[]): Role[] {
  return list.filter((role) => !others.includes(role))
}

function refused(fault: StandingFault): StandingOutcome {
  return { kind: 'fault', fault }
}
