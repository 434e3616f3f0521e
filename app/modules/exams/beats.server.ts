import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, whole } from '~/platform/raw-row.ts'
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
  const [attempt] = await db.rows(Prisma.sql`
    SELECT "status", "takeoverEpoch" AS epoch, "deadlineAt" AS deadline, "boundaryAt" AS boundary
    FROM "Attempt" WHERE "id" = ${attemptId} AND "personId" = ${actor.personId}`)
  if (!attempt) throw notFound()
  const reply = { deadlineAt: instant(attempt.deadline), serverNow: now }
  if (attempt.status !== 'open' || instant(attempt.boundary) < now) return { ...reply, state: 'over' }
  if (whole(attempt.epoch) !== message.epoch) return { ...reply, state: 'elsewhere' }
  await db.writeOne(Prisma.sql`
    UPDATE "Attempt" SET "lastSeenAt" = ${now}, "waiting" = ${message.waiting}
    WHERE "id" = ${attemptId} AND "takeoverEpoch" = ${message.epoch} AND "status" = 'open'`)
  const { signals } = message
  if (signals.length > 0) {
    await db.write(async (tx) => {
      for (const { kind, seconds } of signals) await noteEvent(tx, attemptId, kind, String(seconds), now)
    })
  }
  return { ...reply, state: 'open' }
}
