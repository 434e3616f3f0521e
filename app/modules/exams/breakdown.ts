import type { Mark } from './scoring.ts'

/** What an item was about, for the pictures of a result. */
export type ScoredItem = {
  readonly mark: Mark
  readonly outOf: number
  /** chapter of the current syllabus; null: none */
  readonly chapter: number | null
  readonly points: readonly string[]
}

export type Share = {
  readonly items: number
  /** fully right */
  readonly right: number
  readonly halfPoints: number
  readonly outOf: number
}

const nothing: Share = { items: 0, right: 0, halfPoints: 0, outOf: 0 }

/** Sums by whatever `groupsOf` says an item belongs to; an item may belong to several groups, or to none. */
export function sharesBy<Group>(
  items: readonly ScoredItem[],
  groupsOf: (item: ScoredItem) => readonly Group[],
): ReadonlyMap<Group, Share> {
  const shares = new Map<Group, Share>()
  for (const item of items) {
    if (item.mark.outcome === 'pending' || item.mark.outcome === 'void') continue
    for (const group of groupsOf(item)) {
      const before = shares.get(group) ?? nothing
      shares.set(group, {
        items: before.items + 1,
        right: before.right + (item.mark.halfPoints === item.outOf ? 1 : 0),
        halfPoints: before.halfPoints + item.mark.halfPoints,
        outOf: before.outOf + item.outOf,
      })
    }
  }
  return shares
}

/** By chapter, in the order of the syllabus; what has no chapter comes last. */
export function byChapter(items: readonly ScoredItem[]): ReadonlyArray<Share & { readonly chapter: number | null }> {
  const shares = sharesBy(items, ({ chapter }) => [chapter])
  return [...shares]
    .map(([chapter, share]) => ({ chapter, ...share }))
    .sort((a, b) => (a.chapter ?? Number.MAX_SAFE_INTEGER) - (b.chapter ?? Number.MAX_SAFE_INTEGER))
}

/** By knowledge point, where most was lost first. */
export function byPoint(items: readonly ScoredItem[]): ReadonlyArray<Share & { readonly point: string }> {
  const shares = sharesBy(items, ({ points }) => points)
  return [...shares]
    .map(([point, share]) => ({ point, ...share }))
    .sort((a, b) => b.outOf - b.halfPoints - (a.outOf - a.halfPoints) || a.point.localeCompare(b.point))
}
