import type { Subject } from '~/modules/questions/subjects.ts'
import type { Blueprint } from './blueprint.ts'
import type { RuleExample } from './scoring.ts'
import type { Short } from './whole-questions.ts'

/** What 考证 is given. */
export type ExamHome = {
  readonly open: { readonly attemptId: string; readonly subject: Subject; readonly deadlineAt: Date } | null
  readonly subjects: readonly SubjectRow[]
}

export type SubjectRow = {
  readonly subject: Subject
  /** in use in the bank */
  readonly questions: number
  /** there is something to choose answers to */
  readonly mayPractise: boolean
  /** a paper can be drawn */
  readonly isReady: boolean
  readonly last: PastAttempt | null
  readonly attempts: number
}

export type PastAttempt = {
  readonly attemptId: string
  readonly startedAt: Date
  readonly submittedAt: Date | null
  /** null while something waits for a person, or before release */
  readonly halfPoints: number | null
  readonly outOf: number | null
  readonly passed: boolean | null
  /** what a mock by one of the centre's own blueprints is called; null for all else */
  readonly paper: string | null
  /** `releaseAt`: when marks may be seen; null when they may */
  readonly sitting: { readonly title: string; readonly releaseAt: Date | null } | null
}

/** What a paper is like, before anybody has drawn it. */
export type PaperOutline = Pick<Blueprint, 'title' | 'titleEn' | 'minutes' | 'passLine' | 'parts' | 'lawCutoff'> & {
  readonly items: number
  readonly outOf: number
  readonly examples: readonly RuleExample[]
}

/** One of the centre's own that she may choose. `isShort`: the bank cannot fill it now. */
export type OfferedPaper = PaperOutline & { readonly id: string; readonly isShort: boolean }

export type SubjectPage = {
  readonly subject: Subject
  /** the official one */
  readonly blueprint: PaperOutline | null
  readonly offered: readonly OfferedPaper[]
  /** what the bank lacks for a paper: nothing when one can be drawn */
  readonly short: readonly Short[]
  readonly openAttemptId: string | null
  readonly past: readonly PastAttempt[]
}
