import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor, createCohort } from '#tests/support/learners.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { getMentorDesk } from '~/modules/records/mentor-desk.server.ts'
import { db } from '~/platform/db.server.ts'
import { startMock } from './attempts.server.ts'
import { mockBlueprint } from './blueprints.server.ts'
import { getHanded, listHanded, openHanded } from './handed-answers.server.ts'
import { handAnswer, takeBackAnswer } from './handing-acts.server.ts'
import { getResult } from './results.server.ts'
import { saveAnswers } from './saves.server.ts'
import { markOwnAnswer } from './self-marks.server.ts'
import { submitAttempt } from './settling.server.ts'
import { voidAttempt } from './sitting-acts.server.ts'
import { startSitting } from './sitting-start.server.ts'
import { createSitting, releaseResults } from './sittings.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const gone = { code: 'notFound' }
const words = '先稳定情绪，再评估风险。'

let trainee: Actor
let mentor: Actor
let coordinator: Actor
let cohortId: string
beforeEach(async () => {
  await syncOfficialPack(officialPack().questions, now)
  forgetBank()
  trainee = await createActor('trainee', '林小满')
  mentor = await createActor('mentor', '陆青禾')
  coordinator = await createActor('coordinator', '沈若溪')
  cohortId = await createCohort({ trainees: [trainee], mentor, coordinator })
})

const text = (itemId: string, value: string) => ({ itemId, value, seq: 1, isMarked: false })

/** A mock of written answers, handed in with one of them. */
async function sat(actor = trainee): Promise<string> {
  const outcome = await startMock(actor, 'zs', now)
  if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome))
  await saveAnswers(actor, outcome.attemptId, 0, [text('q1', words)], later(1))
  await submitAttempt(actor, outcome.attemptId, 0, later(2))
  return outcome.attemptId
}

async function marked(): Promise<string> {
  const attemptId = await sat()
  await markOwnAnswer(trainee, attemptId, { itemId: 'q1', ticked: [0, 2] }, later(3))
  return attemptId
}

/** Handed to her mentors; the id under which they find it. */
async function handed(): Promise<{ readonly attemptId: string; readonly id: string }> {
  const attemptId = await marked()
  await handAnswer(trainee, attemptId, 'q1', later(4))
  return { attemptId, id: await standingId(attemptId) }
}

async function standingId(attemptId: string): Promise<string> {
  const row = await db.read.handedAnswer.findFirstOrThrow({ where: { attemptId, takenBackAt: null } })
  return row.id
}

async function handingIn(attemptId: string, itemId = 'q1', at = later(10)) {
  const result = await getResult(trainee, attemptId, at)
  return result?.items.find((one) => one.itemId === itemId)?.handing
}

const unopened = async (at: Date) => (await getMentorDesk(mentor, at)).mentees.map((mentee) => mentee.unopened)

test('she marks herself, asks her mentor to look, and learns when that was done', async () => {
  const attemptId = await sat()
  expect(await handingIn(attemptId)).toEqual({ kind: 'markFirst' })
  expect(await handingIn(attemptId, 'q2')).toEqual({ kind: 'blank' })
  await handAnswer(trainee, attemptId, 'q1', later(3))
  expect(await db.read.handedAnswer.count()).toBe(0)

  await markOwnAnswer(trainee, attemptId, { itemId: 'q1', ticked: [0, 2] }, later(3))
  expect(await handingIn(attemptId)).toEqual({ kind: 'may', mentors: ['陆青禾'], isMarked: true })
  await handAnswer(trainee, attemptId, 'q1', later(4))
  expect(await handingIn(attemptId)).toEqual({ kind: 'waiting', handedAt: later(4), mentors: ['陆青禾'] })
  expect(await unopened(later(5))).toEqual([1])

  const id = await standingId(attemptId)
  await openHanded(mentor, trainee.personId, id, later(6))
  await openHanded(mentor, trainee.personId, id, later(7))
  expect(await handingIn(attemptId)).toEqual({ kind: 'seen', openings: [{ name: '陆青禾', seenAt: later(6) }] })
  expect(await unopened(later(8))).toEqual([0])
})

