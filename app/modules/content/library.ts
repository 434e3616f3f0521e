import type { Judgement } from './checks.ts'
import type { LessonDocument } from './document.ts'
import type { ContentProblem } from './problems.ts'

export const topics = ['jiben-lilun', 'zonghe-nengli', 'yewu-shixun', 'quzheng-peixun', 'tuandui-jianshe'] as const
export type Topic = (typeof topics)[number]

export type LessonMeta = {
  readonly id: string
  readonly trackId: string
  readonly courseId: string
  readonly title: string
  readonly titleEn: string
  readonly summary: string
  readonly summaryEn: string
  /** for a careful reader, answering included */
  readonly minutes: number
  readonly prerequisites: readonly string[]
  /** version of the track that brought this lesson */
  readonly addedIn: number
  readonly hash: string
  readonly checks: readonly string[]
  readonly requiredChecks: readonly string[]
  readonly blocks: number
  /** whose lesson it is, when staff wrote it for one cohort */
  readonly cohortId: string | null
  /** written in the browser, not in the repository */
  readonly isAuthored: boolean
}

export type Course = {
  readonly id: string
  readonly title: string
  readonly titleEn: string
  readonly lessons: readonly LessonMeta[]
}

export type Track = {
  readonly id: string
  readonly topic: Topic
  readonly title: string
  readonly titleEn: string
  readonly summary: string
  readonly summaryEn: string
  /** rises when lessons are added: the highest `addedIn` of its lessons */
  readonly version: number
  readonly courses: readonly Course[]
}

export type GlossaryEntry = {
  readonly id: string
  readonly term: string
  readonly en: string
  readonly explanation: string
}

export type Library = {
  readonly tracks: readonly Track[]
  readonly glossary: readonly GlossaryEntry[]
  readonly warnings: readonly ContentProblem[]
  readonly track: (trackId: string) => Track | undefined
  readonly lesson: (lessonId: string) => LessonMeta | undefined
  readonly document: (hash: string) => LessonDocument | undefined
  /** Undefined when there is no such check, or the picks are no answer to it. */
  readonly judgeCheck: (hash: string, checkId: string, picks: readonly string[]) => Judgement | undefined
}

/** Lessons of a track in order. */
export function lessonsOf(track: Track): readonly LessonMeta[] {
  return track.courses.flatMap((course) => course.lessons)
}
