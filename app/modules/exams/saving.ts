import type { Answer } from './answer.ts'

/*
 * Answers on their way from the browser to the server, as a reducer. The device keeps `unsent` (IndexedDB) and sends what
 * `nextBatch` says; everything that happens comes back as an event, in any order. An answer is named by (epoch, seq): sent
 * again after a lost reply it is the same one, and the server knows it. Times are of a clock that only runs forward.
 */
export type Entry = Answer & {
  readonly itemId: string
  /** under which this device sits */
  readonly epoch: number
  readonly seq: number
}

type Slot = {
  readonly answer: Answer
  /** null: changed before it was known under which epoch this device sits */
  readonly epoch: number | null
  readonly seq: number
  /** apart: the server has it, but it does not count (late, or after a takeover) */
  readonly held: 'device' | 'server' | 'apart'
  readonly hasFailed: boolean
  readonly waitingSince: number
}

export type Queue = {
  readonly epoch: number | null
  /** the highest number given to a change */
  readonly seq: number
  readonly isReadOnly: boolean
  /** what the form shows, by item */
  readonly slots: Readonly<Record<string, Slot>>
  /** of an earlier epoch, for items that another device has answered since: sent to be kept apart, not shown */
  readonly orphans: readonly Entry[]
  readonly underway: readonly Name[]
  readonly failures: number
  readonly retryAt: number | null
}

/** Which answer: the text travels elsewhere. */
export type Name = Pick<Entry, 'itemId' | 'epoch' | 'seq'>

export type SavingEvent =
  | ({ readonly kind: 'changed'; readonly itemId: string; readonly now: number } & Answer)
  | { readonly kind: 'sent'; readonly saves: readonly Name[] }
  | {
      readonly kind: 'acknowledged'
      readonly saves: readonly (Name & { readonly outcome: 'saved' | 'apart' })[]
    }
  /** the request came to nothing, for whatever reason; `random` in [0, 1) */
  | { readonly kind: 'failed'; readonly now: number; readonly random: number }
  /** `server`: the answers that stand; `stored`: what this device had not been told to forget */
  | {
      readonly kind: 'loaded'
      readonly epoch: number
      readonly server: readonly Entry[]
      readonly stored: readonly Entry[]
      readonly now: number
    }
  /** another device or tab sits from now on */
  | { readonly kind: 'takenOver' }
  /** open again, under the epoch that is named */
  | { readonly kind: 'reopened'; readonly epoch: number }

export const emptyQueue: Queue = {
  epoch: null,
  seq: 0,
  isReadOnly: false,
  slots: {},
  orphans: [],
  underway: [],
  failures: 0,
  retryAt: null,
}

export function reduce(queue: Queue, event: SavingEvent): Queue {
  switch (event.kind) {
    case 'changed':
      return change(queue, event.itemId, { value: event.value, isMarked: event.isMarked }, event.now)
    case 'sent':
      return { ...queue, underway: event.saves.map(({ itemId, epoch, seq }) => ({ itemId, epoch, seq })) }
    case 'acknowledged':
      return event.saves.reduce(acknowledge, { ...queue, failures: 0, retryAt: null })
    case 'failed':
      return fail(queue, event.now, event.random)
    case 'loaded':
      return load(queue, event)
    case 'takenOver':
      return { ...queue, isReadOnly: true }
    case 'reopened':
      return reopen(queue, event.epoch)
  }
}

function change(queue: Queue, itemId: string, answer: Answer, now: number): Queue {
  const before = queue.slots[itemId]
  if (before && isSame(before.answer, answer)) return queue
  // Whoever types without a pause is saved all the same: the wait counts from the first change that has not been sent.
  const isWaiting = before?.held === 'device' && !isUnderway(queue, itemId, before)
  const slot: Slot = {
    answer,
    epoch: queue.epoch,
    seq: queue.seq + 1,
    held: 'device',
    hasFailed: before?.held === 'device' && before.hasFailed,
    waitingSince: isWaiting ? before.waitingSince : now,
  }
  return { ...queue, seq: slot.seq, slots: { ...queue.slots, [itemId]: slot } }
}

