import { randomUUID } from 'node:crypto'
import { contentLibrary } from '~/modules/content/library.server.ts'
import type { LessonMeta } from '~/modules/content/library.ts'
import { lessonsOf } from '~/modules/content/library.ts'
import { answerCheck, recordReading } from '~/modules/courses/lesson-acts.server.ts'
import type { Actor, Role } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'

/* Makers of learners and their cohort: the smallest valid thing, made straight in the database. */
export const trackId = 'jiben-lilun'

/** The official track's lessons: what is asked of the rules holds for whatever is in them. */
export function officialLessons(): readonly [LessonMeta, LessonMeta, ...LessonMeta[]] {
  const track = contentLibrary().track(trackId)
  const [first, second, ...rest] = track ? lessonsOf(track) : []
  if (!first || !second) throw new Error('the official track is missing: npm run content')
  return [first, second, ...rest]
}

export async function createActor(role: Role, name = '林小满'): Promise<Actor> {
  const id = randomUUID()
  const now = new Date('2026-09-01T00:00:00Z')
  await db.write(async (tx) => {
    await tx.organisation.upsert({
      where: { id: 'org' },
      create: { id: 'org', kind: 'agency', name: '心原社会工作服务站', createdAt: now },
      update: {},
    })
    await tx.person.create({
      data: {
        id,
        username: id,
        name,
        sortKey: name,
        searchText: name,
        organisationId: 'org',
        locale: 'zh-CN',
        theme: 'system',
        largePrint: false,
        createdAt: now,
        roles: { create: [{ role, grantedAt: now }] },
      },
    })
  })
  return {
    personId: id,
    name,
    organisationId: 'org',
    roles: [role],
    sessionId: 'session',
    isSharedComputer: false,
    locale: 'zh-CN',
    theme: 'system',
    largePrint: false,
  }
}

type CohortParts = {
  readonly trainees?: readonly Actor[]
  readonly coordinator?: Actor
  readonly mentor?: Actor
  readonly track?: { readonly dueOn: string | null }
}

export async function createCohort(parts: CohortParts): Promise<string> {
  const cohortId = randomUUID()
  const now = new Date('2026-09-01T00:00:00Z')
  const { trainees = [], coordinator, mentor } = parts
  await db.write(async (tx) => {
    await tx.cohort.create({
      data: { id: cohortId, name: '第一期', startsOn: '2026-09-01', endsOn: '2026-12-31', createdAt: now },
    })
    for (const { personId } of trainees) {
      await tx.cohortMember.create({ data: { cohortId, personId, joinedAt: now } })
      if (mentor) {
        await tx.mentorship.create({
          data: { cohortId, traineeId: personId, mentorId: mentor.personId, since: now },
        })
      }
    }
    for (const [post, actor] of [
      ['coordinator', coordinator],
      ['mentor', mentor],
    ] as const) {
      if (actor) await tx.cohortStaff.create({ data: { cohortId, personId: actor.personId, post, since: now } })
    }
    if (parts.track) {
      await tx.cohortTrack.create({
        data: { cohortId, trackId, assignedBy: 'somebody', assignedAt: now, dueOn: parts.track.dueOn },
      })
    }
  })
  return cohortId
}

/** Ids of the right options of a self-check. */
export function rightPicks(lesson: LessonMeta, checkId: string): readonly string[] {
  const key = contentLibrary()
    .document(lesson.hash)
    ?.checks.find(({ id }) => id === checkId)
  return (key?.options ?? []).filter(({ right }) => right).map(({ id }) => id)
}

export function wrongPicks(lesson: LessonMeta, checkId: string): readonly string[] {
  const key = contentLibrary()
    .document(lesson.hash)
    ?.checks.find(({ id }) => id === checkId)
  return (key?.options ?? [])
    .filter(({ right }) => !right)
    .map(({ id }) => id)
    .slice(0, 1)
}

/** Reads a lesson to its end in so many minutes and answers every self-check right, through the use cases. */
export async function finishLesson(actor: Actor, lesson: LessonMeta, now: Date, minutes = 20): Promise<void> {
  const stretch = { openedAt: new Date(now.getTime() - minutes * 60_000), claimedSeconds: null }
  const act = { actor, lessonId: lesson.id, stretch, now }
  for (const checkId of lesson.requiredChecks) await answerCheck(act, checkId, rightPicks(lesson, checkId))
  await recordReading(act, { position: null, hasReachedEnd: true, watched: [] })
}
