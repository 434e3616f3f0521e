import { type Day, dayOf, daysBetween } from '~/platform/calendar.ts'
import { type DayMode, lastLooksFrom, modeOf, newCardStop, type ReviewPlan, studyDays } from './exam-plan.ts'
import { urgencyAt } from './gain.ts'
import type { Tuning } from './memory-fit.ts'
import { type Pace, secondsFor } from './pace.ts'
import { compare, daysApart } from './review-log.ts'
import { type Card, isDue, type MemoryModel } from './scheduler.ts'

/*
 * Today's queue: at most what fits into the minutes that she gives, and of what could be looked at the best. With an exam in
 * sight the best is what adds most marks on the day of the exam for a second of hers; without one it is plain spaced repetition.
 * Pure: the same cards, plan and instant give the same queue.
 */
export type Candidate = {
  readonly card: Card
  /** marks of the paper that the card stands for: see mark-weight.ts */
  readonly weight: number
}

export type QueueInput = {
  readonly candidates: readonly Candidate[]
  readonly plan: ReviewPlan
  readonly tuning: Tuning
  /** of `tuning.traits`, the one the cards were replayed with */
  readonly model: MemoryModel
  readonly pace: Pace
  readonly now: Date
  /** what she has already given today */
  readonly secondsToday: number
}

/** Why a card is there today; lastLook: within the final days before the exam. */
export const lookReasons = ['misconception', 'lawChanged', 'due', 'lastLook', 'new', 'firmer'] as const
export type LookReason = (typeof lookReasons)[number]
export type PlannedLook = { readonly cardId: string; readonly reason: LookReason; readonly seconds: number }

export type Queue = {
  readonly mode: DayMode
  readonly looks: readonly PlannedLook[]
  readonly seconds: number
  /** cards that would be due but do not fit today; they rest quietly and are no debt */
  readonly resting: number
  /** the first day without new cards; null without an exam */
  readonly newCardStop: Day | null
}

/** A look that she would almost surely get right gives her nothing, however much time is left. */
const knownAnyway = 0.97
/** Without an exam new cards take at most so much of the minutes, or their repeats would soon take all. */
const newCardShare = 1 / 3

type Row = PlannedLook & {
  readonly card: Card
  readonly recall: number
  /** marks on the day of the exam for a second of hers */
  readonly gain: number
  /** marks that the card stands for, for a second */
  readonly worth: number
  readonly isDue: boolean
}

export function todaysQueue(input: QueueInput): Queue {
  const { plan, now } = input
  const day = dayOf(now)
  const mode = modeOf(plan, day)
  const left = Math.max(0, plan.minutesADay * 60 - input.secondsToday)
  switch (mode) {
    case 'toExam':
      return { ...towards(input, plan.examDay ?? day, day, left), mode }
    case 'longTerm':
      return { ...longTerm(input, left), mode, newCardStop: null }
    default:
      return { mode, looks: [], seconds: 0, resting: 0, newCardStop: null }
  }
}

function towards(input: QueueInput, examDay: Day, day: Day, left: number): Omit<Queue, 'mode'> {
  const { plan, tuning } = input
  const stop = newCardStop(examDay)
  const rest = daysBetween(day, examDay)
  const rows = input.candidates
    .filter(({ card }) => isOpenToday(card, input.now) && (card.memory !== null || day < stop))
    .map((candidate) => rowOf(candidate, input, rest, tuning.retention))
  const isFinal = day >= lastLooksFrom(examDay)
  const order = isFinal
    ? finalOrder(rows, plan, examDay, day)
    : earlyOrder(rows, begunToday(input), studyDays(plan, stop, day).length)
  return { ...fitting(order, left), newCardStop: stop }
}

/**
 * First what would be lost, by gain; then new cards, by weight: a new card is a promise of looks to come, and whoever makes
 * too many breaks them all. They are spread over the days before the stop line: what is begun early has to be kept up longest.
 * Then, if she has time left, what a look makes firmer.
 */
function earlyOrder(rows: readonly Row[], begun: number, daysForNew: number): readonly Row[] {
  const due = rows.filter((row) => row.isDue)
  const fresh = rows.filter(({ card }) => !card.memory)
  const others = rows.filter((row) => row.card.memory && !row.isDue)
  const today = Math.max(0, Math.ceil((fresh.length + begun) / Math.max(1, daysForNew)) - begun)
  fresh.sort(byWorth)
  return [...due.sort(byGain), ...fresh.slice(0, today), ...others.sort(byGain), ...fresh.slice(today)]
}

