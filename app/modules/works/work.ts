import type { WorkStatus } from './work-life.ts'

export const workKinds = ['diary'] as const
export type WorkKind = (typeof workKinds)[number]

/** Who may read it, besides its author: nobody, or her mentors once it was handed in (product.md §2.5). */
export const visibilities = ['mentors', 'self'] as const
export type Visibility = (typeof visibilities)[number]

/** A work in a list. */
export type WorkRow = {
  readonly id: string
  readonly kind: WorkKind
  readonly status: WorkStatus
  readonly revision: number
  readonly rounds: number
  readonly submittedAt: Date | null
  readonly decidedAt: Date | null
}

/** What she is told when it was handed in. */
export type Receipt = { readonly revision: number; readonly submittedAt: Date; readonly hash: string }

export const commentAnswers = ['accepted', 'changed', 'disputed'] as const
export type CommentAnswer = (typeof commentAnswers)[number]

/** A mentor's word, and what its author says to it. */
export type WorkComment = {
  readonly id: string
  readonly revision: number
  /** null: on the whole */
  readonly place: { readonly field: string; readonly paragraph: number } | null
  readonly body: string
  readonly author: string
  readonly answer: { readonly kind: CommentAnswer; readonly text: string } | null
}
