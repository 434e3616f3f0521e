import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor } from '#tests/support/learners.ts'
import { startMock } from '~/modules/exams/attempts.server.ts'
import { closedTo } from '~/modules/exams/closed-questions.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { db } from '~/platform/db.server.ts'
import { recomputeCards } from './kept-cards.server.ts'
import { getOfflineSet, keepOffline } from './offline-set.server.ts'
import type { OfflineAnswer, OfflineQuestion, OfflineSet } from './offline-set.ts'
import { askNext, getAnswered, getPracticeHome } from './practice.server.ts'
import { stampSet } from './set-stamp.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

let actor: Actor
beforeEach(async () => {
  await syncOfficialPack(officialPack().questions, now)
  forgetBank()
  actor = await createActor('trainee')
})

function answerTo(set: OfflineSet, question: OfflineQuestion, over: Partial<OfflineAnswer> = {}): OfflineAnswer {
  const { questionId, version, part } = question
  const at = minutesLater(5).getTime()
  return {
    ...{ questionId, version, part, picked: question.key, confidence: 'sure', seconds: 20, at },
    ...{ stamp: set.stamp, cause: null, causeAt: at, ...over },
  }
}

const wrongTo = ({ key, options }: OfflineQuestion) => [options.findIndex((_, index) => !key.includes(index))]

function bring(who: Actor, answers: Readonly<Record<string, unknown>>, at: Date) {
  const sent = Object.entries(answers).map(([id, answer], index) => ({ id, seq: index + 1, answer }))
  return keepOffline(who, { personId: who.personId, answers: sent }, at)
}

function first(set: OfflineSet): OfflineQuestion {
  const [question] = set.questions
  if (!question) throw new Error('the set is empty')
  return question
}

test('the whole daily set comes with keys and explanations, and gets shorter by what arrived', async () => {
  const set = await getOfflineSet(actor, 'jz', now)
  expect(set.questions).toHaveLength(20)
  for (const { key, explanation, points } of set.questions) {
    expect(key.length).toBeGreaterThan(0)
    expect(explanation.length).toBeGreaterThan(20)
    expect(points.length).toBeGreaterThan(0)
  }
  const answers = Object.fromEntries(set.questions.slice(0, 12).map((one) => [randomUUID(), answerTo(set, one)]))

  const outcomes = await bring(actor, answers, minutesLater(60))

  expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['saved']))
  expect((await getOfflineSet(actor, 'jz', minutesLater(61))).questions).toHaveLength(8)
  expect((await askNext(actor, 'jz', { kind: 'daily' }, minutesLater(61))).left).toBe(8)
  expect((await getPracticeHome(actor, 'jz', minutesLater(61))).answeredThisWeek).toBe(12)
})

test('sent twice, at once or one after the other, an answer is one answer and one look at its card', async () => {
  const set = await getOfflineSet(actor, 'jz', now)
  const [id, question] = [randomUUID(), first(set)]
  const answers = { [id]: answerTo(set, question) }
  await Promise.all([1, 2, 3, 4].map(() => bring(actor, answers, minutesLater(60))))
  const card = await db.read.reviewCard.findMany({ select: { state: true, dueAt: true } })

  const again = await bring(actor, answers, minutesLater(90))

  expect(again).toEqual([{ id, seq: 1, outcome: 'saved' }])
  expect(await db.read.practiceAnswer.count()).toBe(1)
  expect(await db.read.reviewCard.findMany({ select: { state: true, dueAt: true } })).toEqual(card)
  expect(await recomputeCards(minutesLater(91), { mend: false })).toEqual([])
})

test('an answer that comes again with other content stays what it was', async () => {
  const set = await getOfflineSet(actor, 'jz', now)
  const [id, question] = [randomUUID(), first(set)]
  await bring(actor, { [id]: answerTo(set, question, { picked: wrongTo(question) }) }, minutesLater(60))
  await bring(actor, { [id]: answerTo(set, question) }, minutesLater(61))
  expect((await getAnswered(actor, id, minutesLater(62))).right).toBe(false)
})

test('the server judges: what the device believes to be right is not asked for, nor taken', async () => {
  const set = await getOfflineSet(actor, 'jz', now)
  const [right, wrong, cheat] = [randomUUID(), randomUUID(), randomUUID()]
  const [one, other, third] = set.questions
  if (!one || !other || !third) throw new Error('the set is short')
  const outcomes = await bring(
    actor,
    {
      [right]: answerTo(set, one),
      [wrong]: answerTo(set, other, { picked: wrongTo(other) }),
      [cheat]: { ...answerTo(set, third, { picked: wrongTo(third) }), right: true },
    },
    minutesLater(60),
  )
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['saved', 'saved', 'refused'])
  const rows = await db.read.practiceAnswer.findMany({ select: { id: true, right: true } })
  expect(Object.fromEntries(rows.map((row) => [row.id, row.right]))).toEqual({ [right]: true, [wrong]: false })
})

