import { DomainError } from './errors.ts'

/** What the gate did, for the log and the system page. Milliseconds. */
export type GateFigures = { readonly depth: number; readonly waitMs: number; readonly holdMs: number }
export type Hold = { readonly waitMs: number; readonly holdMs: number; readonly depth: number }

export type Gate = {
  /** Runs `work` when everybody who came before has left; refuses when too many wait. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>
  readonly figures: () => GateFigures
  /** Resolves when nobody is inside and nobody waits. */
  readonly drained: () => Promise<void>
}

export type GateOptions = {
  /** how many may wait; the next one is told that the site is busy */
  readonly cap: number
  /** milliseconds, only ever going forward */
  readonly clock: () => number
  readonly onLeave?: (hold: Hold) => void
}

/**
 * First in, first out, one at a time. The SQLite adapter has one connection: without the gate a plain write falls into a
 * transaction that another request has open, is acknowledged, and vanishes with that one's rollback.
 */
export function createGate({ cap, clock, onLeave }: GateOptions): Gate {
  /** the one inside and those who wait */
  let present = 0
  let last: Promise<unknown> = Promise.resolve()
  let enteredAt: number | null = null
  let latest: Hold = { waitMs: 0, holdMs: 0, depth: 0 }

  async function run<T>(work: () => Promise<T>): Promise<T> {
    if (present > cap) throw new DomainError('busy', { retryAfterSeconds: 1 })
    const askedAt = clock()
    const before = last
    let leave = () => {}
    last = new Promise<void>((resolve) => {
      leave = resolve
    })
    present += 1
    await before
    const start = clock()
    enteredAt = start
    try {
      return await work()
    } finally {
      present -= 1
      latest = { waitMs: start - askedAt, holdMs: clock() - start, depth: present }
      enteredAt = null
      leave()
      onLeave?.(latest)
    }
  }

  return {
    run,
    figures: () => ({
      depth: Math.max(0, present - 1),
      waitMs: latest.waitMs,
      holdMs: enteredAt === null ? latest.holdMs : clock() - enteredAt,
    }),
    drained: async () => {
      while (present > 0) await last
    },
  }
}
