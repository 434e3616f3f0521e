import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor } from '#tests/support/learners.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { db } from '~/platform/db.server.ts'
import { countQueries } from '~/platform/db-queries.server.ts'
import type { Arrangement } from './arrangement.ts'
import { startMock } from './attempts.server.ts'
import { beat } from './beats.server.ts'
import { choiceOf, openPaper } from './papers.server.ts'
import { getResult } from './results.server.ts'
import { saveAnswers } from './saves.server.ts'
import { markOwnAnswer } from './self-marks.server.ts'
import { settle, submitAttempt, sweepDueAttempts } from './settling.server.ts'
import { enterSitting, openSitting } from './sitting-page.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const device = { id: 'tab-number-one', wantsTakeover: false }
const answer = (itemId: string, value: string, seq: number) => ({ itemId, value, seq, isMarked: false })

let actor: Actor
beforeEach(async () => {
  await syncOfficialPack(officialPack().questions, now)
  forgetBank()
  actor = await createActor('trainee')
})

async function started(): Promise<string> {
  const outcome = await startMock(actor, 'jz', now)
  if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome))
  return outcome.attemptId
}

/** The value that is right for an item of this attempt, as its page would send it. */
async function rightValues(attemptId: string): Promise<ReadonlyMap<string, string>> {
  const attempt = await db.read.attempt.findUniqueOrThrow({ where: { id: attemptId } })
  const arrangement = JSON.parse(attempt.arrangement) as Arrangement
  const opened = await openPaper(attempt.paperId)
  return new Map(
    opened.paper.items.map((item) => {
      const key = choiceOf(opened, item)?.key ?? []
      const ids = (arrangement.options[item.itemId] ?? [])
        .filter(({ index }) => key.includes(index))
        .map(({ id }) => id)
      return [item.itemId, ids.join(',')] as const
    }),
  )
}

test('the official pack comes into the bank once, whoever brings it how often', async () => {
  expect(await syncOfficialPack(officialPack().questions, later(1))).toBe(0)
  expect(await db.read.questionVersion.count()).toBe(officialPack().questions.length)
})

test('what the pack changed gets a new version, what it dropped is retired, and old versions stay', async () => {
  const [first, second, ...rest] = officialPack().questions
  if (!first || !second) throw new Error('the pack is empty')
  const changed = { ...first, facts: { ...first.facts, difficulty: (first.facts.difficulty % 5) + 1 } }

  expect(await syncOfficialPack([changed, ...rest], later(1))).toBe(2)

  expect(await db.read.question.findUnique({ where: { id: first.id } })).toMatchObject({ activeVersion: 2 })
  expect(await db.read.question.findUnique({ where: { id: second.id } })).toMatchObject({ status: 'retired' })
  expect(await db.read.questionVersion.count({ where: { questionId: first.id } })).toBe(2)
})

test('a mock paper has the national format', async () => {
  const attemptId = await started()
  const sitting = await openSitting(actor, attemptId, now)

  const kinds = sitting?.items.map(({ kind, halfPoints }) => `${kind} ${halfPoints}`) ?? []
  expect(kinds.filter((kind) => kind === 'single 2')).toHaveLength(60)
  expect(kinds.filter((kind) => kind === 'multiple 4')).toHaveLength(20)
  expect(sitting?.page.deadlineAt).toBe(later(120 * 60).toISOString())
})

test('started twice at once there is one attempt, and both are led to it', async () => {
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => startMock(actor, 'jz', now)))

  expect(new Set(outcomes.map((one) => (one.kind === 'opened' ? one.attemptId : one.kind))).size).toBe(1)
  expect(await db.read.attempt.count()).toBe(1)
})

test('an answer is acknowledged when it is stored, and a newer one stays whatever comes after', async () => {
  const attemptId = await started()
  await saveAnswers(actor, attemptId, 0, [answer('q1', 'b', 5)], later(1))

  const reply = await saveAnswers(actor, attemptId, 0, [answer('q1', 'a', 4), answer('q2', 'c', 6)], later(2))

  expect(reply.state).toBe('open')
  expect(reply.acknowledged.map(({ outcome }) => outcome)).toEqual(['saved', 'saved'])
  const stored = await db.read.answer.findMany({
    orderBy: { itemId: 'asc' },
    select: { itemId: true, value: true, seq: true },
  })
  expect(stored).toEqual([
    { itemId: 'q1', value: 'b', seq: 5 },
    { itemId: 'q2', value: 'c', seq: 6 },
  ])
})

