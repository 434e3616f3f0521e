import { default_w as defaultWeights, fsrs, type Grade as Rating } from 'ts-fsrs'
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
  readonly firstAt: number | null
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
/** An error she was sure of comes back on the next day, whatever else is due: it is mended best while it still surprises. */
const misconceptionHours = 12
/** … and what she read about it counts as half as firm as after another error. */
const misconceptionFirmness = 0.5
/** A tab left open is not thinking. */
export const longestSeconds = 300

const leastStability = 0.01
const hourMs = 3_600_000
const dayMs = 86_400_000
const again: Rating = 1
const hard: Rating = 2
const good: Rating = 3
const easy: Rating = 4

/** How she remembers, beside the published parameters: differences of logarithms, all 0 for the average person. */
export type Traits = {
  /** firmness after a first answer that was wrong, and explained */
  readonly firstWrong: number
  /** … that was right */
  readonly firstRight: number
  /** how much a look at what she knew makes it firmer */
  readonly growth: number
  /** firmness that is left after an error */
  readonly afterError: number
  /** how soon the long tail of the forgetting curve falls */
  readonly decay: number
}

export const averageTraits: Traits = { firstWrong: 0, firstRight: 0, growth: 0, afterError: 0, decay: 0 }

/** How a memory with these traits fades, and what a look does to it. */
export type MemoryModel = {
  readonly traits: Traits
  /** chance of recall so many days after the last look */
  readonly recallAfter: (memory: Memory, days: number) => number
  /** days until the chance of recall falls to `wanted`: at least one */
  readonly daysUntil: (memory: Memory, wanted: number) => number
  readonly rated: (memory: Memory | null, days: number, rating: Rating) => Memory
  /** what her memory would be after a look, if she knew it or not */
  readonly afterLook: (memory: Memory | null, days: number, isKnown: boolean) => Memory
}

export function memoryModel(traits: Traits): MemoryModel {
  const w = weightsOf(traits)
  const algorithm = fsrs({ w, request_retention: retention, enable_fuzz: false, enable_short_term: true })
  // The library keeps the decay between 0.1 and 0.8; who forgets everything in a month needs more, so the curve is ours.
  const decay = (defaultWeights[20] ?? 0.1542) * Math.exp(traits.decay)
  const factor = retention ** (-1 / decay) - 1

  function recallAfter(memory: Memory, days: number): number {
    return (1 + (factor * Math.max(0, days)) / memory.stability) ** -decay
  }
  function rated(memory: Memory | null, days: number, rating: Rating): Memory {
    const recall = memory ? recallAfter(memory, days) : undefined
    const { stability, difficulty } = algorithm.next_state(memory, Math.max(0, days), rating, recall)
    return { stability: Math.max(leastStability, stability), difficulty }
  }
  return {
    traits,
    recallAfter,
    rated,
    daysUntil: (memory, wanted) => Math.max(1, Math.round((memory.stability * (wanted ** (-1 / decay) - 1)) / factor)),
    afterLook: (memory, days, isKnown) => rated(memory, days, isKnown ? good : again),
  }
}

/** FSRS-6 as published. */
export const averageModel = memoryModel(averageTraits)

/** The 21 parameters of FSRS-6, of which five are hers. */
function weightsOf(traits: Traits): number[] {
  const firstWrong = (defaultWeights[0] ?? 0) * Math.exp(traits.firstWrong)
  const firstRight = (defaultWeights[2] ?? 0) * Math.exp(traits.firstRight)
  const changed: Readonly<Record<number, number>> = {
    0: firstWrong,
    1: between(firstWrong, firstRight, defaultWeights[1] ?? 0, traits),
    2: firstRight,
    3: (defaultWeights[3] ?? 0) * Math.exp(traits.firstRight),
    8: (defaultWeights[8] ?? 0) + traits.growth,
    11: (defaultWeights[11] ?? 0) * Math.exp(traits.afterError),
  }
  return defaultWeights.map((weight, at) => changed[at] ?? weight)
}

/** Unsure and right lies between wrong and right, as far as it does by default. */
function between(firstWrong: number, firstRight: number, byDefault: number, { firstWrong: w, firstRight: r }: Traits) {
  const moved = byDefault * Math.exp((w + r) / 2)
  return Math.min(Math.max(moved, Math.min(firstWrong, firstRight)), Math.max(firstWrong, firstRight))
}

export function newCard(id: string): Card {
  return {
    id,
    memory: null,
    firstAt: null,
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
  model: MemoryModel = averageModel,
): { readonly card: Card; readonly log: Look } {
  const log: Look = { kind: 'look', id: logId, cardId: card.id, at: now.getTime(), grade }
  return { card: applied(card, log, model), log }
}

/** The card that its log makes: the same whatever order the entries come in, and entries of other cards are not its own. */
export function replay(cardId: string, log: readonly LogEntry[], model: MemoryModel = averageModel): Card {
  return log
    .filter((entry) => entry.cardId === cardId)
    .sort(inOrder)
    .reduce((card, entry) => applied(card, entry, model), newCard(cardId))
}

/** All cards of a log at once. */
export function replayAll(log: readonly LogEntry[], model: MemoryModel = averageModel): ReadonlyMap<string, Card> {
  const cards = new Map<string, Card>()
  for (const entry of [...log].sort(inOrder)) {
    cards.set(entry.cardId, applied(cards.get(entry.cardId) ?? newCard(entry.cardId), entry, model))
  }
  return cards
}

export function applied(card: Card, entry: LogEntry, model: MemoryModel): Card {
  return entry.kind === 'look' ? lookedAt(card, entry, model) : lawChanged(card, entry.at)
}

function lookedAt(card: Card, { at, grade }: Look, model: MemoryModel): Card {
  const seconds = Math.min(longestSeconds, Math.max(0, grade.seconds))
  const rating = ratingOf(grade, card.seconds)
  const isMisconception = !grade.right && grade.confidence === 'sure'
  const days = card.lastAt === null ? 0 : daysApart(card.lastAt, at)
  const next = model.rated(card.memory, days, rating)
  const memory = isMisconception ? lessFirm(next) : next
  return {
    ...card,
    memory,
    firstAt: card.firstAt ?? at,
    lastAt: at,
    dueAt: at + (isMisconception ? misconceptionHours * hourMs : model.daysUntil(memory, retention) * dayMs),
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
export function ratingOf({ right, confidence, seconds }: Grade, usualSeconds: number | null): Rating {
  if (!right || confidence === 'guess') return again
  if (confidence === 'unsure') return hard
  const fast = usualSeconds === null ? fastFirstSeconds : usualSeconds * fastShare
  return seconds >= leastReadingSeconds && seconds <= fast ? easy : good
}

/** Plain spaced repetition: due today or before. */
export function isDue(card: Card, now: Date): boolean {
  return card.dueAt !== null && dayNumber(card.dueAt) <= dayNumber(now.getTime())
}

function lessFirm(memory: Memory): Memory {
  return { ...memory, stability: Math.max(leastStability, memory.stability * misconceptionFirmness) }
}
