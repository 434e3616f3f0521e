import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor, createCohort, finishLesson, officialLessons, trackId } from '#tests/support/learners.ts'
import { recordReading } from '~/modules/courses/lesson-acts.server.ts'
import { saveStudyPlan } from '~/modules/reviews/study.server.ts'
import { db } from '~/platform/db.server.ts'
import { countQueries } from '~/platform/db-queries.server.ts'
import { getToday } from './today.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const [first, second] = officialLessons()

async function trainee(dueOn: string | null = '2026-11-30') {
  const actor = await createActor('trainee')
  const mentor = await createActor('mentor', '陆青禾')
  await createCohort({ trainees: [actor], mentor, track: { dueOn } })
  return { actor, mentor }
}

function word(
  traineeId: string,
  authorId: string,
  at: Date,
  readAt: Date | null = null,
  lessonId: string | null = null,
) {
  const data = { id: randomUUID(), traineeId, authorId, cohortId: 'c', lessonId, body: `写于 ${at.toISOString()}` }
  return db.write((tx) => tx.feedbackNote.create({ data: { ...data, createdAt: at, readAt } }))
}

test('on the first day: the first lesson of the track she was given, and its due day', async () => {
  const { actor } = await trainee()

  expect(await getToday(actor, now)).toMatchObject({
    step: { kind: 'start', lesson: { id: first.id, title: first.title, minutes: first.minutes } },
    reminders: [{ kind: 'due', trackId, daysLeft: 7, lessonsLeft: 6, title: '基本理论' }],
    tracks: [{ id: trackId, finished: 0, dueOn: '2026-11-30' }],
    words: [],
    finishedThisWeek: 0,
  })
})

test('a lesson she is in comes first, with how far she is', async () => {
  const { actor } = await trainee()
  const reading = { position: { block: 'b', percent: 40 }, hasReachedEnd: false, watched: [] }
  await recordReading({ actor, lessonId: first.id, stretch: null, now }, reading)

  expect((await getToday(actor, later(1))).step).toMatchObject({
    kind: 'resume',
    percent: 40,
    lesson: { id: first.id },
  })
})

test('what she finishes shows at once', async () => {
  const { actor } = await trainee()
  await finishLesson(actor, first, now)

  expect(await getToday(actor, later(1))).toMatchObject({
    step: { kind: 'start', lesson: { id: second.id } },
    tracks: [{ finished: 1 }],
    finishedThisWeek: 1,
  })
})

test('words from her mentor: the unread ones first, never somebody else’s', async () => {
  const { actor, mentor } = await trainee(null)
  const { actor: other } = await trainee(null)
  await word(actor.personId, mentor.personId, later(-50), null, first.id)
  await word(actor.personId, mentor.personId, later(-10), later(-5))
  await word(actor.personId, mentor.personId, later(-20))
  await word(actor.personId, mentor.personId, later(-90), later(-5))
  await word(other.personId, mentor.personId, later(-1))

  const { words, reminders } = await getToday(actor, now)

  expect(words.map(({ writtenAt, isUnread }) => [writtenAt, isUnread])).toEqual([
    [later(-20), true],
    [later(-50), true],
    [later(-10), false],
  ])
  expect(words[1]).toMatchObject({ author: '陆青禾', lesson: { id: first.id, title: first.title } })
  expect(reminders).toEqual([{ kind: 'feedback', count: 2, title: '' }])
})

test('the subjects she prepares for: how long it is, what she did today, and the way to the daily set', async () => {
  const { actor } = await trainee()
  await saveStudyPlan(actor, 'js', { examOn: '2026-11-22', minutesADay: 30, skipDays: [] }, later(-9_999))
  await saveStudyPlan(actor, 'jz', { examOn: '2027-06-12', minutesADay: 30, skipDays: [] }, now)
  expect((await getToday(actor, now)).planned).toEqual([
    {
      ...{ id: 'jz', title: '社会工作综合能力（初级）', about: '距考试还有 201 天 · 今天还没练' },
      ...{ to: '/practice/jz/daily', label: '今日一练' },
    },
  ])
  const answer = {
    personId: actor.personId,
    questionId: 'q',
    version: 1,
    part: 0,
    picked: 'A',
    right: true,
    seconds: 9,
  }
  for (const at of [now, later(-60 * 24)]) {
    const told = { ...answer, id: randomUUID(), confidence: 'sure', mode: 'daily', answeredAt: at }
    await db.write((tx) => tx.practiceAnswer.create({ data: told }))
  }
  expect((await getToday({ ...actor, locale: 'en' }, now)).planned).toMatchObject([
    { about: '201 days to the exam · 1 question practised today' },
  ])
})

test('nobody has given her a track: she may choose', async () => {
  const actor = await createActor('trainee')

  expect(await getToday(actor, now)).toMatchObject({ step: { kind: 'choose' }, tracks: [], reminders: [] })
})

test('one query', async () => {
  const { actor } = await trainee()

  // The shelf of staff's lessons is asked for every few seconds, by whoever comes first.
  await getToday(actor, now)
  expect((await countQueries(() => getToday(actor, now))).statements).toHaveLength(1)
})
