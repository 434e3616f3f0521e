import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor, createCohort, officialLessons, rightPicks, trackId, wrongPicks } from '#tests/support/learners.ts'
import { answerCheck, recordReading } from '~/modules/courses/lesson-acts.server.ts'
import { joinTrack } from '~/modules/courses/tracks.server.ts'
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
