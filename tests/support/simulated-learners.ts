import type { Grade } from '~/modules/reviews/review-log.ts'
import { type Random, seededRandom } from '~/platform/random.ts'

/*
 * Learners who do not forget as FSRS assumes, so that what is built on it is tested against something else than itself.
 *
 * interference: one trace that halves within days, at a rate of the person and of the item, and faster the more else of the
 *   same chapter was studied since; a look multiplies the half-life, the more the less was left (spacing effect).
 * twoTraces: a fast trace that is gone within days and a slow one that a look feeds only as far as the fast one has faded:
 *   cramming fills the first and hardly the second.
 */
export const laws = ['interference', 'twoTraces'] as const
export type Law = (typeof laws)[number]

export type Item = { readonly id: string; readonly chapter: string }

export type Learner = {
  /** chance that she knows it on that day; guessing is not in it */
  readonly recall: (item: Item, day: number) => number
  /** she answers it, reads why, and remembers the better */
  readonly look: (item: Item, day: number) => Grade
}

type Trace = {
  readonly day: number
  readonly rate: number
  readonly halfLife: number
  readonly slow: number
  readonly chapterLooks: number
}

const optionCount = 4
/** extra time for reading why it was wrong */
const explanationSeconds = 20
/** each other look at the same chapter ages a memory by so many days */
const interference = 0.03

export function simulatedLearner(law: Law, seed: number): Learner {
  const random = seededRandom(seed)
  const person = {
    memory: logNormal(random, 1, 0.45),
    speed: logNormal(random, 1, 0.25),
    /** share of items that she knew beforehand */
    prior: 0.15 + 0.25 * random(),
    /** how often an error feels sure */
    boldness: 0.05 + 0.2 * random(),
  }
  const traces = new Map<string, Trace>()
  const looksInChapter = new Map<string, number>()
  const traits = new Map<string, { readonly memory: number; readonly knew: boolean; readonly seconds: number }>()

  // An item's traits come from its own name and her seed, so that they do not depend on the order of looks.
  function traitsOf(item: Item) {
    const known = traits.get(item.id)
    if (known) return known
    const own = seededRandom(hash(`${seed} ${item.id}`))
    const made = { memory: logNormal(own, 1, 0.5), knew: own() < person.prior, seconds: logNormal(own, 32, 0.35) }
    traits.set(item.id, made)
    return made
  }

  function recall(item: Item, day: number): number {
    const trace = traces.get(item.id)
    if (!trace) return traitsOf(item).knew ? 0.8 : 0
    const days = day - trace.day
    if (law === 'interference') {
      const others = (looksInChapter.get(item.chapter) ?? 0) - trace.chapterLooks
      return 2 ** (-(days + interference * others) / trace.halfLife)
    }
    const { fast, slow } = tracesAfter(trace, days)
    return 1 - (1 - 0.95 * fast) * (1 - slow)
  }

  function tracesAfter(trace: Trace, days: number) {
    return { fast: Math.exp(-days / (2.2 * person.memory)), slow: trace.slow * Math.exp(-days / (110 * person.memory)) }
  }

  function remember(item: Item, day: number, before: number, isKnown: boolean): void {
    const { memory, knew } = traitsOf(item)
    const trace = traces.get(item.id)
    const firstHalfLife = 2.5 * person.memory * memory * (knew ? 6 : 1)
    const grown = trace ? trace.halfLife * (isKnown ? 1 + 2.2 * (1 - before) ** 0.8 : 0.6) : firstHalfLife
    const { fast, slow } = trace ? tracesAfter(trace, day - trace.day) : { fast: 0, slow: knew ? 0.5 : 0 }
    const feed = Math.min(0.8, 0.24 * memory) * (isKnown ? 1 : 0.75) * (1 - 0.9 * fast)
    looksInChapter.set(item.chapter, (looksInChapter.get(item.chapter) ?? 0) + 1)
    traces.set(item.id, {
      day,
      rate: memory,
      halfLife: Math.min(400, Math.max(firstHalfLife * 0.8, grown)),
      slow: slow + (1 - slow) * feed,
      chapterLooks: looksInChapter.get(item.chapter) ?? 0,
    })
  }

  function look(item: Item, day: number): Grade {
    const before = recall(item, day)
    const isKnown = random() < before
    const right = isKnown || random() < 1 / optionCount
    const mood = random()
    const confidence = isKnown
      ? mood < 0.8
        ? 'sure'
        : 'unsure'
      : mood < person.boldness
        ? 'sure'
        : mood < 0.45
          ? 'unsure'
          : 'guess'
    const thinking = traitsOf(item).seconds * person.speed * (isKnown ? 0.8 : 1) * logNormal(random, 1, 0.2)
    remember(item, day, before, isKnown)
    return { right, confidence, seconds: thinking + (isKnown ? 0 : explanationSeconds) }
  }

  return { recall, look }
}

/** Median and spread of the logarithm. */
export function logNormal(random: Random, median: number, spread: number): number {
  return median * Math.exp(spread * normal(random))
}

export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** FNV-1a: a number for a text. */
export function hash(text: string): number {
  let mixed = 0x811c9dc5
  for (const letter of text) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return mixed >>> 0
}
