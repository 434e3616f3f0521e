import { randomUUID } from 'node:crypto'
import type { Actor } from '~/modules/identity/actor.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, type RawRow } from '~/platform/raw-row.ts'

/** One answer on its way: a choice's option ids, comma-separated, or a text. `seq` rises with every change on one device. */
export type IncomingAnswer = {
  readonly itemId: string
  readonly value: string
  readonly isMarked: boolean
  readonly seq: number
}

/** saved: it counts, or something newer does. apart: kept for the coordinator, it does not count. */
export type Acknowledged = { readonly itemId: string; readonly seq: number; readonly outcome: 'saved' | 'apart' }

export type SaveReply = {
  /** the device may forget them */
  readonly acknowledged: readonly Acknowledged[]
  /** open: go on. over: time is up or it was handed in. elsewhere: another device has taken over */
  readonly state: 'open' | 'over' | 'elsewhere'
  readonly serverNow: Date
  readonly deadlineAt: Date
}

/**
 * Saves answers of an open attempt. One statement, and what it returns is the acknowledgement: the attempt is hers, open, on
 * this device, within its boundary, and the answer is newer than the one that stands. What comes too late, or from a device
 * that was taken over, is kept apart (补传待审) and never dropped.
 */
export async function saveAnswers(
  actor: Actor,
  attemptId: string,
  epoch: number,
  answers: readonly IncomingAnswer[],
  now: Date,
): Promise<SaveReply> {
  const stored = await store(actor, attemptId, epoch, answers, now)
  const [first] = stored
  if (first && stored.length === answers.length) {
    return { acknowledged: answers.map(saved), state: 'open', serverNow: now, deadlineAt: instant(first.deadline) }
  }
  return explainRest(actor, attemptId, epoch, answers, now)
}

function store(
  actor: Actor,
  attemptId: string,
  epoch: number,
  answers: readonly IncomingAnswer[],
  now: Date,
): Promise<RawRow[]> {
  // The instant takes its type from the column beside it: PostgreSQL would take a bare parameter for a text here.
  return db.writeOne(Prisma.sql`
      INSERT INTO "Answer" ("attemptId", "itemId", "value", "isMarked", "takeoverEpoch", "seq", "savedAt")
      SELECT a."id", v."itemId", v."value", v."isMarked", a."takeoverEpoch", v."seq",
        CASE WHEN a."startedAt" > ${now} THEN a."startedAt" ELSE ${now} END
      FROM "Attempt" a, (${asTable(answers)}) v
      WHERE a."id" = ${attemptId} AND a."personId" = ${actor.personId} AND a."status" = 'open'
        AND a."takeoverEpoch" = ${epoch} AND a."boundaryAt" >= ${now}
      ON CONFLICT ("attemptId", "itemId") DO UPDATE SET "value" = excluded."value", "isMarked" = excluded."isMarked",
        "takeoverEpoch" = excluded."takeoverEpoch", "seq" = excluded."seq", "savedAt" = excluded."savedAt"
      WHERE excluded."takeoverEpoch" > "Answer"."takeoverEpoch"
        OR (excluded."takeoverEpoch" = "Answer"."takeoverEpoch" AND excluded."seq" > "Answer"."seq")
      RETURNING "itemId", "seq", (SELECT d."deadlineAt" FROM "Attempt" d WHERE d."id" = "Answer"."attemptId") AS deadline`)
}

function asTable(answers: readonly IncomingAnswer[]): Prisma.Sql {
  const rows = answers.map(
    ({ itemId, value, isMarked, seq }) => Prisma.sql`
      SELECT CAST(${itemId} AS TEXT) AS "itemId", CAST(${value} AS TEXT) AS "value",
        CAST(${isMarked} AS BOOLEAN) AS "isMarked", CAST(${seq} AS INTEGER) AS "seq"`,
  )
  return Prisma.join(rows, ' UNION ALL ')
}

/** Some were not stored: because they are known already, or because the attempt does not take them any more. */
async function explainRest(
  actor: Actor,
  attemptId: string,
  epoch: number,
  answers: readonly IncomingAnswer[],
  now: Date,
): Promise<SaveReply> {
  const attempt = await db.read.attempt.findFirst({
    where: { id: attemptId, personId: actor.personId },
    select: { status: true, takeoverEpoch: true, deadlineAt: true, boundaryAt: true },
  })
  if (!attempt) throw notFound()
  const reply = { serverNow: now, deadlineAt: attempt.deadlineAt }
  const isOver = attempt.status !== 'open' || now > attempt.boundaryAt
  if (!isOver && epoch === attempt.takeoverEpoch) return { ...reply, acknowledged: answers.map(saved), state: 'open' }

  const known = await db.read.answer.findMany({
    where: { attemptId, itemId: { in: answers.map(({ itemId }) => itemId) }, takeoverEpoch: epoch },
    select: { itemId: true, seq: true },
  })
  // What is stored already, or in a newer state, is acknowledged again and is not late: only its acknowledgement was lost.
  const isKnown = ({ itemId, seq }: IncomingAnswer) => known.some((one) => one.itemId === itemId && one.seq >= seq)
  const rest = answers.filter((one) => !isKnown(one))
  const reason = isOver ? 'late' : 'foreign'
  if (rest.length > 0)
    await db.write((tx) =>
      keepApart(
        tx,
        attemptId,
        rest.map((one) => ({ ...one, epoch, reason })),
        now,
      ),
    )
  const acknowledged = answers.map(
    (one): Acknowledged => ({ ...saved(one), outcome: isKnown(one) ? 'saved' : 'apart' }),
  )
  return { ...reply, acknowledged, state: isOver ? 'over' : 'elsewhere' }
}

function saved({ itemId, seq }: IncomingAnswer): Acknowledged {
  return { itemId, seq, outcome: 'saved' }
}

export type Apart = Omit<IncomingAnswer, 'isMarked'> & { readonly epoch: number; readonly reason: 'late' | 'foreign' }

/** Sent again, it is there already. Returns how many were not. */
export function keepApart(tx: Tx, attemptId: string, answers: readonly Apart[], now: Date): Promise<number> {
  const rows = answers.map(
    ({ itemId, value, epoch, seq, reason }) =>
      Prisma.sql`(${randomUUID()}, ${attemptId}, ${itemId}, ${value}, ${epoch}, ${seq}, ${reason}, ${now})`,
  )
  return tx.$executeRaw`
    INSERT INTO "LateAnswer" ("id", "attemptId", "itemId", "value", "takeoverEpoch", "seq", "reason", "arrivedAt")
    VALUES ${Prisma.join(rows)}
    ON CONFLICT DO NOTHING`
}
