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
  /** `releaseAt`: when marks may be seen; null when they may */
  readonly sitting: { readonly title: string; readonly releaseAt: Date | null } | null
}

export type SubjectPage = {
  readonly subject: Subject
  readonly blueprint:
    | (Pick<Blueprint, 'title' | 'titleEn' | 'minutes' | 'passLine' | 'parts' | 'lawCutoff'> & {
        readonly outOf: number
        readonly examples: readonly RuleExample[]
      })
    | null
  /** what the bank lacks for a paper: nothing when one can be drawn */
  readonly short: readonly Short[]
  readonly openAttemptId: string | null
  readonly past: readonly PastAttempt[]
}
