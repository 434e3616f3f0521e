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
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  let enteredAt: number | null = null
  let latest: Hold = { waitMs: 0, holdMs: 0, depth: 0 }

  async function run<T>(work: () => Promise<T>): Promise<T> {
    if (waiting >= cap) throw new DomainError('busy', { retryAfterSeconds: 1 })
    const askedAt = clock()
    const before = last
    let leave = () => {}
    last = new Promise<void>((resolve) => {
      leave = resolve
    })
    waiting += 1
    await before
    waiting -= 1
    const start = clock()
    enteredAt = start
    try {
      return await work()
    } finally {
      latest = { waitMs: start - askedAt, holdMs: clock() - start, depth: waiting }
      enteredAt = null
      leave()
      onLeave?.(latest)
    }
  }

  return {
    run,
    figures: () => ({
      depth: waiting,
      waitMs: latest.waitMs,
      holdMs: enteredAt === null ? latest.holdMs : clock() - enteredAt,
    }),
    drained: async () => {
      while (waiting > 0 || enteredAt !== null) await last
    },
  }
}

/** For the one test that shows what the gate is for: everybody in at once. */
export function createOpenDoor(): Gate {
  return {
    run: (work) => work(),
    figures: () => ({ depth: 0, waitMs: 0, holdMs: 0 }),
    drained: async () => {},
  }
}
