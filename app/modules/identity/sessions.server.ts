import { audit } from '~/modules/audit/audit.server.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import type { Actor } from './actor.ts'

export type OwnSession = {
  readonly id: string
  readonly device: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly isSharedComputer: boolean
  readonly isThisOne: boolean
}

const longestList = 50

/** Where she is signed in, this browser first. */
export async function listSessions(actor: Actor, now: Date): Promise<readonly OwnSession[]> {
  const rows = await db.read.session.findMany({
    where: { personId: actor.personId, expiresAt: { gt: now }, absoluteEndAt: { gt: now } },
    orderBy: { lastSeenAt: 'desc' },
    take: longestList,
    select: { id: true, device: true, createdAt: true, lastSeenAt: true, sharedComputer: true },
  })
  const sessions = rows.map(({ sharedComputer, ...row }) => ({
    ...row,
    isSharedComputer: sharedComputer,
    isThisOne: row.id === actor.sessionId,
  }))
  return [...sessions.filter((one) => one.isThisOne), ...sessions.filter((one) => !one.isThisOne)]
}

export async function endSession(actor: Actor, sessionId: string, now: Date): Promise<void> {
  await db.write(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id: sessionId, personId: actor.personId } })
    if (count === 0) throw notFound()
    await audit(tx, { actor, action: 'session.ended', objectType: 'person', objectId: actor.personId, now })
  })
}

/** All but this one. */
export async function endOtherSessions(actor: Actor, now: Date): Promise<number> {
  return db.write(async (tx) => {
    const { count } = await tx.session.deleteMany({
      where: { personId: actor.personId, id: { not: actor.sessionId } },
    })
    await audit(tx, { actor, action: 'session.others-ended', objectType: 'person', objectId: actor.personId, now })
    return count
  })
}

/** What anybody's change of standing, roles or password does: the next request of every open page finds no session. */
export async function endSessionsOf(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.session.deleteMany({ where: { personId: { in: [...personIds] } } })
}
