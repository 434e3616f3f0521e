import type { ChoiceKind } from '~/modules/questions/question.ts'

/** What the page of a sitting is given beside its questions, which are text in the page (paper-html.ts). */
export type SittingPage = {
  readonly attemptId: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly epoch: string
  /** in ISO */
  readonly deadlineAt: string
  readonly serverNow: string
  /** the time that was left when the page was made, as it is shown */
  readonly timeLeft: string
  readonly isOverSoon: boolean
  readonly items: readonly CardItem[]
  /** the highest number of a change of this epoch that had arrived */
  readonly seq: string
  /** seals what cannot be sent, hexadecimal (answer-file.ts); null: an exam of her own, with nobody to load a file */
  readonly seal: string | null
}

/**
 * A sitting as it travels. A whole hall opens its papers in the same seconds: the frame around the questions is the same for
 * all of them, and is rendered once. What differs stands outside `rest`, as words: `ownSittingWords`.
 */
export type PackedSitting = Omit<SittingPage, 'title' | 'items' | 'isOverSoon'> & {
  /** ids of items in their order, comma-separated */
  readonly itemIds: string
  readonly rest: string
}

export const ownSittingWords = [
  ...[['attemptId'], ['epoch'], ['deadlineAt'], ['serverNow']],
  ...[['timeLeft'], ['itemIds'], ['seq'], ['seal']],
]

export function packSitting({ title, items, isOverSoon, ...own }: SittingPage): PackedSitting {
  const places = items.map(({ itemId: _, ...place }) => place)
  return {
    ...{ ...own, itemIds: items.map(({ itemId }) => itemId).join(',') },
    rest: JSON.stringify({ title, places, isOverSoon }),
  }
}

export function unpackSitting({ itemIds, rest, ...own }: PackedSitting): SittingPage {
  const { places, ...shared }: Unpacked = JSON.parse(rest)
  const ids = itemIds.split(',')
  return { ...own, ...shared, items: places.map((place, at) => ({ ...place, itemId: ids[at] ?? '' })) }
}

type Unpacked = Pick<SittingPage, 'title' | 'isOverSoon'> & { readonly places: ReadonlyArray<Omit<CardItem, 'itemId'>> }

/** Names the questions while their page is written. */
export const servedPaper = 'paper'

/** Names the questions of an attempt among the documents of a page (content/documents.ts). */
export function documentKey(attemptId: string): string {
  return `attempt-${attemptId}`
}

/** A place on the answer card 答题卡. */
export type CardItem = {
  readonly itemId: string
  readonly number: number
  readonly kind: ChoiceKind | 'constructed'
  readonly part: number
}

/** An answer that stands on the server, with the name of the change that made it. */
export type KnownAnswer = {
  readonly itemId: string
  readonly value: string
  readonly isMarked: boolean
  readonly epoch: number
  readonly seq: number
}

/** What a tab is told when it comes in. */
export type Entry = {
  /** open: answer here. elsewhere: another tab or device does. over: time is up or it was handed in */
  readonly state: 'open' | 'elsewhere' | 'over'
  readonly epoch: number
  readonly deadlineAt: Date
  readonly serverNow: Date
  readonly answers: readonly KnownAnswer[]
}
