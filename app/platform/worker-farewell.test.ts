import { createContext, runInContext } from 'node:vm'
import { expect, test } from 'vitest'
import { farewell } from './worker-farewell.ts'

test('the farewell takes over at once, empties every cache, goes, and listens to no request', async () => {
  const listeners = new Map<string, (event: { waitUntil: (work: Promise<unknown>) => void }) => void>()
  const done: string[] = []
  const scope = {
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
    skipWaiting: async () => done.push('takes over'),
    caches: { keys: async () => ['a', 'b'], delete: async (name: string) => done.push(`without ${name}`) },
    registration: { unregister: async () => done.push('gone') },
  }
  runInContext(farewell, createContext(scope))
  expect([...listeners.keys()]).toEqual(['install', 'activate'])
  for (const listener of listeners.values()) {
    let work: Promise<unknown> | undefined
    listener({
      waitUntil: (given) => {
        work = given
      },
    })
    await work
  }
  expect(done).toEqual(['takes over', 'without a', 'without b', 'gone'])
})