test('the instant is the device’s, but not before the set was loaded nor after it arrived', async () => {
  const set = await getOfflineSet(actor, 'jz', now)
  const question = first(set)
  const [honest, early, late, unstamped] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const other = await createActor('trainee', '别人')
  const foreignStamp = await stampSet(other.personId, new Date('2020-01-01T00:00:00Z'))
  const arrived = minutesLater(60)
  await bring(
    actor,
    {
      [honest]: answerTo(set, question, { at: minutesLater(7).getTime() }),
      [early]: answerTo(set, question, { at: new Date('2025-01-01T00:00:00Z').getTime() }),
      [late]: answerTo(set, question, { at: new Date('2030-01-01T00:00:00Z').getTime() }),
      [unstamped]: answerTo(set, question, { at: minutesLater(7).getTime(), stamp: foreignStamp }),
    },
    arrived,
  )
  const rows = await db.read.practiceAnswer.findMany({ select: { id: true, answeredAt: true } })
  expect(Object.fromEntries(rows.map((row) => [row.id, row.answeredAt]))).toEqual({
    [honest]: minutesLater(7),
    [early]: now,
    [late]: arrived,
    [unstamped]: arrived,
  })
})

test('one answer that makes no sense does not hold up the others', async () => {
  const set = await getOfflineSet(actor, 'jz', now)
  const question = first(set)
  const answers = {
    [randomUUID()]: answerTo(set, question, { picked: [9] }),
    [randomUUID()]: answerTo(set, question, { questionId: 'no-such-question' }),
    [randomUUID()]: answerTo(set, question, { version: 99 }),
    [randomUUID()]: 'nothing',
    [randomUUID()]: answerTo(set, question),
  }
  const outcomes = await bring(actor, answers, minutesLater(60))
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused', 'refused', 'saved'])
  expect(await db.read.practiceAnswer.count()).toBe(1)
})

test('why it went wrong may come with the answer or after it, and the last word counts in any order', async () => {
  const set = await getOfflineSet(actor, 'jz', now)
  const [id, question] = [randomUUID(), first(set)]
  const wrong = answerTo(set, question, { picked: wrongTo(question) })
  const said = (cause: OfflineAnswer['cause'], minutes: number) => ({
    [id]: { ...wrong, cause, causeAt: minutesLater(minutes).getTime() },
  })
  await bring(actor, { [id]: wrong }, minutesLater(60))
  expect((await getAnswered(actor, id, minutesLater(61))).cause).toBeNull()
  await bring(actor, said('misread', 8), minutesLater(62))
  await bring(actor, said('confused', 9), minutesLater(63))
  await bring(actor, said('sums', 7), minutesLater(64))
  expect((await getAnswered(actor, id, minutesLater(65))).cause).toBe('confused')
})

test('nobody sends for another, and an id that is another’s is refused without touching it', async () => {
  const set = await getOfflineSet(actor, 'jz', now)
  const [id, question] = [randomUUID(), first(set)]
  await bring(actor, { [id]: answerTo(set, question, { picked: wrongTo(question) }) }, minutesLater(60))
  const other = await createActor('trainee', '别人')

  const message = { personId: actor.personId, answers: [{ id: randomUUID(), seq: 1, answer: answerTo(set, question) }] }
  await expect(keepOffline(other, message, minutesLater(61))).rejects.toMatchObject({ code: 'notFound' })
  const theirs = { ...answerTo(set, question), cause: 'sums' as const }
  expect(await bring(other, { [id]: theirs }, minutesLater(61))).toEqual([{ id, seq: 1, outcome: 'refused' }])

  expect(await db.read.practiceAnswer.findMany({ select: { id: true, personId: true } })).toEqual([
    { id, personId: actor.personId },
  ])
  expect((await getAnswered(actor, id, minutesLater(62))).cause).toBeNull()
})

test('nothing of an open exam is in the set; what she answered before it opened is kept, and tells nothing', async () => {
  const before = await getOfflineSet(actor, 'jz', now)
  const outcome = await startMock(actor, 'jz', minutesLater(10))
  expect(outcome.kind).toBe('opened')
  const closed = await closedTo(actor.personId)
  const onPaper = before.questions.find(({ questionId }) => closed.has(questionId))
  if (!onPaper) throw new Error('no question of the set is on the paper')

  const during = await getOfflineSet(actor, 'jz', minutesLater(11))
  expect(during.questions.length).toBeLessThan(before.questions.length)
  expect(during.questions.filter(({ questionId }) => closed.has(questionId))).toEqual([])

  const id = randomUUID()
  const outcomes = await bring(actor, { [id]: answerTo(before, onPaper) }, minutesLater(12))
  expect(outcomes).toEqual([{ id, seq: 1, outcome: 'saved' }])
  await expect(getAnswered(actor, id, minutesLater(12))).rejects.toMatchObject({ code: 'notFound' })
})
