import { libraryFor } from '~/modules/content/authored-shelf.server.ts'
import { readLearning } from '~/modules/courses/learning.server.ts'
import { titleIn } from '~/modules/courses/titles.ts'
import { listFacts } from '~/modules/evidence/evidence.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { dayOf } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { type MonthSum, minutesPerCreditHour, monthSums, type RecordLine, totalMinutes } from './learning-record.ts'

export type LearningRecord = {
  readonly name: string
  readonly organisation: string
  readonly lines: readonly RecordLine[]
  readonly months: readonly MonthSum[]
  readonly minutes: number
  readonly creditHours: number
  readonly printedAt: Date
}

const mostLines = 500

/** 学习记录: what she has finished, from the facts. */
export async function getLearningRecord(actor: Actor, now: Date): Promise<LearningRecord> {
  const [facts, learning, organisation] = await Promise.all([
    listFacts({ personId: actor.personId, kind: 'lesson-finished', limit: mostLines }),
    readLearning(db.read, actor.personId),
    db.read.organisation.findUnique({ where: { id: actor.organisationId }, select: { name: true } }),
  ])
  const shelf = await libraryFor(learning.cohortIds)
  const lines = facts.map(({ subjectId, occurredAt, minutes }): RecordLine => {
    const lesson = shelf.lesson(subjectId)
    const track = lesson && shelf.track(lesson.trackId)
    return {
      lessonId: subjectId,
      // A lesson that was taken back since keeps its place in her record, by its id.
      title: lesson ? titleIn(actor.locale, lesson) : subjectId,
      track: track ? titleIn(actor.locale, track) : '',
      finishedAt: occurredAt,
      minutes,
    }
  })
  const minutes = totalMinutes(lines)
  return {
    name: actor.name,
    organisation: organisation?.name ?? '',
    lines,
    months: monthSums(lines, dayOf(now)),
    minutes,
    creditHours: minutes / minutesPerCreditHour,
    printedAt: now,
  }
}
