/*
 * When an attempt ends. The instant is worked out when she starts, stored, and afterwards only ever moved later.
 */
export type Terms = {
  readonly startedAt: Date
  readonly limitMinutes: number
  /** standing accommodation: 1.5 is half as long again; 1 without one */
  readonly timeFactor: number
  /** given for this exam */
  readonly extraMinutes: number
  /** end of the window; null: there is none */
  readonly closesAt: Date | null
  /** her own end of the window, when somebody granted one; the later of the two counts */
  readonly personalClosesAt: Date | null
}

const minuteMs = 60_000

/**
 * Whoever has more time has a window that ends later by as much, else those who start near its end would lose what they were
 * granted (Submitty #10441).
 */
export function deadlineOf(terms: Terms): Date {
  const ownTime = terms.startedAt.getTime() + terms.limitMinutes * minuteMs + grantedMs(terms)
  const windowEnd = windowEndOf(terms)
  return new Date(windowEnd === null ? ownTime : Math.min(ownTime, windowEnd.getTime()))
}

/** Until when she may sit: null without a window. */
export function windowEndOf(terms: Omit<Terms, 'startedAt'>): Date | null {
  const ends = [terms.closesAt, terms.personalClosesAt].flatMap((end) => (end ? end.getTime() : []))
  // A personal end without one for all would take time away from her alone.
  return terms.closesAt === null ? null : new Date(Math.max(...ends) + grantedMs(terms))
}

/** What she has beyond the time of all. A factor below one takes nothing away. */
function grantedMs({ limitMinutes, timeFactor, extraMinutes }: Omit<Terms, 'startedAt'>): number {
  const factor = Math.max(1, timeFactor)
  return Math.round(limitMinutes * (factor - 1) * minuteMs) + Math.max(0, extraMinutes) * minuteMs
}
