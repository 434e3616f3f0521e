import { audit } from '~/modules/audit/audit.server.ts'
import { revokeFacts } from '~/modules/evidence/evidence.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { boundaryOf, reopen } from './attempt.ts'
import { noteEvent } from './attempts.server.ts'
import { isReleased, ownDeadlineOf, ownEndOf } from './cohort-sitting.ts'
import { settle } from './settling.server.ts'
import { moveEnd, running } from './sitting-acts.server.ts'
import {
  changesOf,
  faultOfPlan,
  faultOfReopening,
  type PlanFault,
  type SittingPlan,
  settledPlan,
} from './sitting-change.ts'
import { ownTerms } from './sitting-start.server.ts'
import { requireSitting } from './sittings.server.ts'

export type ChangeOutcome =
  /** `extended` have ends of their own, which stay */
  | { readonly kind: 'changed'; readonly extended: number }
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly fault: PlanFault }

/** Title, window and release of an exam that is planned or runs. A later end gives its time to whoever is in, at once. */
export async function changeSitting(
  actor: Actor,
  cohortId: string,
  sittingId: string,
  plan: SittingPlan,
  now: Date,
): Promise<ChangeOutcome> {
  return db.write(async (tx): Promise<ChangeOutcome> => {
    const sitting = await requireSitting(tx, actor, cohortId, sittingId)
    if (sitting.cancelledAt !== null) throw new DomainError('conflict')
    const hasBegun = (await tx.attempt.count({ where: { sittingId } })) > 0
    const next = settledPlan(sitting, plan)
    const changed = changesOf(sitting, next)
    if (changed.length === 0) return { kind: 'same' }
    const fault = faultOfPlan(sitting, next, { hasBegun, now })
    if (fault) return { kind: 'refused', fault }
    const after = await tx.sitting.update({ where: { id: sittingId }, data: { ...next, changedAt: now } })
    if (changed.includes('closesAt')) await giveLaterEnds(tx, after, now)
    await audit(tx, {
      ...{ actor, action: 'sitting.changed', objectType: 'sitting', objectId: sittingId, cohortId, now },
      reason: changed.join(' '),
    })
    const extended = await tx.extension.findMany({
      where: { subjectType: 'sitting', subjectId: sittingId, revokedAt: null, until: { gt: now } },
      distinct: ['personId'],
      select: { personId: true },
    })
    return { kind: 'changed', extended: extended.length }
  })
}

type Changed = Awaited<ReturnType<typeof requireSitting>>

/** Whom the window had cut short has what she would have had, had it been so from the beginning; nobody has less. */
async function giveLaterEnds(tx: Tx, sitting: Changed, now: Date): Promise<void> {
  const attempts = await tx.attempt.findMany({
    where: { sittingId: sitting.id, status: 'open', boundaryAt: { gte: now } },
    select: { ...running, startedAt: true },
  })
  for (const attempt of attempts) {
    const until = ownDeadlineOf(await ownTerms(tx, attempt.personId, sitting), attempt.startedAt)
    if (until > attempt.deadlineAt) await moveEnd(tx, attempt, until, now)
  }
}

export type Reopening = { readonly attemptId: string; readonly until: Date; readonly reason: string }
export type ReopenOutcome =
  | { readonly kind: 'reopened' }
  | { readonly kind: 'refused'; readonly code: NonNullable<ReturnType<typeof faultOfReopening>> }

/** A paper that is in is open again, with everything that was answered; its score and the fact of it are taken back. */
export async function reopenAttempt(
  actor: Actor,
  cohortId: string,
  sittingId: string,
  { attemptId, until, reason }: Reopening,
  now: Date,
): Promise<ReopenOutcome> {
  const found = await db.read.attempt.findFirst({ where: { id: attemptId, sittingId }, select: { id: true } })
  if (found) await settle(attemptId, now)
  return db.write(async (tx): Promise<ReopenOutcome> => {
    const sitting = await requireSitting(tx, actor, cohortId, sittingId)
    const attempt = await tx.attempt.findFirst({ where: { id: attemptId, sittingId } })
    if (!attempt) throw notFound()
    if (attempt.status !== 'submitted' || sitting.cancelledAt !== null) throw new DomainError('conflict')
    const { personId, number, graceMs } = attempt
    const later = await tx.attempt.count({ where: { personId, sittingId, number: { gt: number } } })
    const code = faultOfReopening(
      {
        isReleased: isReleased(sitting.releaseAt, now),
        hasLater: later > 0,
        ownEnd: ownEndOf(await ownTerms(tx, personId, sitting)),
      },
      until,
      now,
    )
    if (code) return { kind: 'refused', code }
    const submittedBy = attempt.submittedBy === 'self' ? 'self' : 'expiry'
    const next = reopen({ ...attempt, status: 'submitted', submittedBy }, until, now)
    if (!next) throw new DomainError('conflict')
    const { deadlineAt } = next
    await tx.attempt.update({
      where: { id: attemptId },
      data: {
        ...{ status: 'open', deadlineAt, boundaryAt: boundaryOf({ deadlineAt, graceMs }) },
        ...{ submittedAt: null, submittedBy: null, marks: null, halfPoints: null, outOf: null, passed: null },
      },
    })
    await revokeFacts(tx, { kind: 'exam-scored', subjectIds: [attemptId] }, reason, now)
    await noteEvent(tx, attemptId, 'reopened', deadlineAt.toISOString(), now)
    await audit(tx, {
      ...{ actor, action: 'attempt.reopened', objectType: 'attempt', objectId: attemptId, cohortId, reason, now },
    })
    return { kind: 'reopened' }
  })
}
