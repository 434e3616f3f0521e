/** What has been watched of a film, in whole seconds: [from, to), in order, none touching another. */
export type Interval = readonly [from: number, to: number]

/** Sorts, joins what overlaps or touches, leaves out what is empty or no time at all. */
export function merged(intervals: readonly Interval[]): readonly Interval[] {
  const real = intervals
    .map(([from, to]): Interval => [Math.max(0, Math.floor(from)), Math.floor(to)])
    .filter(([from, to]) => Number.isSafeInteger(from) && Number.isSafeInteger(to) && to > from)
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const joined: Interval[] = []
  for (const [from, to] of real) {
    const last = joined.at(-1)
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)]
    else joined.push([from, to])
  }
  return joined
}

export function seconds(intervals: readonly Interval[]): number {
  return merged(intervals).reduce((sum, [from, to]) => sum + to - from, 0)
}

/** How much of a film of this length has been watched: 0 to 1, its furthest second counting for no more than itself. */
export function watchedShare(intervals: readonly Interval[], length: number): number {
  if (length <= 0) return 0
  return seconds(intervals.map(([from, to]): Interval => [from, Math.min(to, length)])) / length
}

/** «0-42,60-95»: how intervals are sent and stored. */
export function formatIntervals(intervals: readonly Interval[]): string {
  return merged(intervals)
    .map(([from, to]) => `${from}-${to}`)
    .join(',')
}

const longestFilm = 86_400
const mostIntervals = 500

/** Null when the text is not a list of intervals: it came from outside. */
export function parseIntervals(text: string): readonly Interval[] | null {
  if (text === '') return []
  const parts = text.split(',')
  if (parts.length > mostIntervals) return null
  const intervals: Interval[] = []
  for (const part of parts) {
    const [, from, to] = /^(\d{1,5})-(\d{1,5})$/.exec(part) ?? []
    if (from === undefined || to === undefined || Number(to) > longestFilm || Number(from) >= Number(to)) return null
    intervals.push([Number(from), Number(to)])
  }
  return merged(intervals)
}
