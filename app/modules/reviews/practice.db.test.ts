import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor } from '#tests/support/learners.ts'
import { startMock } from '~/modules/exams/attempts.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { currentBank, forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { choicesOf } from '~/modules/questions/question.ts'
import { db } from '~/platform/db.server.ts'
import { keepCard } from './kept-cards.server.ts'
import { answerPractice, askNext, getAnswered, getPracticeHome, keepFavourite, sayCause } from './practice.server.ts'
import { readSet } from './practice.ts'
import { saveStudyPlan } from './study.server.ts'
import { dailyQuestions } from './study-sets.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000)
const all = { kind: 'all' } as const

let actor: Actor
beforeEach(async () => {
  await syncOfficialPack(officialPack().questions, now)
  forgetBank()
  actor = await createActor('trainee')
})

/** Answers a question as wanted; the next of everything when none is named. */
async function answer(right: boolean, at = now, named?: string) {
  const { question } = await askNext(actor, 'jz', all, at)
  const questionId = named ?? question?.questionId ?? ''
  const held = (await currentBank()).active.get(questionId)
  const [choice] = held ? choicesOf(held.body) : []
  const picked = right ? (choice?.key ?? []) : [choice?.options.findIndex((_, at) => !choice.key.includes(at)) ?? 0]
  const act = { questionId, version: held?.version ?? 1, part: 0, picked, seconds: 20, set: all }
  return { questionId, answerId: await answerPractice(actor, { ...act, confidence: 'sure' }, at) }
}

test('an answer is judged and kept, and what was asked gives nothing away before', async () => {
  const { question, left } = await askNext(actor, 'jz', all, now)
  expect(left).toBe(160)
  expect(Object.keys(question ?? {}).sort()).toEqual([
    'caseStem',
    'kind',
    'options',
    'part',
    'questionId',
    'stem',
    'version',
  ])

  const { answerId, questionId } = await answer(false)

  const answered = await getAnswered(actor, answerId, now)
  expect(answered).toMatchObject({ questionId, right: false, confidence: 'sure', cause: null })
  expect(answered.untilOut).toEqual({ missing: 2, countsToday: true })
  expect(answered.explanation.length).toBeGreaterThan(20)
  expect(await askNext(actor, 'jz', { kind: 'wrong' }, now)).toMatchObject({ left: 1, question: { questionId } })
})

test('a question leaves the wrong-answer book after two firm answers on two days', async () => {
  const { questionId } = await answer(false)
  const once = await answer(true, daysLater(1), questionId)
  expect((await getPracticeHome(actor, 'jz', daysLater(1))).wrong).toBe(1)
  const counted = { missing: 1, countsToday: false }
  expect((await getAnswered(actor, once.answerId, daysLater(1))).untilOut).toEqual(counted)
  const tomorrow = await askNext(actor, 'jz', { kind: 'wrong' }, daysLater(2))
  expect(tomorrow.untilOut).toEqual({ missing: 1, countsToday: true })

  const twice = await answer(true, daysLater(2), questionId)

  expect((await getAnswered(actor, twice.answerId, daysLater(2))).untilOut).toBeNull()
  expect((await getPracticeHome(actor, 'jz', daysLater(2))).wrong).toBe(0)
})

test('today holds what fits into her minutes, and says that the rest is no debt', async () => {
  const home = await getPracticeHome(actor, 'jz', now)
  expect(home.plan).toEqual({ examOn: null, minutesADay: 20, skipDays: [] })
  expect(home.today.minutes).toBeLessThanOrEqual(20)
  expect(home.due).toBeGreaterThan(0)

  await saveStudyPlan(actor, 'jz', { examOn: '2027-05-22', minutesADay: 5, skipDays: [0, 6] }, now)
  const shorter = await getPracticeHome(actor, 'jz', now)
  expect(shorter.plan).toEqual({ examOn: '2027-05-22', minutesADay: 5, skipDays: [0, 6] })
  expect(shorter.today).toMatchObject({ mode: 'toExam' })
  expect(shorter.today.minutes).toBeLessThanOrEqual(5)
  expect(await askNext(actor, 'jz', { kind: 'due' }, now)).toMatchObject({ left: shorter.due })
})

test('a question on the paper of an open exam is closed to practice, and opens again', async () => {
  const { answerId, questionId } = await answer(false)
  const outcome = await startMock(actor, 'jz', now)
  const attempt = outcome.kind === 'opened' ? outcome.attemptId : ''
  const paper = await db.read.attempt.findUniqueOrThrow({ where: { id: attempt }, select: { paperId: true } })
  const onPaper = await db.read.paperQuestion.findMany({ where: paper, select: { questionId: true } })
  const closed = new Set(onPaper.map((one) => one.questionId))

  expect((await getPracticeHome(actor, 'jz', now)).all).toBe(160 - closed.size)
  const { question } = await askNext(actor, 'jz', all, now)
  expect(closed.has(question?.questionId ?? '')).toBe(false)
  const [first = ''] = closed
  await expect(answer(true, now, first)).rejects.toMatchObject({ code: 'notFound' })
  if (closed.has(questionId))
    await expect(getAnswered(actor, answerId, now)).rejects.toMatchObject({ code: 'notFound' })
})

test('a card is what its log makes of it, whoever writes it how often', async () => {
  const { questionId } = await answer(false)
  await answer(true, daysLater(3), questionId)
  const before = await db.read.reviewCard.findMany({ select: { state: true, dueAt: true, isWrong: true } })

  await db.write((tx) => keepCard(tx, actor.personId, questionId, 0, daysLater(9)))

  expect(await db.read.reviewCard.findMany({ select: { state: true, dueAt: true, isWrong: true } })).toEqual(before)
})

