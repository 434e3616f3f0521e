import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardOf, summaryOf } from './answer-card.ts'
import { type Attempt, acceptSave, type IncomingSave, type Save, takeOver } from './attempt.ts'
import {
  answersOf,
  backoffMs,
  countWaiting,
  debounceMs,
  dueAt,
  type Entry,
  emptyQueue,
  nextBatch,
  type Queue,
  reduce,
  type SavingEvent,
  savingOf,
  unsent,
} from './saving.ts'

const answer = (value: string, isMarked = false) => ({ value, isMarked })
const changed = (itemId: string, value: string, now = 0): SavingEvent => ({
  kind: 'changed',
  itemId,
  now,
  ...answer(value),
})
const loaded = (epoch: number, server: readonly Entry[] = [], stored: readonly Entry[] = []): SavingEvent => ({
  kind: 'loaded',
  epoch,
  server,
  stored,
  now: 0,
})
const entry = (itemId: string, value: string, epoch: number, seq: number): Entry => ({
  ...answer(value),
  itemId,
  epoch,
  seq,
})
const play = (...events: readonly SavingEvent[]) => events.reduce(reduce, emptyQueue)
const send = (queue: Queue, now = 1e9): Queue =>
  reduce(queue, { kind: 'sent', saves: nextBatch(queue, now, true)?.saves ?? [] })
const reply = (queue: Queue, outcome: 'saved' | 'apart' = 'saved'): Queue =>
  reduce(queue, { kind: 'acknowledged', saves: queue.underway.map((name) => ({ ...name, outcome })) })
const fail = (queue: Queue, now = 0, random = 0) => reduce(queue, { kind: 'failed', now, random })

test('an answer waits, is sent, and is saved when the server says so and not before', () => {
  const waiting = play(loaded(0), changed('q1', 'a'))
  expect([savingOf(waiting, 'q1'), countWaiting(waiting)]).toEqual(['waiting', 1])
  const underway = send(waiting)
  expect(savingOf(underway, 'q1')).toBe('waiting')
  const saved = reply(underway)
  expect([savingOf(saved, 'q1'), countWaiting(saved), unsent(saved)]).toEqual(['saved', 0, []])
})

test('a failure is shown and tried again with the same name', () => {
  const failed = fail(send(play(loaded(0), changed('q1', 'a'))), 5_000)
  expect(savingOf(failed, 'q1')).toBe('failed')
  expect(dueAt(failed)).toBe(6_000)
  expect(nextBatch(failed, 5_999)).toBeNull()
  expect(nextBatch(failed, 6_000)?.saves).toEqual([entry('q1', 'a', 0, 1)])
  expect(nextBatch(failed, 5_000, true)?.saves).toHaveLength(1)
  expect(savingOf(reply(send(failed)), 'q1')).toBe('saved')
})

test('what is changed while it is under way waits for its own acknowledgement', () => {
  const underway = send(play(loaded(0), changed('q1', 'a')))
  const again = reply(reduce(underway, changed('q1', 'b')))
  expect(savingOf(again, 'q1')).toBe('waiting')
  expect(nextBatch(again, 1e9)?.saves).toEqual([entry('q1', 'b', 0, 2)])
})

test('one request is under way at a time', () => {
  const underway = reduce(send(play(loaded(0), changed('q1', 'a'))), changed('q2', 'b'))
  expect([dueAt(underway), nextBatch(underway, 1e9, true)]).toEqual([null, null])
})

test('whoever types without a pause is saved all the same', () => {
  const typing = [100, 200, 300, 400].reduce(
    (queue, now) => reduce(queue, changed('q1', `text ${now}`, now)),
    play(loaded(0)),
  )
  expect(dueAt(typing)).toBe(100 + debounceMs)
  expect(nextBatch(typing, 100 + debounceMs)?.saves).toEqual([entry('q1', 'text 400', 0, 4)])
  expect(debounceMs).toBeLessThanOrEqual(500)
})

test('the same answer again is no change', () => {
  const once = play(loaded(0), changed('q1', 'a'))
  expect(reduce(once, changed('q1', 'a'))).toBe(once)
  expect(countWaiting(reduce(reply(send(once)), changed('q1', 'a')))).toBe(0)
})

