import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBatches, type Outcome } from './db-batch.ts'
import { createGate } from './db-gate.ts'
import { DomainError } from './errors.ts'

/** A database that keeps what was written when the transaction ends, unless it breaks. */
function database({ cap = 200, breaks = false } = {}) {
  const gate = createGate({ cap: 200, clock: () => 0 })
  const disk: number[] = []
  const transactions: number[] = []
  const runOne = createBatches<number[]>({
    ...{ inside: gate.run, cap },
    together: async (works) => {
      const pending: number[] = []
      const outcomes: Outcome[] = []
      for (const { run } of works) {
        outcomes.push(
          await run(pending).then(
            (value): Outcome => ({ value }),
            (error: unknown): Outcome => ({ error }),
          ),
        )
      }
      await turn()
      if (breaks) throw new Error('the disk is full')
      transactions.push(pending.length)
      disk.push(...pending)
      return outcomes
    },
  })
  const write = (n: number, fails = false) =>
    runOne(true, async (pending) => {
      await turn()
      if (fails) throw new Error(`${n} refused`)
      pending.push(n)
      return n
    })
  return { write, disk, transactions, gate }
}

test('law: each is answered by its own result, after the disk has it, in the order of asking', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 30 }), async (jobs) => {
      const { write, disk } = database()
      const answers: Promise<string>[] = []
      for (const [n, [fails, pauses]] of jobs.entries()) {
        if (pauses) await turn()
        answers.push(
          write(n, fails).then(
            (value) => (disk.includes(value) ? 'kept' : 'told too early'),
            () => 'refused',
          ),
        )
      }
      expect(await Promise.all(answers)).toEqual(jobs.map(([fails]) => (fails ? 'refused' : 'kept')))
      expect(disk).toEqual(jobs.flatMap(([fails], n) => (fails ? [] : [n])))
    }),
  )
})

test('those who wait go together: two visits to the disk for a hundred', async () => {
  const { write, transactions, disk } = database()
  await Promise.all(Array.from({ length: 100 }, (_, n) => write(n)))
  expect(transactions.length).toBeLessThanOrEqual(2)
  expect(disk).toHaveLength(100)
})

test('when the disk refuses, nobody of them is told that it was kept', async () => {
  const { write, disk, gate } = database({ breaks: true })
  // Somebody is inside, so the others wait and go together.
  const inside = gate.run(turn)
  const settled = await Promise.allSettled([write(1), write(2), write(3)])
  await inside
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(disk).toEqual([])
})

test('when too many wait, the next is told that the site is busy', async () => {
  const { write, gate } = database({ cap: 2 })
  const inside = gate.run(turn)
  const running = [write(1), write(2)]
  await expect(write(3)).rejects.toEqual(new DomainError('busy', { retryAfterSeconds: 1 }))
  await Promise.all([inside, ...running])
  expect(await write(4)).toBe(4)
})
