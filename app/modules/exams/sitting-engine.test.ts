import { expect, test } from 'vitest'
import type { StoredAnswer } from './attempt-store.ts'
import type { Entry } from './saving.ts'
import { createSitting, type Machine } from './sitting-engine.ts'

/** A device that keeps what it is told, and a site that takes this tab in under `epoch` as soon as there is a network. */
function device(epoch: number, known = { epoch: 0, seq: 0 }) {
  const kept = new Map<string, Entry>()
  const line = { isCut: true }
  const machine: Machine = {
    known,
    post: async (message) => {
      if (line.isCut) throw new TypeError('no network')
      const said = { serverNow: '2026-11-23T02:00:00Z', deadlineAt: '2026-11-23T04:00:00Z' }
      if ('kind' in message && message.kind === 'enter') return { ...said, state: 'open', epoch, answers: [] }
      return { ...said, state: 'open', acknowledged: [] }
    },
    stored: async () => [...kept.values()].map((one): StoredAnswer => ({ ...one, attemptId: 'a', file: null })),
    store: async (one) => void kept.set(`${one.itemId} ${one.epoch}`, one),
    forget: async ({ itemId, epoch: of }) => void kept.delete(`${itemId} ${of}`),
    ...{ now: () => 0, random: () => 0, onChange: () => {}, onAnswers: () => {} },
  }
  return { kept, line, machine }
}

const chosen = { value: 'x', isMarked: false }

test('what is changed before the tab has come in is on the device all the same, after all that is known', async () => {
  const { kept, machine } = device(0, { epoch: 2, seq: 7 })
  const sitting = createSitting('tab', machine)
  await sitting.enter()
  await sitting.change('q1', chosen)
  await sitting.change('q2', chosen)
  expect([...kept.values()].map(({ itemId, epoch, seq }) => [itemId, epoch, seq])).toEqual([
    ['q1', 2, 8],
    ['q2', 2, 9],
  ])
})

test('another tab of the same device finds it', async () => {
  const { line, machine } = device(0)
  const first = createSitting('tab', machine)
  await first.enter()
  await first.change('q1', chosen)
  line.isCut = false
  const second = createSitting('other', machine)
  await second.enter()
  expect(second.view().queue.slots.q1).toMatchObject({ answer: chosen, held: 'device' })
})

test('once it is in, under whatever epoch, the device keeps each answer under one name', async () => {
  for (const epoch of [0, 1]) {
    const { kept, line, machine } = device(epoch)
    const sitting = createSitting('tab', machine)
    await sitting.enter()
    await sitting.change('q1', chosen)
    line.isCut = false
    await sitting.enter()
    expect([...kept.values()].map((one) => [one.itemId, one.epoch])).toEqual([['q1', epoch]])
  }
})
