import { randomBytes } from 'node:crypto'
import { type AuditedAct, audit, auditAll } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { forgetBank } from './bank.server.ts'
import { textHash } from './bank-text.server.ts'
import { questionHash } from './official-pack.server.ts'
import type { Question } from './question.ts'
import {
  isQuestionStatus,
  isWaiting,
  type Standing,
  stateOf,
  statusAfterRestore,
  statusAfterSave,
} from './question-state.ts'

/*
 * What authors do with questions of the centre. A version never changes: saving makes the next one, and it is asked only
 * when somebody else than its author has approved it. Official questions come with the site: they are retired and restored
 * here, never written.
 */
export type SavedQuestion = { readonly questionId: string; readonly number: number }
/** own: its author cannot approve it. newer: there is a newer version than the one she saw. notWaiting: nothing to decide. */
export type ActFault = 'own' | 'newer' | 'notWaiting' | 'points'
export type ActOutcome = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly fault: ActFault }

const done: ActOutcome = { kind: 'done' }
const refused = (fault: ActFault): ActOutcome => ({ kind: 'refused', fault })

/** What comes with a version: what was changed, and whether somebody should look at it now. */
export type Saving = { readonly note: string; readonly isProposed: boolean }

export async function createQuestion(
  actor: Actor,
  question: Question,
  { note, isProposed }: Saving,
  now: Date,
  questionId = newQuestionId(),
): Promise<SavedQuestion> {
  demand(mayAuthor(actor))
  await db.write(async (tx) => {
    await tx.question.create({
      data: {
        ...{ id: questionId, origin: 'centre', subject: question.facts.subject, kind: question.body.kind },
        ...{ status: statusAfterSave('draft', isProposed), newestVersion: 1, createdBy: actor.personId },
        ...{ createdAt: now, updatedAt: now },
      },
    })
    await tx.questionVersion.create({ data: versionRow(actor, questionId, 1, question, note, now) })
    await record(tx, actor, 'created', questionId, now)
    if (isProposed) await record(tx, actor, 'proposed', questionId, now)
  })
  return { questionId, number: 1 }
}

/** `base` is the version that the form was opened on: somebody else's newer one is not written over. */
export async function saveQuestion(
  actor: Actor,
  questionId: string,
  base: number,
  question: Question,
  { note, isProposed }: Saving,
  now: Date,
): Promise<SavedQuestion> {
  demand(mayAuthor(actor))
  const number = await db.write(async (tx) => {
    const held = await ownQuestion(tx, questionId)
    if (held.newestVersion !== base) throw new DomainError('conflict')
    const status = statusAfterSave(held.status, isProposed)
    const isSame = held.newest.hash === questionHash(question)
    const next = isSame ? base : base + 1
    if (isSame && status === held.status) return base
    if (!isSame) await tx.questionVersion.create({ data: versionRow(actor, questionId, next, question, note, now) })
    await tx.question.update({
      where: { id: questionId },
      data: { status, newestVersion: next, kind: question.body.kind, updatedAt: now },
    })
    if (!isSame) await record(tx, actor, 'saved', questionId, now, `version ${next}`)
    if (status !== held.status && status === 'review') await record(tx, actor, 'proposed', questionId, now)
    return next
  })
  forgetBank()
  return { questionId, number }
}

/** Asks for somebody's approval. */
export async function proposeQuestion(actor: Actor, questionId: string, now: Date): Promise<ActOutcome> {
  demand(mayAuthor(actor))
  return db.write(async (tx) => {
    const { status, newest } = await ownQuestion(tx, questionId)
    if (status !== 'draft') return refused('notWaiting')
    if (pointsOf(newest.facts).length === 0) return refused('points')
    await tx.question.update({ where: { id: questionId }, data: { status: 'review', updatedAt: now } })
    await record(tx, actor, 'proposed', questionId, now)
    return done
  })
}

/** Puts a version into use. By a second person, never its author; of two who approve at once one is told. */
export async function approveQuestion(
  actor: Actor,
  questionId: string,
  number: number,
  now: Date,
): Promise<ActOutcome> {
  return decide(actor, questionId, number, async (tx, held) => {
    if (held.newest.authorId === actor.personId) {
      await record(tx, actor, 'approved', questionId, now, `version ${number}`, 'refused')
      return refused('own')
    }
    if (pointsOf(held.newest.facts).length === 0) return refused('points')
    await tx.questionVersion.update({
      where: { questionId_number: { questionId, number } },
      data: { approvedBy: actor.personId, approvedAt: now },
    })
    await tx.question.update({
      where: { id: questionId },
      data: { status: 'active', activeVersion: number, updatedAt: now },
    })
    await record(tx, actor, 'approved', questionId, now, `version ${number}`)
    return done
  })
}

/**
 * Back to its author, with a reason; she herself takes it back so. While an approved version is in use, the next version is
 * that one again: versions stay, and nothing waits any more.
 */
export async function returnQuestion(
  actor: Actor,
  questionId: string,
  number: number,
  reason: string,
  now: Date,
): Promise<ActOutcome> {
  return decide(actor, questionId, number, async (tx, held) => {
    if (held.status === 'active') await repeatActive(tx, held, now)
    else await tx.question.update({ where: { id: questionId }, data: { status: 'draft', updatedAt: now } })
    await record(tx, actor, 'returned', questionId, now, reason)
    return done
  })
}

