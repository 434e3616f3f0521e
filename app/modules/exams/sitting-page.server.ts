import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import type { Arrangement } from './arrangement.ts'
import { takeOver } from './attempts.server.ts'
import { openPaper } from './papers.server.ts'
import { settle } from './settling.server.ts'
import { type SittingItem, sittingItems } from './sitting.ts'
import type { Entry, SittingPage } from './sitting-page.ts'

/** A device that has been silent for so long has gone: whoever comes next need not ask. */
const silentMs = 45_000

type OpenedSitting = {
  readonly page: SittingPage
  readonly items: readonly SittingItem[]
  readonly answers: Readonly<Record<string, { readonly value: string; readonly isMarked: boolean }>>
}

/** An attempt that is being sat. Null when it is over: there is a result to look at instead. */
export async function openSitting(actor: Actor, attemptId: string, now: Date): Promise<OpenedSitting | null> {
  const attempt = await db.read.attempt.findFirst({
    where: { id: attemptId, personId: actor.personId },
    select: {
      ...{ status: true, paperId: true, arrangement: true, takeoverEpoch: true, deadlineAt: true, boundaryAt: true },
      ...{
        startedAt: true,
        answers: { select: { itemId: true, value: true, isMarked: true } },
      },
    },
  })
  if (!attempt) throw notFound()
  if (attempt.status !== 'open' || attempt.boundaryAt < now) {
    if (attempt.status === 'open') await settle(attemptId, now)
    return null
  }
  const opened = await openPaper(attempt.paperId)
  const items = sittingItems(opened.paper, JSON.parse(attempt.arrangement) as Arrangement, (version) => {
    const question = opened.questions.get(version)
    if (!question) throw new Error(`attempt ${attemptId}: version ${version} is gone`)
    return question.body
  })
  return {
    items,
    answers: Object.fromEntries(attempt.answers.map(({ itemId, value, isMarked }) => [itemId, { value, isMarked }])),
    page: {
      attemptId,
      title: { zh: opened.blueprint.title, en: opened.blueprint.titleEn },
      epoch: attempt.takeoverEpoch,
      startedAt: attempt.startedAt,
      deadlineAt: attempt.deadlineAt,
      serverNow: now,
      items: items.map(({ itemId, number, kind, part }) => ({ itemId, number, kind, part })),
    },
  }
}

/**
 * A tab says that it is here. It may answer when nobody else is, when the other has been silent, or when she says so
 * (`wantsTakeover`); else it may look.
 */
export async function enterSitting(
  actor: Actor,
  attemptId: string,
  device: { readonly id: string; readonly wantsTakeover: boolean },
  now: Date,
): Promise<Entry> {
  const attempt = await db.read.attempt.findFirst({
    where: { id: attemptId, personId: actor.personId },
    select: { status: true, deviceId: true, takeoverEpoch: true, lastSeenAt: true, deadlineAt: true, boundaryAt: true },
  })
  if (!attempt) throw notFound()
  const { takeoverEpoch: epoch, deadlineAt } = attempt
  const reply = { epoch, deadlineAt, serverNow: now, answers: [] }
  if (attempt.status !== 'open' || attempt.boundaryAt < now) return { ...reply, state: 'over' }
  const isFree = attempt.deviceId === '' || now.getTime() - attempt.lastSeenAt.getTime() > silentMs
  if (attempt.deviceId !== device.id && !isFree && !device.wantsTakeover) return { ...reply, state: 'elsewhere' }
  const next = await takeOver(actor, attemptId, device.id, now)
  if (next === null) return { ...reply, state: 'over' }
  const answers = await db.read.answer.findMany({
    where: { attemptId },
    select: { itemId: true, value: true, isMarked: true, takeoverEpoch: true, seq: true },
  })
  return {
    ...{ state: 'open', epoch: next, deadlineAt, serverNow: now },
    answers: answers.map(({ takeoverEpoch, ...answer }) => ({ ...answer, epoch: takeoverEpoch })),
  }
}
