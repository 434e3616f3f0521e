import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Scope } from './scope.server.ts'

test('everybody inside finds her own value, however the others come and go', async () => {
  const visits = fc.array(fc.record({ value: fc.nat(), begin: fc.nat(5), stay: fc.nat(5) }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(visits, async (list) => {
      const scope = new Scope<number>()
      await Promise.all(
        list.map(async ({ value, begin, stay }) => {
          await wait(begin)
          expect(scope.get()).toBeUndefined()
          await scope.run(value, async () => {
            expect(scope.get()).toBe(value)
            await wait(stay)
            expect(scope.get()).toBe(value)
          })
          expect(scope.get()).toBeUndefined()
        }),
      )
      expect(scope.get()).toBeUndefined()
    }),
    { numRuns: 30 },
  )
})

test('a value inside a value, and what fails inside leaves no trace', async () => {
  const scope = new Scope<string>()
  const inner = scope.run('outer', async () => {
    await expect(scope.run('inner', async () => Promise.reject(new Error(scope.get())))).rejects.toThrow('inner')
    return scope.get()
  })

  expect(await inner).toBe('outer')
  expect(scope.get()).toBeUndefined()
})