test('a save is one statement', async () => {
  const attemptId = await started()

  const { statements } = await countQueries(() => saveAnswers(actor, attemptId, 0, [answer('q1', 'b', 1)], later(1)))

  expect(statements).toHaveLength(1)
})

test('the boundary is exact: the deadline and the grace are in, one millisecond more is late and kept apart', async () => {
  const attemptId = await started()
  const boundary = 120 * 60 * 1000 + 10_000
  const at = (ms: number) => new Date(now.getTime() + boundary + ms)
  const outcomeAt = async (ms: number, seq: number) =>
    (await saveAnswers(actor, attemptId, 0, [answer('q1', `v${seq}`, seq)], at(ms))).acknowledged[0]?.outcome

  expect(await outcomeAt(-1, 1)).toBe('saved')
  expect(await outcomeAt(0, 2)).toBe('saved')
  expect(await outcomeAt(1, 3)).toBe('apart')
  expect(await db.read.lateAnswer.findMany()).toMatchObject([{ itemId: 'q1', value: 'v3', reason: 'late' }])
  // Its acknowledgement was lost and it is sent again: known, and not late.
  expect(await outcomeAt(5, 2)).toBe('saved')
})

test('another device takes over: the first is told, and what it still sends is kept apart', async () => {
  const attemptId = await started()
  expect(await enterSitting(actor, attemptId, device, now)).toMatchObject({ state: 'open', epoch: 0 })
  await saveAnswers(actor, attemptId, 0, [answer('q1', 'a', 1)], later(1))

  const other = { id: 'another-device', wantsTakeover: false }
  expect(await enterSitting(actor, attemptId, other, later(2))).toMatchObject({ state: 'elsewhere' })
  const entry = await enterSitting(actor, attemptId, { ...other, wantsTakeover: true }, later(3))

  expect(entry).toMatchObject({ state: 'open', epoch: 1, answers: [{ itemId: 'q1', value: 'a', epoch: 0, seq: 1 }] })
  expect(await beat(actor, attemptId, { epoch: 0, waiting: 0, signals: [] }, later(4))).toMatchObject({
    state: 'elsewhere',
  })
  expect(await submitAttempt(actor, attemptId, 0, later(5))).toBe('elsewhere')
  const late = await saveAnswers(actor, attemptId, 0, [answer('q2', 'b', 2)], later(5))
  expect(late).toMatchObject({ state: 'elsewhere', acknowledged: [{ outcome: 'apart' }] })
  expect(await db.read.lateAnswer.findMany()).toMatchObject([{ itemId: 'q2', reason: 'foreign' }])
})

test('a device that was silent for a while is not asked', async () => {
  const attemptId = await started()
  await enterSitting(actor, attemptId, device, now)

  const entry = await enterSitting(actor, attemptId, { id: 'another-device', wantsTakeover: false }, later(60))

  expect(entry).toMatchObject({ state: 'open', epoch: 1 })
})

test('handed in twenty times at once it is handed in once, with one result and one fact', async () => {
  const attemptId = await started()
  const values = await rightValues(attemptId)
  await saveAnswers(
    actor,
    attemptId,
    0,
    [...values].map(([itemId, value], at) => answer(itemId, value, at + 1)),
    later(1),
  )

  await Promise.all(Array.from({ length: 20 }, () => submitAttempt(actor, attemptId, 0, later(600))))

  const attempt = await db.read.attempt.findUniqueOrThrow({ where: { id: attemptId } })
  expect(attempt).toMatchObject({ status: 'submitted', submittedBy: 'self', halfPoints: 200, outOf: 200, passed: true })
  const facts = await db.read.evidence.findMany({ where: { kind: 'exam-scored' } })
  expect(facts).toMatchObject([
    { userId: actor.personId, subjectId: attemptId, points: 200, outOf: 200, scale: 2, minutes: 10 },
  ])
})

test('after the time is up the paper is handed in with what the server has, whoever looks first', async () => {
  const attemptId = await started()
  const [[itemId = '', value = ''] = []] = [...(await rightValues(attemptId))]
  await saveAnswers(actor, attemptId, 0, [answer(itemId, value, 1)], later(1))
  const end = later(120 * 60 + 11)

  expect(await settle(attemptId, later(120 * 60))).toBe(false)
  expect(await sweepDueAttempts(end)).toBe(1)

  const result = await getResult(actor, attemptId, end)
  expect(result?.page).toMatchObject({ submittedBy: 'expiry', answered: 1, submittedAt: later(120 * 60 + 10) })
  expect(result?.page.released?.halfPoints).toBeGreaterThan(0)
})

