import type { BankQuery } from './bank-query.ts'
import { normalText, visibleText } from './bank-text.ts'
import type { Question, QuestionKind } from './question.ts'
import { isWaiting, type QuestionState, type QuestionStatus } from './question-state.ts'
import type { Subject } from './subjects.ts'
import type { Chapter } from './syllabus.ts'

/** A question of the bank in its newest version, as a list sees it. */
export type BankRow = {
  readonly id: string
  readonly origin: 'official' | 'centre'
  readonly subject: Subject
  readonly kind: QuestionKind
  readonly state: QuestionState
  readonly version: number
  readonly createdBy: string | null
  readonly updatedAt: Date
  readonly question: Question
  /** in the current edition of its subject */
  readonly chapter: number | null
  /** what a search looks through, in normal form */
  readonly searchText: string
}

export function searchTextOf(id: string, { body, facts }: Question): string {
  return normalText([id, visibleText(body), ...facts.laws.map(({ name }) => name), facts.source].join('\n'))
}

/** Everything but the state, so that the states can be counted. */
export function matches(row: BankRow, query: BankQuery): boolean {
  const { facts } = row.question
  const words = query.search.split(/\s+/).map(normalText)
  return (
    (query.subject === null || row.subject === query.subject) &&
    (query.kind === null || row.kind === query.kind) &&
    (query.chapter === null || row.chapter === query.chapter) &&
    (query.point === null || facts.points.includes(query.point)) &&
    (query.difficulty === null || facts.difficulty === query.difficulty) &&
    words.every((word) => row.searchText.includes(word))
  )
}

/** A question in use of which a new version waits is found under both. */
export function isIn(status: QuestionStatus, state: QuestionState): boolean {
  if (status === 'review') return isWaiting(state)
  return status === (state === 'revised' ? 'active' : state)
}

export type StateCounts = Readonly<Record<QuestionStatus | 'all', number>>

export function countStates(rows: readonly BankRow[]): StateCounts {
  const count = (status: QuestionStatus) => rows.filter(({ state }) => isIn(status, state)).length
  return {
    all: rows.length,
    ...{ draft: count('draft'), review: count('review'), active: count('active'), retired: count('retired') },
  }
}

/** The first words of a question, on one line; a picture as what it shows. */
export function excerptOf({ body }: Question, most = 72): string {
  const line = body.stem
    .replace(/!\[([^\]]*)\]\(image:[0-9a-f]{64}\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  const letters = [...line]
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : line
}

export type ChapterName = Pick<Chapter, 'no' | 'title' | 'titleEn' | 'status'>
