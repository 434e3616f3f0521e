import { fsrs, type Grade as Rating } from 'ts-fsrs'
import { dayNumber, daysApart, type Grade, inOrder, type LogEntry, type Look } from './review-log.ts'

/*
 * The only file that knows the algorithm: FSRS-6, by its library, without its random spread of intervals. Everything else
 * asks here what she will still know on a day, and what a look would change.
 */
export type Memory = {
  /** days until the chance of recall has fallen to nine in ten */
  readonly stability: number
  /** 1 (easy) to 10 */
  readonly difficulty: number
}

/** Plain JSON: it can be kept in a row, sent to a phone, and made again from the log. */
export type Card = {
  readonly id: string
  /** null until she has looked at it */
  readonly memory: Memory | null
  readonly lastAt: number | null
  /** by plain FSRS at nine in ten; null: new */
  readonly dueAt: number | null
  readonly looks: number
  /** her last answer was right, and no guess */
  readonly isKnown: boolean
  /** times she had known it and no longer did */
  readonly lapses: number
  /** her usual seconds on this card: a mean that leans on the latest looks */
  readonly seconds: number | null
  /** her last answer was wrong and she was sure of it */
  readonly isMisconception: boolean
  /** «法规更新»: the law was changed, and she has not looked since */
  readonly lawChangedAt: number | null
}

export const retention = 0.9
/** Right and sure within half her usual time is easy, on a first look within so many seconds. */
const fastFirstSeconds = 12
const fastShare = 0.5
/** Nobody reads a question in less: a tap that fast proves no ease. */
const leastReadingSeconds = 3
/** A misconception comes back in the same sitting: an error one was sure of is mended best while it still surprises. */
const misconceptionMinutes = 10
/** … and counts as half as firm as another wrong answer. */
const misconceptionFirmness = 0.5
/** A tab left open is not thinking. */
export const longestSeconds = 300

const leastStability = 0.01
const minuteMs = 60_000
const dayMs = 86_400_000
const again: Rating = 1
const hard: Rating = 2
const good: Rating = 3
const easy: Rating = 4

const algorithm = fsrs({ request_retention: retention, enable_fuzz: false, enable_short_term: true })

export function newCard(id: string): Card {
  return {
    id,
    memory: null,
    lastAt: null,
    dueAt: null,
    looks: 0,
    isKnown: false,
    lapses: 0,
    seconds: null,
    isMisconception: false,
    lawChangedAt: null,
  }
}

/** One answer. `logId` is made by the device on which she answered. */
export function review(
  card: Card,
  grade: Grade,
  now: Date,
  logId: string,
): { readonly card: Card; readonly log: Look } {
  const log: Look = { kind: 'look', id: logId, cardId: card.id, at: now.getTime(), grade }
  return { card: applied(card, log), log }
}

/** The card that its log makes: the same whatever order the entries come in, and entries of other cards are not its own. */
export function replay(cardId: string, log: readonly LogEntry[]): Card {
  return log
    .filter((entry) => entry.cardId === cardId)
    .sort(inOrder)
    .reduce(applied, newCard(cardId))
}

export function applied(card: Card, entry: LogEntry): Card {
  return entry.kind === 'look' ? lookedAt(card, entry) : lawChanged(card, entry.at)
}

function lookedAt(card: Card, { at, grade }: Look): Card {
  const seconds = Math.min(longestSeconds, Math.max(0, grade.seconds))
  const rating = ratingOf(grade, card.seconds)
  const isMisconception = !grade.right && grade.confidence === 'sure'
  const days = card.lastAt === null ? 0 : daysApart(card.lastAt, at)
  const next = nextMemory(card.memory, days, rating)
  const memory = isMisconception ? lessFirm(next) : next
  return {
    ...card,
    memory,
    lastAt: at,
    dueAt: at + (isMisconception ? misconceptionMinutes * minuteMs : interval(memory) * dayMs),
    looks: card.looks + 1,
    isKnown: rating !== again,
    lapses: card.lapses + (card.isKnown && !grade.right ? 1 : 0),
    seconds: card.seconds === null ? seconds : card.seconds * 0.6 + seconds * 0.4,
    isMisconception,
    lawChangedAt: null,
  }
}

/** Due at once, and hardly firm: the old answer is a trap now. A card she never saw learns the new law at its first look. */
function lawChanged(card: Card, at: number): Card {
  if (!card.memory) return card
  return { ...card, memory: { ...card.memory, stability: leastStability }, dueAt: at, lawChangedAt: at }
}

/** Right by guessing is no knowledge: it counts like a wrong answer, though it is no lapse. */
export function ratingOf({ right, confidence, seconds }: Grade, usualSeconds: number | null): 1 | 2 | 3 | 4 {
  if (!right || confidence === 'guess') return again
  if (confidence === 'unsure') return hard
  const fast = usualSeconds === null ? fastFirstSeconds : usualSeconds * fastShare
  return seconds >= leastReadingSeconds && seconds <= fast ? easy : good
}

/** Chance of recall `days` after the last look. */
export function recallAfter(memory: Memory, days: number): number {
  return algorithm.forgetting_curve(Math.max(0, days), memory.stability)
}

/** What her memory would be after a look `days` after the last one. */
export function afterLook(memory: Memory | null, days: number, isKnown: boolean): Memory {
  return nextMemory(memory, days, isKnown ? good : again)
}

/** Days until it is due at nine in ten: at least one. */
export function interval(memory: Memory): number {
  return algorithm.next_interval(memory.stability, 0)
}

/** Plain FSRS: due today or before. */
export function isDue(card: Card, now: Date): boolean {
  return card.dueAt !== null && dayNumber(card.dueAt) <= dayNumber(now.getTime())
}

function nextMemory(memory: Memory | null, days: number, rating: Rating): Memory {
  const { stability, difficulty } = algorithm.next_state(memory, Math.max(0, days), rating)
  return { stability: Math.max(leastStability, stability), difficulty }
}

function lessFirm(memory: Memory): Memory {
  return { ...memory, stability: Math.max(leastStability, memory.stability * misconceptionFirmness) }
}
