import { formatMinutes, shortDay } from '~/i18n/format.ts'
import { lessonText } from '~/i18n/lesson-text.ts'
import type { Locale } from '~/i18n/locale.ts'
import { translator } from '~/i18n/messages.ts'
import { libraryFor } from '~/modules/content/authored-shelf.server.ts'
import { judge } from '~/modules/content/checks.ts'
import type { CheckKey, Island, LessonDocument } from '~/modules/content/document.ts'
import type { Course, LessonMeta, Library, Track } from '~/modules/content/library.ts'
import { lessonsOf } from '~/modules/content/library.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { dayOf, timeOfDay } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, type RawRow, text, truth } from '~/platform/raw-row.ts'
import { canFillHole, type FieldPath } from '~/platform/shared-pages.server.ts'
import { learningFrom, learningRows } from './learning.server.ts'
import { type Learning, learnedIn } from './learning.ts'
import type { CheckOutcomes, LessonPage, ListedLesson, Notes, Slot } from './lesson-page.ts'
import { minutesOf } from './minutes.ts'
import { resumeAt } from './position.ts'
import { lockOf, remainingToFinish, stateOf } from './progress.ts'
import { lessonOn, trackOn } from './shelf.ts'
import { summaryIn, titleIn } from './titles.ts'
import { signVisit } from './visit-token.server.ts'

export type OpenedLesson = {
  readonly page: LessonPage
  /** null while the lesson is locked: its text is not sent */
  readonly document: LessonDocument | null
}

/** A lesson as this person sees it now: one query for all that is hers. Staff read along; nothing of theirs is recorded. */
export async function openLesson(actor: Actor, lessonId: string, now: Date): Promise<OpenedLesson> {
  const rows = await ownRows(actor.personId, lessonId)
  const learning = learningFrom(rows)
  const shelf = await libraryFor(learning.cohortIds)
  const lesson = lessonOn(shelf, lessonId)
  const document = shelf.document(lesson.hash)
  if (!document) throw notFound()
  const isRecorded = mayLearn(actor)
  const lock = isRecorded ? lockOf(lesson, learnedIn(learning.lessons), shelf.lesson) : null
  const listed = (one: LessonMeta) => listedLesson(one, actor, learning)
  const page: LessonPage = {
    ...placeOf(lesson, shelf, actor, learning),
    isRecorded,
    lock: lock && { missing: lock.missing.map(listed), next: listed(lock.next) },
    visitToken: isRecorded ? await signVisit({ personId: actor.personId, lessonId }, now) : '',
    ...(lock ? closed : openParts(lesson, document, learning, rows, actor.locale)),
  }
  return { page, document: lock ? null : document }
}

/** What of the page is hers alone; the rest of it she sees as many others do. */
export function ownFieldsOf({ notes }: LessonPage): readonly FieldPath[] {
  const shared = Object.entries(notes).filter(([, { body }]) => canFillHole(body))
  const ofNotes = shared.flatMap(([id]) => ['body', 'savedAt'].map((field) => ['notes', id, field]))
  return [['visitToken'], ['doneOn'], ...ofNotes]
}

/** Her answers in this lesson, her notes, what she has watched. */
function ownRows(personId: string, lessonId: string): Promise<RawRow[]> {
  return db.rows(Prisma.sql`
    ${learningRows(personId)}
    UNION ALL
    SELECT 'answer', "checkId", "picks", "id", NULL, CASE WHEN "right" THEN 1 ELSE 0 END, 0, "answeredAt",
      NULL, NULL, NULL, NULL
    FROM "CheckAnswer" WHERE "personId" = ${personId} AND "lessonId" = ${lessonId}
    UNION ALL
    SELECT 'note', "noteId", "body", NULL, NULL, 0, 0, "updatedAt", NULL, NULL, NULL, NULL
    FROM "LessonNote" WHERE "personId" = ${personId} AND "lessonId" = ${lessonId}
    UNION ALL
    SELECT 'film', "videoId", "intervals", NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL
    FROM "VideoWatch" WHERE "personId" = ${personId} AND "lessonId" = ${lessonId}`)
}

type Place = Pick<LessonPage, 'lesson' | 'track' | 'course' | 'lessons' | 'previous' | 'next'>

/** Where the lesson stands: its track, the other lessons of its course, the one before and the one after. */
function placeOf(lesson: LessonMeta, shelf: Library, actor: Actor, learning: Learning): Place {
  const track = trackOn(shelf, lesson.trackId)
  const course = courseOf(track, lesson)
  const all = lessonsOf(track)
  const at = all.findIndex(({ id }) => id === lesson.id)
  const before = all[at - 1]
  const around = (one: LessonMeta | undefined) =>
    one
      ? { id: one.id, title: titleIn(actor.locale, one), summary: summaryIn(actor.locale, one), minutes: one.minutes }
      : null
  return {
    lesson: {
      id: lesson.id,
      title: titleIn(actor.locale, lesson),
      summary: summaryIn(actor.locale, lesson),
      minutes: lesson.minutes,
    },
    track: { id: track.id, title: titleIn(actor.locale, track) },
    course: { title: titleIn(actor.locale, course) },
    lessons: course.lessons.map((one) => listedLesson(one, actor, learning)),
    previous: before ? { id: before.id, title: titleIn(actor.locale, before) } : null,
    next: around(all[at + 1]),
  }
}

