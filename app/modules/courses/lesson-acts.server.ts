import { randomUUID } from 'node:crypto'
import { libraryFor } from '~/modules/content/authored-shelf.server.ts'
import type { Judgement } from '~/modules/content/checks.ts'
import type { Island } from '~/modules/content/document.ts'
import { formatIntervals, type Interval, merged, parseIntervals } from '~/modules/content/intervals.ts'
import type { LessonMeta, Library } from '~/modules/content/library.ts'
import { recordFact } from '~/modules/evidence/evidence.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { readLearning } from './learning.server.ts'
import { assignmentOf, type Learning, type LessonRecord, learnedIn } from './learning.ts'
import { creditStretch, minutesOf, type Stretch } from './minutes.ts'
import type { Position } from './position.ts'
import { isComplete, lockOf, type Remaining, remainingToFinish } from './progress.ts'
import { lessonOn, trackOn } from './shelf.ts'
import { begun, keepTrack, keepTracks } from './tracks.server.ts'

/*
 * What a trainee does in a lesson. Each act is one transaction: its own row, the time she spent, the state of the lesson, the
 * fact when this act finished it, and the rows kept for lists.
 */
export type LessonActOutcome = { readonly justFinished: boolean; readonly remaining: Remaining }

type ActContext = {
  readonly actor: Actor
  readonly lessonId: string
  /** how long she has been on the page; null when nothing can be said of it */
  readonly stretch: Stretch | null
  readonly now: Date
}

/** What an act changes in the lesson's own row. */
type Change = { readonly position?: Position | null; readonly hasReachedEnd?: boolean }

export async function answerCheck(
  act: ActContext,
  checkId: string,
  picks: readonly string[],
): Promise<LessonActOutcome & { readonly judgement: Judgement }> {
  const { shelf, lesson } = await prepare(act)
  const judgement = shelf.judgeCheck(lesson.hash, checkId, picks)
  if (!judgement) throw new DomainError('invalid')
  const outcome = await perform(act, shelf, lesson, async (tx) => {
    await tx.checkAnswer.create({
      data: {
        id: randomUUID(),
        personId: act.actor.personId,
        lessonId: lesson.id,
        checkId,
        picks: picks.join(','),
        right: judgement.right,
        answeredAt: act.now,
      },
    })
    return {}
  })
  return { ...outcome, judgement }
}

export type Reading = {
  readonly position: Position | null
  readonly hasReachedEnd: boolean
  readonly watched: ReadonlyArray<{ readonly videoId: string; readonly intervals: readonly Interval[] }>
}

/** A page says where she is, how long she was active, what she watched. */
export async function recordReading(act: ActContext, reading: Reading): Promise<LessonActOutcome> {
  const { shelf, lesson } = await prepare(act)
  return perform(act, shelf, lesson, async (tx) => {
    const films = islandIds(shelf, lesson, 'video')
    for (const { videoId, intervals } of reading.watched) {
      if (films.includes(videoId)) await keepWatched(tx, act, videoId, intervals)
    }
    return { position: reading.position, hasReachedEnd: reading.hasReachedEnd }
  })
}

/** Private: a reflection, or the notes in the margin. An empty note is taken away. */
export async function saveNote(act: ActContext, noteId: string, body: string): Promise<LessonActOutcome> {
  const { shelf, lesson } = await prepare(act)
  if (!noteIdsOf(shelf, lesson).includes(noteId)) throw notFound()
  return perform(act, shelf, lesson, async (tx) => {
    const key = { personId: act.actor.personId, lessonId: lesson.id, noteId }
    if (body.trim() === '') await tx.lessonNote.deleteMany({ where: key })
    else
      await tx.lessonNote.upsert({
        where: { personId_lessonId_noteId: key },
        create: { ...key, body, updatedAt: act.now },
        update: { body, updatedAt: act.now },
      })
    return {}
  })
}

function noteIdsOf(shelf: Library, lesson: LessonMeta): readonly string[] {
  return ['notes', ...islandIds(shelf, lesson, 'reflect').map((id) => `reflect:${id}`)]
}

function islandIds(shelf: Library, lesson: LessonMeta, kind: Island['kind']): readonly string[] {
  const islands = shelf.document(lesson.hash)?.islands ?? []
  return islands.filter((island) => island.kind === kind).map(({ id }) => id)
}

/** Read before the transaction: inside it, only the facts are asked for again. */
async function prepare({ actor, lessonId }: ActContext) {
  const shelf = await libraryFor((await readLearning(db.read, actor.personId)).cohortIds)
  return { shelf, lesson: lessonOn(shelf, lessonId) }
}

