import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor, createCohort } from '#tests/support/learners.ts'
import { db } from '~/platform/db.server.ts'
import { listNotes, markNoteRead, writeNote } from './notes.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const note = { body: '案例写得细，下次试试生态图。', lessonId: null }

async function cohort() {
  const [trainee, mentor, coordinator] = [
    await createActor('trainee'),
    await createActor('mentor', '陆青禾'),
    await createActor('coordinator', '沈若溪'),
  ]
  const cohortId = await createCohort({ trainees: [trainee], mentor, coordinator })
  return { trainee, mentor, coordinator, cohortId }
}

test('her mentor and her coordinator may write to her; she reads it once', async () => {
  const { trainee, mentor, coordinator, cohortId } = await cohort()
  await writeNote(mentor, trainee.personId, note, now)
  await writeNote(coordinator, trainee.personId, { body: '加油', lessonId: 'what-is-social-work' }, new Date(+now + 1))

  const [latest, first] = await listNotes(trainee.personId, 10)
  expect(latest).toMatchObject({ author: '沈若溪', lessonId: 'what-is-social-work', readAt: null })
  expect(first).toMatchObject({ author: '陆青禾', body: note.body })
  expect(await db.read.feedbackNote.findMany({ select: { cohortId: true } })).toEqual([{ cohortId }, { cohortId }])

  await markNoteRead(trainee, first?.id ?? '', now)
  await markNoteRead(trainee, first?.id ?? '', new Date(+now + 60_000))
  expect((await listNotes(trainee.personId, 10))[1]?.readAt).toEqual(now)
})

test('nobody else: not another mentor, not another coordinator, not a fellow trainee, not she herself', async () => {
  const { trainee } = await cohort()
  const { mentor, coordinator, trainee: fellow } = await cohort()

  for (const stranger of [mentor, coordinator, fellow, trainee]) {
    await expect(writeNote(stranger, trainee.personId, note, now)).rejects.toMatchObject({ code: 'notFound' })
  }
  await expect(writeNote(mentor, 'nobody', note, now)).rejects.toMatchObject({ code: 'notFound' })
  expect(await db.read.feedbackNote.count()).toBe(0)
})

test('only she marks it as read', async () => {
  const { trainee, mentor } = await cohort()
  await writeNote(mentor, trainee.personId, note, now)
  const [written] = await listNotes(trainee.personId, 1)

  await expect(markNoteRead(mentor, written?.id ?? '', now)).rejects.toMatchObject({ code: 'notFound' })
  expect((await listNotes(trainee.personId, 1))[0]?.readAt).toBeNull()
})
