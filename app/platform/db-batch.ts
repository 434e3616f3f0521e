import { DomainError } from './errors.ts'

/** A write of one statement, on whichever client it is given. */
export type Statement<Client> = (client: Client) => Promise<unknown>

export type BatchOptions<Client> = {
  /** alone on the connection, after everybody who came before */
  readonly inside: <T>(work: () => Promise<T>) => Promise<T>
  /** the client without a transaction */
  readonly alone: Client
  /** all or nothing, and on the disk when it resolves */
  readonly together: <T>(work: (client: Client) => Promise<T>) => Promise<T>
  /** how many may wait; the next one is told that the site is busy */
  readonly cap: number
}

type Outcome = { readonly value: unknown } | { readonly error: unknown }
type Waiting<Client> = {
  readonly statement: Statement<Client>
  readonly settle: (outcome: Outcome) => void
}

/**
 * Single statements that wait for the connection go together: three hundred people save their answers at the same moment, and
 * the disk is waited for once instead of three hundred times. Each is answered after the disk has it, and by its own result: one
 * that the database refuses takes nobody with it.
 */
export function createBatches<Client>({ inside, alone, together, cap }: BatchOptions<Client>) {
  let waiting: Waiting<Client>[] = []

  async function run(): Promise<void> {
    const batch = waiting
    waiting = []
    const outcomes = await (batch.length === 1 ? inTurn(batch, alone) : together((tx) => inTurn(batch, tx))).catch(
      (error: unknown) => batch.map((): Outcome => ({ error })),
    )
    batch.forEach(({ settle }, at) => {
      settle(outcomes[at] ?? { error: new Error('a statement was not run') })
    })
  }

  return function runOne<T>(statement: (client: Client) => Promise<T>): Promise<T> {
    if (waiting.length >= cap) return Promise.reject(new DomainError('busy', { retryAfterSeconds: 1 }))
    return new Promise<T>((resolve, reject) => {
      const settle = (outcome: Outcome) => ('error' in outcome ? reject(outcome.error) : resolve(outcome.value as T))
      waiting.push({ statement, settle })
      if (waiting.length > 1) return
      // Whoever is first asks for the connection; who comes while it waits goes with it.
      inside(run).catch((error: unknown) => {
        const refused = waiting
        waiting = []
        for (const one of refused) one.settle({ error })
      })
    })
  }
}

async function inTurn<Client>(batch: readonly Waiting<Client>[], client: Client): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { statement } of batch) {
    outcomes.push(
      await statement(client).then(
        (value): Outcome => ({ value }),
        (error: unknown): Outcome => ({ error }),
      ),
    )
  }
  return outcomes
}
