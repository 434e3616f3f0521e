import { replaceExtension } from '~/modules/deadlines/extensions.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { type ExtensionChange, extensionChange } from './extension-change.ts'
import { moveEnd, runningOf } from './sitting-acts.server.ts'
import { ownTerms } from './sitting-start.server.ts'
import { requireSitting } from './sittings.server.ts'

/** An extension that stands, as the room shows it. */
export type StandingExtension = { readonly id: string; readonly until: Date; readonly reason: string }

/** Of one person in one sitting, the latest end first. Whoever asks has the room. */
export async function standingExtensions(sittingId: string, personId: string): Promise<readonly StandingExtension[]> {
  return db.read.extension.findMany({
    where: { subjectType: 'sitting', subjectId: sittingId, personId, revokedAt: null },
    orderBy: [{ until: 'desc' }, { id: 'asc' }],
    select: { id: true, until: true, reason: true },
    take: 20,
  })
}

export type Change = { readonly extensionId: string; readonly until: Date; readonly reason: string }
export type ChangedExtension =
  | (Extract<ExtensionChange, { kind: 'change' }> & { readonly name: string })
  | Extract<ExtensionChange, { kind: 'refused' }>

/** Another end for an extension, in one step: the old one is taken back and the new one stands. */
export async function changeExtension(
  actor: Actor,
  cohortId: string,
  sittingId: string,
  { extensionId, until, reason }: Change,
  now: Date,
): Promise<ChangedExtension> {
  return db.write(async (tx): Promise<ChangedExtension> => {
    const sitting = await requireSitting(tx, actor, cohortId, sittingId)
    const subject = { subjectType: 'sitting', subjectId: sittingId }
    const extension = await tx.extension.findFirst({ where: { id: extensionId, ...subject } })
    if (!extension) throw notFound()
    if (extension.revokedAt !== null || sitting.cancelledAt !== null) throw new DomainError('conflict')
    const { personId } = extension
    const others = await tx.extension.findFirst({
      where: { ...subject, personId, revokedAt: null, id: { not: extensionId } },
      orderBy: { until: 'desc' },
      select: { until: true },
    })
    const terms = { ...(await ownTerms(tx, personId, sitting)), extendedUntil: others?.until ?? null }
    const attempt = await runningOf(tx, sittingId, personId, now)
    const facts = { terms, until: extension.until, runningUntil: attempt?.deadlineAt ?? null }
    const outcome = extensionChange(facts, until, now)
    if (outcome.kind === 'refused') return outcome
    if (attempt && outcome.after > attempt.deadlineAt) await moveEnd(tx, attempt, outcome.after, now)
    await replaceExtension(tx, actor, { extension, until, reason, cohortId }, now)
    const person = await tx.person.findUnique({ where: { id: personId }, select: { name: true } })
    return { ...outcome, name: person?.name ?? '' }
  })
}