/** A decision on the version that was read, while it waits: what has changed meanwhile is decided on by nobody. */
async function decide(
  actor: Actor,
  questionId: string,
  number: number,
  settle: (tx: Tx, held: Held) => Promise<ActOutcome>,
): Promise<ActOutcome> {
  demand(mayAuthor(actor))
  const outcome = await db.write(async (tx) => {
    const held = await ownQuestion(tx, questionId)
    const fault = faultOfDecision(held, number)
    return fault ? refused(fault) : settle(tx, held)
  })
  forgetBank()
  return outcome
}

/** Out of use, official ones too: nobody is asked them any more, what was answered stays. Returns how many were in use. */
export async function retireQuestions(
  actor: Actor,
  questionIds: readonly string[],
  reason: string,
  now: Date,
): Promise<number> {
  demand(mayAuthor(actor))
  const ids = [...new Set(questionIds)]
  const count = await db.write(async (tx) => {
    const found = await tx.question.findMany({ where: { id: { in: ids } }, select: { id: true, status: true } })
    if (found.length < ids.length) throw notFound()
    const inUse = found.filter(({ status }) => status !== 'retired').map(({ id }) => id)
    await tx.question.updateMany({ where: { id: { in: inUse } }, data: { status: 'retired', updatedAt: now } })
    await auditAll(
      tx,
      inUse.map((id) => act(actor, 'retired', id, now, reason || null)),
    )
    return inUse.length
  })
  forgetBank()
  return count
}

export async function restoreQuestion(actor: Actor, questionId: string, now: Date): Promise<void> {
  demand(mayAuthor(actor))
  await db.write(async (tx) => {
    const held = await tx.question.findUnique({ where: { id: questionId } })
    if (!held) throw notFound()
    if (held.status !== 'retired') return
    await tx.question.update({ where: { id: questionId }, data: { status: statusAfterRestore(held), updatedAt: now } })
    await record(tx, actor, 'restored', questionId, now)
  })
  forgetBank()
}

type Held = Standing & {
  readonly id: string
  readonly newest: { readonly authorId: string | null; readonly hash: string; readonly facts: string }
}

/** A question that may be written here; official ones are not. */
async function ownQuestion(tx: Tx, questionId: string): Promise<Held> {
  const row = await tx.question.findFirst({ where: { id: questionId, origin: 'centre' } })
  if (!row || !isQuestionStatus(row.status)) throw notFound()
  const newest = await tx.questionVersion.findUniqueOrThrow({
    where: { questionId_number: { questionId, number: row.newestVersion } },
    select: { authorId: true, hash: true, facts: true },
  })
  const { id, status, newestVersion, activeVersion } = row
  return { id, status, newestVersion, activeVersion, newest }
}

function faultOfDecision(held: Held, number: number): ActFault | undefined {
  if (held.newestVersion !== number) return 'newer'
  return isWaiting(stateOf(held)) ? undefined : 'notWaiting'
}

/** The approved version once more, with those who wrote and approved it. */
async function repeatActive(tx: Tx, { id, newestVersion, activeVersion }: Held, now: Date): Promise<void> {
  const active = await tx.questionVersion.findUniqueOrThrow({
    where: { questionId_number: { questionId: id, number: activeVersion ?? 0 } },
  })
  const number = newestVersion + 1
  await tx.questionVersion.create({ data: { ...active, number, note: '', createdAt: now } })
  const { kind } = JSON.parse(active.body) as Question['body']
  await tx.question.update({
    where: { id },
    data: { newestVersion: number, activeVersion: number, kind, updatedAt: now },
  })
}

export function newQuestionId(): string {
  return `c-${randomBytes(8).toString('hex')}`
}

export function versionRow(
  actor: Actor,
  questionId: string,
  number: number,
  question: Question,
  note: string,
  now: Date,
) {
  return {
    ...{ questionId, number, note, authorId: actor.personId, createdAt: now },
    body: JSON.stringify(question.body),
    facts: JSON.stringify(question.facts),
    hash: questionHash(question),
    textHash: textHash(question.body),
  }
}

function pointsOf(facts: string): readonly string[] {
  return (JSON.parse(facts) as Question['facts']).points
}

export type QuestionAct =
  | 'created'
  | 'saved'
  | 'proposed'
  | 'approved'
  | 'returned'
  | 'retired'
  | 'restored'
  | 'imported'

function record(
  tx: Tx,
  actor: Actor,
  what: QuestionAct,
  questionId: string,
  now: Date,
  reason?: string,
  outcome?: 'refused',
) {
  return audit(tx, { ...act(actor, what, questionId, now, reason ?? null), ...(outcome && { outcome }) })
}

export function act(
  actor: Actor,
  what: QuestionAct,
  questionId: string,
  now: Date,
  reason: string | null = null,
): AuditedAct & { readonly action: `question.${QuestionAct}` } {
  return { actor, action: `question.${what}`, objectType: 'question', objectId: questionId, reason, now }
}
