import { randomBytes, randomUUID } from 'node:crypto'
import { audit, auditAll } from '~/modules/audit/audit.server.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { codeFrom, codeLifetimeMs, shownCode, typedCode } from './access-code.ts'
import type { Actor } from './actor.ts'
import { argon2Passwords } from './password-hash.server.ts'
import { type PasswordFault, passwordFault } from './passwords.ts'
import { sha256 } from './secrets.server.ts'
import { endSessionsOf } from './sessions.server.ts'
import { beginSession, type SignedIn } from './sign-in.server.ts'
import {
  accountLimit,
  chargeLimit,
  clearLimit,
  clearLimits,
  codeLimit,
  countingWrite,
  secondsToWait,
} from './throttle.server.ts'
import type { Visitor } from './visitor.ts'

/** What is printed for a person, once: the code itself is nowhere else. */
export type IssuedCode = {
  readonly personId: string
  readonly name: string
  readonly username: string
  readonly phone: string | null
  readonly code: string
  readonly expiresAt: Date
}

/**
 * New one-time codes, in the transaction of whoever decides that these people may have them. A password that may be lost or
 * known to others stops working at once, and so does every session and every older code.
 */
export async function issueCodes(
  tx: Tx,
  actor: Actor,
  personIds: readonly string[],
  now: Date,
): Promise<readonly IssuedCode[]> {
  const where = { id: { in: [...personIds] } }
  const people = await tx.person.findMany({
    where,
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, username: true, phone: true },
  })
  await tx.accessCode.deleteMany({ where: { personId: where.id } })
  await tx.person.updateMany({ where, data: { passwordHash: null } })
  await endSessionsOf(tx, personIds)
  await clearLimits(tx, personIds.map(accountLimit))
  const expiresAt = new Date(now.getTime() + codeLifetimeMs)
  const issued = people.map(({ id, ...person }) => ({ personId: id, ...person, code: newCode(), expiresAt }))
  await tx.accessCode.createMany({
    data: issued.map(({ personId, code }) => ({
      id: randomUUID(),
      personId,
      codeHash: sha256(code),
      createdBy: actor.personId,
      createdAt: now,
      expiresAt,
      usedAt: null,
    })),
  })
  await auditAll(
    tx,
    issued.map(({ personId }) => ({
      actor,
      action: 'person.code-issued',
      objectType: 'person',
      objectId: personId,
      now,
    })),
  )
  return issued.map((one) => ({ ...one, code: shownCode(one.code) }))
}

export type Redemption = { readonly code: string; readonly password: string; readonly isSharedComputer: boolean }
export type RedeemOutcome =
  | SignedIn
  | { readonly kind: 'codeInvalid' }
  | { readonly kind: 'passwordFault'; readonly fault: PasswordFault }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }

/**
 * A code and a new password open the door, once. A wrong code, a used one, one that has expired and one of somebody who is
 * suspended get the same answer.
 */
export async function redeemCode(
  visitor: Visitor,
  { code: typed, password, isSharedComputer }: Redemption,
  now: Date,
  passwords = argon2Passwords,
): Promise<RedeemOutcome> {
  const fault = passwordFault(password)
  if (fault !== null) return { kind: 'passwordFault', fault }
  const code = typedCode(typed)
  if (code === null) return { kind: 'codeInvalid' }

  const limit = codeLimit(visitor.address)
  const codeHash = sha256(code)
  return passwords.inTurn(async () => {
    const wait = await secondsToWait([limit], now)
    if (wait > 0) return { kind: 'throttled', retryAfterSeconds: wait }
    const owner = await findOwner(codeHash, now)
    if (!owner) {
      await countingWrite((tx) => chargeLimit(tx, limit, now))
      return { kind: 'codeInvalid' }
    }
    const personalFault = passwordFault(password, owner.known)
    if (personalFault !== null) return { kind: 'passwordFault', fault: personalFault }

    const passwordHash = await passwords.hash(password)
    const signedIn = await countingWrite(async (tx) => {
      // Of a hundred who use it at the same moment one finds it unused.
      const { count } = await tx.accessCode.updateMany({
        where: { codeHash, usedAt: null, expiresAt: { gt: now } },
        data: { usedAt: now },
      })
      if (count === 0) return null
      await tx.person.update({ where: { id: owner.personId }, data: { passwordHash } })
      await endSessionsOf(tx, [owner.personId])
      await clearLimit(tx, accountLimit(owner.personId))
      const actor = { personId: owner.personId, roles: [] }
      await audit(tx, { actor, action: 'person.password-set', objectType: 'person', objectId: owner.personId, now })
      return beginSession(tx, owner.personId, visitor, isSharedComputer, now)
    })
    return signedIn ?? { kind: 'codeInvalid' }
  })
}

async function findOwner(codeHash: string, now: Date) {
  const found = await db.read.accessCode.findFirst({
    where: { codeHash, usedAt: null, expiresAt: { gt: now }, person: { suspendedAt: null } },
    select: { personId: true, person: { select: { searchText: true, username: true } } },
  })
  return found && { personId: found.personId, known: knownWords(found.person) }
}

/** What others know of somebody, as words that make a password guessable. */
export function knownWords(person: { searchText: string; username: string }): readonly string[] {
  return [...new Set([person.username, ...person.searchText.split(' ')])].filter((word) => [...word].length >= 2)
}

function newCode(): string {
  for (;;) {
    const code = codeFrom(randomBytes(32))
    if (code !== null) return code
  }
}
