import { worthwhileRetention } from './retention.ts'
import { dayNumber, inOrder, type LogEntry } from './review-log.ts'
import { type Memory, type MemoryModel, memoryModel, ratingOf, type Traits } from './scheduler.ts'

/*
 * How she remembers, learned from her own looks: the traits under which what she knew and did not know is likeliest, drawn
 * to a prior while there is little to go by. A search without chance: the same log gives the same traits.
 */
export type Tuning = {
  readonly traits: Traits
  /** a card is due when its chance of recall has fallen to this */
  readonly retention: number
  /** how often she knows a card at first sight */
  readonly knownAtFirst: number
  /** looks that this was learned from */
  readonly looks: number
}

/**
 * Multiple choice with an explanation at once is not a flash card: a first error is half mended on the spot, and what is
 * merely recognised fades faster than what was produced. Wide enough for the log to say otherwise soon.
 */
const prior: Traits = { firstWrong: 0.5, firstRight: 0, growth: -0.5, afterError: 0, decay: 1.2 }
const spread: Traits = { firstWrong: 0.8, firstRight: 0.8, growth: 0.8, afterError: 0.8, decay: 0.8 }
const names = ['firstWrong', 'firstRight', 'growth', 'afterError', 'decay'] as const
const steps = [0.8, 0.4, 0.2, 0.2]
/** Fewer looks than these say nothing about a person. */
const leastLooks = 40
/** Of four options one is right: what she does not know is «known» by luck, unnoticed, about once in ten. */
const luck = 0.1
const most = 0.97
const priorKnownAtFirst = 0.3
const priorFirstLooks = 10

export const untuned: Tuning = { traits: prior, retention: 0.85, knownAtFirst: priorKnownAtFirst, looks: 0 }

/** Learning is worth its time again when there is a fifth more to learn from. */
export function needsTuning(tuning: Tuning, looks: number): boolean {
  return looks >= Math.max(leastLooks, tuning.looks * 1.2)
}

/** `days`: how far ahead she plans, from her first look to the exam. */
export function tune(log: readonly LogEntry[], days: number): Tuning {
  const rows = rowsOf(log)
  if (rows.length < leastLooks) return { ...untuned, looks: rows.length }
  const first = rows.filter((row) => row.days === null)
  const known = first.filter(({ isKnown }) => isKnown).length
  const knownAtFirst = (priorKnownAtFirst * priorFirstLooks + known) / (priorFirstLooks + first.length)
  const traits = fitTraits(rows)
  return {
    traits,
    knownAtFirst,
    looks: rows.length,
    retention: worthwhileRetention(memoryModel(traits), days, knownAtFirst),
  }
}

type Row = {
  readonly card: number
  /** since the last look; null at the first */
  readonly days: number | null
  readonly rating: ReturnType<typeof ratingOf>
  readonly isKnown: boolean
}

function rowsOf(log: readonly LogEntry[]): readonly Row[] {
  const seen = new Map<string, { readonly card: number; readonly day: number }>()
  return [...log].sort(inOrder).flatMap((entry) => {
    if (entry.kind !== 'look') return []
    const last = seen.get(entry.cardId)
    const day = dayNumber(entry.at)
    const card = last?.card ?? seen.size
    seen.set(entry.cardId, { card, day })
    const rating = ratingOf(entry.grade, null)
    return [{ card, days: last ? Math.max(0, day - last.day) : null, rating, isKnown: rating !== 1 }]
  })
}

/** From the prior, one trait after the other, with ever smaller steps. */
function fitTraits(rows: readonly Row[]): Traits {
  let best = prior
  let value = plausibility(best, rows)
  for (const step of steps) {
    for (const name of names) {
      for (const direction of [step, -step]) {
        for (let goes = true; goes; ) {
          const next = { ...best, [name]: best[name] + direction }
          const nextValue = plausibility(next, rows)
          goes = nextValue > value + 1e-9
          if (goes) [best, value] = [next, nextValue]
        }
      }
    }
  }
  return best
}

/** Logarithm of the posterior density. */
function plausibility(traits: Traits, rows: readonly Row[]): number {
  const distance = names.reduce((sum, name) => sum + ((traits[name] - prior[name]) / spread[name]) ** 2 / 2, 0)
  return likelihood(memoryModel(traits), rows) - distance
}

function likelihood(model: MemoryModel, rows: readonly Row[]): number {
  const memories: Memory[] = []
  let sum = 0
  for (const { card, days, rating, isKnown } of rows) {
    const memory = memories[card]
    if (memory && days !== null && days > 0) {
      const chance = Math.min(most, luck + (1 - luck) * model.recallAfter(memory, days))
      sum += Math.log(isKnown ? chance : 1 - chance)
    }
    memories[card] = model.rated(memory ?? null, days ?? 0, rating)
  }
  return sum
}
