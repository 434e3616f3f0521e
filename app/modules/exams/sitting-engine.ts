import type { FormAnswer } from './answer-form.ts'
import type { StoredAnswer } from './attempt-store.ts'
import { offsetAfter } from './clock-display.ts'
import {
  dueAt,
  emptyQueue,
  nextBatch,
  type Queue,
  type Entry as QueueEntry,
  reduce,
  type SavingEvent,
  unsent,
} from './saving.ts'
import type { Entry } from './sitting-page.ts'
import { type Known, unsentLog } from './unsent-answers.ts'

/*
 * What a tab does while an exam is sat: keeps every change on the device, sends it, says that it is there, hears of more
 * time and of the end. The machine around it (network, storage, clock, chance) is handed in, so that tests can take it away.
 */
export type SittingState = 'entering' | 'open' | 'elsewhere' | 'over' | 'signedOut'

export type Machine = {
  /** what the page was told when it was made: names what is changed before this tab has come in */
  readonly known: Known
  /** answers of `/sync`; throws when the network is away; null when the session has ended */
  readonly post: (message: object, isLast?: boolean) => Promise<unknown | null>
  readonly stored: () => Promise<readonly StoredAnswer[]>
  readonly store: (answer: QueueEntry) => Promise<void>
  readonly forget: (name: Pick<StoredAnswer, 'itemId' | 'epoch' | 'seq'>) => Promise<void>
  /** a clock that only runs forward, in milliseconds */
  readonly now: () => number
  readonly random: () => number
  /** something to show has changed */
  readonly onChange: () => void
  /** answers to put into the form: after coming in, and after a takeover */
  readonly onAnswers: (answers: Readonly<Record<string, FormAnswer>>) => void
}

export type Signal = { readonly kind: 'hidden' | 'pasted' | 'offline' | 'clockMoved'; readonly seconds: number }

type SaveReply = {
  readonly acknowledged: ReadonlyArray<{ itemId: string; seq: number; outcome: 'saved' | 'apart' }>
  readonly state: 'open' | 'over' | 'elsewhere'
  readonly serverNow: string
  readonly deadlineAt: string
}
type BeatReply = Pick<SaveReply, 'state' | 'serverNow' | 'deadlineAt'>