function acknowledge(queue: Queue, { outcome, ...name }: Name & { readonly outcome: 'saved' | 'apart' }): Queue {
  const underway = queue.underway.filter((one) => !isCovered(one, name))
  const orphans = queue.orphans.filter((one) => !isCovered(one, name))
  const slot = queue.slots[name.itemId]
  if (!slot || slot.epoch !== name.epoch || slot.seq > name.seq) return { ...queue, underway, orphans }
  // What was said to count stays so: a second reply to the same answer, from after the end, takes nothing back.
  const held = outcome === 'saved' || slot.held === 'server' ? 'server' : 'apart'
  const slots = { ...queue.slots, [name.itemId]: { ...slot, held, hasFailed: false } as const }
  return { ...queue, underway, orphans, slots }
}

function fail(queue: Queue, now: number, random: number): Queue {
  const failures = queue.failures + 1
  const tried = new Set(queue.underway.map(({ itemId }) => itemId))
  const slots = mapSlots(queue.slots, (slot, itemId) =>
    tried.has(itemId) && slot.held === 'device' ? { ...slot, hasFailed: true } : slot,
  )
  return { ...queue, slots, underway: [], failures, retryAt: now + backoffMs(failures, random) }
}

/** Full jitter: between one second and 2, 4, 8, 16, 30 seconds, so that a room that lost its network does not return at once. */
export function backoffMs(failures: number, random: number): number {
  const most = Math.min(30_000, 1_000 * 2 ** Math.min(failures, 10))
  return 1_000 + Math.floor(random * (most - 1_000))
}

type Loaded = Extract<SavingEvent, { kind: 'loaded' }>

/** Puts together what the server has, what the device had kept, and what was changed before either was read. */
function load(queue: Queue, { epoch, server, stored, now }: Loaded): Queue {
  const standing = new Map(server.map((entry) => [entry.itemId, entry]))
  const early = Object.entries(queue.slots).filter(([, slot]) => slot.held === 'device')
  let seq = Math.max(queue.seq, ...[...server, ...stored].map((entry) => entry.seq), 0)
  const slots: Record<string, Slot> = {}
  const orphans: Entry[] = []
  for (const entry of server) slots[entry.itemId] = slotOf(entry, 'server', now)
  for (const entry of onceEach([...stored, ...unsent(queue)])) {
    const known = standing.get(entry.itemId)
    if (known && known.epoch === entry.epoch && known.seq >= entry.seq) continue
    if (known && known.epoch > entry.epoch) orphans.push(entry)
    else if (entry.epoch === epoch) slots[entry.itemId] = slotOf(entry, 'device', now)
    else {
      // Nobody has answered the item since: it is her newest answer, and goes on under the new epoch.
      seq += 1
      slots[entry.itemId] = slotOf({ ...entry, epoch, seq }, 'device', now)
    }
  }
  for (const [itemId, { answer, epoch: stamped }] of early) {
    if (stamped !== null) continue
    seq += 1
    slots[itemId] = slotOf({ ...answer, itemId, epoch, seq }, 'device', now)
  }
  return { ...emptyQueue, epoch, seq, slots, orphans }
}

function slotOf({ value, isMarked, epoch, seq }: Entry, held: Slot['held'], now: number): Slot {
  return { answer: { value, isMarked }, epoch, seq, held, hasFailed: false, waitingSince: now - debounceMs }
}

/** What was kept apart as late is sent once more; with the same name, so that the server can tell. */
function reopen(queue: Queue, epoch: number): Queue {
  if (queue.epoch !== epoch) return queue
  const slots = mapSlots(queue.slots, (slot) =>
    slot.held === 'apart' && slot.epoch === epoch ? { ...slot, held: 'device' } : slot,
  )
  return { ...queue, slots, isReadOnly: false, failures: 0, retryAt: null }
}

