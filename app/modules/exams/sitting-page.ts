import type { ChoiceKind } from '~/modules/questions/question.ts'

/** What the page of a sitting is given beside its questions, which are text in the page (paper-html.ts). */
export type SittingPage = {
  readonly attemptId: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly epoch: number
  readonly startedAt: Date
  readonly deadlineAt: Date
  readonly serverNow: Date
  readonly items: readonly CardItem[]
}

/** Names the questions of an attempt among the documents of a page (content/documents.ts). */
export function documentKey(attemptId: string): string {
  return `attempt-${attemptId}`
}

/** A place on the answer card 答题卡. */
export type CardItem = {
  readonly itemId: string
  readonly number: number
  readonly kind: ChoiceKind | 'constructed'
  readonly part: number
}

/** An answer that stands on the server, with the name of the change that made it. */
export type KnownAnswer = {
  readonly itemId: string
  readonly value: string
  readonly isMarked: boolean
  readonly epoch: number
  readonly seq: number
}

/** What a tab is told when it comes in. */
export type Entry = {
  /** open: answer here. elsewhere: another tab or device does. over: time is up or it was handed in */
  readonly state: 'open' | 'elsewhere' | 'over'
  readonly epoch: number
  readonly deadlineAt: Date
  readonly serverNow: Date
  readonly answers: readonly KnownAnswer[]
}