test('what a reload finds unsent is sent again', () => {
  const again = play(loaded(0, [entry('q1', 'old', 0, 1)], [entry('q1', 'new', 0, 2), entry('q2', 'b', 0, 3)]))
  expect(answersOf(again)).toEqual({ q1: answer('new'), q2: answer('b') })
  expect(nextBatch(again, 0)?.saves).toEqual([entry('q1', 'new', 0, 2), entry('q2', 'b', 0, 3)])
  expect(unsent(reduce(again, changed('q3', 'c'))).at(-1)?.seq).toBe(4)
})

test('what the server has, though its reply was lost, is not sent again', () => {
  const again = play(loaded(0, [entry('q1', 'a', 0, 2)], [entry('q1', 'a', 0, 2)]))
  expect([unsent(again), savingOf(again, 'q1')]).toEqual([[], 'saved'])
})

test('after a crash the browser sits anew: what nobody has answered since goes on under the new epoch', () => {
  const again = play(loaded(1, [entry('q1', 'old', 0, 1)], [entry('q1', 'new', 0, 2)]))
  expect(nextBatch(again, 0)).toEqual({ epoch: 1, saves: [entry('q1', 'new', 1, 3)] })
})

test('what another device has answered since is not overwritten, but still sent to be kept apart', () => {
  const back = play(loaded(2, [entry('q1', 'there', 1, 1)], [entry('q1', 'here', 0, 9)]))
  expect(answersOf(back)).toEqual({ q1: answer('there') })
  expect(countWaiting(back)).toBe(1)
  expect(nextBatch(back, 0)).toEqual({ epoch: 0, saves: [entry('q1', 'here', 0, 9)] })
  expect(unsent(reply(send(back), 'apart'))).toEqual([])
})

test('loading twice names nothing twice', () => {
  const there = loaded(2, [entry('q1', 'there', 1, 1)], [entry('q1', 'here', 0, 9), entry('q2', 'b', 2, 1)])
  const twice = play(there, changed('q3', 'c'), there)
  expect(unsent(twice)).toEqual([entry('q1', 'here', 0, 9), entry('q2', 'b', 2, 1), entry('q3', 'c', 2, 10)])
  // A request speaks for one epoch: the old one goes first.
  expect(nextBatch(twice, 1e9)).toEqual({ epoch: 0, saves: [entry('q1', 'here', 0, 9)] })
})

test('what was changed before the device’s store was read is stamped then, and is the newest', () => {
  const early = play(changed('q1', 'typed at once'))
  expect([nextBatch(early, 1e9, true), countWaiting(early)]).toEqual([null, 1])
  const ready = reduce(early, loaded(0, [], [entry('q1', 'stored', 0, 7)]))
  expect(unsent(ready)).toEqual([entry('q1', 'typed at once', 0, 8)])
})

test('taken over it is read-only and still gives away what it has', () => {
  const over = reduce(play(loaded(0), changed('q1', 'a')), { kind: 'takenOver' })
  expect(over.isReadOnly).toBe(true)
  const apart = reply(send(over), 'apart')
  expect([savingOf(apart, 'q1'), unsent(apart)]).toEqual(['failed', []])
})

test('reopened, what came late is sent once more under its own name', () => {
  const late = reply(send(play(loaded(3), changed('q1', 'a'))), 'apart')
  expect(nextBatch(reduce(late, { kind: 'reopened', epoch: 3 }), 1e9)?.saves).toEqual([entry('q1', 'a', 3, 1)])
  expect(reduce(late, { kind: 'reopened', epoch: 4 })).toBe(late)
})

test('a second reply that says «late» to what was saved takes nothing back', () => {
  const saved = reply(send(play(loaded(0), changed('q1', 'a'))))
  const again = reduce(saved, { kind: 'acknowledged', saves: [{ itemId: 'q1', epoch: 0, seq: 1, outcome: 'apart' }] })
  expect(savingOf(again, 'q1')).toBe('saved')
})

test('a reply for another epoch is not a reply for this answer', () => {
  const waiting = play(loaded(1), changed('q1', 'a'))
  const other = reduce(waiting, { kind: 'acknowledged', saves: [{ itemId: 'q1', epoch: 0, seq: 1, outcome: 'saved' }] })
  expect(savingOf(other, 'q1')).toBe('waiting')
})

