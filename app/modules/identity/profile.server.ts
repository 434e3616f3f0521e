import type { Locale } from '~/i18n/locale.ts'
import { audit } from '~/modules/audit/audit.server.ts'
import { db } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { knownWords } from './access-codes.server.ts'
import type { Actor, Theme } from './actor.ts'
import { attemptPassword, type Verdict } from './password-attempt.server.ts'
import { argon2Passwords } from './password-hash.server.ts'
import { type PasswordFault, passwordFault } from './passwords.ts'
import { nameKeys } from './person-names.server.ts'
import { endSessionsOf } from './sessions.server.ts'
import { beginSession } from './sign-in.server.ts'
import { accountLimit, clearLimit, countingWrite } from './throttle.server.ts'
import type { Visitor } from './visitor.ts'

export type Profile = {
  readonly name: string
  readonly username: string
  readonly phone: string | null
  readonly organisation: string
  readonly locale: Locale
  readonly theme: Theme
  readonly largePrint: boolean
}

export async function getProfile(actor: Actor): Promise<Profile> {
  const person = await db.read.person.findUnique({
    where: { id: actor.personId },
    select: { username: true, phone: true, organisation: { select: { name: true } } },
  })
  if (!person) throw notFound()
  const { name, locale, theme, largePrint } = actor
  return { ...person, organisation: person.organisation.name, name, locale, theme, largePrint }
}

export async function renameSelf(actor: Actor, name: string, now: Date): Promise<void> {
  await db.write(async (tx) => {
    const person = await tx.person.findUnique({
      where: { id: actor.personId },
      select: { username: true, phone: true },
    })
    if (!person) throw notFound()
    await tx.person.update({ where: { id: actor.personId }, data: { name, ...nameKeys({ ...person, name }) } })
    await audit(tx, { actor, action: 'person.renamed', objectType: 'person', objectId: actor.personId, now })
  })
}

/** How she reads the site: nobody else's business, so it leaves no trace in the audit. */
export type Reading = { readonly locale: Locale; readonly theme: Theme; readonly largePrint: boolean }

export async function chooseReading(actor: Actor, reading: Partial<Reading>): Promise<void> {
  await db.write((tx) => tx.person.update({ where: { id: actor.personId }, data: reading }))
}

export type PasswordChange = { readonly current: string; readonly next: string }
export type ChangeOutcome =
  | { readonly kind: 'changed'; readonly cookie: string }
  | { readonly kind: 'passwordFault'; readonly fault: PasswordFault }
  | Exclude<Verdict, { kind: 'right' }>

/** Ends her other sessions, and gives this browser a new one: whoever knew the old password or id is out. */
export async function changePassword(
  actor: Actor,
  visitor: Visitor,
  { current, next }: PasswordChange,
  now: Date,
  passwords = argon2Passwords,
): Promise<ChangeOutcome> {
  const person = await db.read.person.findUnique({
    where: { id: actor.personId },
    select: { passwordHash: true, searchText: true, username: true },
  })
  if (!person) throw notFound()
  const target = { accountId: actor.personId, personId: actor.personId, passwordHash: person.passwordHash }
  const verdict = await attemptPassword(target, current, visitor.address, now, passwords)
  if (verdict.kind !== 'right') return verdict
  const fault = passwordFault(next, knownWords(person))
  if (fault !== null) {
    await countingWrite((tx) => clearLimit(tx, accountLimit(actor.personId)))
    return { kind: 'passwordFault', fault }
  }

  const passwordHash = await passwords.inTurn(() => passwords.hash(next))
  return countingWrite(async (tx) => {
    await clearLimit(tx, accountLimit(actor.personId))
    // Not over a code that was issued, or another change made, since the old one was verified.
    const { count } = await tx.person.updateMany({
      where: { id: actor.personId, passwordHash: person.passwordHash },
      data: { passwordHash },
    })
    if (count === 0) throw new DomainError('conflict')
    await tx.accessCode.deleteMany({ where: { personId: actor.personId, usedAt: null } })
    await endSessionsOf(tx, [actor.personId])
    await audit(tx, { actor, action: 'person.password-changed', objectType: 'person', objectId: actor.personId, now })
    const begun = await beginSession(tx, actor.personId, visitor, actor.isSharedComputer, now)
    if (!begun) throw notFound()
    return { kind: 'changed', cookie: begun.cookie }
  })
}
