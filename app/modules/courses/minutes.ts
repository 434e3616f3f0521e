/*
 * Credited time: never more than was really spent, counted once however many pages were open, and at most twice what the
 * lesson is estimated to take.
 */
export type Credit = {
  readonly seconds: number
  /** everything up to here has been credited or given up */
  readonly until: Date | null
}

export type Stretch = {
  /** when the page was opened, by the server's clock: signed, so that it cannot be put back */
  readonly openedAt: Date
  /** seconds she was active, as the page says; null without JavaScript: all the time since */
  readonly claimedSeconds: number | null
}

/** A page left open overnight says nothing: without a claim, a stretch counts for this long at most. */
const longestUnclaimedSeconds = 30 * 60

export function creditStretch(before: Credit, stretch: Stretch, estimateMinutes: number, now: Date): Credit {
  const claimed = Math.min(stretch.claimedSeconds ?? longestUnclaimedSeconds, ceilingSeconds(estimateMinutes))
  const from = Math.max(
    now.getTime() - Math.max(0, claimed) * 1000,
    stretch.openedAt.getTime(),
    before.until?.getTime() ?? 0,
  )
  const earned = Math.max(0, Math.floor((now.getTime() - from) / 1000))
  const seconds = Math.min(before.seconds + earned, Math.max(before.seconds, ceilingSeconds(estimateMinutes)))
  return { seconds, until: before.until && before.until > now ? before.until : now }
}

/** The most that a lesson can count. */
export function ceilingSeconds(estimateMinutes: number): number {
  return estimateMinutes * 2 * 60
}

/** Minutes of an evidence row: begun minutes count, so that an honest short lesson is not 0. */
export function minutesOf(seconds: number): number {
  return Math.ceil(seconds / 60)
}
