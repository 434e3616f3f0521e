import { seededRandom } from '~/platform/random.ts'
import type { MemoryModel } from './scheduler.ts'

/*
 * How firmly she should hold her cards. Holding them firmly costs looks that other cards could have had: for each candidate,
 * what a minute yields in recall on the day of the exam, by her own memory; then the firmest that wastes little.
 */
const candidates = [0.9, 0.87, 0.84, 0.81, 0.78, 0.75, 0.72, 0.69, 0.66, 0.63, 0.6, 0.57, 0.54]
/**
 * The firmest that still yields so much of the best. Firmness is insurance: forgetting is steeper than the model believes
 * more often than flatter, because it sees a mixture of items, and the steep ones leave it first.
 */
const enough = 0.88
const cardsTried = 120
/** An error takes half as long again, for the explanation. */
const errorCost = 0.5
/** What one knew without learning it is mostly still known. */
const untouched = 0.9

/** `days`: from the first look to the exam. */
export function worthwhileRetention(model: MemoryModel, days: number, knownAtFirst: number): number {
  const yields = candidates.map((retention) => yieldOf(model, retention, days, knownAtFirst))
  const best = Math.max(...yields)
  return candidates[yields.findIndex((one) => one >= best * enough)] ?? 0.9
}

/** Recall won on the exam day for one look, over cards that are begun in the first half of the time. */
function yieldOf(model: MemoryModel, retention: number, days: number, knownAtFirst: number): number {
  const random = seededRandom(1)
  let recall = 0
  let cost = 0
  for (let card = 0; card < cardsTried; card++) {
    let day = Math.floor((days * 0.5 * card) / cardsTried)
    let isKnown = ((card * 7) % cardsTried) / cardsTried < knownAtFirst
    let memory = model.afterLook(null, 0, isKnown)
    cost += isKnown ? 1 : 1 + errorCost
    for (;;) {
      const wait = model.daysUntil(memory, retention)
      if (day + wait >= days) break
      isKnown = random() < model.recallAfter(memory, wait)
      memory = model.afterLook(memory, wait, isKnown)
      cost += isKnown ? 1 : 1 + errorCost
      day += wait
    }
    recall += model.recallAfter(memory, days - day)
  }
  return (recall / cardsTried - knownAtFirst * untouched) / (cost / cardsTried)
}
