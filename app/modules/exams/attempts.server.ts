import { randomInt, randomUUID } from 'node:crypto'
import { timePercentOf } from '~/modules/deadlines/accommodations.server.ts'
import { allowedMinutes } from '~/modules/deadlines/deadline.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { isUniqueViolation } from '~/platform/db-refusals.ts'
import { notFound } from '~/platform/errors.ts'
import { arrange } from './arrangement.ts'
import { boundaryOf, graceMs } from './attempt.ts'
import { mockBlueprint, offeredBlueprints } from './blueprints.server.ts'
import type { Paper } from './paper.ts'
import { drawNow, keepPaper } from './papers.server.ts'
import { settle } from './settling.server.ts'
import type { Short } from './whole-questions.ts'

export type StartOutcome =
  | { readonly kind: 'opened'; readonly attemptId: string }
  /** the bank cannot fill a paper */
  | { readonly kind: 'short'; readonly short: readonly Short[] }

/**
 * Begins a mock exam, or leads back to the one that is open: asked twice, by two devices at once, there is one. It follows
 * the official blueprint, or the one of the centre's that she chose.
 */
export async function startMock(
  actor: Actor,
  subject: Subject,
  now: Date,
  blueprintId: string | null = null,
): Promise<StartOutcome> {
  const scope = `mock:${subject}`
  const open = (await openAttemptIn(actor, scope, now)) ?? (await openSittingOf(actor, now))
  if (open) return { kind: 'opened', attemptId: open }
  const blueprint = blueprintId === null ? mockBlueprint(subject) : await offered(subject, blueprintId)
  if (!blueprint) throw notFound()
  const paper = await drawNow(blueprint)
  if ('impossible' in paper) return { kind: 'short', short: paper.short }
  const limitMinutes = allowedMinutes(blueprint.minutes, await timePercentOf(actor.personId))
  const deadlineAt = new Date(now.getTime() + limitMinutes * 60_000)
  return openOnce(actor, scope, now, async (tx) => {
    const paperId = await keepPaper(
      tx,
      actor.personId,
      { paper, blueprint, title: blueprint.title, isFixed: false },
      now,
    )
    return addAttempt(tx, { actor, scope, sittingId: null, paperId, paper, deadlineAt }, now)
  })
}

/** Withdrawn or put away since she read the page: not found. */
async function offered(subject: Subject, blueprintId: string) {
  return (await offeredBlueprints(subject)).find(({ blueprint }) => blueprint.id === blueprintId)?.blueprint
}

/** Runs `open` in a transaction; when somebody else was faster, hers is the attempt that stands. */
export async function openOnce(
  actor: Actor,
  scope: string,
  now: Date,
  open: (tx: Tx) => Promise<string>,
): Promise<StartOutcome> {
  try {
    return { kind: 'opened', attemptId: await db.write(open) }
  } catch (error) {
    const standing = isUniqueViolation(error) ? await openAttemptIn(actor, scope, now) : null
    if (standing) return { kind: 'opened', attemptId: standing }
    throw error
  }
}

/** The open attempt in a scope; one whose time is up is handed in first. */
export async function openAttemptIn(actor: Actor, scope: string, now: Date): Promise<string | null> {
  const attempt = await db.read.attempt.findFirst({
    where: { personId: actor.personId, scope, status: 'open' },
    select: { id: true, boundaryAt: true },
  })
  if (!attempt) return null
  if (attempt.boundaryAt >= now) return attempt.id
  await settle(attempt.id, now)
  return null
}

/** Whoever sits with her cohort is led back there: a mock beside it would show keys of the same bank. */
async function openSittingOf({ personId }: Actor, now: Date): Promise<string | null> {
  const attempt = await db.read.attempt.findFirst({
    where: { personId, status: 'open', boundaryAt: { gte: now }, sittingId: { not: null } },
    select: { id: true },
  })
  return attempt?.id ?? null
}

export type NewAttempt = {
  readonly actor: Actor
  readonly scope: string
  readonly sittingId: string | null
  readonly paperId: string
  readonly paper: Paper
  readonly deadlineAt: Date
}

/** Inside a write. The database refuses a second open one in the same scope, and the same number twice. */
export async function addAttempt(tx: Tx, made: NewAttempt, now: Date): Promise<string> {
  const { actor, scope, sittingId, paperId, paper, deadlineAt } = made
  const id = randomUUID()
  const before = await tx.attempt.count({ where: { personId: actor.personId, scope } })
  await tx.attempt.create({
    data: {
      ...{ id, scope, sittingId, paperId, graceMs, deadlineAt, personId: actor.personId, deviceId: '' },
      ...{ number: before + 1, status: 'open', startedAt: now, lastSeenAt: now, waiting: 0, takeoverEpoch: 0 },
      boundaryAt: boundaryOf({ deadlineAt, graceMs }),
      arrangement: JSON.stringify(arrange(paper, randomInt(2 ** 31))),
    },
  })
  await noteEvent(tx, id, 'opened', '', now)
  return id
}

/** What happened around an attempt: for people to look at, never a verdict. */
export async function noteEvent(tx: Tx, attemptId: string, kind: string, detail: string, now: Date): Promise<void> {
  await tx.attemptEvent.create({ data: { id: randomUUID(), attemptId, kind, detail, at: now } })
}

/** Goes on at this device: answers of the other one are from now on kept apart. Null when the attempt is not open any more. */
export async function takeOver(actor: Actor, attemptId: string, deviceId: string, now: Date): Promise<number | null> {
  return db.write(async (tx) => {
    const attempt = await tx.attempt.findFirst({
      where: { id: attemptId, personId: actor.personId },
      select: { status: true, takeoverEpoch: true, boundaryAt: true, deviceId: true },
    })
    if (!attempt) throw notFound()
    if (attempt.status !== 'open' || attempt.boundaryAt < now) return null
    if (attempt.deviceId === deviceId) return attempt.takeoverEpoch
    // The first tab that comes in takes nothing from anybody.
    const isFirst = attempt.deviceId === ''
    const takeoverEpoch = attempt.takeoverEpoch + (isFirst ? 0 : 1)
    await tx.attempt.update({ where: { id: attemptId }, data: { takeoverEpoch, deviceId, lastSeenAt: now } })
    if (!isFirst) await noteEvent(tx, attemptId, 'takenOver', '', now)
    return takeoverEpoch
  })
}
