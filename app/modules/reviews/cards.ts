import type { LawReference } from '~/modules/questions/question.ts'
import { type Confidence, compare, type LawChange } from './review-log.ts'
import type { ErrorCause } from './wrong-book.ts'

/*
 * What becomes a card, and what is said about it: favourites, the cause of an error, a change of the law.
 */
export type AnswerOutcome = 'right' | 'partial' | 'wrong' | 'blank'

/** An answer given anywhere: practice, a mock exam, a daily set. An exam asks for no confidence: null. */
export type Answered = {
  readonly questionId: string
  readonly at: number
  readonly outcome: AnswerOutcome
  readonly confidence: Confidence | null
}

/** Why a question became a card. */
export const cardReasons = ['wrong', 'guessed', 'unsure'] as const
export type CardReason = (typeof cardReasons)[number]

/** null: known, no card. Too few options are not enough either: on the paper they cost marks. */
export function cardReasonOf({ outcome, confidence }: Answered): CardReason | null {
  if (outcome !== 'right') return 'wrong'
  if (confidence === 'guess') return 'guessed'
  return confidence === 'unsure' ? 'unsure' : null
}

export type CardOrigin = { readonly questionId: string; readonly reason: CardReason; readonly at: number }

/** The cards that answers make, oldest first: one a question, with the first reason that it had. */
export function cardsFrom(answers: readonly Answered[]): readonly CardOrigin[] {
  const origins = new Map<string, CardOrigin>()
  for (const answer of inTime(answers)) {
    const reason = cardReasonOf(answer)
    if (reason && !origins.has(answer.questionId)) {
      origins.set(answer.questionId, { questionId: answer.questionId, reason, at: answer.at })
    }
  }
  return [...origins.values()]
}

/** One tap; null takes it back. */
export type CauseTap = {
  readonly id: string
  readonly questionId: string
  readonly at: number
  readonly cause: ErrorCause | null
}

export type FavouriteTap = {
  readonly id: string
  readonly questionId: string
  readonly at: number
  readonly isFavourite: boolean
}

/** The last tap counts, from whichever device it came. */
export function causesOf(taps: readonly CauseTap[]): ReadonlyMap<string, ErrorCause> {
  const causes = new Map<string, ErrorCause>()
  for (const { questionId, cause } of inTime(taps)) {
    if (cause) causes.set(questionId, cause)
    else causes.delete(questionId)
  }
  return causes
}

/** Questions she marked, the latest first. */
export function favouritesOf(taps: readonly FavouriteTap[]): readonly string[] {
  const marked = new Set<string>()
  for (const { questionId, isFavourite } of inTime(taps)) {
    marked.delete(questionId)
    if (isFavourite) marked.add(questionId)
  }
  return [...marked].reverse()
}

/** How often which cause: what to work at is a habit or a chapter. */
export function countCauses(causes: ReadonlyMap<string, ErrorCause>): Readonly<Record<ErrorCause, number>> {
  const count = { confused: 0, oldLaw: 0, misread: 0, sums: 0, notLearnt: 0 }
  for (const cause of causes.values()) count[cause] += 1
  return count
}

/** A law that was changed; no articles: all of it. */
export type ChangedLaw = {
  readonly id: string
  readonly name: string
  readonly articles: readonly string[]
  readonly at: number
}

/** Whether what the question rests on was changed. */
export function restsOn(laws: readonly LawReference[], change: ChangedLaw): boolean {
  return laws.some(
    ({ name, article }) =>
      plainName(name) === plainName(change.name) &&
      (change.articles.length === 0 || article === '' || change.articles.includes(article)),
  )
}

/** «法规更新»: entries that bring the dependent cards back. The same change told twice brings them back once. */
export function lawChanges(
  change: ChangedLaw,
  cards: readonly { readonly cardId: string; readonly laws: readonly LawReference[] }[],
): readonly LawChange[] {
  return cards
    .filter(({ laws }) => restsOn(laws, change))
    .map(({ cardId }) => ({ kind: 'lawChange', id: `${change.id} ${cardId}`, cardId, at: change.at }))
}

/** «《民法典》» and «民法典» are one law. */
function plainName(name: string): string {
  return name.replace(/[《》\s]/g, '')
}

function inTime<T extends { readonly at: number; readonly questionId: string; readonly id?: string }>(
  rows: readonly T[],
): readonly T[] {
  return [...rows].sort(
    (one, other) =>
      one.at - other.at || compare(one.id ?? '', other.id ?? '') || compare(one.questionId, other.questionId),
  )
}
