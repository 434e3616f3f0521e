import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersOf, type Entry, emptyQueue, type Queue, reduce, type SavingEvent } from './saving.ts'
import { isStuck, unsentLog } from './unsent-answers.ts'

const entry = (itemId: string, value: string, epoch: number, seq: number): Entry => ({
  ...{ itemId, value, isMarked: false, epoch, seq },
})
const changed = (itemId: string, value: string, now = 0): SavingEvent => ({
  ...{ kind: 'changed', itemId, value, isMarked: false, now },
})
const loaded = (epoch: number, server: readonly Entry[] = [], stored: readonly Entry[] = []): SavingEvent => ({
  ...{ kind: 'loaded', epoch, server, stored, now: 0 },
})
const after = (...events: readonly SavingEvent[]): Queue => events.reduce(reduce, emptyQueue)
const nothing = { epoch: 0, seq: 0 }

test('what the server has is not in it; what it has not is, under its own name', () => {
  const queue = after(loaded(2, [entry('q1', 'a', 2, 7)]), changed('q2', 'b'), changed('q3', 'c'))
  expect(unsentLog(queue, [], nothing)).toEqual([entry('q2', 'b', 2, 8), entry('q3', 'c', 2, 9)])
  const saves = [{ itemId: 'q2', epoch: 2, seq: 8, outcome: 'saved' as const }]
  expect(unsentLog(reduce(queue, { kind: 'acknowledged', saves }), [], nothing)).toEqual([entry('q3', 'c', 2, 9)])
})

test('opened anew while the network is away: what the device had kept is in it, and what was changed since is newer', () => {
  const kept = [entry('q1', 'old', 1, 31), entry('q2', 'b', 1, 32)]
  const queue = after(changed('q1', 'new'), changed('q3', 'c'))
  expect(unsentLog(queue, kept, { epoch: 1, seq: 30 })).toEqual([
    ...kept,
    entry('q1', 'new', 1, 33),
    entry('q3', 'c', 1, 34),
  ])
  // More that has arrived than the device remembers.
  expect(unsentLog(after(changed('q1', 'new')), [], { epoch: 1, seq: 30 })).toEqual([entry('q1', 'new', 1, 31)])
})

test('saved again after another change, the same change has the same name and the new one a later', () => {
  const acts = fc.array(fc.tuple(fc.constantFrom('q1', 'q2', 'q3'), fc.string()), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(acts, fc.constantFrom(true, false), fc.nat({ max: 12 }), (changes, isIn, cut) => {
      const start = isIn ? [loaded(0)] : []
      const events = changes.map(([itemId, value], at) => changed(itemId, `${at} ${value}`))
      const logs = [cut, events.length].map((some) =>
        unsentLog(after(...start, ...events.slice(0, some)), [], { epoch: 0, seq: 4 }),
      )
      const values = new Map<string, string>()
      for (const { itemId, epoch, seq, value } of logs.flat()) {
        const name = `${itemId} ${epoch} ${seq}`
        expect(values.get(name) ?? value).toBe(value)
        values.set(name, value)
      }
      // The newest of each item is what she sees.
      const seen = answersOf(after(...start, ...events))
      for (const { itemId, value } of logs[1] ?? []) expect(seen[itemId]?.value).toBe(value)
      expect(new Set(logs[1]?.map(({ itemId }) => itemId))).toEqual(new Set(Object.keys(seen)))
    }),
  )
})

test('it is spoken of after half a minute, or when time is up, and never when all has arrived', () => {
  const waiting = after(loaded(0), changed('q1', 'a', 1_000))
  expect(isStuck(waiting, 0, 30_999, false)).toBe(false)
  expect(isStuck(waiting, 0, 31_000, false)).toBe(true)
  expect(isStuck(waiting, 0, 1_001, true)).toBe(true)
  expect(isStuck(emptyQueue, 1, 0, false)).toBe(true)
  const saves = [{ itemId: 'q1', epoch: 0, seq: 1, outcome: 'saved' as const }]
  expect(isStuck(reduce(waiting, { kind: 'acknowledged', saves }), 0, 90_000, true)).toBe(false)
  expect(isStuck(emptyQueue, 0, 90_000, true)).toBe(false)
})
