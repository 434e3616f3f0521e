import { libraryFor } from '~/modules/content/authored-shelf.server.ts'
import type { LessonMeta, Library, Topic, Track } from '~/modules/content/library.ts'
import { lessonsOf } from '~/modules/content/library.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import type { Day } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { readLearning } from './learning.server.ts'
import { assignmentOf, type Learning, learnedIn, trackIdsOf } from './learning.ts'
import { isNew, type LessonState, lockOf, stateOf } from './progress.ts'
import { trackOn } from './shelf.ts'
import { summaryIn, titleIn } from './titles.ts'

export type TrackCard = {
  readonly id: string
  readonly topic: Topic
  readonly title: string
  readonly summary: string
  readonly minutes: number
  readonly states: readonly LessonState[]
  readonly dueOn: Day | null
  /** given by a cohort, joined by herself, or neither */
  readonly how: 'assigned' | 'joined' | 'offered'
}

export type LessonLine = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly minutes: number
  readonly state: LessonState
  readonly isNew: boolean
  readonly percent: number
  readonly finishedAt: Date | null
  /** why it is locked and what to do first */
  readonly lock: { readonly missing: readonly string[]; readonly next: { id: string; title: string } } | null
  /** written by the staff of her cohort */
  readonly isAuthored: boolean
}

export type TrackPage = TrackCard & {
  readonly courses: ReadonlyArray<{
    readonly id: string
    readonly title: string
    readonly lessons: readonly LessonLine[]
  }>
  readonly isRecorded: boolean
}

/** All tracks: hers first, in the order of their due days, then those she may join. */
export async function listTracks(actor: Actor): Promise<readonly TrackCard[]> {
  const { learning, shelf } = await ownShelf(actor)
  const own = trackIdsOf(learning)
  const order = (track: Track) => (own.includes(track.id) ? own.indexOf(track.id) : own.length)
  return [...shelf.tracks].sort((a, b) => order(a) - order(b)).map((track) => trackCard(track, actor, learning))
}

export async function getTrack(actor: Actor, trackId: string): Promise<TrackPage> {
  const { learning, shelf } = await ownShelf(actor)
  const track = trackOn(shelf, trackId)
  const line = (lesson: LessonMeta) => lessonLine(lesson, actor, learning, shelf)
  return {
    ...trackCard(track, actor, learning),
    courses: track.courses.map((course) => ({
      id: course.id,
      title: titleIn(actor.locale, course),
      lessons: course.lessons.map(line),
    })),
    isRecorded: mayLearn(actor),
  }
}

async function ownShelf(actor: Actor) {
  const learning = await readLearning(db.read, actor.personId)
  return { learning, shelf: await libraryFor(learning.cohortIds) }
}

function trackCard(track: Track, actor: Actor, learning: Learning): TrackCard {
  const lessons = lessonsOf(track)
  const learned = learnedIn(learning.lessons)
  const assignment = assignmentOf(learning, track.id)
  const startedVersion = learning.starts.get(track.id)?.startedVersion ?? null
  return {
    id: track.id,
    topic: track.topic,
    title: titleIn(actor.locale, track),
    summary: summaryIn(actor.locale, track),
    minutes: lessons.reduce((sum, { minutes }) => sum + minutes, 0),
    states: lessons.map((lesson) => stateOf(lesson, learned, startedVersion)),
    dueOn: assignment?.dueOn ?? null,
    how: assignment ? 'assigned' : learning.starts.has(track.id) ? 'joined' : 'offered',
  }
}

function lessonLine(lesson: LessonMeta, actor: Actor, learning: Learning, shelf: Library): LessonLine {
  const learned = learnedIn(learning.lessons)
  const record = learning.lessons.get(lesson.id)
  const startedVersion = learning.starts.get(lesson.trackId)?.startedVersion ?? null
  const lock = mayLearn(actor) ? lockOf(lesson, learned, shelf.lesson) : null
  const title = (one: LessonMeta) => titleIn(actor.locale, one)
  return {
    id: lesson.id,
    title: title(lesson),
    summary: summaryIn(actor.locale, lesson),
    minutes: lesson.minutes,
    state: mayLearn(actor) ? stateOf(lesson, learned, startedVersion) : 'open',
    isNew: isNew(lesson, startedVersion),
    percent: record?.positionPercent ?? 0,
    finishedAt: record?.finishedAt ?? null,
    lock: lock && { missing: lock.missing.map(title), next: { id: lock.next.id, title: title(lock.next) } },
    isAuthored: lesson.isAuthored,
  }
}