test('the mentor is told which question it is, and reads it only when she has opened it', async () => {
  const { id } = await handed()
  expect(await listHanded(mentor, trainee.personId, later(5))).toMatchObject([{ id, handedAt: later(4), seenAt: null }])
  const closed = await getHanded(mentor, trainee.personId, id, later(5))
  expect(closed).toMatchObject({ person: { name: '林小满' }, answer: null })
  expect(JSON.stringify(closed)).not.toContain(words)

  await openHanded(mentor, trainee.personId, id, later(6))

  const { answer } = await getHanded(mentor, trainee.personId, id, later(7))
  const ticked = answer?.answerPoints.filter(({ isTicked }) => isTicked) ?? []
  expect(answer).toMatchObject({ text: words, outOf: 40 })
  expect(answer?.stem.length).toBeGreaterThan(20)
  expect(answer?.answerPoints.map(({ isTicked }) => isTicked).slice(0, 4)).toEqual([true, false, true, false])
  expect(answer?.given).toBe(ticked.reduce((sum, { halfPoints }) => sum + halfPoints, 0))
})

test('what nobody has opened is taken back, and may be handed again', async () => {
  const { attemptId, id } = await handed()
  await takeBackAnswer(trainee, attemptId, 'q1', later(5))
  expect(await handingIn(attemptId)).toMatchObject({ kind: 'may' })
  expect(await listHanded(mentor, trainee.personId, later(6))).toEqual([])
  await expect(getHanded(mentor, trainee.personId, id, later(6))).rejects.toMatchObject(gone)
  await expect(openHanded(mentor, trainee.personId, id, later(6))).rejects.toMatchObject(gone)

  await handAnswer(trainee, attemptId, 'q1', later(7))
  expect(await db.read.handedAnswer.count()).toBe(2)
  expect(await listHanded(mentor, trainee.personId, later(8))).toMatchObject([{ handedAt: later(7) }])
})

test('once it was opened it is not taken back', async () => {
  const { attemptId, id } = await handed()
  await openHanded(mentor, trainee.personId, id, later(5))
  await takeBackAnswer(trainee, attemptId, 'q1', later(6))
  expect(await handingIn(attemptId)).toMatchObject({ kind: 'seen' })
})

test('opened and taken back at once, one of the two has happened', async () => {
  const { attemptId, id } = await handed()
  await Promise.allSettled([
    takeBackAnswer(trainee, attemptId, 'q1', later(5)),
    openHanded(mentor, trainee.personId, id, later(5)),
  ])
  const row = await db.read.handedAnswer.findUniqueOrThrow({ where: { id }, include: { openings: true } })
  expect(row.openings).toHaveLength(row.takenBackAt === null ? 1 : 0)
})

test('handed twelve times at once it is handed once', async () => {
  const attemptId = await marked()
  await Promise.allSettled(Array.from({ length: 12 }, () => handAnswer(trainee, attemptId, 'q1', later(4))))
  expect(await db.read.handedAnswer.count()).toBe(1)
})

test('nobody but her mentor finds it, and nobody but she hands it', async () => {
  const { attemptId, id } = await handed()
  const strangers = [
    await createActor('mentor', '温以宁'),
    await createActor('administrator', '顾闻笙'),
    await createActor('trainee', '路遥知'),
    coordinator,
    trainee,
  ]
  for (const actor of strangers) {
    expect(await listHanded(actor, trainee.personId, later(5)), actor.name).toBeNull()
    await expect(getHanded(actor, trainee.personId, id, later(5))).rejects.toMatchObject(gone)
    await expect(openHanded(actor, trainee.personId, id, later(5))).rejects.toMatchObject(gone)
  }
  for (const actor of [mentor, ...strangers.filter((one) => one !== trainee)]) {
    await expect(handAnswer(actor, attemptId, 'q1', later(5))).rejects.toMatchObject(gone)
    await expect(takeBackAnswer(actor, attemptId, 'q1', later(5))).rejects.toMatchObject(gone)
  }
  await expect(getHanded(mentor, 'somebody-else', id, later(5))).rejects.toMatchObject(gone)
  await expect(handAnswer(trainee, attemptId, 'q99', later(5))).rejects.toMatchObject(gone)
  expect(await db.read.handedAnswerOpening.count()).toBe(0)
})

test('without a mentor she is told so; whoever accompanies her later reads what was handed before', async () => {
  const { attemptId, id } = await handed()
  const next = await createActor('mentor', '温以宁')
  await db.write((tx) => tx.mentorship.deleteMany({ where: { traineeId: trainee.personId } }))
  expect(await handingIn(attemptId)).toEqual({ kind: 'waiting', handedAt: later(4), mentors: [] })
  await expect(getHanded(mentor, trainee.personId, id, later(5))).rejects.toMatchObject(gone)
  await takeBackAnswer(trainee, attemptId, 'q1', later(5))
  expect(await handingIn(attemptId)).toEqual({ kind: 'noMentor' })
  await handAnswer(trainee, attemptId, 'q1', later(6))
  expect(await db.read.handedAnswer.count({ where: { takenBackAt: null } })).toBe(0)

  const given = { cohortId, traineeId: trainee.personId, mentorId: next.personId, since: later(7) }
  await db.write((tx) => tx.mentorship.create({ data: given }))
  await handAnswer(trainee, attemptId, 'q1', later(8))
  expect(await listHanded(next, trainee.personId, later(9))).toHaveLength(1)
})

