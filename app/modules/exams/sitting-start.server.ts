import { timePercentOf } from '~/modules/deadlines/accommodations.server.ts'
import { extensionsOf } from '~/modules/deadlines/extensions.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { addAttempt, openAttemptIn, openOnce } from './attempts.server.ts'
import {
  type Admission,
  admissionOf,
  attemptsLeft,
  formOf,
  type OwnTerms,
  ownDeadlineOf,
  placesOf,
} from './cohort-sitting.ts'
import { type OpenedPaper, openPaper } from './papers.server.ts'
import { paperIdsOf } from './sitting-papers.ts'

export type SittingStart =
  | { readonly kind: 'opened'; readonly attemptId: string }
  | { readonly kind: 'refused'; readonly why: Exclude<Admission, 'ready' | 'goOn'> }

/**
 * Begins a sitting, or leads back into it. However many ask at once, from however many devices: one attempt is open, and
 * there are never more than are allowed.
 */
export async function startSitting(actor: Actor, sittingId: string, now: Date): Promise<SittingStart> {
  const scope = scopeOf(sittingId)
  const open = await openAttemptIn(actor, scope, now)
  if (open) return { kind: 'opened', attemptId: open }
  const sitting = await requireOwnSitting(db.read, actor, sittingId)
  // Read before the write: papers never change.
  const papers = await Promise.all(paperIdsOf(sitting.paperIds).map(openPaper))
  const door: { refusal: SittingStart | null } = { refusal: null }
  const outcome = await openOnce(actor, scope, now, async (tx) => {
    const entered = await enter(tx, actor, sittingId, papers, now)
    door.refusal = typeof entered === 'string' ? null : entered
    return typeof entered === 'string' ? entered : ''
  })
  if (door.refusal) return door.refusal
  return outcome.kind === 'opened' ? outcome : { kind: 'refused', why: 'closed' }
}

/** Everything is asked again inside: a sitting may have been cancelled, and another tab may have begun. */
async function enter(
  tx: Tx,
  actor: Actor,
  sittingId: string,
  papers: readonly OpenedPaper[],
  now: Date,
): Promise<string | SittingStart> {
  const sitting = await requireOwnSitting(tx, actor, sittingId)
  const before = await tx.attempt.findMany({
    where: { personId: actor.personId, scope: scopeOf(sittingId) },
    select: { id: true, status: true },
  })
  const standing = before.find(({ status }) => status === 'open')
  if (standing) return standing.id
  const own = await ownTerms(tx, actor.personId, sitting)
  const left = attemptsLeft(
    sitting.attempts,
    before.map(({ status }) => status),
  )
  const admission = admissionOf(own, { left, isIn: false }, now)
  if (admission !== 'ready' && admission !== 'goOn') return { kind: 'refused', why: admission }
  const members = await tx.cohortMember.findMany({
    where: { cohortId: sitting.cohortId },
    select: { personId: true, joinedAt: true },
  })
  const form = formOf(placesOf(members).get(actor.personId) ?? 0, before.length + 1, papers.length)
  const opened = papers[form]
  if (!opened) throw notFound()
  const { id: paperId, paper } = opened
  const deadlineAt = ownDeadlineOf(own, now)
  return addAttempt(tx, { actor, scope: scopeOf(sittingId), sittingId, paperId, paper, deadlineAt }, now)
}

export function scopeOf(sittingId: string): string {
  return `sitting:${sittingId}`
}

type StoredSitting = Awaited<ReturnType<typeof requireOwnSitting>>

/** A sitting of a cohort that she is a member of now. */
export async function requireOwnSitting(reader: Pick<Tx, 'sitting' | 'cohortMember'>, actor: Actor, sittingId: string) {
  const sitting = await reader.sitting.findUnique({ where: { id: sittingId } })
  if (!sitting) throw notFound()
  const member = await reader.cohortMember.findFirst({
    where: { cohortId: sitting.cohortId, personId: actor.personId, leftAt: null, cohort: { archivedAt: null } },
    select: { personId: true },
  })
  if (!member) throw notFound()
  return sitting
}

/** What holds for one person in one sitting. */
export async function ownTerms(
  reader: Pick<Tx, 'extension' | 'accommodation'>,
  personId: string,
  sitting: Pick<StoredSitting, 'id' | 'opensAt' | 'closesAt' | 'cancelledAt' | 'limitMinutes'>,
): Promise<OwnTerms> {
  const granted = await extensionsOf(reader, { type: 'sitting', id: sitting.id })
  const ends = (granted.get(personId) ?? []).flatMap(({ until, isRevoked }) => (isRevoked ? [] : until.getTime()))
  const { opensAt, closesAt, cancelledAt, limitMinutes } = sitting
  return {
    ...{ opensAt, closesAt, cancelledAt, limitMinutes },
    timePercent: await timePercentOf(personId, reader),
    extendedUntil: ends.length > 0 ? new Date(Math.max(...ends)) : null,
  }
}
