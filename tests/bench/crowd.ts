import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { libraryFor } from '~/modules/content/authored-shelf.server.ts'
import { createLesson, publishRevision } from '~/modules/content/lessons.server.ts'
import { contentLibrary, loadContentLibrary } from '~/modules/content/library.server.ts'
import { lessonsOf } from '~/modules/content/library.ts'
import { readLearning } from '~/modules/courses/learning.server.ts'
import { keepTrack } from '~/modules/courses/tracks.server.ts'
import type { Arrangement } from '~/modules/exams/arrangement.ts'
import { startMock } from '~/modules/exams/attempts.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { openSession } from '~/modules/identity/session.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { clock } from '~/platform/clock.ts'
import { connectDatabase, db, disconnectDatabase, type Tx } from '~/platform/db.server.ts'
import { requireEnv } from '~/platform/env.server.ts'
import { between, seededRandom } from '~/platform/random.ts'

/*
 * Adds to the demo centre what the bench's sheet shows: a cohort of 400 trainees run by banzhuren1, in a track of 40 lessons:
 * the six of the demo and 34 written by staff, published like any other. They and 1,240 more sit a mock exam, signed in,
 * with an answer to every question: their cookies and attempts stand in bench-sittings.json.
 */
const crowdCohortId = 'bench-cohort'
const traineeCount = 400
/** these and people of no cohort */
const sitterCount = 1_640
const lessonCount = 40
const trackId = 'jiben-lilun'

const env = requireEnv()
const now = clock.now()
await connectDatabase(env.databaseUrl)
await loadContentLibrary({ isHot: false })
const random = seededRandom(40)
const coordinator: Actor = {
  personId: 'demo-banzhuren1',
  name: '',
  organisationId: 'demo-centre',
  roles: ['coordinator'],
  sessionId: 'bench',
  isSharedComputer: false,
  locale: 'zh-CN',
  theme: 'system',
  largePrint: false,
}

await db.write((tx) =>
  tx.cohort.create({
    data: { id: crowdCohortId, name: '四百人的班', startsOn: '2026-09-01', endsOn: '2027-06-30', createdAt: now },
  }),
)
await db.write((tx) =>
  tx.cohortStaff.create({
    data: { cohortId: crowdCohortId, personId: coordinator.personId, post: 'coordinator', since: now },
  }),
)
await db.write((tx) =>
  tx.cohortTrack.create({
    data: { cohortId: crowdCohortId, trackId, assignedBy: coordinator.personId, assignedAt: now, dueOn: '2027-03-31' },
  }),
)
await writeLessons()
await enrol()
await sitDown()
await disconnectDatabase()

async function writeLessons(): Promise<void> {
  const course = contentLibrary().track(trackId)?.courses.at(-1)
  const official = contentLibrary().track(trackId)
  if (!course || !official) throw new Error(`There is no track ${trackId}`)
  for (let number = lessonsOf(official).length + 1; number <= lessonCount; number++) {
    const draft = {
      title: `第 ${number} 课`,
      titleEn: `Lesson ${number}`,
      summary: '一课。',
      minutes: 20,
      note: '',
      source: `## 第 ${number} 课\n\n正文。\n`,
      course: `${trackId}/${course.id}`,
    }
    const saved = await createLesson(coordinator, crowdCohortId, draft, now)
    if (!saved.ok) throw new Error(JSON.stringify(saved.problems))
    await publishRevision(coordinator, saved.lessonId, saved.number, now)
  }
}

async function enrol(): Promise<void> {
  const shelf = await libraryFor([crowdCohortId])
  const track = shelf.track(trackId)
  if (!track) throw new Error(`There is no track ${trackId}`)
  const lessons = lessonsOf(track)
  if (lessons.length !== lessonCount) throw new Error(`The track has ${lessons.length} lessons`)
  for (let number = 1; number <= traineeCount; number++) {
    const personId = `bench-${number}`
    const finished = between(random, 0, lessonCount)
    await db.write(async (tx) => {
      await addTrainee(tx, number)
      await tx.cohortMember.create({ data: { cohortId: crowdCohortId, personId, joinedAt: now } })
      await tx.lessonProgress.createMany({
        data: lessons.slice(0, finished).map((lesson) => ({
          personId,
          lessonId: lesson.id,
          startedAt: now,
          lastActivityAt: now,
          positionBlock: null,
          positionPercent: 100,
          reachedEndAt: now,
          finishedAt: now,
          creditedSeconds: 1200,
          creditedUntil: now,
        })),
      })
      const learning = await readLearning(tx, personId)
      const starts = new Map([[trackId, { startedVersion: track.version, startedAt: now, joinedFreely: false }]])
      await keepTrack(tx, personId, { ...learning, starts }, track, now)
    })
  }
}

async function addTrainee(tx: Tx, number: number): Promise<void> {
  const personId = `bench-${number}`
  await tx.person.create({
    data: {
      ...{
        id: personId,
        username: personId,
        name: `学员${number}`,
        sortKey: `xue yuan ${String(number).padStart(4, '0')}`,
      },
      ...{ searchText: `学员${number} ${personId} xueyuan xy`, organisationId: 'demo-qingyan', locale: 'zh-CN' },
      ...{ theme: 'system', largePrint: false, createdAt: now },
      roles: { create: { role: 'trainee', grantedAt: now } },
    },
  })
}

/** Each of them in the middle of an exam, with the cookie that the bench hands in with. */
async function sitDown(): Promise<void> {
  await syncOfficialPack(officialPack().questions, now)
  const sittings: Array<{ cookie: string; attemptId: string }> = []
  for (let number = 1; number <= sitterCount; number++) {
    const personId = `bench-${number}`
    if (number > traineeCount) await db.write((tx) => addTrainee(tx, number))
    const actor: Actor = { ...coordinator, personId, roles: ['trainee'] }
    const session = { personId, roles: actor.roles, isSharedComputer: false, device: 'bench' }
    const [cookie = ''] = (await openSession(session, now, false)).split(';')
    const outcome = await startMock(actor, 'jz', now)
    if (outcome.kind !== 'opened') throw new Error(`${personId} sits no exam`)
    await answerAll(outcome.attemptId)
    sittings.push({ cookie, attemptId: outcome.attemptId })
  }
  writeFileSync(join(env.dataDir, 'bench-sittings.json'), JSON.stringify(sittings))
}

/** Every question has an answer, right or wrong. */
async function answerAll(attemptId: string): Promise<void> {
  const { arrangement } = await db.read.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: { arrangement: true },
  })
  const { options }: Arrangement = JSON.parse(arrangement)
  const data = Object.entries(options).map(([itemId, [first, second]], at) => {
    const value = [first, second].slice(0, 1 + (at % 2)).flatMap((option) => option?.id ?? [])
    return { attemptId, itemId, value: value.join(','), isMarked: false, takeoverEpoch: 0, seq: 0, savedAt: now }
  })
  await db.write((tx) => tx.answer.createMany({ data }))
}