/** A choice is on its way within half a second. */
export const debounceMs = 400

/** When something is to be sent; null: nothing is, or a request is under way. */
export function dueAt(queue: Queue): number | null {
  if (queue.epoch === null || queue.underway.length > 0 || unsent(queue).length === 0) return null
  if (queue.orphans.length > 0) return queue.retryAt ?? 0
  const waiting = Object.values(queue.slots).filter(({ held }) => held === 'device')
  return Math.max(queue.retryAt ?? 0, Math.min(...waiting.map(({ waitingSince }) => waitingSince + debounceMs)))
}

const batchLimit = 50

export type Batch = { readonly epoch: number; readonly saves: readonly Entry[] }

/** What to send at `now`, all of one epoch, the oldest first. `isFlush`: now or never (submit, page hidden). */
export function nextBatch(queue: Queue, now: number, isFlush = false): Batch | null {
  const due = dueAt(queue)
  if (due === null || (now < due && !isFlush)) return null
  const waiting = unsent(queue)
  const epoch = Math.min(...waiting.map((entry) => entry.epoch))
  return { epoch, saves: waiting.filter((entry) => entry.epoch === epoch).slice(0, batchLimit) }
}

/** What the server has not said that it has: this is what the device must keep. In the order of changes. */
export function unsent(queue: Queue): readonly Entry[] {
  const waiting = Object.entries(queue.slots).flatMap(([itemId, { held, answer, epoch, seq }]) =>
    held === 'device' && epoch !== null ? { ...answer, itemId, epoch, seq } : [],
  )
  return [...queue.orphans, ...waiting].sort(inOrder)
}

/** How many items wait: 待同步 N 题. */
export function countWaiting(queue: Queue): number {
  const waiting = Object.entries(queue.slots).filter(([, { held }]) => held === 'device')
  return new Set([...waiting.map(([itemId]) => itemId), ...queue.orphans.map(({ itemId }) => itemId)]).size
}

export type Saving = 'saved' | 'waiting' | 'failed'

/** Saved is said only when the server has said it. Kept apart is not saved: it does not count. */
export function savingOf(queue: Queue, itemId: string): Saving {
  const slot = queue.slots[itemId]
  if (!slot || slot.held === 'server') return 'saved'
  return slot.held === 'apart' || slot.hasFailed ? 'failed' : 'waiting'
}

/** What the form shows. */
export function answersOf(queue: Queue): Readonly<Record<string, Answer>> {
  return Object.fromEntries(Object.entries(queue.slots).map(([itemId, { answer }]) => [itemId, answer]))
}

function isSame(one: Answer, other: Answer): boolean {
  return one.value === other.value && one.isMarked === other.isMarked
}

function isUnderway({ underway }: Queue, itemId: string, { epoch, seq }: Slot): boolean {
  return underway.some((one) => one.itemId === itemId && one.epoch === epoch && one.seq === seq)
}

/** A newer answer of the same item on the same device stands for the older one. */
function isCovered(one: Name, by: Name): boolean {
  return one.itemId === by.itemId && one.epoch === by.epoch && one.seq <= by.seq
}

function onceEach(entries: readonly Entry[]): readonly Entry[] {
  return [...new Map(entries.map((one) => [`${one.itemId} ${one.epoch} ${one.seq}`, one])).values()].sort(inOrder)
}

function inOrder(a: Name, b: Name): number {
  return a.epoch - b.epoch || a.seq - b.seq
}

function mapSlots(
  slots: Readonly<Record<string, Slot>>,
  map: (slot: Slot, itemId: string) => Slot,
): Readonly<Record<string, Slot>> {
  return Object.fromEntries(Object.entries(slots).map(([itemId, slot]) => [itemId, map(slot, itemId)]))
}
