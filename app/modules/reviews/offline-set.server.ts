import type { Actor } from '~/modules/identity/actor.ts'
import { currentBank, versionsOf } from '~/modules/questions/bank.server.ts'
import { choicesOf } from '~/modules/questions/question.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import { paths } from '~/paths.ts'
import { dayOf, startOfDay } from '~/platform/calendar.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { judge, secondsOfLook } from './judging.ts'
import { keepCard } from './kept-cards.server.ts'
import { SentAnswer, type SyncPractice } from './offline.schema.ts'
import { instantOf, keyOf, type OfflineAnswer, type OfflineQuestion, type OfflineSet } from './offline-set.ts'
import { asked, listOf, titleOfPoint } from './practice.server.ts'
import { readStamp, stampSet } from './set-stamp.server.ts'

/** What is left of 今日一练, with keys and explanations. Nothing of an exam that lies before her: `listOf` leaves it out. */
export async function getOfflineSet(actor: Actor, subject: Subject, now: Date): Promise<OfflineSet> {
  const list = await listOf(actor, subject, { kind: 'daily' }, now)
  const { active } = await currentBank()
  const questions = list.flatMap(({ questionId, part }): readonly OfflineQuestion[] => {
    const question = active.get(questionId)
    const choice = question && choicesOf(question.body)[part]
    const shown = question && asked(question, part)
    if (!question || !choice || !shown) return []
    const points = question.facts.points.map((id) => titleOfPoint(id, actor))
    return [{ ...shown, key: choice.key, explanation: choice.explanation, points }]
  })
  const { personId } = actor
  const times = { since: startOfDay(dayOf(now)).getTime(), now: now.getTime() }
  return {
    personId,
    subject,
    questions,
    stamp: await stampSet(personId, now),
    ...times,
    pictures: picturesOf(questions),
  }
}

function picturesOf(questions: readonly OfflineQuestion[]): readonly string[] {
  const texts = questions.flatMap(({ caseStem, stem, options, explanation }) => [
    ...[caseStem ?? '', stem, explanation],
    ...options,
  ])
  const hashes = texts.flatMap((text) =>
    [...text.matchAll(/\(image:([0-9a-f]{64})\)/g)].flatMap(([, hash]) => hash ?? []),
  )
  return [...new Set(hashes)].map(paths.picture)
}

/** refused: it is no answer to any question; the device may say so and forget it */
export type SyncOutcome = { readonly id: string; readonly seq: number; readonly outcome: 'saved' | 'refused' }

type Row = {
  readonly id: string
  readonly personId: string
  readonly questionId: string
  readonly version: number
  readonly part: number
  readonly picked: string
  readonly right: boolean
  readonly confidence: string
  readonly seconds: number
  readonly mode: string
  readonly answeredAt: Date
}
type Arrived = { readonly row: Row; readonly said: Pick<OfflineAnswer, 'cause' | 'causeAt'> }

/**
 * Keeps what a device brings, each answer once however often it comes, judged by the key and never by the device. A question
 * that lies in an open exam of hers meanwhile is kept all the same: she has answered it, and the reply tells nothing of it.
 */
export async function keepOffline(
  actor: Actor,
  { personId, answers: sent }: SyncPractice,
  now: Date,
): Promise<readonly SyncOutcome[]> {
  if (personId !== actor.personId) throw notFound()
  const arrived = new Map<string, Arrived>()
  for (const { id, answer } of sent) {
    const one = await arrivedOf(actor, id, answer, now)
    if (one) arrived.set(id, one)
  }
  const kept = await db.write((tx) => keepAll(tx, personId, [...arrived.values()], now))
  return sent.map(({ id, seq }) => ({ id, seq, outcome: kept.has(id) ? 'saved' : 'refused' }))
}

async function arrivedOf(actor: Actor, id: string, answer: unknown, now: Date): Promise<Arrived | null> {
  const read = SentAnswer.safeParse(answer)
  if (!read.success) return null
  const { questionId, version, part, confidence, cause, causeAt } = read.data
  const [question] = await versionsOf([{ questionId, number: version }])
  const choice = question && choicesOf(question.body)[part]
  const judged = choice && judge(choice, read.data.picked)
  if (!judged) return null
  const loadedAt = await readStamp(actor.personId, read.data.stamp, now)
  const row = {
    ...{ id, personId: actor.personId, questionId, version, part, confidence, right: judged.right },
    ...{ picked: judged.picked.join(','), seconds: secondsOfLook(read.data.seconds), mode: 'daily' },
    answeredAt: instantOf(read.data.at, loadedAt, now),
  }
  return { row, said: { cause, causeAt: instantOf(causeAt, row.answeredAt, now).getTime() } }
}

/** Returns the ids of those that stand now, whether they came now or before. */
async function keepAll(tx: Tx, personId: string, arrived: readonly Arrived[], now: Date): Promise<ReadonlySet<string>> {
  const held = await tx.practiceAnswer.findMany({
    where: { id: { in: arrived.map(({ row }) => row.id) } },
    select: { id: true, personId: true },
  })
  const owners = new Map(held.map((one) => [one.id, one.personId]))
  const fresh = arrived.filter(({ row }) => !owners.has(row.id)).map(({ row }) => row)
  if (fresh.length > 0) await tx.practiceAnswer.createMany({ data: fresh })
  const cards = new Map(fresh.map((row) => [keyOf(row), row]))
  for (const { questionId, part } of cards.values()) await keepCard(tx, personId, questionId, part, now)
  const own = arrived.filter(({ row }) => (owners.get(row.id) ?? personId) === personId)
  for (const { row, said } of own) if (said.cause) await keepCause(tx, row.id, said.cause, new Date(said.causeAt))
  return new Set(own.map(({ row }) => row.id))
}

/** The last word counts, in whatever order the words arrive. */
async function keepCause(tx: Tx, answerId: string, cause: string, saidAt: Date): Promise<void> {
  const held = await tx.errorCause.findUnique({ where: { answerId }, select: { saidAt: true } })
  if (!held) await tx.errorCause.create({ data: { answerId, cause, saidAt } })
  else if (held.saidAt <= saidAt) await tx.errorCause.update({ where: { answerId }, data: { cause, saidAt } })
}
