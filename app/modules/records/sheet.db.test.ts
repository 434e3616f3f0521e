import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor, createCohort, finishLesson, officialLessons, trackId } from '#tests/support/learners.ts'
import { recordReading } from '~/modules/courses/lesson-acts.server.ts'
import { db } from '~/platform/db.server.ts'
import { countQueries } from '~/platform/db-queries.server.ts'
import { getSheet } from './sheet.server.ts'
import { readSheetQuery } from './sheet.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const lessons = officialLessons()
const [first] = lessons
const query = (address = '') => readSheetQuery(new URLSearchParams(address))
const nothing = { position: null, hasReachedEnd: false, watched: [] }

async function cohort(dueOn: string | null = null) {
  const coordinator = await createActor('coordinator', '沈若溪')
  const mentor = await createActor('mentor', '陆青禾')
  const [a, b, c] = [
    await createActor('trainee', 'A'),
    await createActor('trainee', 'B%'),
    await createActor('trainee', 'C'),
  ]
  const cohortId = await createCohort({ trainees: [a, b, c], coordinator, mentor, track: { dueOn } })
  return { coordinator, mentor, a, b, c, cohortId }
}

test('a row for every trainee, a letter for every lesson, as she has it', async () => {
  const { coordinator, mentor, a, b, cohortId } = await cohort()
  await finishLesson(a, first, now, 12)
  await recordReading({ actor: b, lessonId: first.id, stretch: null, now }, nothing)

  const sheet = await getSheet(coordinator, cohortId, query(), now)

  expect(sheet).toMatchObject({
    cohort: { name: '第一期' },
    memberCount: 3,
    organisations: [{ id: 'org', name: '心原社会工作服务站' }],
    mentors: [{ id: mentor.personId, name: '陆青禾' }],
  })
  expect(sheet.rows.map(({ name, cells }) => [name, cells[0], cells.length])).toEqual([
    ['A', 'f', lessons.length],
    ['B%', 'r', lessons.length],
    ['C', 'o', lessons.length],
  ])
  expect(sheet.rows[0]).toMatchObject({
    minutes: 12,
    finished: 1,
    lastActivityAt: now,
    mentors: ['陆青禾'],
    organisation: '心原社会工作服务站',
    pace: 'onTrack',
  })
})

test('who is behind is seen, and only they when asked for', async () => {
  const { coordinator, a, cohortId } = await cohort('2026-11-30')
  for (const lesson of lessons) await finishLesson(a, lesson, now)

  const sheet = await getSheet(coordinator, cohortId, query('pace=behind'), now)

  expect(sheet.rows.map(({ name }) => name)).toEqual(['B%', 'C'])
  expect(sheet.memberCount).toBe(3)
})

test('the search means what it says: % and _ are letters', async () => {
  const { coordinator, cohortId } = await cohort()
  await db.write((tx) => tx.person.updateMany({ where: { name: 'B%' }, data: { searchText: 'b% linxiaoman' } }))

  for (const [search, found] of [
    ['%', ['B%']],
    ['XIAO', ['B%']],
    ['_', []],
    ['\\', []],
  ] as const) {
    const { rows } = await getSheet(coordinator, cohortId, query(new URLSearchParams({ q: search }).toString()), now)
    expect(rows.map(({ name }) => name)).toEqual(found)
  }
})

test('a trainee with two mentors is one row', async () => {
  const { coordinator, a, cohortId } = await cohort()
  const second = await createActor('mentor', '贺南星')
  const mentorship = { cohortId, traineeId: a.personId, mentorId: second.personId, since: now }
  await db.write((tx) => tx.mentorship.create({ data: mentorship }))

  const { rows } = await getSheet(coordinator, cohortId, query(), now)

  expect(rows).toHaveLength(3)
  expect(rows[0]?.mentors.toSorted()).toEqual(['贺南星', '陆青禾'])
})

test('whoever joined the cohort later is not behind for the time before', async () => {
  const { coordinator, c, cohortId } = await cohort('2026-11-30')
  await db.write((tx) => tx.cohortMember.updateMany({ where: { personId: c.personId }, data: { joinedAt: now } }))

  const { rows } = await getSheet(coordinator, cohortId, query(), now)

  expect(rows.map(({ pace }) => pace)).toEqual(['behind', 'behind', 'onTrack'])
})

test('those who left are not in it', async () => {
  const { coordinator, c, cohortId } = await cohort()
  await db.write((tx) => tx.cohortMember.updateMany({ where: { personId: c.personId }, data: { leftAt: now } }))

  expect((await getSheet(coordinator, cohortId, query(), now)).rows).toHaveLength(2)
})

test('a row kept for an older edition of the track is computed anew from her facts', async () => {
  const { coordinator, a, cohortId } = await cohort()
  await finishLesson(a, first, now, 12)
  await db.write((tx) => tx.trackProgress.updateMany({ data: { cells: 'xx', layout: 'old', creditedSeconds: 1 } }))

  const { rows } = await getSheet(coordinator, cohortId, query(), now)

  expect(rows[0]).toMatchObject({ finished: 1, minutes: 12, lastActivityAt: now })
  expect(rows[0]?.cells).toHaveLength(lessons.length)
})

test('only who runs the cohort finds it, and the administrator', async () => {
  const { coordinator, mentor, a, cohortId } = await cohort()
  const other = await createActor('coordinator')
  await createCohort({ coordinator: other })
  const administrator = await createActor('administrator')

  for (const stranger of [other, mentor, a, { ...mentor, roles: ['coordinator' as const] }]) {
    await expect(getSheet(stranger, cohortId, query(), now)).rejects.toMatchObject({ code: 'notFound' })
  }
  await expect(getSheet(coordinator, 'nowhere', query(), now)).rejects.toMatchObject({ code: 'notFound' })
  expect((await getSheet(administrator, cohortId, query(), now)).rows).toHaveLength(3)
})

test('a cohort without a track has an empty sheet', async () => {
  const coordinator = await createActor('coordinator')
  const cohortId = await createCohort({ coordinator, trainees: [await createActor('trainee')] })

  expect(await getSheet(coordinator, cohortId, query(), now)).toMatchObject({ shown: null, rows: [], tracks: [] })
})

test('two queries', async () => {
  const { coordinator, cohortId } = await cohort()

  const open = () => getSheet(coordinator, cohortId, query(`track=${trackId}`), now)
  // The shelf of staff's lessons is asked for every few seconds, by whoever comes first.
  await open()
  const { statements } = await countQueries(open)

  expect(statements).toHaveLength(2)
})