test('while she, or her mentor, has the question before her in an exam, nobody reads it', async () => {
  const { id } = await handed()
  const { paperId } = await db.read.attempt.findFirstOrThrow({ where: { personId: trainee.personId } })
  for (const { personId } of [trainee, mentor]) {
    const open = {
      ...{ id: `open-${personId}`, personId, scope: 'mock:zs', number: 9, paperId, status: 'open', arrangement: '{}' },
      ...{ startedAt: later(5), deadlineAt: later(60), boundaryAt: later(60), lastSeenAt: later(5), graceMs: 0 },
      ...{ takeoverEpoch: 0, deviceId: 'tab', waiting: 0 },
    }
    await db.write((tx) => tx.attempt.create({ data: open }))
    await expect(getHanded(mentor, trainee.personId, id, later(6))).rejects.toMatchObject(gone)
    await expect(openHanded(mentor, trainee.personId, id, later(6))).rejects.toMatchObject(gone)
    expect(await listHanded(mentor, trainee.personId, later(6))).toEqual([])
    expect(await unopened(later(6))).toEqual([0])
    const ended = { status: 'void', voidedAt: later(7) }
    await db.write((tx) => tx.attempt.update({ where: { id: open.id }, data: ended }))
    expect(await getHanded(mentor, trainee.personId, id, later(8))).toMatchObject({ id })
  }
})

test('of an exam of her cohort answers are handed after the release, and read only while it stands', async () => {
  const planned = await createSitting(
    coordinator,
    cohortId,
    {
      ...{ title: '月考', blueprintId: mockBlueprint('zs')?.id ?? '', minutes: 60, attempts: 1, forms: 1 },
      ...{ opensAt: later(0), closesAt: later(90), releaseAt: later(200) },
    },
    now,
  )
  if (planned.kind !== 'created') throw new Error(JSON.stringify(planned))
  const { sittingId } = planned
  const started = await startSitting(trainee, sittingId, later(1))
  if (started.kind !== 'opened') throw new Error(started.why)
  const { attemptId } = started
  await saveAnswers(trainee, attemptId, 0, [text('q1', words)], later(2))
  await submitAttempt(trainee, attemptId, 0, later(3))
  await expect(handAnswer(trainee, attemptId, 'q1', later(199))).rejects.toMatchObject(gone)

  await releaseResults(coordinator, cohortId, sittingId, later(100))
  expect(await handingIn(attemptId, 'q1', later(101))).toEqual({ kind: 'may', mentors: ['陆青禾'], isMarked: false })
  await handAnswer(trainee, attemptId, 'q1', later(101))
  const id = await standingId(attemptId)
  await openHanded(mentor, trainee.personId, id, later(102))
  expect((await getHanded(mentor, trainee.personId, id, later(103))).answer).toMatchObject({ text: words, given: null })

  // Put off again: what is not released is told to nobody.
  await db.write((tx) => tx.sitting.update({ where: { id: sittingId }, data: { releaseAt: later(300) } }))
  await expect(getHanded(mentor, trainee.personId, id, later(104))).rejects.toMatchObject(gone)
  await db.write((tx) => tx.sitting.update({ where: { id: sittingId }, data: { releaseAt: null } }))
  expect(await listHanded(mentor, trainee.personId, later(105))).toHaveLength(1)
  await voidAttempt(coordinator, cohortId, sittingId, { attemptId, reason: '网络故障', until: null }, later(106))
  expect(await listHanded(mentor, trainee.personId, later(107))).toEqual([])
})

test('the database keeps what was handed, and that it was opened', async () => {
  const { id } = await handed()
  await openHanded(mentor, trainee.personId, id, later(5))
  const acts = [
    db.write((tx) => tx.handedAnswer.delete({ where: { id } })),
    db.write((tx) => tx.handedAnswer.update({ where: { id }, data: { handedAt: later(9) } })),
    db.write((tx) => tx.handedAnswerOpening.deleteMany({})),
    db.write((tx) => tx.handedAnswerOpening.updateMany({ data: { seenAt: later(9) } })),
  ]
  for (const { status } of await Promise.allSettled(acts)) expect(status).toBe('rejected')
})