test('the wait grows from one second to thirty, with jitter', () => {
  const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), unit, unit, (failures, one, other) => {
      expect(backoffMs(failures, one)).toBeGreaterThanOrEqual(1_000)
      expect(backoffMs(failures, one)).toBeLessThan(30_001)
      if (one <= other) expect(backoffMs(failures, one)).toBeLessThanOrEqual(backoffMs(failures, other))
      expect(backoffMs(failures + 1, one)).toBeGreaterThanOrEqual(backoffMs(failures, one))
    }),
  )
  expect([1, 2, 3, 4, 5, 6].map((failures) => Math.round(backoffMs(failures, 0.9999) / 1_000))).toEqual([
    2, 4, 8, 16, 30, 30,
  ])
})

const names = fc.record({ itemId: fc.constantFrom('q1', 'q2'), epoch: fc.nat(2), seq: fc.nat(12) })
const events: fc.Arbitrary<readonly SavingEvent[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom('q1', 'q2'), fc.nat(4), fc.nat(9_000))
        .map(([itemId, value, now]) => changed(itemId, `${value}`, now)),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('sent' as const), saves: fc.array(names, { maxLength: 3 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('acknowledged' as const),
        saves: fc.array(
          fc
            .tuple(names, fc.constantFrom('saved' as const, 'apart' as const))
            .map(([name, outcome]) => ({ ...name, outcome })),
          { maxLength: 3 },
        ),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('failed' as const), now: fc.nat(9_000), random: fc.constant(0.5) }),
    },
    { weight: 2, arbitrary: fc.nat(2).map((epoch) => loaded(epoch)) },
    { weight: 1, arbitrary: fc.constant<SavingEvent>({ kind: 'takenOver' }) },
    { weight: 1, arbitrary: fc.nat(2).map((epoch): SavingEvent => ({ kind: 'reopened', epoch })) },
  ),
  { maxLength: 30, size: 'max' },
)

test('in any order of events: her last answer is there until it is acknowledged, and then not sent again', () => {
  fc.assert(
    fc.property(events, (list) => {
      let queue = emptyQueue
      const acknowledged = new Set<string>()
      const key = ({ itemId, epoch, seq }: { itemId: string; epoch: number; seq: number }) =>
        `${itemId} ${epoch} ${seq}`
      for (const event of list) {
        const before = queue
        queue = reduce(queue, event)
        if (event.kind === 'acknowledged') {
          for (const save of event.saves) {
            if (save.outcome !== 'saved') continue
            for (const held of unsent(before)) {
              if (held.itemId === save.itemId && held.epoch === save.epoch && held.seq <= save.seq)
                acknowledged.add(key(held))
            }
          }
        } else {
          // Nothing but an acknowledgement takes a waiting answer away; a change replaces it, loading may name it anew.
          for (const [itemId, slot] of Object.entries(before.slots)) {
            if (slot.held !== 'device' || (event.kind === 'changed' && event.itemId === itemId)) continue
            expect(queue.slots[itemId]?.answer).toEqual(slot.answer)
            expect(queue.slots[itemId]?.held).toBe('device')
          }
        }
        if (event.kind === 'changed') expect(answersOf(queue)[event.itemId]?.value).toBe(event.value)
        for (const one of nextBatch(queue, 1e12, true)?.saves ?? []) expect(acknowledged.has(key(one))).toBe(false)
        const named = unsent(queue).map(key)
        expect(new Set(named).size).toBe(named.length)
      }
    }),
    { numRuns: 500 },
  )
})

type Happening =
  | { readonly do: 'change'; readonly itemId: string; readonly value: string }
  | { readonly do: 'send'; readonly fate: 'arrives' | 'lostThere' | 'lostBack' | 'arrivesLater' }
  | { readonly do: 'reload' | 'crash' | 'deliverLate' }

const happenings: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom('q1', 'q2', 'q3'), fc.nat(9))
        .map(([itemId, value]) => ({ do: 'change' as const, itemId, value: `${value}` })),
    },
    {
      weight: 4,
      arbitrary: fc
        .constantFrom('arrives', 'lostThere', 'lostBack', 'arrivesLater')
        .map((fate) => ({ do: 'send', fate }) as Happening),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('reload', 'crash', 'deliverLate').map((what) => ({ do: what }) as Happening),
    },
  ),
  { maxLength: 40, size: 'max' },
)

