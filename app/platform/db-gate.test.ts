import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createGate } from './db-gate.ts'
import { DomainError } from './errors.ts'

const open = (cap = 200) => createGate({ cap, clock: () => 0 })

/** A piece of work that ends when it is told to. */
function pending() {
  let end = () => {}
  const work = new Promise<void>((resolve) => {
    end = resolve
  })
  return { work: () => work, end: () => end() }
}

test('one at a time, in the order of asking, whatever fails on the way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ fails: fc.boolean(), ticks: fc.nat(3) }), { maxLength: 40 }),
      async (jobs) => {
        const gate = open()
        const finished: number[] = []
        let inside = 0
        const results = jobs.map(({ fails, ticks }, n) =>
          gate.run(async () => {
            inside += 1
            for (let tick = 0; tick < ticks; tick += 1) await null
            expect(inside).toBe(1)
            inside -= 1
            finished.push(n)
            if (fails) throw new Error(`${n}`)
            return n
          }),
        )
        const settled = await Promise.allSettled(results)
        expect(finished).toEqual(jobs.map((_, n) => n))
        expect(settled.map(({ status }) => status === 'rejected')).toEqual(jobs.map(({ fails }) => fails))
      },
    ),
  )
})

test('when too many wait, the next is told at once that the site is busy', async () => {
  const gate = open(2)
  const first = pending()
  const running = [gate.run(first.work), gate.run(async () => 'a'), gate.run(async () => 'b')]
  await expect(gate.run(async () => 'c')).rejects.toEqual(new DomainError('busy', { retryAfterSeconds: 1 }))
  first.end()
  expect(await Promise.all(running)).toEqual([undefined, 'a', 'b'])
  expect(await gate.run(async () => 'd')).toBe('d')
})

test('it tells how long one waited and held', async () => {
  let now = 0
  const holds: unknown[] = []
  const gate = createGate({ cap: 9, clock: () => now, onLeave: (hold) => holds.push(hold) })
  const [first, second] = [pending(), pending()]
  const running = [gate.run(first.work), gate.run(second.work)]
  await null
  now = 300
  expect(gate.figures()).toMatchObject({ depth: 1, holdMs: 300 })
  first.end()
  await running[0]
  now = 320
  second.end()
  await running[1]
  expect(holds).toEqual([
    { waitMs: 0, holdMs: 300, depth: 1 },
    { waitMs: 300, holdMs: 20, depth: 0 },
  ])
})

test('it is drained when nobody is inside and nobody waits', async () => {
  const gate = open()
  const [first, second] = [pending(), pending()]
  let isDrained = false
  const running = [gate.run(first.work), gate.run(second.work)]
  const draining = gate.drained().then(() => {
    isDrained = true
  })
  first.end()
  await running[0]
  expect(isDrained).toBe(false)
  second.end()
  await draining
  expect(isDrained).toBe(true)
})
