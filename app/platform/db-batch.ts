import { setImmediate as turn } from 'node:timers/promises'
import { DomainError } from './errors.ts'

/** Work on whichever client it is given. `isOne`: a single statement, which is all or nothing by itself. */
export type Work<Client> = { readonly isOne: boolean; readonly run: (client: Client) => Promise<unknown> }
export type Outcome = { readonly value: unknown } | { readonly error: unknown }

export type BatchOptions<Client> = {
  /** alone on the connection, after everybody who came before */
  readonly inside: <T>(work: () => Promise<T>) => Promise<T>
  /**
   * Runs all of them, in order: one that fails leaves nothing behind and takes nobody with it. When it resolves the disk has
   * the others; when it rejects it has none.
   */
  readonly together: (works: ReadonlyArray<Work<Client>>) => Promise<readonly Outcome[]>
  /** how many may wait; the next one is told that the site is busy */
  readonly cap: number
}

type Waiting<Client> = { readonly work: Work<Client>; readonly settle: (outcome: Outcome) => void }

/** So many go together at most: those behind them wait no longer than for a few milliseconds' work and one visit to the disk. */
const mostTogether = 64

/**
 * Short writes that wait for the connection go together: three hundred people save their answers at the same moment, and the
 * disk is waited for once instead of three hundred times. Each is answered after the disk has it, and by its own result.
 */
export function createBatches<Client>({ inside, together, cap }: BatchOptions<Client>) {
  let waiting: Waiting<Client>[] = []

  async function run(): Promise<void> {
    // Whoever else has asked meanwhile is read first, and goes along.
    await turn()
    const batch = waiting.slice(0, mostTogether)
    waiting = waiting.slice(mostTogether)
    if (waiting.length > 0) askInside()
    const outcomes = await together(batch.map(({ work }) => work)).catch((error: unknown) =>
      batch.map((): Outcome => ({ error })),
    )
    batch.forEach(({ settle }, at) => {
      settle(outcomes[at] ?? { error: new Error('a write was not run') })
    })
  }

  /** Whoever is first asks for the connection; who comes while it waits goes with it. */
  function askInside(): void {
    inside(run).catch((error: unknown) => {
      const refused = waiting
      waiting = []
      for (const one of refused) one.settle({ error })
    })
  }

  return function runOne<T>(isOne: boolean, write: (client: Client) => Promise<T>): Promise<T> {
    if (waiting.length >= cap) return Promise.reject(new DomainError('busy', { retryAfterSeconds: 1 }))
    return new Promise<T>((resolve, reject) => {
      let answer = () => reject(new Error('a write was not run'))
      const run = async (client: Client) => {
        const value = await write(client)
        answer = () => resolve(value)
      }
      const settle = (outcome: Outcome) => ('error' in outcome ? reject(outcome.error) : answer())
      waiting.push({ work: { isOne, run }, settle })
      if (waiting.length === 1) askInside()
    })
  }
}
