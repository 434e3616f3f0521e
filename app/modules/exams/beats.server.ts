import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { noteEvent } from './attempts.server.ts'

export type Signal = { readonly kind: string; readonly seconds: number }

export type Beat = {
  readonly state: 'open' | 'elsewhere' | 'over'
  readonly deadlineAt: Date
  readonly serverNow: Date
}

type BeatMessage = { readonly epoch: number; readonly waiting: number; readonly signals: readonly Signal[] }

/** Every few seconds a tab says that it is there, and hears of more time, of another device, of the end. */
export async function beat(actor: Actor, attemptId: string, message: BeatMessage, now: Date): Promise<Beat> {
  const attempt = await db.read.attempt.findFirst({
    where: { id: attemptId, personId: actor.personId },
    select: { status: true, takeoverEpoch: true, deadlineAt: true, boundaryAt: true },
  })
  if (!attempt) throw notFound()
  const reply = { deadlineAt: attempt.deadlineAt, serverNow: now }
  if (attempt.status !== 'open' || attempt.boundaryAt < now) return { ...reply, state: 'over' }
  if (attempt.takeoverEpoch !== message.epoch) return { ...reply, state: 'elsewhere' }
  await db.write(async (tx) => {
    await tx.attempt.updateMany({
      where: { id: attemptId, takeoverEpoch: message.epoch, status: 'open' },
      data: { lastSeenAt: now, waiting: message.waiting },
    })
    for (const { kind, seconds } of message.signals) await noteEvent(tx, attemptId, kind, String(seconds), now)
  })
  return { ...reply, state: 'open' }
}