function courseOf(track: Track, lesson: LessonMeta): Course {
  const course = track.courses.find(({ id }) => id === lesson.courseId)
  if (!course) throw new Error(`${lesson.id} names the course ${lesson.courseId}, which ${track.id} does not have`)
  return course
}

function listedLesson(lesson: LessonMeta, actor: Actor, learning: Learning): ListedLesson {
  const startedVersion = learning.starts.get(lesson.trackId)?.startedVersion ?? null
  const state = mayLearn(actor) ? stateOf(lesson, learnedIn(learning.lessons), startedVersion) : 'open'
  return { id: lesson.id, title: titleIn(actor.locale, lesson), state }
}

type OpenParts = Pick<
  LessonPage,
  'hash' | 'islands' | 'outline' | 'remaining' | 'doneOn' | 'requiredChecks' | 'resume' | 'outcomes' | 'notes' | 'films'
>

const closed: OpenParts = {
  hash: '',
  islands: [],
  outline: [],
  remaining: { checks: [], end: true },
  doneOn: null,
  requiredChecks: [],
  resume: null,
  outcomes: {},
  notes: {},
  films: {},
}

function slotOf(island: Island): Slot {
  if (island.kind === 'video') return { kind: island.kind, id: island.id, seconds: island.seconds }
  return { kind: island.kind, id: island.id }
}

function openParts(
  lesson: LessonMeta,
  document: LessonDocument,
  learning: Learning,
  rows: readonly RawRow[],
  locale: Locale,
): OpenParts {
  const record = learning.lessons.get(lesson.id)
  const outcomes = outcomesIn(rows, document.checks)
  const right = new Set(Object.entries(outcomes).flatMap(([id, { wasRight }]) => (wasRight ? [id] : [])))
  const remaining = remainingToFinish({
    requiredChecks: lesson.requiredChecks,
    rightChecks: right,
    hasReachedEnd: record?.reachedEndAt != null,
  })
  const blocks = new Set(document.blocks.map(({ id }) => id))
  return {
    hash: document.hash,
    islands: document.islands.map(slotOf),
    outline: document.outline,
    remaining: record?.finishedAt ? { checks: [], end: false } : remaining,
    doneOn: record?.finishedAt ? doneOn(record.finishedAt, minutesOf(record.creditedSeconds), locale) : null,
    requiredChecks: lesson.requiredChecks,
    resume: record
      ? resumeAt({ block: record.positionBlock, percent: record.positionPercent }, (id) => blocks.has(id))
      : null,
    outcomes,
    notes: notesIn(rows),
    films: Object.fromEntries(
      rows.filter(({ kind }) => kind === 'film').map((row) => [text(row.key), text(row.text1)] as const),
    ),
  }
}

function doneOn(finishedAt: Date, minutes: number, locale: Locale): string {
  const values = { day: shortDay(dayOf(finishedAt), locale), time: formatMinutes(minutes, locale) }
  return translator(lessonText, locale)('lesson.doneOn', values)
}

/**
 * The last answer to each self-check, and whether one was ever right. An answer whose options are no longer there (the
 * question was changed since) cannot be shown, but still counts.
 */
function outcomesIn(rows: readonly RawRow[], checks: readonly CheckKey[]): CheckOutcomes {
  const outcomes: Record<string, CheckOutcomes[string]> = {}
  const answers = rows.filter(({ kind }) => kind === 'answer').toSorted(byInstant)
  for (const row of answers) {
    const check = checks.find(({ id }) => id === row.key)
    if (!check) continue
    const judgement = judge(check, text(row.text1).split(','))
    const wasRight = truth(row.n1) || (outcomes[check.id]?.wasRight ?? false)
    outcomes[check.id] = { wasRight, ...(judgement ? { judgement } : {}) }
  }
  return outcomes
}

function byInstant(a: RawRow, b: RawRow): number {
  return instant(a.at1).getTime() - instant(b.at1).getTime() || text(a.text2).localeCompare(text(b.text2))
}

function notesIn(rows: readonly RawRow[]): Notes {
  const notes: Record<string, Notes[string]> = {}
  for (const row of rows) {
    if (row.kind === 'note') notes[text(row.key)] = { body: text(row.text1), savedAt: timeOfDay(instant(row.at1)) }
  }
  return notes
}
