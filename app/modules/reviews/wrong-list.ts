import { compare, dayNumber, inOrder, type LogEntry, type Look } from './review-log.ts'
import { isInWrongBook, leavingRule } from './wrong-book.ts'

/*
 * 错题本 as a list: what is in it, how often it was missed, and how much is missing until it leaves. The rule itself is in
 * wrong-book.ts; a question that she takes out by hand is out until she misses it again.
 */
export type WrongEntry = {
  readonly cardId: string
  /** wrong, guessed or unsure */
  readonly misses: number
  readonly lastMissAt: number
  /** of what the rule asks, what she has since then */
  readonly firmTimes: number
  readonly missing: number
}

export type Removal = { readonly cardId: string; readonly at: number }

/** What is in the book now, the latest miss first. */
export function wrongList(log: readonly LogEntry[], removals: readonly Removal[] = []): readonly WrongEntry[] {
  const removedAt = new Map<string, number>()
  for (const { cardId, at } of removals) removedAt.set(cardId, Math.max(at, removedAt.get(cardId) ?? at))
  return [...looksByCard(log)]
    .filter(([, looks]) => isInWrongBook(looks))
    .map(([cardId, looks]) => entryOf(cardId, looks))
    .filter(({ cardId, lastMissAt }) => (removedAt.get(cardId) ?? Number.NEGATIVE_INFINITY) <= lastMissAt)
    .sort((one, other) => other.lastMissAt - one.lastMissAt || compare(one.cardId, other.cardId))
}

function looksByCard(log: readonly LogEntry[]): ReadonlyMap<string, readonly Look[]> {
  const byCard = new Map<string, Look[]>()
  for (const entry of [...log].sort(inOrder)) {
    if (entry.kind !== 'look') continue
    const looks = byCard.get(entry.cardId)
    if (looks) looks.push(entry)
    else byCard.set(entry.cardId, [entry])
  }
  return byCard
}

/** `looks` of one card, in order, with at least one miss. */
function entryOf(cardId: string, looks: readonly Look[]): WrongEntry {
  const misses = looks.filter(({ grade }) => !grade.right || grade.confidence !== 'sure')
  const last = misses.at(-1)
  const since = last ? looks.slice(looks.lastIndexOf(last) + 1) : []
  const firmTimes = leavingRule.onDifferentDays ? new Set(since.map(({ at }) => dayNumber(at))).size : since.length
  return {
    cardId,
    misses: misses.length,
    lastMissAt: last?.at ?? 0,
    firmTimes,
    missing: leavingRule.timesRunning - firmTimes,
  }
}
