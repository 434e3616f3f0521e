import type { CourseChoice } from './course-choice.ts'
import type { LessonDocument } from './document.ts'

/* Lessons written in the browser, as their authors see them. */
export type LessonState = 'draft' | 'published' | 'retired'

export type AuthoredSummary = {
  readonly id: string
  readonly course: CourseChoice | undefined
  readonly title: string
  readonly state: LessonState
  /** the latest revision, and the one that is read */
  readonly latest: number
  readonly published: number | null
  readonly savedAt: Date
}

export type Version = {
  readonly number: number
  readonly title: string
  readonly note: string
  readonly savedAt: Date
  readonly savedBy: string
}

export type OpenedLesson = {
  readonly id: string
  readonly cohortId: string | null
  readonly course: CourseChoice | undefined
  readonly state: LessonState
  readonly published: number | null
  /** the highest number: what a new revision is based on */
  readonly latest: number
  readonly shown: {
    readonly number: number
    readonly title: string
    readonly titleEn: string
    readonly summary: string
    readonly minutes: number
    readonly source: string
  }
  readonly document: LessonDocument | null
  readonly versions: readonly Version[]
}
