import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor, createCohort, officialLessons, rightPicks, trackId, wrongPicks } from '#tests/support/learners.ts'
import { answerCheck, recordReading } from '~/modules/courses/lesson-acts.server.ts'
import { joinTrack } from '~/modules/courses/tracks.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { type BankQuestion, currentBank, forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { choicesOf } from '~/modules/questions/question.ts'
import { answerPractice } from '~/modules/reviews/practice.server.ts'
import { confidences } from '~/modules/reviews/review-log.ts'
import { db } from '~/platform/db.server.ts'
import { between, pick, seededRandom } from '~/platform/random.ts'
import { recompute } from './recompute.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const lessons = officialLessons()

/** Three trainees do a hundred things each, in any order, some at the same time, some of which are refused. */
async function anAfternoon(seed: number) {
  const random = seededRandom(seed)
  const trainees = [await createActor('trainee'), await createActor('trainee'), await createActor('trainee')] as const
  await createCohort({ trainees: trainees.slice(0, 2), track: { dueOn: '2026-12-01' } })
  await joinTrack(trainees[2], trackId, now)
  for (let step = 0; step < 100; step++) {
    const acts = Array.from({ length: between(random, 1, 3) }, () => {
      const lesson = pick(random, lessons)
      const at = new Date(now.getTime() + step * 60_000 + between(random, 0, 59_000))
      const stretch = {
        openedAt: new Date(at.getTime() - between(random, 0, 300_000)),
        claimedSeconds: between(random, 0, 300),
      }
      const act = { actor: pick(random, trainees), lessonId: lesson.id, stretch, now: at }
      const checkId = lesson.requiredChecks[between(random, 0, lesson.requiredChecks.length - 1)] ?? ''
      if (random() < 0.3) return recordReading(act, { position: null, hasReachedEnd: random() < 0.5, watched: [] })
      return answerCheck(act, checkId, random() < 0.8 ? rightPicks(lesson, checkId) : wrongPicks(lesson, checkId))
    })
    await Promise.allSettled(acts)
  }
}

test('kept = computed, after whatever trainees did', async () => {
  await anAfternoon(20_261_123)

  expect(await db.read.evidence.count()).toBeGreaterThan(3)
  expect(await recompute(now, { mend: false })).toEqual([])
}, 60_000)

test('a row that was changed by hand is found, and mended', async () => {
  const actor = await createActor('trainee')
  await recordReading(
    { actor, lessonId: lessons[0].id, stretch: null, now },
    { position: null, hasReachedEnd: true, watched: [] },
  )
  await db.write((tx) => tx.trackProgress.updateMany({ data: { creditedSeconds: 99, cells: 'ffffff' } }))
  const difference = { personId: actor.personId, subjectId: trackId, what: ['cells', 'creditedSeconds'] }

  expect(await recompute(now, { mend: true })).toEqual([difference])
  expect(await recompute(now, { mend: false })).toEqual([])
})

test('a finished lesson without its fact is told, not made up', async () => {
  const actor = await createActor('trainee')
  await recordReading(
    { actor, lessonId: lessons[0].id, stretch: null, now },
    { position: null, hasReachedEnd: true, watched: [] },
  )
  await db.write((tx) => tx.lessonProgress.updateMany({ data: { finishedAt: now } }))

  expect((await recompute(now, { mend: true })).map(({ what }) => what)).toContainEqual(['finished without a fact'])
  expect(await db.read.evidence.count()).toBe(0)
})

test('a row of an older edition of the track is out of date, not wrong', async () => {
  const actor = await createActor('trainee')
  await joinTrack(actor, trackId, now)
  await db.write((tx) => tx.trackProgress.updateMany({ data: { cells: 'o', layout: 'older', total: 1 } }))

  expect(await recompute(now, { mend: true })).toEqual([])
  expect(await db.read.trackProgress.findMany()).toMatchObject([{ total: lessons.length }])
})

/** A season of practice on a few questions: right and wrong, sure and not, some on the same day. */
async function practise(actor: Actor, seed: number) {
  const random = seededRandom(seed)
  const questions = [...(await currentBank()).active.values()].filter(({ facts }) => facts.subject === 'jz').slice(0, 6)
  for (let step = 0; step < 30; step++) {
    const { id, version, body } = pick(random, questions as [BankQuestion, ...BankQuestion[]])
    const [choice] = choicesOf(body)
    const picked = random() < 0.6 ? (choice?.key ?? []) : [between(random, 0, 3)]
    const act = { questionId: id, version, part: 0, picked, seconds: 20, set: { kind: 'all' } } as const
    const at = new Date(now.getTime() + step * 20_000_000)
    await answerPractice(actor, { ...act, confidence: pick(random, confidences) }, at)
  }
}

test('cards are what their log says, after whatever she answered; one that was changed is found, and mended', async () => {
  await syncOfficialPack(officialPack().questions, now)
  forgetBank()
  const actor = await createActor('trainee')
  await practise(actor, 20_261_125)
  expect(await recompute(now, { mend: false })).toEqual([])

  const before = await db.read.reviewCard.findMany({ orderBy: { questionId: 'asc' } })
  const [first, second, third] = before
  if (!first || !second || !third) throw new Error('too few cards')
  const key = ({ personId, questionId, part }: typeof first) => ({ personId, questionId, part })
  await db.write(async (tx) => {
    await tx.reviewCard.updateMany({ where: key(first), data: { isWrong: !first.isWrong, dueAt: now } })
    await tx.reviewCard.deleteMany({ where: key(second) })
    await tx.reviewCard.create({ data: { ...third, questionId: 'never-answered' } })
  })

  expect(await recompute(now, { mend: true })).toEqual([
    { personId: actor.personId, subjectId: `${first.questionId}#0`, what: ['dueAt', 'isWrong'] },
    { personId: actor.personId, subjectId: `${second.questionId}#0`, what: ['a log without a card'] },
    { personId: actor.personId, subjectId: 'never-answered#0', what: ['a card without a log'] },
  ])
  expect(await recompute(now, { mend: false })).toEqual([])
  const without = (rows: typeof before) => rows.map(({ updatedAt: _, ...row }) => row)
  expect(without(await db.read.reviewCard.findMany({ orderBy: { questionId: 'asc' } }))).toEqual(without(before))
})
