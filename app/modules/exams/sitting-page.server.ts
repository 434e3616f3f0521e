import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, type RawRow, text, truth, whole } from '~/platform/raw-row.ts'
import { answerKey } from './answer-key.server.ts'
import { arrangementOf } from './arrangements.server.ts'
import { takeOver } from './attempts.server.ts'
import { isOverSoon, remainingSeconds, remainingText } from './clock-display.ts'
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
  const [attempt, ...answers] = await ownRows(actor.personId, attemptId)
  if (attempt?.kind !== 'attempt') throw notFound()
  if (attempt.text1 !== 'open' || instant(attempt.at2) < now) {
    if (attempt.text1 === 'open') await settle(attemptId, now)
    return null
  }
  const deadlineAt = instant(attempt.at1)
  const secondsLeft = remainingSeconds(deadlineAt.getTime(), 0, now.getTime())
  const opened = await openPaper(text(attempt.text2))
  const epoch = whole(attempt.n1)
  const own = answers.filter((row) => whole(row.n2) === epoch)
  const arrangement = arrangementOf({ id: attemptId, arrangement: text(attempt.text3) })
  const items = sittingItems(opened.paper, arrangement, (version) => {
    const question = opened.questions.get(version)
    if (!question) throw new Error(`attempt ${attemptId}: version ${version} is gone`)
    return question.body
  })
  return {
    items,
    answers: Object.fromEntries(
      answers.map((row) => [text(row.key), { value: text(row.text1), isMarked: truth(row.n1) }]),
    ),
    page: {
      attemptId,
      title: { zh: opened.blueprint.title, en: opened.blueprint.titleEn },
      epoch: String(epoch),
      ...{ deadlineAt: deadlineAt.toISOString(), serverNow: now.toISOString() },
      ...{ timeLeft: remainingText(secondsLeft), isOverSoon: isOverSoon(secondsLeft) },
      items: items.map(({ itemId, number, kind, part }) => ({ itemId, number, kind, part })),
      seq: String(Math.max(0, ...own.map((row) => whole(row.n3)))),
      seal: attempt.text4 === null ? null : (await answerKey(attemptId, now)).toString('hex'),
    },
  }
}

/** The attempt, and behind it the answers that stand: one query, for a hall that comes in at once. */
function ownRows(personId: string, attemptId: string): Promise<RawRow[]> {
  return db.rows(Prisma.sql`
    SELECT 'attempt' AS kind, "id" AS key, "status" AS text1, "paperId" AS text2, "arrangement" AS text3,
      "sittingId" AS text4, "takeoverEpoch" AS n1, 0 AS n2, 0 AS n3, "deadlineAt" AS at1, "boundaryAt" AS at2
    FROM "Attempt" WHERE "id" = ${attemptId} AND "personId" = ${personId}
    UNION ALL
    SELECT 'answer', n."itemId", n."value", NULL, NULL, NULL, CASE WHEN n."isMarked" THEN 1 ELSE 0 END, n."takeoverEpoch",
      n."seq", NULL, NULL
    FROM "Answer" n JOIN "Attempt" a ON a."id" = n."attemptId"
    WHERE n."attemptId" = ${attemptId} AND a."personId" = ${personId}`)
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