export function createSitting(deviceId: string, machine: Machine) {
  let queue: Queue = emptyQueue
  let state: SittingState = 'entering'
  let deadlineAt = 0
  let offset: number | null = null
  let isAway = false
  /** what the device had kept, until it is put together with what the server has */
  let kept: readonly QueueEntry[] = []
  /** what was changed before the tab came in, as the device keeps it meanwhile */
  let early: readonly QueueEntry[] = []
  const signals: Signal[] = []

  const dispatch = (event: SavingEvent) => {
    queue = reduce(queue, event)
  }

  /** Asks, and learns the server's time from every reply. Null when the network is away or she is signed out. */
  async function ask<Reply extends { serverNow: string; deadlineAt: string }>(message: object, isLast = false) {
    const sentAt = machine.now()
    try {
      const reply = (await machine.post(message, isLast)) as Reply | null
      isAway = false
      if (reply === null) {
        state = 'signedOut'
        return null
      }
      offset = offsetAfter(offset, { sentAt, receivedAt: machine.now(), serverNow: Date.parse(reply.serverNow) })
      deadlineAt = Date.parse(reply.deadlineAt)
      return reply
    } catch {
      isAway = true
      return null
    }
  }

  /** Comes in, or back in. Answers that this device was not told to forget are put together with the server's. */
  async function enter(wantsTakeover = false): Promise<void> {
    const held = await machine.stored().catch((): readonly StoredAnswer[] => [])
    kept = held.map(({ itemId, value, isMarked, epoch, seq }) => ({ itemId, value, isMarked, epoch, seq }))
    const entry = await ask<Entry & { serverNow: string & Date; deadlineAt: string & Date }>({
      ...{ kind: 'enter', deviceId, wantsTakeover },
    })
    if (entry) {
      state = entry.state
      if (entry.state === 'open') {
        dispatch({ kind: 'loaded', epoch: entry.epoch, server: entry.answers, stored: kept, now: machine.now() })
        kept = []
        await keepAll()
        for (const one of early) if (one.epoch !== entry.epoch) await machine.forget(one).catch(() => undefined)
        early = []
        machine.onAnswers(
          Object.fromEntries(Object.entries(queue.slots).map(([itemId, { answer }]) => [itemId, answer])),
        )
      }
    }
    machine.onChange()
  }

  /** After coming in some answers have new names: the device keeps them under these. */
  async function keepAll(): Promise<void> {
    for (const entry of unsent(queue)) await keep(entry)
  }

  function keep(entry: QueueEntry): Promise<void> {
    // Storage may be full or forbidden: the answer is still in the form and on its way.
    return machine.store(entry).catch(() => undefined)
  }

  async function change(itemId: string, answer: FormAnswer): Promise<void> {
    dispatch({ kind: 'changed', itemId, ...answer, now: machine.now() })
    machine.onChange()
    const entry = unsentLog(queue, kept, machine.known).findLast((one) => one.itemId === itemId)
    if (!entry) return
    if (queue.epoch === null) early = [...early, entry]
    await keep(entry)
  }

  /** Sends what is due. `isLast`: the page is going away, so it is sent as what the browser finishes without it. */
  async function send(isFlush = false, isLast = false): Promise<void> {
    if (state !== 'open' && state !== 'signedOut' && state !== 'elsewhere') return
    const batch = nextBatch(queue, machine.now(), isFlush)
    if (!batch) return
    dispatch({ kind: 'sent', saves: batch.saves })
    const answers = batch.saves.map(({ itemId, value, isMarked, seq }) => ({ itemId, value, isMarked, seq }))
    const reply = await ask<SaveReply>({ kind: 'save', epoch: batch.epoch, answers }, isLast)
    if (!reply) dispatch({ kind: 'failed', now: machine.now(), random: machine.random() })
    else {
      dispatch({ kind: 'acknowledged', saves: reply.acknowledged.map((one) => ({ ...one, epoch: batch.epoch })) })
      follow(reply.state)
      for (const { itemId, seq } of reply.acknowledged) {
        await machine.forget({ itemId, epoch: batch.epoch, seq }).catch(() => undefined)
      }
    }
    machine.onChange()
  }

  async function beat(): Promise<void> {
    if (queue.epoch === null) return enter()
    const told = signals.splice(0, 20)
    const reply = await ask<BeatReply>({
      kind: 'beat',
      epoch: queue.epoch,
      waiting: unsent(queue).length,
      signals: told,
    })
    if (reply) follow(reply.state)
    else signals.unshift(...told)
    machine.onChange()
  }

  function follow(next: 'open' | 'over' | 'elsewhere'): void {
    if (next === 'elsewhere') dispatch({ kind: 'takenOver' })
    state = next
  }

  /** Sends what is left, batch by batch, then hands in. False when the server did not hear of it. */
  async function submit(): Promise<boolean> {
    // What is under way comes to its end first; a reply that does not come ends it.
    for (let left = unsent(queue).length; left > 0; ) {
      await send(true)
      if (queue.retryAt !== null || unsent(queue).length >= left) break
      left = unsent(queue).length
    }
    try {
      const reply = (await machine.post({ kind: 'submit', epoch: queue.epoch ?? 0 })) as Pick<SaveReply, 'state'> | null
      isAway = false
      if (reply === null) state = 'signedOut'
      else follow(reply.state)
    } catch {
      isAway = true
    }
    machine.onChange()
    return state === 'over'
  }

  return {
    enter,
    change,
    send,
    beat,
    submit,
    note: (signal: Signal) => {
      if (signals.length < 100) signals.push(signal)
    },
    /** when `send` has something to do, by the machine's clock */
    dueAt: () => dueAt(queue),
    view: () => ({ queue, kept, state, deadlineAt, offset: offset ?? 0, isAway }),
  }
}

export type SittingEngine = ReturnType<typeof createSitting>
