import { type Random, seededRandom } from '~/platform/random.ts'
import { pickedIds } from './answer.ts'
import type { Paper, PaperItem } from './paper.ts'
import { shuffle } from './shuffle.ts'

/*
 * The order in which one attempt shows a paper: drawn once, stored on the attempt, and used again for review, regrade, print
 * and appeal. Options have ids that say nothing: not where they stood in the bank, and so not whether they are right.
 */
export type ArrangedOption = {
  readonly id: string
  /** in the question's own order */
  readonly index: number
}

export type Arrangement = {
  /** ids of items, as shown */
  readonly order: readonly string[]
  /** by item, as shown; none for a constructed response */
  readonly options: Readonly<Record<string, readonly ArrangedOption[]>>
}

/** From the row of its attempt, where `arrange` wrote it and nobody can change it. */
export function readArrangement(stored: string): Arrangement {
  return JSON.parse(stored) as Arrangement
}

/** The seed belongs to one attempt, is not to be guessed and never leaves the server. */
export function arrange(paper: Paper, seed: number): Arrangement {
  const random = seededRandom(seed)
  const order = inPartsAndCases(random, paper.items)
  const newId = idSource(random)
  const options = Object.fromEntries(
    order.map((item) => [item.itemId, indexesOf(random, item).map((index) => ({ id: newId(), index }))]),
  )
  return { order: order.map(({ itemId }) => itemId), options }
}

/** Parts stay in their order and the items of a case together and in theirs; within a part questions change places. */
function inPartsAndCases(random: Random, items: readonly PaperItem[]): readonly PaperItem[] {
  return inGroups(items, ({ part }) => part).flatMap((part) =>
    shuffle(
      random,
      inGroups(part, ({ versionId }) => versionId),
    ).flat(),
  )
}

function inGroups(items: readonly PaperItem[], keyOf: (item: PaperItem) => unknown): readonly (readonly PaperItem[])[] {
  const groups = new Map<unknown, PaperItem[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
}

/** 正确 and 错误 keep their places: changing them would only cost attention. */
function indexesOf(random: Random, item: PaperItem): readonly number[] {
  if (item.kind === 'constructed') return []
  const indexes = [...Array(item.optionCount).keys()]
  return item.choiceKind === 'judgement' ? indexes : shuffle(random, indexes)
}

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
const idLength = 6

/** Unique within the attempt, so that an id belongs to one item only. */
function idSource(random: Random): () => string {
  const used = new Set<string>()
  return () => {
    let id = ''
    do {
      id = Array.from({ length: idLength }, () => alphabet[Math.floor(random() * alphabet.length)]).join('')
    } while (used.has(id))
    used.add(id)
    return id
  }
}

/** What was picked, as indexes of the question's own order, ascending; null when an id is not one of this item's. */
export function pickedIndexes(arrangement: Arrangement, itemId: string, value: string): readonly number[] | null {
  const options = arrangement.options[itemId] ?? []
  const indexes = pickedIds(value).map((id) => options.find((option) => option.id === id)?.index)
  return indexes.every((index) => index !== undefined) ? [...new Set(indexes)].sort((a, b) => a - b) : null
}
