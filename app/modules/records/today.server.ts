import { libraryFor } from '~/modules/content/authored-shelf.server.ts'
import type { Library, Track } from '~/modules/content/library.ts'
import { lessonsOf } from '~/modules/content/library.ts'
import { learningFrom, learningRows } from '~/modules/courses/learning.server.ts'
import { assignmentOf, type Learning, lastBegunLesson, learnedIn, trackIdsOf } from '~/modules/courses/learning.ts'
import { stateOf } from '~/modules/courses/progress.ts'
import { titleIn } from '~/modules/courses/titles.ts'
import { soonFrom, soonRows } from '~/modules/exams/soon-sittings.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { plannedFrom, plannedRows } from '~/modules/reviews/planned-practice.server.ts'
import { addDays, dayOf, startOfDay } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, type RawRow, text, textOrNull, truth } from '~/platform/raw-row.ts'
import { type NextStep, nextStep, type Reminder, reminders, type TrackOfHers } from './next-step.ts'
import type { Today, TodayStep, TodayTrack, Word } from './today.ts'

const wordsShown = 3
/** what she has read is shown for so long */
const wordsDays = 30

/** 今日, with one query: what to do now, what is due, what was said to her, how far she is. */
export async function getToday(actor: Actor, now: Date): Promise<Today> {
  const day = dayOf(now)
  const rows = await ownRows(actor.personId, startOfDay(addDays(day, -wordsDays)), now)
  const learning = learningFrom(rows)
  const shelf = await libraryFor(learning.cohortIds)
  const tracks = trackIdsOf(learning).flatMap((id) => shelf.track(id) ?? [])
  const own = tracks.map((track) => trackOfHers(track, learning))
  const words = rows.filter(({ kind }) => kind === 'word').map((row) => wordFrom(row, actor, shelf))
  const unread = words.filter(({ isUnread }) => isUnread).length
  return {
    step: inWords(nextStep(own, lastBegunLesson(learning), day), actor, learning, shelf),
    reminders: reminders(own, unread, day).map((one) => ({ ...one, title: titleOf(one, actor, shelf) })),
    tracks: tracks.map((track, at) => todayTrack(track, own[at], actor)),
    words: words.toSorted(unreadThenLatest).slice(0, wordsShown),
    sittings: soonFrom(rows, actor, now),
    planned: plannedFrom(rows, actor, now),
    finishedThisWeek: finishedSince(learning, addDays(day, -6)),
    now,
  }
}

/** Sorting and counting of the few words is left to us: here it would cost more than all the rest of the query. */
function ownRows(personId: string, since: Date, now: Date): Promise<RawRow[]> {
  return db.rows(Prisma.sql`
    ${learningRows(personId)}
    UNION ALL
    ${soonRows(personId, now)}
    UNION ALL
    ${plannedRows(personId, now)}
    UNION ALL
    SELECT 'word', n."id", p."name", n."body", n."lessonId", CASE WHEN n."readAt" IS NULL THEN 1 ELSE 0 END, 0,
      n."createdAt", NULL, NULL, NULL, NULL
    FROM "FeedbackNote" n JOIN "Person" p ON p."id" = n."authorId"
    WHERE n."traineeId" = ${personId} AND (n."readAt" IS NULL OR n."createdAt" > ${since})`)
}

function trackOfHers(track: Track, learning: Learning): TrackOfHers {
  const learned = learnedIn(learning.lessons)
  const startedVersion = learning.starts.get(track.id)?.startedVersion ?? null
  return {
    trackId: track.id,
    dueOn: assignmentOf(learning, track.id)?.dueOn ?? null,
    lessons: lessonsOf(track).map((lesson) => ({ id: lesson.id, state: stateOf(lesson, learned, startedVersion) })),
  }
}

function todayTrack(track: Track, own: TrackOfHers | undefined, actor: Actor): TodayTrack {
  const states = own?.lessons.map(({ state }) => state) ?? []
  return {
    id: track.id,
    title: titleIn(actor.locale, track),
    states,
    finished: states.filter((state) => state === 'finished').length,
    dueOn: own?.dueOn ?? null,
  }
}

function inWords(step: NextStep, actor: Actor, learning: Learning, shelf: Library): TodayStep {
  if (!('lessonId' in step)) return step
  const [lesson, track] = [shelf.lesson(step.lessonId), shelf.track(step.trackId)]
  if (!lesson || !track) return { kind: 'choose' }
  return {
    kind: step.kind,
    lesson: { id: lesson.id, title: titleIn(actor.locale, lesson), minutes: lesson.minutes },
    percent: learning.lessons.get(lesson.id)?.positionPercent ?? 0,
    track: { id: track.id, title: titleIn(actor.locale, track) },
  }
}

function titleOf(reminder: Reminder, actor: Actor, shelf: Library): string {
  const track = 'trackId' in reminder ? shelf.track(reminder.trackId) : undefined
  return track ? titleIn(actor.locale, track) : ''
}

function wordFrom(row: RawRow, actor: Actor, shelf: Library): Word {
  const lesson = shelf.lesson(textOrNull(row.text3) ?? '')
  return {
    id: text(row.key),
    author: text(row.text1),
    body: text(row.text2),
    lesson: lesson ? { id: lesson.id, title: titleIn(actor.locale, lesson) } : null,
    writtenAt: instant(row.at1),
    isUnread: truth(row.n1),
  }
}

function unreadThenLatest(a: Word, b: Word): number {
  return Number(b.isUnread) - Number(a.isUnread) || b.writtenAt.getTime() - a.writtenAt.getTime()
}

function finishedSince(learning: Learning, day: string): number {
  return [...learning.lessons.values()].filter(({ finishedAt }) => finishedAt && dayOf(finishedAt) >= day).length
}