/** A browser that keeps `unsent`, the server of attempt.ts, and a network that does what it likes. */
function live(list: readonly Happening[]) {
  const at = new Date('2026-11-23T09:00:00Z')
  let attempt: Attempt = {
    status: 'open',
    startedAt: at,
    deadlineAt: at,
    graceMs: 1_000,
    takeoverEpoch: 0,
    submittedAt: null,
    submittedBy: null,
  }
  const server: Record<string, Save> = {}
  let underway: (readonly Entry[])[] = []
  let queue = reduce(emptyQueue, loaded(0))
  const meant: Record<string, string> = {}
  const arrive = (saves: readonly Entry[]) =>
    saves.map(({ epoch, ...save }) => {
      const incoming: IncomingSave = { ...save, takeoverEpoch: epoch, at }
      const outcome = acceptSave(attempt, server[save.itemId] ?? null, incoming)
      if (outcome.kind === 'saved') server[save.itemId] = outcome.answer
      return {
        itemId: save.itemId,
        epoch,
        seq: save.seq,
        outcome: outcome.kind === 'late' || outcome.kind === 'foreign' ? ('apart' as const) : ('saved' as const),
      }
    })
  const open = (epoch: number) => {
    const stored = unsent(queue)
    const standing = Object.values(server).map(({ takeoverEpoch, ...save }) => ({ ...save, epoch: takeoverEpoch }))
    queue = reduce(emptyQueue, loaded(epoch, standing, stored))
  }
  const exchange = (fate: 'arrives' | 'lostThere' | 'lostBack' | 'arrivesLater') => {
    const batch = nextBatch(queue, 1e12, true)
    if (!batch) return
    queue = reduce(queue, { kind: 'sent', saves: batch.saves })
    if (fate === 'arrivesLater') underway.push(batch.saves)
    const saves = fate === 'arrives' || fate === 'lostBack' ? arrive(batch.saves) : []
    queue = reduce(queue, fate === 'arrives' ? { kind: 'acknowledged', saves } : { kind: 'failed', now: 0, random: 0 })
  }
  for (const one of list) {
    if (one.do === 'change') {
      queue = reduce(queue, changed(one.itemId, one.value))
      meant[one.itemId] = one.value
    } else if (one.do === 'send') exchange(one.fate)
    else if (one.do === 'deliverLate') {
      for (const saves of underway) arrive(saves)
      underway = []
    } else {
      if (one.do === 'crash') attempt = takeOver(attempt, at)
      open(attempt.takeoverEpoch)
    }
  }
  for (let tries = 0; unsent(queue).length > 0 && tries < 20; tries++) exchange('arrives')
  const stands = Object.fromEntries(Object.entries(server).map(([itemId, { value }]) => [itemId, value]))
  return { meant, stands, shown: answersOf(queue), waiting: countWaiting(queue) }
}

test('whatever the network, reloads and crashes do: in the end the server has what she last put down', () => {
  fc.assert(
    fc.property(happenings, (list) => {
      const { meant, stands, shown, waiting } = live(list)
      expect(stands).toEqual(meant)
      expect(Object.fromEntries(Object.entries(shown).map(([itemId, { value }]) => [itemId, value]))).toEqual(meant)
      expect(waiting).toBe(0)
    }),
    { numRuns: 1_500 },
  )
})

test('the answer card says what is blank, answered, marked and current', () => {
  const items = [1, 2, 3, 4].map((number) => ({ itemId: `q${number}`, number }))
  const queue = play(loaded(0), changed('q1', 'a'), changed('q3', ''), {
    kind: 'changed',
    itemId: 'q2',
    now: 0,
    ...answer('', true),
  })
  const cells = cardOf(items, answersOf(queue), 'q2', (itemId) => savingOf(queue, itemId))

  expect(cells.map(({ isAnswered }) => isAnswered)).toEqual([true, false, false, false])
  expect(cells[1]).toEqual({
    itemId: 'q2',
    number: 2,
    isAnswered: false,
    isCurrent: true,
    isMarked: true,
    saving: 'waiting',
  })
  expect(cells[3]?.saving).toBe('saved')
  expect(summaryOf(cells)).toEqual({ answered: 1, blank: [2, 3, 4], marked: [2] })
})
