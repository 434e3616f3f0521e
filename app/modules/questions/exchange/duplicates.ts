import { normalText, visibleText } from '../bank-text.ts'
import type { QuestionBody } from '../question.ts'

/*
 * The same question twice. Exactly: equal normal form (width, case, blanks, punctuation and the order of options make no
 * difference). Nearly: many shingles of three characters in common. Pure and deterministic.
 */
export type Comparable = { readonly id: string; readonly text: string }
export type NearPair = { readonly one: string; readonly other: string; readonly similarity: number }

/** What is hashed to find a question again that is the same but for its form. */
export function hashInput(body: QuestionBody): string {
  return `${body.kind}\n${normalText(visibleText(body))}`
}

/** A question's text in the form in which it is compared. */
export function comparable(id: string, body: QuestionBody): Comparable {
  return { id, text: normalText(visibleText(body)) }
}

const shingleLength = 3

/** Shared shingles by all shingles of both: 1 for texts that differ in nothing but form. */
export function similarity(one: string, other: string): number {
  const [a, b] = [shinglesOf(one), shinglesOf(other)]
  if (a.size === 0 || b.size === 0) return one === other && one !== '' ? 1 : 0
  let common = 0
  for (const shingle of a) if (b.has(shingle)) common += 1
  return common / (a.size + b.size - common)
}

function shinglesOf(text: string): ReadonlySet<string> {
  const characters = [...text]
  if (characters.length < shingleLength) return new Set(text === '' ? [] : [text])
  const last = characters.length - shingleLength
  return new Set(Array.from({ length: last + 1 }, (_, at) => characters.slice(at, at + shingleLength).join('')))
}

/**
 * All pairs that are at least so similar, most similar first. Two texts whose shingles, rarest first, share none among the
 * first few cannot reach the threshold (prefix filtering): an index of those few finds all candidates, and common phrases
 * («下列关于…的是») never enter it.
 */
export function nearDuplicates(texts: readonly Comparable[], threshold = 0.7): readonly NearPair[] {
  const sets = rankedShingles(texts)
  const index = new Map<number, number[]>()
  const pairs: NearPair[] = []
  const order = sets.map((_, at) => at).toSorted((a, b) => size(a) - size(b) || a - b)
  function size(at: number) {
    return sets[at]?.length ?? 0
  }
  for (const at of order) {
    const own = sets[at] ?? []
    const prefix = own.slice(0, own.length - Math.ceil(threshold * own.length) + 1)
    const candidates = new Set(prefix.flatMap((shingle) => index.get(shingle) ?? []))
    for (const other of candidates) {
      const found = jaccard(own, sets[other] ?? [], threshold)
      if (found !== null) pairs.push(pairOf(texts, at, other, found))
    }
    for (const shingle of prefix) {
      const known = index.get(shingle)
      if (known) known.push(at)
      else index.set(shingle, [at])
    }
  }
  return pairs.toSorted((a, b) => b.similarity - a.similarity || compare(a.one, b.one) || compare(a.other, b.other))
}

/** Each text's shingles as numbers, rarest first over the whole bank. */
function rankedShingles(texts: readonly Comparable[]): ReadonlyArray<readonly number[]> {
  const counts = new Map<string, number>()
  const sets = texts.map(({ text }) => shinglesOf(text))
  for (const set of sets) for (const shingle of set) counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  const byRarity = [...counts].toSorted(([a, m], [b, n]) => m - n || compare(a, b))
  const ranks = new Map(byRarity.map(([shingle], rank) => [shingle, rank]))
  return sets.map((set) => [...set].map((shingle) => ranks.get(shingle) ?? 0).toSorted((a, b) => a - b))
}

/** Null as soon as the threshold is out of reach. Both lists ascend. */
function jaccard(one: readonly number[], other: readonly number[], threshold: number): number | null {
  const total = one.length + other.length
  const needed = Math.ceil((threshold / (1 + threshold)) * total - 1e-9)
  let common = 0
  let [i, j] = [0, 0]
  while (i < one.length && j < other.length) {
    if (common + Math.min(one.length - i, other.length - j) < needed) return null
    const [a = 0, b = 0] = [one[i], other[j]]
    if (a === b) {
      common += 1
      i += 1
      j += 1
    } else if (a < b) i += 1
    else j += 1
  }
  const found = common / (total - common)
  return found >= threshold ? found : null
}

function pairOf(texts: readonly Comparable[], at: number, other: number, similarity: number): NearPair {
  const [first, second] = at < other ? [at, other] : [other, at]
  return { one: texts[first]?.id ?? '', other: texts[second]?.id ?? '', similarity }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
