import { isRestDay, type ReviewPlan } from '~/modules/reviews/exam-plan.ts'
import { needsTuning, tune, untuned } from '~/modules/reviews/memory-fit.ts'
import { paceOf } from '~/modules/reviews/pace.ts'
import { todaysQueue } from '~/modules/reviews/queue.ts'
import type { Grade, LogEntry } from '~/modules/reviews/review-log.ts'
import { memoryModel, newCard, replayAll, review } from '~/modules/reviews/scheduler.ts'
import { addDays, type Day, startOfDay } from '~/platform/calendar.ts'
import { between, seededRandom } from '~/platform/random.ts'
import { type Item, type Law, simulatedLearner } from './simulated-learners.ts'

/*
 * One learner, one deck, so many days to the exam and so many minutes a day: what does she know on the day? Every policy has
 * the same minutes, and goes on for as long as there are seconds and it has a card to show.
 */
export type Deck = { readonly items: readonly Item[]; readonly weight: ReadonlyMap<string, number> }
export type Season = { readonly cards: number; readonly days: number; readonly minutes: number }

/** What to look at next on a day, and what came of it. */
export type Policy = {
  readonly next: (day: number, secondsLeft: number) => string | null
  readonly saw: (cardId: string, grade: Grade, day: number) => void
}
export type MakePolicy = (deck: Deck, season: Season) => Policy

export type Outcome = {
  readonly recall: number
  readonly marks: number
  readonly minutes: number
  readonly looks: number
}

/** About the length of a look. */
const carriedSeconds = 45
const firstDay: Day = '2026-03-01'
/** Percent of the marks by chapter, as in jz-2026. */
const shares = [10, 4, 6, 9, 8, 13, 12, 13, 7, 6, 5, 7]

export function makeDeck(seed: number, cards: number): Deck {
  const random = seededRandom(seed)
  const items = Array.from({ length: cards }, (_, at) => ({
    id: `q${at}`,
    chapter: String(between(random, 1, shares.length)),
  }))
  const size = new Map<string, number>()
  for (const { chapter } of items) size.set(chapter, (size.get(chapter) ?? 0) + 1)
  const weight = new Map(
    items.map(({ id, chapter }) => [id, (shares[Number(chapter) - 1] ?? 0) / (size.get(chapter) ?? 1)]),
  )
  return { items, weight }
}

export function planFor({ days, minutes }: Season): ReviewPlan {
  return {
    examDay: addDays(firstDay, days),
    minutesADay: minutes,
    restWeekdays: [6],
    restDays: [],
    afterExam: 'archive',
  }
}

export function runSeason(law: Law, seed: number, season: Season, make: MakePolicy): Outcome {
  const deck = makeDeck(seed, season.cards)
  const learner = simulatedLearner(law, seed)
  const policy = make(deck, season)
  const items = new Map(deck.items.map((item) => [item.id, item]))
  const plan = planFor(season)
  let [seconds, looks, left] = [0, 0, 0]
  for (let day = 0; day < season.days; day++) {
    if (isRestDay(plan, addDays(firstDay, day))) continue
    // What the last look of a day took too much, or left over, is the next day's; minutes cannot be saved up.
    for (left = Math.min(left, carriedSeconds) + season.minutes * 60; left > 0; ) {
      const item = items.get(policy.next(day, left) ?? '')
      if (!item) break
      const grade = learner.look(item, day)
      left -= grade.seconds
      seconds += grade.seconds
      looks += 1
      policy.saw(item.id, grade, day)
    }
  }
  const known = deck.items.map((item) => learner.recall(item, season.days))
  const weights = deck.items.map(({ id }) => deck.weight.get(id) ?? 0)
  const all = weights.reduce((total, weight) => total + weight, 0)
  return {
    recall: known.reduce((total, recall) => total + recall, 0) / known.length,
    marks: known.reduce((total, recall, at) => total + recall * (weights[at] ?? 0), 0) / all,
    minutes: seconds / 60,
    looks,
  }
}

export const noReview: MakePolicy = () => ({ next: () => null, saw: () => undefined })

/** Ours: the queue as the product builds it, asked again when it is through and there is time left. */
export const ourQueue: MakePolicy = (deck, season) => {
  const plan = planFor(season)
  const log: LogEntry[] = []
  let tuning = untuned
  let model = memoryModel(tuning.traits)
  let cards = new Map(deck.items.map(({ id }) => [id, newCard(id)]))
  let ready: string[] = []
  let today = -1
  let instant = 0

  function refill(secondsLeft: number): void {
    if (needsTuning(tuning, log.length)) {
      tuning = tune(log, season.days)
      model = memoryModel(tuning.traits)
      cards = new Map([...cards, ...replayAll(log, model)])
    }
    const candidates = [...cards.values()].map((card) => ({ card, weight: deck.weight.get(card.id) ?? 0 }))
    const pace = paceOf(log)
    const secondsToday = season.minutes * 60 - secondsLeft
    const input = { candidates, plan, tuning, model, pace, now: new Date(instant), secondsToday }
    ready = todaysQueue(input).looks.map(({ cardId }) => cardId)
  }

  return {
    next(day, secondsLeft) {
      if (day !== today) {
        today = day
        instant = startOfDay(addDays(firstDay, day)).getTime() + 12 * 3_600_000
        ready = []
      }
      if (ready.length === 0) refill(secondsLeft)
      return ready.shift() ?? null
    },
    saw(cardId, grade) {
      instant += grade.seconds * 1000
      const { card, log: entry } = review(
        cards.get(cardId) ?? newCard(cardId),
        grade,
        new Date(instant),
        `${log.length}`,
        model,
      )
      cards.set(cardId, card)
      log.push(entry)
    },
  }
}
