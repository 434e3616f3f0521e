import type { CommentAnswer, Visibility, WorkComment, WorkKind, WorkRow } from './work.ts'
import type { WorkLife, WorkStatus } from './work-life.ts'

/* Between rows of the database, whose checks keep the words to those of the types, and the life of a work. */
export type StoredWork = {
  readonly id: string
  readonly kind: string
  readonly authorId: string
  readonly cohortId: string | null
  readonly visibility: string
  readonly status: string
  readonly revision: number
  readonly rounds: number
  readonly openedAt: Date | null
  readonly claimedBy: string | null
  readonly claimUntil: Date | null
  readonly submittedAt: Date | null
  readonly decidedAt: Date | null
}

export function lifeOf(row: StoredWork): WorkLife {
  const { status, revision, rounds, openedAt, claimedBy, claimUntil } = row
  const claim = claimedBy !== null && claimUntil !== null ? { mentorId: claimedBy, until: claimUntil } : null
  return { status: status as WorkStatus, revision, rounds, openedAt, claim }
}

/** The columns of a life. */
export function columnsOf({ status, revision, rounds, openedAt, claim }: WorkLife) {
  return { status, revision, rounds, openedAt, claimedBy: claim?.mentorId ?? null, claimUntil: claim?.until ?? null }
}

export function rowOf(row: StoredWork): WorkRow {
  const { id, revision, rounds, submittedAt, decidedAt } = row
  return { id, kind: kindOf(row), status: row.status as WorkStatus, revision, rounds, submittedAt, decidedAt }
}

export function kindOf({ kind }: Pick<StoredWork, 'kind'>): WorkKind {
  return kind as WorkKind
}

export function visibilityOf({ visibility }: Pick<StoredWork, 'visibility'>): Visibility {
  return visibility as Visibility
}

type StoredComment = {
  readonly id: string
  readonly revision: number
  readonly field: string | null
  readonly paragraph: number | null
  readonly answer: string | null
}

/** `said`: what is sealed in the row, opened. */
export function commentOf(
  { id, revision, field, paragraph, answer }: StoredComment,
  said: { readonly body: string; readonly answerText: string },
  author: string,
): WorkComment {
  return {
    ...{ id, revision, author, body: said.body },
    place: field !== null && paragraph !== null ? { field, paragraph } : null,
    answer: answer === null ? null : { kind: answer as CommentAnswer, text: said.answerText },
  }
}