function perform(
  act: ActContext,
  shelf: Library,
  lesson: LessonMeta,
  change: (tx: Tx) => Promise<Change>,
): Promise<LessonActOutcome> {
  const { personId } = act.actor
  const track = trackOn(shelf, lesson.trackId)
  return db.write(async (tx) => {
    const before = await readLearning(tx, personId)
    if (lockOf(lesson, learnedIn(before.lessons), shelf.lesson)) throw new DomainError('forbidden')
    const changed = recordAfter(before.lessons.get(lesson.id), lesson, act, await change(tx))
    const remaining = await remainingOf(tx, personId, lesson, changed)
    const justFinished = !changed.finishedAt && isComplete(remaining)
    const record = justFinished ? { ...changed, finishedAt: act.now } : changed
    await tx.lessonProgress.upsert({
      where: { personId_lessonId: { personId, lessonId: lesson.id } },
      create: { personId, lessonId: lesson.id, ...record },
      update: record,
    })
    const after = begun({ ...before, lessons: new Map(before.lessons).set(lesson.id, record) }, track, act.now)
    if (justFinished) {
      await recordFinished(tx, act, lesson, record, after)
      await keepTracks(tx, personId, after, shelf, act.now)
    } else await keepTrack(tx, personId, after, track, act.now)
    return { justFinished, remaining: record.finishedAt ? { checks: [], end: false } : remaining }
  })
}

function recordAfter(
  before: LessonRecord | undefined,
  lesson: LessonMeta,
  { stretch, now }: ActContext,
  { position, hasReachedEnd }: Change,
): LessonRecord {
  const record = before ?? untouched(now)
  return {
    ...record,
    ...creditedAfter(record, lesson, stretch, now),
    lastActivityAt: now,
    positionBlock: position ? position.block : record.positionBlock,
    positionPercent: position ? position.percent : record.positionPercent,
    reachedEndAt: record.reachedEndAt ?? (hasReachedEnd ? now : null),
  }
}

/** Time counts until the lesson is finished: the fact then says how much. Reading again is free. */
function creditedAfter(record: LessonRecord, lesson: LessonMeta, stretch: Stretch | null, now: Date) {
  const { creditedSeconds, creditedUntil, finishedAt } = record
  if (!stretch || finishedAt) return { creditedSeconds, creditedUntil }
  const credit = creditStretch({ seconds: creditedSeconds, until: creditedUntil }, stretch, lesson.minutes, now)
  return { creditedSeconds: credit.seconds, creditedUntil: credit.until }
}

function untouched(now: Date): LessonRecord {
  return {
    startedAt: now,
    lastActivityAt: now,
    positionBlock: null,
    positionPercent: 0,
    reachedEndAt: null,
    finishedAt: null,
    creditedSeconds: 0,
    creditedUntil: null,
  }
}

async function remainingOf(tx: Tx, personId: string, lesson: LessonMeta, record: LessonRecord): Promise<Remaining> {
  const right = await tx.checkAnswer.findMany({
    where: { personId, lessonId: lesson.id, right: true },
    select: { checkId: true },
    distinct: ['checkId'],
  })
  return remainingToFinish({
    requiredChecks: lesson.requiredChecks,
    rightChecks: new Set(right.map(({ checkId }) => checkId)),
    hasReachedEnd: record.reachedEndAt !== null,
  })
}

async function recordFinished(
  tx: Tx,
  { actor, now }: ActContext,
  lesson: LessonMeta,
  record: LessonRecord,
  learning: Learning,
): Promise<void> {
  await recordFact(tx, {
    personId: actor.personId,
    organisationId: actor.organisationId,
    cohortId: assignmentOf(learning, lesson.trackId)?.cohortId ?? learning.cohortIds[0] ?? null,
    kind: 'lesson-finished',
    subjectType: 'lesson',
    subjectId: lesson.id,
    occurredAt: now,
    minutes: minutesOf(record.creditedSeconds),
    source: 'system',
    recordedBy: actor.personId,
  })
}

async function keepWatched(
  tx: Tx,
  { actor, lessonId, now }: ActContext,
  videoId: string,
  intervals: readonly Interval[],
) {
  const key = { personId: actor.personId, lessonId, videoId }
  const kept = await tx.videoWatch.findUnique({ where: { personId_lessonId_videoId: key } })
  const all = formatIntervals(merged([...(parseIntervals(kept?.intervals ?? '') ?? []), ...intervals]))
  await tx.videoWatch.upsert({
    where: { personId_lessonId_videoId: key },
    create: { ...key, intervals: all, updatedAt: now },
    update: { intervals: all, updatedAt: now },
  })
}
