import type { Card, MemoryModel } from './scheduler.ts'

/** What she knew without learning is mostly still there on the day. */
const untouched = 0.9
/** A look that can wait so long … */
const waitDays = 4
/** … loses so much of what it would still be worth then: first comes what cannot wait. */
const waitShare = 0.5

/**
 * What a look today adds to the chance that she knows the card `rest` days from now. `days`: since her last look. `recall`: the
 * chance that she knows it today.
 */
export function gainAt(rest: number, card: Card, days: number, recall: number, model: MemoryModel): number {
  const without = card.memory ? model.recallAfter(card.memory, days + rest) : recall * untouched
  const spaced = card.memory ? Math.max(1, days) : 0
  const known = model.recallAfter(model.afterLook(card.memory, spaced, true), rest)
  const unknown = model.recallAfter(model.afterLook(card.memory, spaced, false), rest)
  return recall * known + (1 - recall) * unknown - without
}

/** The gain, less half of what the same look would still bring in four days: a measure to put looks in order. */
export function urgencyAt(rest: number, card: Card, days: number, recall: number, model: MemoryModel): number {
  const now = gainAt(rest, card, days, recall, model)
  if (!card.memory || rest <= waitDays) return now
  const recallThen = model.recallAfter(card.memory, days + waitDays)
  return now - waitShare * gainAt(rest - waitDays, card, days + waitDays, recallThen, model)
}
