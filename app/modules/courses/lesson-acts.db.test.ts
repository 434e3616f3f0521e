import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import {
  createActor,
  createCohort,
  finishLesson,
  officialLessons,
  rightPicks,
  trackId,
  wrongPicks,
} from '#tests/support/learners.ts'
import { db } from '~/platform/db.server.ts'
import { answerCheck, recordReading, saveNote } from './lesson-acts.server.ts'
import { joinTrack } from './tracks.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const [first, second] = officialLessons()
const nothing = { position: null, hasReachedEnd: false, watched: [] }
const end = { ...nothing, hasReachedEnd: true }

async function trainee() {
  const actor = await createActor('trainee')
  const cohortId = await createCohort({ trainees: [actor], track: { dueOn: '2026-12-01' } })
  const act = (lessonId = first.id, at = now) => ({
    actor,
    lessonId,
    stretch: { openedAt: now, claimedSeconds: null },
    now: at,
  })
  return { actor, cohortId, act }
}

const facts = () => db.read.evidence.findMany()
const kept = (personId: string) => db.read.trackProgress.findMany({ where: { personId } })

test('the last right answer after the end was reached finishes the lesson, with its fact and its minutes', async () => {
  const { actor, cohortId, act } = await trainee()
  const { remaining } = await recordReading(act(first.id, later(10)), end)
  expect(remaining).toEqual({ checks: first.requiredChecks, end: false })

  const outcomes = []
  for (const checkId of first.requiredChecks) {
    outcomes.push(await answerCheck(act(first.id, later(12)), checkId, rightPicks(first, checkId)))
  }

  expect(outcomes.map(({ justFinished }) => justFinished)).toEqual([false, false, true])
  expect(await facts()).toMatchObject([
    {
      userId: actor.personId,
      cohortId,
      organisationId: 'org',
      kind: 'lesson-finished',
      subjectId: first.id,
      minutes: 12,
      occurredAt: later(12),
      revokedAt: null,
    },
  ])
  expect(await kept(actor.personId)).toMatchObject([
    { trackId, finished: 1, total: 6, creditedSeconds: 720, joinedFreely: false, lastActivityAt: later(12) },
  ])
})

test('a wrong answer is kept too, and finishes nothing', async () => {
  const { act } = await trainee()
  const [checkId = ''] = first.requiredChecks
  await recordReading(act(), end)

  const outcome = await answerCheck(act(), checkId, wrongPicks(first, checkId))

  expect(outcome).toMatchObject({ justFinished: false, judgement: { right: false } })
  expect(outcome.remaining.checks).toContain(checkId)
  expect(await db.read.checkAnswer.count()).toBe(1)
})

test('what is no answer is refused, and nothing is written', async () => {
  const { act } = await trainee()
  const [checkId = ''] = first.requiredChecks

  for (const picks of [[], ['nonsense'], rightPicks(second, second.requiredChecks[0] ?? '')]) {
    await expect(answerCheck(act(), checkId, picks)).rejects.toMatchObject({ code: 'invalid' })
  }
  await expect(answerCheck(act(), 'q99', ['a'])).rejects.toMatchObject({ code: 'invalid' })
  expect([await db.read.checkAnswer.count(), await db.read.lessonProgress.count()]).toEqual([0, 0])
})

test('finished exactly once, however many requests finish it at the same time', async () => {
  const { actor, act } = await trainee()
  for (const checkId of first.requiredChecks) await answerCheck(act(), checkId, rightPicks(first, checkId))

  const outcomes = await Promise.all(Array.from({ length: 12 }, () => recordReading(act(first.id, later(5)), end)))

  expect(outcomes.filter(({ justFinished }) => justFinished)).toHaveLength(1)
  expect(await facts()).toHaveLength(1)
  expect(await kept(actor.personId)).toMatchObject([{ finished: 1, creditedSeconds: 300 }])
})

test('a locked lesson takes no answers, and opens when its prerequisite is finished', async () => {
  const { actor, act } = await trainee()
  const locked = officialLessons().find(({ prerequisites }) => prerequisites.includes(first.id))
  if (!locked) throw new Error('the official track has no lesson that needs the first one')
  await expect(recordReading(act(locked.id), nothing)).rejects.toMatchObject({ code: 'forbidden' })

  await finishLesson(actor, first, now)

  await expect(recordReading(act(locked.id), nothing)).resolves.toMatchObject({ justFinished: false })
})

test('time counts until the lesson is finished, and not after', async () => {
  const { actor, act } = await trainee()
  await finishLesson(actor, first, now, 20)

  await recordReading(act(first.id, later(15)), nothing)

  const [row] = await kept(actor.personId)
  expect(row).toMatchObject({ creditedSeconds: 1200, lastActivityAt: later(15) })
})

test('the place is kept, the later word counts; the end once reached stays reached', async () => {
  const { act } = await trainee()
  await recordReading(act(), { ...end, position: { block: 'b-1', percent: 100 } })
  await recordReading(act(first.id, later(1)), { ...nothing, position: { block: 'b-2', percent: 40 } })

  expect(await db.read.lessonProgress.findMany()).toMatchObject([
    { positionBlock: 'b-2', positionPercent: 40, reachedEndAt: now },
  ])
})

test('notes are kept and taken away; only notes that the lesson has', async () => {
  const { actor, act } = await trainee()
  await saveNote(act(), 'notes', '助人自助：先看他有什么')
  await saveNote(act(), 'notes', '先看他有什么')
  expect(await db.read.lessonNote.findMany()).toMatchObject([{ personId: actor.personId, body: '先看他有什么' }])

  await saveNote(act(), 'notes', '  ')
  expect(await db.read.lessonNote.count()).toBe(0)
  await expect(saveNote(act(), 'reflect:nowhere', 'x')).rejects.toMatchObject({ code: 'notFound' })
})

test('a film that the lesson does not have leaves no trace', async () => {
  const { act } = await trainee()
  await recordReading(act(), { ...nothing, watched: [{ videoId: 'v9', intervals: [[0, 10]] }] })

  expect(await db.read.videoWatch.count()).toBe(0)
})

test('joining a track nobody gave her is her own choice, and only once', async () => {
  const actor = await createActor('trainee')
  await joinTrack(actor, trackId, now)
  await joinTrack(actor, trackId, later(9))

  expect(await kept(actor.personId)).toMatchObject([{ joinedFreely: true, startedAt: now, finished: 0, total: 6 }])
  await expect(joinTrack(actor, 'no-such-track', now)).rejects.toMatchObject({ code: 'notFound' })
})
