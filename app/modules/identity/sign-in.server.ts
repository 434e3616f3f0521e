import { audit } from '~/modules/audit/audit.server.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { type Actor, type Role, rolesIn } from './actor.ts'
import { deviceOf } from './device.ts'
import { attemptPassword, type Verdict } from './password-attempt.server.ts'
import { argon2Passwords } from './password-hash.server.ts'
import { signInName } from './person-fields.ts'
import { openSession } from './session.server.ts'
import { accountLimit, clearLimit, countingWrite } from './throttle.server.ts'
import type { Visitor } from './visitor.ts'

export type Credentials = {
  readonly username: string
  readonly password: string
  readonly isSharedComputer: boolean
}

export type SignedIn = { readonly kind: 'signedIn'; readonly cookie: string; readonly roles: readonly Role[] }
export type SignInOutcome = SignedIn | Exclude<Verdict, { kind: 'right' }>

/** By username or phone. A wrong password, nobody of that name and somebody who is suspended get the same answer. */
export async function signIn(
  visitor: Visitor,
  { username, password, isSharedComputer }: Credentials,
  now: Date,
  passwords = argon2Passwords,
): Promise<SignInOutcome> {
  const person = await findAccount(username)
  const target = {
    accountId: person?.id ?? `nobody:${username.normalize('NFKC').trim().toLowerCase()}`,
    personId: person?.id ?? null,
    passwordHash: person?.suspendedAt === null ? person.passwordHash : null,
  }
  const verdict = await attemptPassword(target, password, visitor.address, now, passwords)
  if (verdict.kind !== 'right') return verdict
  // Only an existing person has a password that can be right.
  if (!person?.passwordHash) return { kind: 'wrong' }

  const betterHash = passwords.needsRehash(person.passwordHash)
    ? await passwords.inTurn(() => passwords.hash(password))
    : null
  return countingWrite(async (tx) => {
    await clearLimit(tx, accountLimit(person.id))
    if (betterHash !== null) {
      // Not over a password that was changed meanwhile.
      await tx.person.updateMany({
        where: { id: person.id, passwordHash: person.passwordHash },
        data: { passwordHash: betterHash },
      })
    }
    return (await beginSession(tx, person.id, visitor, isSharedComputer, now)) ?? { kind: 'wrong' }
  })
}

/**
 * The session of somebody who has shown who she is; ends the one that this browser had. Null when she has been suspended
 * this very moment.
 */
export async function beginSession(
  tx: Tx,
  personId: string,
  visitor: Visitor,
  isSharedComputer: boolean,
  now: Date,
): Promise<SignedIn | null> {
  const person = await tx.person.findFirst({
    where: { id: personId, suspendedAt: null },
    select: { roles: { select: { role: true } } },
  })
  if (!person) return null
  const held = rolesIn(person.roles)
  if (visitor.formerSessionId !== null) await tx.session.deleteMany({ where: { id: visitor.formerSessionId } })
  const session = { personId, roles: held, isSharedComputer, device: deviceOf(visitor.userAgent) }
  const cookie = await openSession(session, now, visitor.isSecure)
  const actor = { personId, roles: held }
  await audit(tx, { actor, action: 'session.begun', objectType: 'person', objectId: personId, now })
  return { kind: 'signedIn', cookie, roles: held }
}

export async function signOut(actor: Actor, now: Date): Promise<void> {
  await db.write(async (tx) => {
    await tx.session.deleteMany({ where: { id: actor.sessionId, personId: actor.personId } })
    await audit(tx, { actor, action: 'session.ended', objectType: 'person', objectId: actor.personId, now })
  })
}

async function findAccount(typed: string) {
  const name = signInName(typed)
  // Looked up even when it cannot be anybody's: the answer takes the same steps.
  const where = name === null ? { username: '' } : { [name.kind]: name.value }
  return db.read.person.findFirst({ where, select: { id: true, passwordHash: true, suspendedAt: true } })
}
