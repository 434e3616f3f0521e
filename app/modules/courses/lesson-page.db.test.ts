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
import { contentLibrary } from '~/modules/content/library.server.ts'
import { timeOfDay } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { countQueries } from '~/platform/db-queries.server.ts'
import { answerCheck, recordReading, saveNote } from './lesson-acts.server.ts'
import { openLesson } from './lesson-page.server.ts'
import { getTrack, listTracks } from './track-pages.server.ts'
import { readVisit } from './visit-token.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const [first] = officialLessons()
const locked = officialLessons().find(({ prerequisites }) => prerequisites.includes(first.id)) ?? first
const act = (actor: Awaited<ReturnType<typeof createActor>>, at = now) => ({
  actor,
  lessonId: first.id,
  stretch: null,
  now: at,
})

test('the first view: nothing answered, everything still to do', async () => {
  const actor = await createActor('trainee')
  const { page, document } = await openLesson(actor, first.id, now)

  expect(page).toMatchObject({
    isRecorded: true,
    lock: null,
    resume: null,
    outcomes: {},
    notes: {},
    doneOn: null,
    remaining: { checks: first.requiredChecks, end: true },
    previous: null,
  })
  expect(page.outline.length).toBeGreaterThan(2)
  expect(document?.hash).toBe(first.hash)
})

test('what she did is there again: the last answer, whether one was right, her notes, her place', async () => {
  const actor = await createActor('trainee')
  const [one = '', two = ''] = first.requiredChecks
  const block = contentLibrary().document(first.hash)?.blocks[5]?.id ?? ''
  await answerCheck(act(actor), one, rightPicks(first, one))
  await answerCheck(act(actor, later(1)), one, wrongPicks(first, one))
  await answerCheck(act(actor, later(2)), two, wrongPicks(first, two))
  await saveNote(act(actor, later(3)), 'notes', '记一笔')
  await recordReading(act(actor, later(4)), { position: { block, percent: 30 }, hasReachedEnd: false, watched: [] })

  const { page } = await openLesson(actor, first.id, later(5))

  expect(page.outcomes[one]).toMatchObject({ wasRight: true, judgement: { right: false } })
  expect(page.outcomes[two]).toMatchObject({ wasRight: false, judgement: { right: false } })
  expect(page.notes).toEqual({ notes: { body: '记一笔', savedAt: timeOfDay(later(3)) } })
  expect(page.resume).toEqual({ block, percent: 30 })
  expect(page.remaining.checks).not.toContain(one)
})

test('nothing of another trainee is ever in it', async () => {
  const [she, other] = [await createActor('trainee'), await createActor('trainee')]
  await saveNote(act(other), 'notes', '别人的笔记')
  await finishLesson(other, first, now)

  expect((await openLesson(she, first.id, now)).page).toMatchObject({ notes: {}, outcomes: {}, doneOn: null })
})

test('no answer reaches the page before it was given', async () => {
  const actor = await createActor('trainee')
  const { page, document } = await openLesson(actor, first.id, now)
  const explanations = document?.checks.map(({ explanation }) => explanation) ?? []

  expect(explanations.length).toBeGreaterThan(0)
  for (const explanation of explanations) {
    expect(JSON.stringify(page)).not.toContain(JSON.stringify(explanation).slice(1, -1))
    expect(document?.html).not.toContain(explanation)
  }
})

test('a locked lesson says why and what next, and sends no text', async () => {
  const actor = await createActor('trainee')
  const { page, document } = await openLesson(actor, locked.id, now)

  expect(document).toBeNull()
  expect(page).toMatchObject({ hash: '', outline: [], lock: { next: { id: first.id, state: 'open' } } })
})

test('staff read along: no locks, nothing recorded', async () => {
  const mentor = await createActor('mentor')
  const { page, document } = await openLesson(mentor, locked.id, now)

  expect(document).not.toBeNull()
  expect(page).toMatchObject({ isRecorded: false, lock: null, visitToken: '' })
})

test('a lesson that does not exist is not found', async () => {
  const actor = await createActor('trainee')
  await expect(openLesson(actor, 'nowhere', now)).rejects.toMatchObject({ code: 'notFound' })
})

test('one query for all that is hers', async () => {
  const actor = await createActor('trainee')
  await createCohort({ trainees: [actor], track: { dueOn: null } })
  await openLesson(actor, first.id, now)

  for (const read of [
    () => openLesson(actor, first.id, now),
    () => getTrack(actor, trackId),
    () => listTracks(actor),
  ]) {
    expect((await countQueries<unknown>(read)).statements).toHaveLength(1)
  }
})

test('opening a lesson writes nothing', async () => {
  const actor = await createActor('trainee')
  await openLesson(actor, first.id, now)

  expect([await db.read.lessonProgress.count(), await db.read.trackProgress.count()]).toEqual([0, 0])
})

test('the visit token holds for this person, this lesson and this day only', async () => {
  const [she, other] = [await createActor('trainee'), await createActor('trainee')]
  const { page } = await openLesson(she, first.id, now)
  const visit = { personId: she.personId, lessonId: first.id }

  expect(await readVisit(visit, page.visitToken, later(60))).toEqual(now)
  expect(await readVisit({ ...visit, personId: other.personId }, page.visitToken, later(60))).toBeNull()
  expect(await readVisit({ ...visit, lessonId: locked.id }, page.visitToken, later(60))).toBeNull()
  expect(await readVisit(visit, page.visitToken, later(25 * 3600))).toBeNull()
  expect(await readVisit(visit, page.visitToken, later(-1))).toBeNull()
  const earlier = (now.getTime() - 3_600_000).toString(36)
  expect(await readVisit(visit, page.visitToken.replace(/^\w+/, earlier), later(60))).toBeNull()
  for (const forged of ['', 'x', null, undefined, `${earlier}.${'A'.repeat(43)}`]) {
    expect(await readVisit(visit, forged, later(60))).toBeNull()
  }
})

test('her tracks come first, with their due day and the state of every lesson', async () => {
  const actor = await createActor('trainee')
  await createCohort({ trainees: [actor], track: { dueOn: '2026-12-01' } })
  await finishLesson(actor, first, now)

  const [card] = await listTracks(actor)
  const page = await getTrack(actor, trackId)

  expect(card).toMatchObject({ id: trackId, how: 'assigned', dueOn: '2026-12-01' })
  expect(card?.states[0]).toBe('finished')
  expect(page.courses.flatMap(({ lessons }) => lessons).map(({ state }) => state)).toEqual(card?.states)
  expect(page.courses[0]?.lessons[0]).toMatchObject({ state: 'finished', finishedAt: now, lock: null })
})
