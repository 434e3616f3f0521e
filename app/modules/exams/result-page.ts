import type { Subject } from '~/modules/questions/subjects.ts'
import type { Share } from './breakdown.ts'

/** What a result's page is given beside its items, which are text in the page (result-html.ts). */
export type ResultPage = {
  readonly attemptId: string
  readonly subject: Subject
  readonly title: { readonly zh: string; readonly en: string }
  readonly submittedAt: Date
  readonly submittedBy: 'self' | 'expiry'
  readonly startedAt: Date
  /** null: marks are shown to nobody before this instant */
  readonly released: Released | null
  readonly releaseAt: Date | null
  readonly answered: number
  readonly itemCount: number
  /** items that lie before her in an exam that she has not handed in: they are shown after it */
  readonly withheld: number
}

export type Released = {
  readonly halfPoints: number
  readonly outOf: number
  readonly passLine: number
  readonly passed: boolean
  /** items that wait for a person, or for her own marks */
  readonly pending: number
  /** nothing was put down at all */
  readonly isEmpty: boolean
  /** how many items were regraded; null or none: scored as it was drawn */
  readonly regraded: number | null
  readonly chapters: ReadonlyArray<Share & { readonly id: string; readonly title: string }>
  /** where points were lost, the most first */
  readonly weakest: ReadonlyArray<Share & { readonly id: string; readonly title: string }>
}

export function resultKey(attemptId: string): string {
  return `result-${attemptId}`
}
