import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor, createCohort, officialLessons } from '#tests/support/learners.ts'
import { recordReading } from '~/modules/courses/lesson-acts.server.ts'
import { markNoteRead, writeNote } from '~/modules/feedback/notes.server.ts'
import { db } from '~/platform/db.server.ts'
import { countQueries } from '~/platform/db-queries.server.ts'
import { getLiveVersion } from './live.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const [first] = officialLessons()
const nothing = { position: null, hasReachedEnd: false, watched: [] }

async function cohort() {
  const [a, b] = [await createActor('trainee'), await createActor('trainee')]
  const [mentor, coordinator] = [await createActor('mentor'), await createActor('coordinator')]
  return { a, b, mentor, coordinator, id: await createCohort({ trainees: [a, b], mentor, coordinator }) }
}

test('the version changes with everything that those who follow her see, and with nothing else', async () => {
  const { a, mentor, coordinator, id } = await cohort()
  const stranger = await cohort()
  const followers = [
    () => getLiveVersion(a, 'me', now),
    () => getLiveVersion(mentor, 'trainees', now),
    () => getLiveVersion(mentor, `trainee:${a.personId}`, now),
    () => getLiveVersion(coordinator, `cohort:${id}`, now),
  ]
  const versions = async () => Promise.all(followers.map(async (follow) => (await follow()).version))
  const read = (actor: typeof a, at: Date) =>
    recordReading({ actor, lessonId: first.id, stretch: null, now: at }, nothing)
  const acts = [
    () => read(a, later(1)),
    () => read(a, later(2)),
    () => writeNote(mentor, a.personId, { body: '很好', lessonId: null }, later(3)),
    async () => markNoteRead(a, (await db.read.feedbackNote.findFirstOrThrow()).id, later(4)),
  ]
  let before = await versions()
  expect(await versions()).toEqual(before)
  for (const act of acts) {
    await act()
    const after = await versions()
    after.forEach((version, at) => {
      expect(version).not.toBe(before[at])
    })
    before = after
  }
  await read(stranger.a, later(9))
  expect(await versions()).toEqual(before)
})

test('it says when the last change was, so that a page knows whether it was made before', async () => {
  const { a, coordinator, id } = await cohort()
  await recordReading({ actor: a, lessonId: first.id, stretch: null, now: later(7) }, nothing)

  expect((await getLiveVersion(coordinator, `cohort:${id}`, now)).changedAt).toBe(later(7).getTime())
})

test('what is not hers to follow is not found', async () => {
  const own = await cohort()
  const other = await cohort()

  for (const [actor, scope] of [
    [other.coordinator, `cohort:${own.id}`],
    [own.mentor, `cohort:${own.id}`],
    [own.a, `cohort:${own.id}`],
    [other.mentor, `trainee:${own.a.personId}`],
    [own.b, `trainee:${own.a.personId}`],
    [own.coordinator, 'everything'],
  ] as const) {
    await expect(getLiveVersion(actor, scope, now)).rejects.toMatchObject({ code: 'notFound' })
  }
})

test('one query', async () => {
  const { coordinator, id } = await cohort()

  expect((await countQueries(() => getLiveVersion(coordinator, `cohort:${id}`, now))).statements).toHaveLength(1)
})
