/*
 * What a lesson is to a trainee, and when it is finished. Pure: the same facts give the same answer on the lesson page, in
 * the sheet and in the recomputation.
 */
export const lessonStates = ['finished', 'reading', 'open', 'new', 'locked'] as const
export type LessonState = (typeof lessonStates)[number]

/** What the rules need to know of a lesson. */
export type LessonInTrack = {
  readonly id: string
  readonly prerequisites: readonly string[]
  /** version of the track that brought this lesson */
  readonly addedIn: number
}

export type Learned = {
  readonly started: ReadonlySet<string>
  readonly finished: ReadonlySet<string>
}

/** Version of the track when she began; null while she has not. */
export type StartedVersion = number | null

/**
 * Finished stays finished and begun stays open, whatever is changed in the track later: a prerequisite that is added
 * afterwards locks only what she has not begun.
 */
export function stateOf(lesson: LessonInTrack, learned: Learned, startedVersion: StartedVersion): LessonState {
  if (learned.finished.has(lesson.id)) return 'finished'
  if (learned.started.has(lesson.id)) return 'reading'
  if (missingPrerequisites(lesson, learned).length > 0) return 'locked'
  return isNew(lesson, startedVersion) ? 'new' : 'open'
}

/** 新增: the lesson came into the track after she began it. */
export function isNew(lesson: LessonInTrack, startedVersion: StartedVersion): boolean {
  return startedVersion !== null && lesson.addedIn > startedVersion
}

export function missingPrerequisites(lesson: LessonInTrack, learned: Learned): readonly string[] {
  return lesson.prerequisites.filter((id) => !learned.finished.has(id))
}

export type Lock<Lesson extends LessonInTrack> = {
  /** what must be finished first */
  readonly missing: readonly Lesson[]
  /** the one she can do now: on the way to the first that is missing */
  readonly next: Lesson
}

/** Why a lesson is locked and what to do next; null when it is open. A lesson that no longer exists locks nothing. */
export function lockOf<Lesson extends LessonInTrack>(
  lesson: Lesson,
  learned: Learned,
  find: (lessonId: string) => Lesson | undefined,
): Lock<Lesson> | null {
  if (learned.finished.has(lesson.id) || learned.started.has(lesson.id)) return null
  const missing = missingPrerequisites(lesson, learned).flatMap((id) => find(id) ?? [])
  const [first] = missing
  if (!first) return null
  return { missing, next: lockOf(first, learned, find)?.next ?? first }
}

export type FinishFacts = {
  readonly requiredChecks: readonly string[]
  /** answered right at least once */
  readonly rightChecks: ReadonlySet<string>
  readonly hasReachedEnd: boolean
}

export type Remaining = {
  readonly checks: readonly string[]
  readonly end: boolean
}

/** 学完 = every required self-check right at least once, and the end reached. This says what is still missing. */
export function remainingToFinish({ requiredChecks, rightChecks, hasReachedEnd }: FinishFacts): Remaining {
  return { checks: requiredChecks.filter((id) => !rightChecks.has(id)), end: !hasReachedEnd }
}

export function isComplete(remaining: Remaining): boolean {
  return remaining.checks.length === 0 && !remaining.end
}