/**
 * The final days: by gain alone. But if there is time for every card to have its last look within these days, the share of
 * today comes first, so that none is left out for the sake of a second look elsewhere.
 */
function finalOrder(rows: readonly Row[], plan: ReviewPlan, examDay: Day, day: Day): readonly Row[] {
  const sorted = [...rows].sort(byGain)
  const from = lastLooksFrom(examDay)
  const owed = sorted.filter(({ card }) => card.lastAt !== null && dayOf(new Date(card.lastAt)) < from)
  const days = studyDays(plan, examDay, day).length
  const seconds = sum(owed.map((row) => row.seconds))
  if (days === 0 || seconds > days * plan.minutesADay * 60) return sorted
  const share = seconds / days
  let given = 0
  const today = owed.filter((row) => {
    if (given >= share) return false
    given += row.seconds
    return true
  })
  const first = new Set(today)
  return [
    ...today.map((row): Row => ({ ...row, reason: 'lastLook', isDue: true })),
    ...sorted.filter((row) => !first.has(row)),
  ]
}

/** Plain FSRS: what is due, the most valuable loss first, then a few new ones. */
function longTerm(input: QueueInput, left: number): Pick<Queue, 'looks' | 'seconds' | 'resting'> {
  const rows = input.candidates
    .filter(({ card }) => isOpenToday(card, input.now))
    .map((candidate) => rowOf(candidate, input, 0, null))
  const due = fitting(rows.filter((row) => row.isDue).sort(byLoss), left)
  const room = Math.min(left - due.seconds, input.plan.minutesADay * 60 * newCardShare)
  const fresh = fitting(rows.filter(({ card }) => !card.memory).sort(byWorth), room)
  return { looks: [...due.looks, ...fresh.looks], seconds: due.seconds + fresh.seconds, resting: due.resting }
}

function begunToday({ candidates, now }: QueueInput): number {
  return candidates.filter(({ card }) => card.firstAt !== null && daysApart(card.firstAt, now.getTime()) === 0).length
}

/** Once a day is enough: what was just read is known, and a second look would prove nothing. */
function isOpenToday(card: Card, now: Date): boolean {
  if (card.lastAt === null || daysApart(card.lastAt, now.getTime()) > 0) return true
  return card.lawChangedAt !== null
}

/** `rest`: days to the exam. `retention` null: due as plain FSRS says. */
function rowOf({ card, weight }: Candidate, input: QueueInput, rest: number, retention: number | null): Row {
  const { model, now } = input
  const seconds = Math.max(1, secondsFor(card, input.pace))
  const days = card.lastAt === null ? 0 : daysApart(card.lastAt, now.getTime())
  const recall = card.memory ? model.recallAfter(card.memory, days) : input.tuning.knownAtFirst
  const due =
    card.memory !== null &&
    (card.lawChangedAt !== null || (retention === null ? isDue(card, now) : recall <= retention))
  return {
    cardId: card.id,
    reason: reasonOf(card, due),
    seconds,
    card,
    recall,
    isDue: due || card.isMisconception,
    worth: weight / seconds,
    gain: (weight * urgencyAt(rest, card, days, recall, model)) / seconds,
  }
}

function reasonOf(card: Card, isDueNow: boolean): LookReason {
  if (!card.memory) return 'new'
  if (card.lawChangedAt !== null) return 'lawChanged'
  if (card.isMisconception) return 'misconception'
  return isDueNow ? 'due' : 'firmer'
}

function fitting(order: readonly Row[], left: number): Pick<Queue, 'looks' | 'seconds' | 'resting'> {
  let seconds = 0
  let resting = 0
  const looks: PlannedLook[] = []
  for (const row of order) {
    if (!row.isDue && row.card.memory && row.recall >= knownAnyway) continue
    if (seconds + row.seconds > left) {
      if (row.isDue) resting += 1
      continue
    }
    seconds += row.seconds
    looks.push({ cardId: row.cardId, reason: row.reason, seconds: row.seconds })
  }
  return { looks, seconds, resting }
}

const byGain = (one: Row, other: Row) => other.gain - one.gain || compare(one.cardId, other.cardId)
const byWorth = (one: Row, other: Row) => other.worth - one.worth || compare(one.cardId, other.cardId)
const byLoss = (one: Row, other: Row) =>
  other.worth * (1 - other.recall) - one.worth * (1 - one.recall) || compare(one.cardId, other.cardId)

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
