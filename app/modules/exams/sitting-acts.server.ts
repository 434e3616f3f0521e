import { audit } from '~/modules/audit/audit.server.ts'
import { grantExtensions } from '~/modules/deadlines/extensions.server.ts'
import { revokeFacts } from '~/modules/evidence/evidence.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { boundaryOf } from './attempt.ts'
import { noteEvent } from './attempts.server.ts'
import { ownEndOf } from './cohort-sitting.ts'
import { ownTerms } from './sitting-start.server.ts'
import { requireSitting } from './sittings.server.ts'

/*
 * What an invigilator does while people sit. Time only ever grows: whoever is in keeps the end that she has been told.
 */
export type ExtendOutcome = { readonly kind: 'extended'; readonly people: number } | { readonly kind: 'notLater' }

export type Extension = { readonly personId: string; readonly until: Date; readonly reason: string }

/** One person's own end. If she is in, her clock learns of it with the next beat; if not, her window ends later. */
export async function extendOne(
  actor: Actor,
  cohortId: string,
  sittingId: string,
  { personId, until, reason }: Extension,
  now: Date,
): Promise<ExtendOutcome> {
  return db.write(async (tx) => {
    const sitting = await requireSitting(tx, actor, cohortId, sittingId)
    if (sitting.cancelledAt !== null) throw new DomainError('conflict')
    await requireMember(tx, cohortId, personId)
    const attempt = await runningOf(tx, sittingId, personId, now)
    const end = attempt ? attempt.deadlineAt : ownEndOf(await ownTerms(tx, personId, sitting))
    if (until <= end || until <= now) return { kind: 'notLater' }
    if (attempt) await moveEnd(tx, attempt, until, now)
    await grantExtensions(tx, actor, { type: 'sitting', id: sittingId }, { personIds: [personId], until, reason }, now)
    return { kind: 'extended', people: 1 }
  })
}

/** Everybody who is in, each from her own end; and the window of those who have not begun. */
export async function extendAll(
  actor: Actor,
  cohortId: string,
  sittingId: string,
  { minutes, reason }: { readonly minutes: number; readonly reason: string },
  now: Date,
): Promise<ExtendOutcome> {
  return db.write(async (tx) => {
    const sitting = await requireSitting(tx, actor, cohortId, sittingId)
    if (sitting.cancelledAt !== null) throw new DomainError('conflict')
    const members = await tx.cohortMember.findMany({ where: { cohortId, leftAt: null }, select: { personId: true } })
    const attempts = await tx.attempt.findMany({ where: { sittingId, status: { not: 'void' } }, select: running })
    const later = (end: Date) => new Date(end.getTime() + minutes * 60_000)
    const ends = new Map<number, string[]>()
    const give = (personId: string, until: Date) =>
      ends.set(until.getTime(), [...(ends.get(until.getTime()) ?? []), personId])
    for (const attempt of attempts.filter((one) => one.status === 'open' && one.boundaryAt >= now)) {
      await moveEnd(tx, attempt, later(attempt.deadlineAt), now)
      give(attempt.personId, later(attempt.deadlineAt))
    }
    const begun = new Set(attempts.map(({ personId }) => personId))
    for (const { personId } of members.filter((one) => !begun.has(one.personId))) {
      const { closesAt, extendedUntil } = await ownTerms(tx, personId, sitting)
      const end = extendedUntil && extendedUntil > closesAt ? extendedUntil : closesAt
      if (later(end) > now) give(personId, later(end))
    }
    for (const [until, personIds] of ends) {
      const grant = { personIds, until: new Date(until), reason }
      await grantExtensions(tx, actor, { type: 'sitting', id: sittingId }, grant, now)
    }
    const people = [...ends.values()].flat().length
    return people > 0 ? { kind: 'extended', people } : { kind: 'notLater' }
  })
}

export const running = {
  id: true,
  personId: true,
  status: true,
  deadlineAt: true,
  boundaryAt: true,
  graceMs: true,
} as const

export async function runningOf(tx: Tx, sittingId: string, personId: string, now: Date) {
  return tx.attempt.findFirst({
    where: { sittingId, personId, status: 'open', boundaryAt: { gte: now } },
    select: running,
  })
}

type Running = Pick<NonNullable<Awaited<ReturnType<typeof runningOf>>>, 'id' | 'graceMs'>

export async function moveEnd(tx: Tx, attempt: Running, until: Date, now: Date): Promise<void> {
  await tx.attempt.update({
    where: { id: attempt.id },
    data: { deadlineAt: until, boundaryAt: boundaryOf({ deadlineAt: until, graceMs: attempt.graceMs }) },
  })
  await noteEvent(tx, attempt.id, 'extended', until.toISOString(), now)
}

async function requireMember(tx: Tx, cohortId: string, personId: string): Promise<void> {
  const member = await tx.cohortMember.findFirst({
    where: { cohortId, personId, leftAt: null },
    select: { personId: true },
  })
  if (!member) throw notFound()
}

export type Voiding = {
  readonly attemptId: string
  readonly reason: string
  /** until when she may begin again; null: until the window ends */
  readonly until: Date | null
}

/** Counts for nothing from now on, and she has an attempt more. Its answers stay, and so does who did it and why. */
export async function voidAttempt(
  actor: Actor,
  cohortId: string,
  sittingId: string,
  { attemptId, reason, until }: Voiding,
  now: Date,
): Promise<void> {
  await db.write(async (tx) => {
    await requireSitting(tx, actor, cohortId, sittingId)
    const attempt = await tx.attempt.findFirst({
      where: { id: attemptId, sittingId },
      select: { personId: true, status: true },
    })
    if (!attempt) throw notFound()
    if (attempt.status === 'void') return
    const voided = { voidedAt: now, voidedBy: actor.personId, voidReason: reason }
    await tx.attempt.update({ where: { id: attemptId }, data: { status: 'void', ...voided } })
    await revokeFacts(tx, { kind: 'exam-scored', subjectIds: [attemptId] }, reason, now)
    await noteEvent(tx, attemptId, 'voided', '', now)
    await audit(tx, {
      ...{ actor, action: 'attempt.voided', objectType: 'attempt', objectId: attemptId, cohortId, reason, now },
    })
    if (!until || until <= now) return
    const grant = { personIds: [attempt.personId], until, reason }
    await grantExtensions(tx, actor, { type: 'sitting', id: sittingId }, grant, now)
  })
}
