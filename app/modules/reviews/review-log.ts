import { startOfDay } from '~/platform/calendar.ts'

/*
 * What happened to a card, as plain JSON that a phone can write without a connection. The log is the truth: a card is what
 * its log makes of it, so two devices need to agree on nothing but their logs.
 */
export const confidences = ['sure', 'unsure', 'guess'] as const
/** 会 · 不确定 · 蒙 */
export type Confidence = (typeof confidences)[number]

/** How she answered: one tap more than the answer itself, no grading of oneself. */
export type Grade = {
  readonly right: boolean
  readonly confidence: Confidence
  readonly seconds: number
}

/** She answered the card. Instants are milliseconds since 1970, which sort and travel without parsing. */
export type Look = {
  readonly kind: 'look'
  /** made where it happened, a UUID: the same look sent twice is one look */
  readonly id: string
  readonly cardId: string
  readonly at: number
  readonly grade: Grade
}

/** The law that the card rests on was changed: what she knew may be wrong now. */
export type LawChange = {
  readonly kind: 'lawChange'
  readonly id: string
  readonly cardId: string
  readonly at: number
}

export type LogEntry = Look | LawChange

/**
 * Both logs as one, by time, then id. Commutative, associative and idempotent: it does not matter which device comes first
 * or how often. Should two entries claim one id, the earlier stays, whoever sent it.
 */
export function mergeLogs(one: readonly LogEntry[], other: readonly LogEntry[]): readonly LogEntry[] {
  const byId = new Map<string, LogEntry>()
  for (const entry of [...one, ...other]) {
    const known = byId.get(entry.id)
    if (!known || inOrder(entry, known) < 0) byId.set(entry.id, entry)
  }
  return [...byId.values()].sort(inOrder)
}

export function inOrder(one: LogEntry, other: LogEntry): number {
  return one.at - other.at || compare(one.id, other.id) || compare(contentOf(one), contentOf(other))
}

/** Only for entries that should not exist: the same id and instant, but something else inside. */
function contentOf(entry: LogEntry): string {
  const { right, confidence, seconds } =
    entry.kind === 'look' ? entry.grade : { right: '', confidence: '', seconds: '' }
  return [entry.kind, entry.cardId, right, confidence, seconds].join(' ')
}

/** By code unit, not by locale: the same on every device. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

const dayMs = 86_400_000
const firstMidnight = startOfDay('1970-01-01').getTime()

/** Number of the centre's calendar day in which an instant lies: memory is counted in nights, not in hours. */
export function dayNumber(at: number): number {
  return Math.floor((at - firstMidnight) / dayMs)
}

/** From one instant to a later one, in calendar days; a clock that was set back makes no negative time. */
export function daysApart(from: number, to: number): number {
  return Math.max(0, dayNumber(to) - dayNumber(from))
}