test('causes and favourites are hers, and are said again', async () => {
  const { answerId, questionId } = await answer(false)
  await sayCause(actor, answerId, 'misread', now)
  await sayCause(actor, answerId, 'confused', now)
  await keepFavourite(actor, questionId, true, now)
  await keepFavourite(actor, questionId, true, now)
  expect(await getAnswered(actor, answerId, now)).toMatchObject({ cause: 'confused', isFavourite: true })

  await keepFavourite(actor, questionId, false, now)
  expect((await getPracticeHome(actor, 'jz', now)).favourites).toBe(0)

  const other = await createActor('trainee', '别人')
  await expect(getAnswered(other, answerId, now)).rejects.toMatchObject({ code: 'notFound' })
  await expect(sayCause(other, answerId, 'sums', now)).rejects.toMatchObject({ code: 'notFound' })
})

test('nothing chosen, or an option that is not there, is no answer', async () => {
  const { question } = await askNext(actor, 'jz', all, now)
  const act = {
    questionId: question?.questionId ?? '',
    version: 1,
    part: 0,
    seconds: 5,
    confidence: 'sure',
    set: all,
  } as const

  await expect(answerPractice(actor, { ...act, picked: [] }, now)).rejects.toMatchObject({ code: 'invalid' })
  await expect(answerPractice(actor, { ...act, picked: [9] }, now)).rejects.toMatchObject({ code: 'invalid' })
  expect(await db.read.practiceAnswer.count()).toBe(0)
})

test('每日一练 stays the same all day, gets shorter by what she answers, and is another one tomorrow', async () => {
  for (let at = 0; at < 30; at++) await answer(at % 3 > 0, daysLater(-2))
  const daily = { kind: 'daily' } as const
  const set = await dailyQuestions(actor, 'jz', now)
  expect(new Set(set).size).toBe(20)
  expect((await getPracticeHome(actor, 'jz', now)).daily).toBe(20)

  const evening = new Date(now.getTime() + 8 * 3_600_000)
  for (let left = 20; left > 0; left--) {
    const { question, left: shown } = await askNext(actor, 'jz', daily, evening)
    expect(shown).toBe(left)
    expect(set).toContain(question?.questionId)
    await answer(left % 2 === 0, evening, question?.questionId)
  }
  expect(await dailyQuestions(actor, 'jz', evening)).toEqual(set)
  expect(await askNext(actor, 'jz', daily, evening)).toEqual({ question: null, left: 0, untilOut: null })
  expect(await dailyQuestions(actor, 'jz', daysLater(1))).not.toEqual(set)
}, 60_000)

test('weak points are practised by questions of them, and what is hardly known is none', async () => {
  const weak = { kind: 'weak' } as const
  expect(await getPracticeHome(actor, 'jz', now)).toMatchObject({ weak: 0, weakPoints: [] })

  const { active } = await currentBank()
  const [point = ''] = [...active.values()].find(({ facts }) => facts.subject === 'jz')?.facts.points ?? []
  const ofPoint = [...active.values()].filter(({ facts }) => facts.subject === 'jz' && facts.points.includes(point))
  for (const { id } of ofPoint) for (const days of [-3, -2]) await answer(false, daysLater(days), id)

  const home = await getPracticeHome(actor, 'jz', now)
  expect(home.weak).toBeGreaterThanOrEqual(ofPoint.length)
  expect(home.weakPoints.length).toBeGreaterThan(0)
  const { question } = await askNext(actor, 'jz', weak, now)
  expect(ofPoint.map(({ id }) => id)).toContain(question?.questionId)
})

test('after an answer it says when the question comes again', async () => {
  const wrong = await answer(false)
  expect((await getAnswered(actor, wrong.answerId, now)).nextLookOn).toBe('2026-11-24')

  const right = await answer(true)
  const plain = (await getAnswered(actor, right.answerId, now)).nextLookOn
  expect(plain && plain > '2026-11-24').toBe(true)
  // With the exam tomorrow there is no use in another look.
  await saveStudyPlan(actor, 'jz', { examOn: '2026-11-24', minutesADay: 20, skipDays: [] }, now)
  expect((await getAnswered(actor, right.answerId, now)).nextLookOn).toBeNull()
})

test('the wrong-answer book opens by the cause she said last, and by chapter', async () => {
  const first = await answer(false)
  const second = await answer(false)
  await sayCause(actor, first.answerId, 'misread', now)
  await sayCause(actor, second.answerId, 'misread', now)
  const again = await answer(false, daysLater(1), second.questionId)
  await sayCause(actor, again.answerId, 'confused', daysLater(1))

  const left = async (name: string) => {
    const set = readSet(name)
    return set && (await askNext(actor, 'jz', set, daysLater(1))).left
  }
  expect(await left('wrong')).toBe(2)
  expect(await left('wrong-misread')).toBe(1)
  expect(await left('wrong-confused')).toBe(1)
  expect(await left('wrong-sums')).toBe(0)
  const { wrongSets } = await getPracticeHome(actor, 'jz', daysLater(1))
  const chapters = wrongSets.filter(({ set }) => set.chapter !== undefined)
  expect(chapters.reduce((sum, { count }) => sum + count, 0)).toBe(2)
  expect(wrongSets.flatMap(({ set, count }) => (set.cause ? [[set.cause, count]] : []))).toEqual([
    ['confused', 1],
    ['misread', 1],
  ])
})
