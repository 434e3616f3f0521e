import {
  countWaiting,
  dueAt,
  emptyQueue,
  nextBatch,
  type Queue,
  type Entry as QueueEntry,
  reduce,
  type SavingEvent,
  savingOf,
  unsent,
} from '~/modules/exams/saving.ts'
import type { OfflineAnswer } from './offline-set.ts'
import type { StoredPractice } from './practice-store.ts'

/*
 * What a tab does with answers to practice: keeps each on the device, then sends it, until the server has said that it has
 * it. The queue is the one that exams use (exams/saving.ts): an answer is an item there, its id is the item's, and what is
 * said of it later (why it went wrong) is a change of it. Nobody takes over from anybody, so all of it is one epoch.
 */
const epoch = 0

export type SenderMachine = {
  /** null when the session has ended; throws when nobody answers */
  readonly post: (message: { readonly answers: readonly unknown[] }, isLast: boolean) => Promise<unknown | null>
  readonly stored: () => Promise<readonly StoredPractice[]>
  readonly store: (answer: Omit<StoredPractice, 'personId'>) => Promise<void>
  /** the server has said what becomes of it */
  readonly settle: (id: string, seq: number, outcome: 'saved' | 'refused') => Promise<void>
  /** a clock that only runs forward, in milliseconds */
  readonly now: () => number
  readonly random: () => number
  /** something to show has changed */
  readonly onChange: () => void
}

type Reply = {
  readonly outcomes: ReadonlyArray<{ id: string; seq: number; outcome: 'saved' | 'refused' }>
  /** questions of an exam that she has open */
  readonly closed: readonly string[]
}

/**
 * saved: the server has it. waiting: it is on the device. unkept: it is in this page only, the device keeps nothing.
 * refused: the server does not take it.
 */
export type PracticeSaving = 'saved' | 'waiting' | 'unkept' | 'refused'

export type SenderView = {
  readonly isLoaded: boolean
  /** by id, in the order in which they were given */
  readonly answers: ReadonlyMap<string, OfflineAnswer>
  readonly savings: ReadonlyMap<string, PracticeSaving>
  readonly waiting: number
  /** questions that lie in an exam of hers, as far as the server has said */
  readonly closed: ReadonlySet<string>
  readonly isAway: boolean
  readonly isSignedOut: boolean
}

export function createPracticeSender(machine: SenderMachine) {
  let queue: Queue = emptyQueue
  let [isAway, isSignedOut] = [false, false]
  let closed: ReadonlySet<string> = new Set()
  const unkept = new Set<string>()

  const dispatch = (event: SavingEvent) => {
    queue = reduce(queue, event)
  }

  /** Takes up what the device kept. A device without storage (some private windows) kept nothing. */
  async function load(): Promise<void> {
    const held = await machine.stored().catch((): readonly StoredPractice[] => [])
    const stored = held.map(({ id, value, seq }) => ({ itemId: id, value, isMarked: false, epoch, seq }))
    dispatch({ kind: 'loaded', epoch, server: [], stored, now: machine.now() })
    for (const entry of unsent(queue)) await keep(entry)
    machine.onChange()
  }

  async function keep({ itemId, value, seq }: QueueEntry): Promise<void> {
    await machine.store({ id: itemId, value, seq }).then(
      () => unkept.delete(itemId),
      () => unkept.add(itemId),
    )
  }

  async function say(id: string, answer: OfflineAnswer): Promise<void> {
    dispatch({ kind: 'changed', itemId: id, value: JSON.stringify(answer), isMarked: false, now: machine.now() })
    machine.onChange()
    const entry = unsent(queue).find(({ itemId }) => itemId === id)
    if (entry) await keep(entry)
    machine.onChange()
  }

  /** Sends what is due. `isLast`: the page is going away, so it is sent as what the browser finishes without it. */
  async function send(isFlush = false, isLast = false): Promise<void> {
    const batch = nextBatch(queue, machine.now(), isFlush)
    if (!batch) return
    dispatch({ kind: 'sent', saves: batch.saves })
    const reply = await ask(batch.saves, isLast)
    if (!reply) dispatch({ kind: 'failed', now: machine.now(), random: machine.random() })
    else {
      const saves = reply.outcomes.map(({ id, seq, outcome }) => {
        return { itemId: id, epoch, seq, outcome: outcome === 'saved' ? ('saved' as const) : ('apart' as const) }
      })
      dispatch({ kind: 'acknowledged', saves })
      closed = new Set(reply.closed)
      for (const { id, seq, outcome } of reply.outcomes) {
        unkept.delete(id)
        await machine.settle(id, seq, outcome).catch(() => undefined)
      }
    }
    machine.onChange()
  }

  async function ask(saves: readonly QueueEntry[], isLast: boolean): Promise<Reply | null> {
    const answers = saves.map(({ itemId, seq, value }) => ({ id: itemId, seq, answer: JSON.parse(value) as unknown }))
    try {
      const reply = (await machine.post({ answers }, isLast)) as Reply | null
      isAway = false
      isSignedOut = reply === null
      return reply
    } catch {
      isAway = true
      return null
    }
  }

  function view(): SenderView {
    const ids = Object.keys(queue.slots)
    return {
      isLoaded: queue.epoch !== null,
      answers: new Map(ids.map((id) => [id, JSON.parse(queue.slots[id]?.answer.value ?? 'null') as OfflineAnswer])),
      savings: new Map(ids.map((id) => [id, standing(id)])),
      waiting: countWaiting(queue),
      ...{ closed, isAway, isSignedOut },
    }
  }

  /** A request that came to nothing is no failure yet: the answer is on the device, and goes again by itself. */
  function standing(id: string): PracticeSaving {
    if (savingOf(queue, id) === 'saved') return 'saved'
    if (queue.slots[id]?.held === 'apart') return 'refused'
    return unkept.has(id) ? 'unkept' : 'waiting'
  }

  return { load, say, send, view, dueAt: () => dueAt(queue) }
}

export type PracticeSender = ReturnType<typeof createPracticeSender>
