import type { ChapterName } from './bank-rows.ts'
import type { QuestionBody, QuestionFacts } from './question.ts'
import type { QuestionState, QuestionStatus } from './question-state.ts'
import type { Subject } from './subjects.ts'
import type { VersionChange } from './version-changes.ts'

export type ShownVersion = {
  readonly number: number
  readonly note: string
  readonly createdAt: Date
  /** null: it came with the site */
  readonly author: string | null
  readonly approver: string | null
  readonly approvedAt: Date | null
  /** against the version before */
  readonly changes: readonly VersionChange[]
}

export type ShownAct = {
  readonly id: string
  /** the last word of the audit's action: see `act.*` */
  readonly what: string
  readonly at: Date
  readonly by: string | null
  readonly reason: string | null
}

export type ShownPlace = {
  readonly edition: string
  readonly chapter: ChapterName
  readonly section: { readonly no: number; readonly title: string; readonly titleEn: string }
}

export type ShownDuplicate = { readonly id: string; readonly status: QuestionStatus; readonly excerpt: string }

/** One question for those who write the bank. */
export type QuestionPage = {
  readonly id: string
  readonly origin: 'official' | 'centre'
  readonly subject: Subject
  readonly status: QuestionStatus
  readonly state: QuestionState
  readonly activeVersion: number | null
  readonly newestVersion: number
  readonly updatedAt: Date
  readonly shown: { readonly number: number; readonly body: QuestionBody; readonly facts: QuestionFacts }
  /** she wrote the newest version: somebody else must approve it */
  readonly isOwn: boolean
  readonly versions: readonly ShownVersion[]
  readonly acts: readonly ShownAct[]
  readonly places: readonly ShownPlace[]
  readonly points: ReadonlyArray<{ readonly id: string; readonly title: string; readonly titleEn: string }>
  readonly duplicates: readonly ShownDuplicate[]
}
