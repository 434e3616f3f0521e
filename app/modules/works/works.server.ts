import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '~/modules/identity/actor.ts'
import { type Sealing, sealingOf } from '~/modules/identity/person-keys.server.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import type { Receipt, Visibility, WorkKind } from './work.ts'
import { act, newWork, type WorkAct, type WorkRefusal } from './work-life.ts'
import { columnsOf, lifeOf, type StoredWork } from './work-rows.ts'
import { packFields, unpackFields, type WorkField } from './work-text.ts'

/*
 * What its author does with a work: writes, hands in, withdraws. The text is sealed under her own key before it comes near the
 * database. Each act is decided by work-life.ts on the row as it is inside the write.
 */
export type Draft = {
  /** made by whoever writes, so that what is sent twice is one work */
  readonly id: string
  readonly kind: WorkKind
  readonly visibility: Visibility
  readonly fields: readonly WorkField[]
  /** rises with each save on one device: an older one never replaces a newer */
  readonly seq: number
}

/** stale: a newer state is there. */
export type Saved = 'saved' | 'stale'

/**
 * Saves what she is writing: `beside` writes what belongs to it in the same transaction. Refused (`conflict`) while a mentor has
 * it, and when it is decided.
 */
export async function saveDraft(
  actor: Actor,
  draft: Draft,
  now: Date,
  beside: (tx: Tx) => Promise<void> = async () => {},
): Promise<Saved> {
  const sealing = await sealingOf(actor.personId, now)
  const body = sealing.seal(draftPlace(draft.id), packFields(draft.fields))
  return db.write(async (tx) => {
    const row = await tx.work.findUnique({ where: { id: draft.id }, include: { draft: { select: { seq: true } } } })
    if (row && row.authorId !== actor.personId) throw notFound()
    if (!row) await begin(tx, actor, draft, now)
    else if (!isWritable(row)) throw new DomainError('conflict')
    else if (row.draft && row.draft.seq >= draft.seq) return 'stale'
    else await tx.work.update({ where: { id: draft.id }, data: { visibility: draft.visibility } })
    const saved = { body, seq: draft.seq, savedAt: now }
    await tx.workDraft.upsert({ where: { workId: draft.id }, create: { workId: draft.id, ...saved }, update: saved })
    await beside(tx)
    return 'saved'
  })
}

/** Before anything is said about a work: somebody else's, and what is not there, is not found. */
export async function requireOwn(actor: Actor, workId: string): Promise<void> {
  const row = await db.read.work.findFirst({ where: { id: workId, authorId: actor.personId }, select: { id: true } })
  if (!row) throw notFound()
}

async function begin(tx: Tx, actor: Actor, { id, kind, visibility }: Draft, now: Date): Promise<void> {
  const member = await tx.cohortMember.findFirst({
    where: { personId: actor.personId, leftAt: null, cohort: { archivedAt: null } },
    orderBy: [{ joinedAt: 'desc' }, { cohortId: 'asc' }],
    select: { cohortId: true },
  })
  await tx.work.create({
    data: {
      ...{ id, kind, visibility, authorId: actor.personId, cohortId: member?.cohortId ?? null },
      ...columnsOf(newWork),
      ...{ createdAt: now, submittedAt: null, decidedAt: null, decidedBy: null, isExcellent: false },
    },
  })
}

function isWritable({ status }: Pick<StoredWork, 'status'>): boolean {
  return status === 'draft' || status === 'returned'
}

/**
 * Hands in the draft as it stands: it becomes a revision that nobody can change. `check` looks at what it says and may refuse it
 * by throwing; what a device has checked counts for nothing.
 */
export async function submitWork(
  actor: Actor,
  workId: string,
  { check, passedOver }: { check: (fields: readonly WorkField[]) => void; passedOver: string | null },
  now: Date,
): Promise<{ readonly ok: true; readonly receipt: Receipt } | { readonly ok: false; readonly code: WorkRefusal }> {
  const sealing = await sealingOf(actor.personId, now)
  return db.write(async (tx) => {
    const row = await tx.work.findFirst({ where: { id: workId, authorId: actor.personId }, include: { draft: true } })
    if (!row?.draft) throw notFound()
    const openComments = await tx.workComment.count({
      where: { workId, revision: row.revision, releasedAt: { not: null }, answer: null },
    })
    const outcome = act(lifeOf(row), { kind: 'submit', openComments }, now)
    if (!outcome.ok) return outcome
    const packed = sealing.unseal(draftPlace(workId), row.draft.body)
    check(unpackFields(packed))
    const { revision } = outcome.work
    const hash = createHash('sha256').update(packed).digest('hex')
    await tx.work.update({ where: { id: workId }, data: { ...columnsOf(outcome.work), submittedAt: now } })
    await tx.workRevision.create({
      data: {
        ...{ workId, number: revision, hash, submittedAt: now },
        passedOver: passedOver === null ? null : sealing.seal(reasonPlace(workId, revision), passedOver),
        body: sealing.seal(revisionPlace(workId, revision), packed),
      },
    })
    await noteEvent(tx, actor, workId, 'submit', revision, now)
    return { ok: true, receipt: { revision, submittedAt: now, hash } }
  })
}

/** Takes it back for as long as nobody has opened it. */
export async function withdrawWork(actor: Actor, workId: string, now: Date): Promise<WorkRefusal | null> {
  return db.write(async (tx) => {
    const row = await tx.work.findFirst({ where: { id: workId, authorId: actor.personId } })
    if (!row) throw notFound()
    return applyAct(tx, actor, row, { kind: 'withdraw' }, now)
  })
}

/** Inside a write, on the row as it was read in it: what the act makes of it is stored, and that it happened. */
export async function applyAct(
  tx: Tx,
  actor: Actor,
  row: StoredWork,
  one: WorkAct,
  now: Date,
): Promise<WorkRefusal | null> {
  const outcome = act(lifeOf(row), one, now)
  if (!outcome.ok) return outcome.code
  await tx.work.update({ where: { id: row.id }, data: columnsOf(outcome.work) })
  await noteEvent(tx, actor, row.id, one.kind, outcome.work.revision, now)
  return null
}

async function noteEvent(tx: Tx, actor: Actor, workId: string, kind: string, revision: number, at: Date) {
  await tx.workEvent.create({
    data: { id: randomUUID(), workId, act: kind, actorId: actor.personId, revision, at },
  })
}

export function openDraft(sealing: Sealing, { workId, body }: { workId: string; body: string }): readonly WorkField[] {
  return unpackFields(sealing.unseal(draftPlace(workId), body))
}

export function openRevision(
  sealing: Sealing,
  { workId, number, body }: { workId: string; number: number; body: string },
): readonly WorkField[] {
  return unpackFields(sealing.unseal(revisionPlace(workId, number), body))
}

/** Why a warning of the privacy scan was passed over: it may name whom the warning was about. */
export function openReason(
  sealing: Sealing,
  { workId, number, passedOver }: { workId: string; number: number; passedOver: string | null },
): string | null {
  return passedOver === null ? null : sealing.unseal(reasonPlace(workId, number), passedOver)
}

function reasonPlace(workId: string, number: number): string {
  return `WorkRevision/${workId}/${number}/passedOver`
}

function draftPlace(workId: string): string {
  return `WorkDraft/${workId}`
}

function revisionPlace(workId: string, number: number): string {
  return `WorkRevision/${workId}/${number}`
}
