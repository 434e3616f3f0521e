import { runsCohort } from '~/modules/cohorts/scope.server.ts'
import { libraryFor } from '~/modules/content/authored-shelf.server.ts'
import { readLearning } from '~/modules/courses/learning.server.ts'
import { learnedIn } from '~/modules/courses/learning.ts'
import { minutesOf } from '~/modules/courses/minutes.ts'
import { type LessonState, lockOf, stateOf } from '~/modules/courses/progress.ts'
import { lessonOn } from '~/modules/courses/shelf.ts'
import { titleIn } from '~/modules/courses/titles.ts'
import { listFacts } from '~/modules/evidence/evidence.server.ts'
import type { RecordedFact } from '~/modules/evidence/evidence.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { type RawRow, text } from '~/platform/raw-row.ts'

/** What stands behind a cell of the sheet. Answers are counted, not shown: what she chose is hers. */
export type LessonEvidence = {
  readonly person: { readonly id: string; readonly name: string }
  readonly lesson: { readonly id: string; readonly title: string }
  readonly state: LessonState
  /** titles of what must be finished first */
  readonly missing: readonly string[]
  readonly startedAt: Date | null
  readonly lastActivityAt: Date | null
  readonly reachedEndAt: Date | null
  readonly percent: number
  readonly minutes: number
  readonly checks: ReadonlyArray<{ readonly id: string; readonly tries: number; readonly isRight: boolean }>
  readonly facts: readonly RecordedFact[]
}

/** Asked for from a cohort's sheet: she is a member of it, and the actor runs it. */
export async function getLessonEvidence(
  actor: Actor,
  personId: string,
  lessonId: string,
  cohortId: string,
): Promise<LessonEvidence> {
  const [person] = await db.read.$queryRaw<RawRow[]>`
    SELECT p."name" AS name FROM "CohortMember" m JOIN "Person" p ON p."id" = m."personId"
    WHERE p."id" = ${personId} AND m."cohortId" = ${cohortId} AND m."leftAt" IS NULL
      AND ${runsCohort(actor, Prisma.sql`m."cohortId"`)}`
  if (!person) throw notFound()
  const [learning, facts, answers] = await Promise.all([
    readLearning(db.read, personId),
    listFacts({ personId, kind: 'lesson-finished', subjectIds: [lessonId], limit: 20 }),
    db.read.checkAnswer.findMany({ where: { personId, lessonId }, select: { checkId: true, right: true } }),
  ])
  const shelf = await libraryFor(learning.cohortIds)
  const lesson = lessonOn(shelf, lessonId)
  const learned = learnedIn(learning.lessons)
  const record = learning.lessons.get(lessonId)
  return {
    person: { id: personId, name: text(person.name) },
    lesson: { id: lessonId, title: titleIn(actor.locale, lesson) },
    state: stateOf(lesson, learned, learning.starts.get(lesson.trackId)?.startedVersion ?? null),
    missing: lockOf(lesson, learned, shelf.lesson)?.missing.map((one) => titleIn(actor.locale, one)) ?? [],
    startedAt: record?.startedAt ?? null,
    lastActivityAt: record?.lastActivityAt ?? null,
    reachedEndAt: record?.reachedEndAt ?? null,
    percent: record?.positionPercent ?? 0,
    minutes: minutesOf(record?.creditedSeconds ?? 0),
    checks: lesson.requiredChecks.map((id) => {
      const tries = answers.filter(({ checkId }) => checkId === id)
      return { id, tries: tries.length, isRight: tries.some(({ right }) => right) }
    }),
    facts,
  }
}