test('nothing of the key is in what an open exam is given', async () => {
  const attemptId = await started()
  const sitting = await openSitting(actor, attemptId, now)
  const told = JSON.stringify(sitting)

  const attempt = await db.read.attempt.findUniqueOrThrow({ where: { id: attemptId } })
  const { questions } = await openPaper(attempt.paperId)
  const secrets = [...questions.values()].flatMap(({ id, body }) =>
    body.kind === 'single' || body.kind === 'multiple' ? [id, body.explanation.slice(0, 20)] : [id],
  )
  expect(secrets.filter((secret) => told.includes(secret))).toEqual([])
  expect(await getResult(actor, attemptId, now)).toBeNull()
})

test('what is not hers does not exist', async () => {
  const attemptId = await started()
  const other = await createActor('trainee', '别人')
  const gone = { code: 'notFound' }

  await expect(openSitting(other, attemptId, now)).rejects.toMatchObject(gone)
  await expect(enterSitting(other, attemptId, device, now)).rejects.toMatchObject(gone)
  await expect(saveAnswers(other, attemptId, 0, [answer('q1', 'a', 1)], now)).rejects.toMatchObject(gone)
  await expect(beat(other, attemptId, { epoch: 0, waiting: 0, signals: [] }, now)).rejects.toMatchObject(gone)
  await expect(submitAttempt(other, attemptId, 0, now)).rejects.toMatchObject(gone)
  await expect(getResult(other, attemptId, now)).rejects.toMatchObject(gone)
  expect(await db.read.answer.count()).toBe(0)
})

test('written answers of a mock are hers to mark, point by point, never above what they are worth', async () => {
  const outcome = await startMock(actor, 'zs', now)
  const attemptId = outcome.kind === 'opened' ? outcome.attemptId : ''
  await saveAnswers(actor, attemptId, 0, [answer('q1', '一、先稳定情绪。', 1)], later(1))
  await submitAttempt(actor, attemptId, 0, later(60))
  expect((await getResult(actor, attemptId, later(61)))?.page.released).toMatchObject({ pending: 5 })
  const every = Array.from({ length: 5 }, (_, at) => `q${at + 1}`)
  const held = await getResult(actor, attemptId, later(61))
  const items = held && 'items' in held ? held.items : []
  const first = items.find(({ itemId }) => itemId === 'q1')?.answerPoints.length ?? 0

  await markOwnAnswer(actor, attemptId, { itemId: 'q1', ticked: [...Array(first).keys()] }, later(70))
  for (const itemId of every.slice(1)) await markOwnAnswer(actor, attemptId, { itemId, ticked: [] }, later(80))

  const result = await getResult(actor, attemptId, later(90))
  expect(result?.page.released).toMatchObject({ halfPoints: 40, outOf: 200, pending: 0, passed: false })
  expect(await db.read.evidence.count({ where: { kind: 'exam-scored' } })).toBe(1)
  await expect(markOwnAnswer(actor, attemptId, { itemId: 'q1', ticked: [99] }, later(95))).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('what lies before her is told by no earlier result: neither key nor explanation, until she has handed in', async () => {
  const firstId = await started()
  await submitAttempt(actor, firstId, 0, later(10))
  const all = (await getResult(actor, firstId, later(11)))?.items ?? []
  const next = await startMock(actor, 'jz', later(12))
  if (next.kind !== 'opened') throw new Error(next.kind)
  const onPaper = async (attemptId: string) => {
    const { paperId } = await db.read.attempt.findUniqueOrThrow({ where: { id: attemptId } })
    return (await openPaper(paperId)).paper.items
  }
  const open = new Set((await onPaper(next.attemptId)).map(({ questionId }) => questionId))
  const both = (await onPaper(firstId)).filter(({ questionId }) => open.has(questionId)).map(({ itemId }) => itemId)
  expect(both.length).toBeGreaterThan(0)

  const held = await getResult(actor, firstId, later(13))
  expect(held?.page.withheld).toBe(both.length)
  expect(held?.items.map(({ itemId }) => itemId)).toEqual(
    all.map(({ itemId }) => itemId).filter((itemId) => !both.includes(itemId)),
  )

  await submitAttempt(actor, next.attemptId, 0, later(20))
  const after = await getResult(actor, firstId, later(21))
  expect(after).toMatchObject({ page: { withheld: 0 } })
  expect(after?.items).toHaveLength(80)
})
