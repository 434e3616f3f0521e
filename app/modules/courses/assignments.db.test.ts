import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor, createCohort, finishLesson, officialLessons, trackId } from '#tests/support/learners.ts'
import { db } from '~/platform/db.server.ts'
import { assignTrack, listCohortTracks, withdrawTrack } from './assignments.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const later = new Date('2026-11-24T02:00:00.123Z')

async function cohort() {
  const [coordinator, trainee] = [await createActor('coordinator'), await createActor('trainee')]
  return { coordinator, trainee, cohortId: await createCohort({ coordinator, trainees: [trainee] }) }
}
const given = () => db.read.cohortTrack.findMany({ select: { trackId: true, dueOn: true, assignedAt: true } })

test('a track is given, its due day changed, and taken back; each is in the audit', async () => {
  const { coordinator, cohortId } = await cohort()
  await assignTrack(coordinator, cohortId, { trackId, dueOn: '2026-12-01' }, now)
  await assignTrack(coordinator, cohortId, { trackId, dueOn: '2026-12-15' }, later)

  expect(await given()).toEqual([{ trackId, dueOn: '2026-12-15', assignedAt: now }])
  expect((await listCohortTracks(coordinator, cohortId)).tracks).toMatchObject([
    { id: trackId, lessons: officialLessons().length, assignment: { dueOn: '2026-12-15' } },
  ])

  await withdrawTrack(coordinator, cohortId, trackId, later)
  await withdrawTrack(coordinator, cohortId, trackId, later)
  expect(await given()).toEqual([])
  const entries = await db.read.auditEntry.findMany({ select: { action: true, cohortId: true } })
  expect(entries.map(({ action }) => action).sort()).toEqual(['track.assigned', 'track.assigned', 'track.withdrawn'])
})

test('taking a track back takes nothing from those who learned', async () => {
  const { coordinator, trainee, cohortId } = await cohort()
  await assignTrack(coordinator, cohortId, { trackId, dueOn: null }, now)
  await finishLesson(trainee, officialLessons()[0], later)

  await withdrawTrack(coordinator, cohortId, trackId, later)

  expect([await db.read.evidence.count(), await db.read.trackProgress.count()]).toEqual([1, 1])
})

test('only the cohort’s own coordinator, while it is not archived, and only tracks that exist', async () => {
  const { coordinator, trainee, cohortId } = await cohort()
  const { coordinator: other } = await cohort()
  const wish = { trackId, dueOn: null }

  for (const stranger of [other, trainee, { ...trainee, roles: ['coordinator' as const] }]) {
    await expect(assignTrack(stranger, cohortId, wish, now)).rejects.toMatchObject({ code: 'notFound' })
    await expect(withdrawTrack(stranger, cohortId, trackId, now)).rejects.toMatchObject({ code: 'notFound' })
    await expect(listCohortTracks(stranger, cohortId)).rejects.toMatchObject({ code: 'notFound' })
  }
  await expect(assignTrack(coordinator, cohortId, { ...wish, trackId: 'nowhere' }, now)).rejects.toMatchObject({
    code: 'notFound',
  })
  await db.write((tx) => tx.cohort.update({ where: { id: cohortId }, data: { archivedAt: now } }))
  await expect(assignTrack(coordinator, cohortId, wish, now)).rejects.toMatchObject({ code: 'conflict' })
  expect(await given()).toEqual([])
})
