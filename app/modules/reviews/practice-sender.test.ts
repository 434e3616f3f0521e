import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OfflineAnswer } from './offline-set.ts'
import { createPracticeSender } from './practice-sender.ts'
import type { StoredPractice } from './practice-store.ts'

const answer = (over: Partial<OfflineAnswer> = {}): OfflineAnswer => ({
  ...{ questionId: 'q', version: 1, part: 0, picked: [0], confidence: 'sure', seconds: 9, at: 1_000 },
  ...{ stamp: 'stamp', cause: null, causeAt: 1_000, ...over },
})

type Network = 'there' | 'away' | 'reply lost' | 'signed out' | 'refuses'
type Message = { readonly answers: ReadonlyArray<{ id: string; seq: number; answer: OfflineAnswer }> }

/** A device and a server with a network between them; a tab may be opened anew on the same device. */
function world() {
  const state = { network: 'there' as Network, now: 0, hasStorage: true, closed: [] as readonly string[] }
  const device = new Map<string, Omit<StoredPractice, 'personId'>>()
  const server = new Map<string, OfflineAnswer>()
  const posts: Message[] = []
  const open = () =>
    createPracticeSender({
      post: async (message) => {
        if (state.network === 'away') throw new Error('away')
        if (state.network === 'signed out') return null
        const { answers } = message as Message
        posts.push({ answers })
        const outcome = state.network === 'refuses' ? 'refused' : 'saved'
        if (outcome === 'saved') for (const one of answers) server.set(one.id, one.answer)
        if (state.network === 'reply lost') throw new Error('reply lost')
        return { outcomes: answers.map(({ id, seq }) => ({ id, seq, outcome })), closed: state.closed }
      },
      stored: async () => {
        if (!state.hasStorage) throw new Error('no storage')
        return [...device.values()].map((one) => ({ personId: 'she', ...one }))
      },
      store: async (one) => {
        if (!state.hasStorage) throw new Error('no storage')
        device.set(one.id, one)
      },
      settle: async (id, seq) => {
        const held = device.get(id)
        if (held && held.seq <= seq) device.delete(id)
      },
      now: () => state.now,
      random: () => 0.5,
      onChange: () => undefined,
    })
  return { state, device, server, posts, open }
}

test('an answer is on the device before it is sent, and leaves it when the server has it', async () => {
  const { device, server, open } = world()
  const tab = open()
  await tab.load()
  await tab.say('a', answer())
  expect([...device.keys()]).toEqual(['a'])
  expect(tab.view().savings.get('a')).toBe('waiting')

  await tab.send(true)

  expect(server.get('a')).toEqual(answer())
  expect(device.size).toBe(0)
  expect(tab.view()).toMatchObject({ waiting: 0, isAway: false })
  expect(tab.view().savings.get('a')).toBe('saved')
})

test('what lies in an exam of hers is known from the reply, and open again with the one after it was handed in', async () => {
  const { state, open } = world()
  const tab = open()
  await tab.load()
  expect(tab.view().closed).toEqual(new Set())
  state.closed = ['q', 'r']
  await tab.say('a', answer())
  await tab.send(true)
  expect(tab.view().closed).toEqual(new Set(['q', 'r']))
  state.closed = []
  await tab.say('b', answer())
  await tab.send(true)
  expect(tab.view().closed).toEqual(new Set())
})

test('without a network it waits, outlives the tab, and goes when there is one', async () => {
  const { state, device, server, open } = world()
  state.network = 'away'
  const tab = open()
  await tab.load()
  await tab.say('a', answer())
  await tab.send(true)
  expect(tab.view()).toMatchObject({ waiting: 1, isAway: true })
  expect(tab.view().savings.get('a')).toBe('waiting')

  const next = open()
  await next.load()
  expect(next.view().answers.get('a')).toEqual(answer())
  state.network = 'there'
  await next.send(true)
  expect(server.size).toBe(1)
  expect(device.size).toBe(0)
})

test('a reply that is lost makes it go again under the same id', async () => {
  const { state, server, posts, open } = world()
  state.network = 'reply lost'
  const tab = open()
  await tab.load()
  await tab.say('a', answer())
  await tab.send(true)
  state.network = 'there'
  await tab.send(true)
  expect(posts.map(({ answers }) => answers.map(({ id, seq }) => [id, seq]))).toEqual([[['a', 1]], [['a', 1]]])
  expect(server.size).toBe(1)
  expect(tab.view().savings.get('a')).toBe('saved')
})

test('why it went wrong is said later, of an answer that the server has', async () => {
  const { server, device, open } = world()
  const tab = open()
  await tab.load()
  await tab.say('a', answer())
  await tab.send(true)
  await tab.say('a', answer({ cause: 'misread' }))
  expect(tab.view().savings.get('a')).toBe('waiting')
  await tab.send(true)
  expect(server.get('a')?.cause).toBe('misread')
  expect(device.size).toBe(0)
})

test('what is said while the answer is under way is not forgotten with it', async () => {
  const { state, device, server, open } = world()
  const tab = open()
  await tab.load()
  await tab.say('a', answer())
  const underway = tab.send(true)
  await tab.say('a', answer({ cause: 'sums' }))
  state.network = 'away'
  await underway
  expect(device.get('a')?.value).toContain('sums')
  expect(tab.view().savings.get('a')).toBe('waiting')
  state.network = 'there'
  await tab.send(true)
  expect(server.get('a')?.cause).toBe('sums')
})

test('an answer that is quicker than the device’s storage is kept too', async () => {
  const { device, open } = world()
  const tab = open()
  await tab.say('a', answer())
  expect(device.size).toBe(0)
  await tab.load()
  expect([...device.keys()]).toEqual(['a'])
})

test('signed out: it says so and keeps everything', async () => {
  const { state, device, open } = world()
  state.network = 'signed out'
  const tab = open()
  await tab.load()
  await tab.say('a', answer())
  await tab.send(true)
  expect(tab.view()).toMatchObject({ isSignedOut: true, isAway: false, waiting: 1 })
  expect(device.size).toBe(1)
})

test('a device that keeps nothing says so until the server has it', async () => {
  const { state, open } = world()
  state.hasStorage = false
  state.network = 'away'
  const tab = open()
  await tab.load()
  await tab.say('a', answer())
  expect(tab.view().savings.get('a')).toBe('unkept')
  state.network = 'there'
  await tab.send(true)
  expect(tab.view().savings.get('a')).toBe('saved')
})

test('what the server does not take is shown as such, and is not sent for ever', async () => {
  const { state, device, posts, open } = world()
  state.network = 'refuses'
  const tab = open()
  await tab.load()
  await tab.say('a', answer())
  await tab.send(true)
  await tab.send(true)
  expect(tab.view().savings.get('a')).toBe('refused')
  expect(tab.view().waiting).toBe(0)
  expect([posts.length, device.size]).toEqual([1, 0])
})

const networks = fc.constantFrom<Network>('there', 'away', 'reply lost', 'signed out')
const acts = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('say' as const), id: fc.nat(5), cause: fc.constantFrom(null, 'misread', 'sums') }),
    fc.record({ kind: fc.constant('network' as const), is: networks }),
    fc.constant({ kind: 'send' as const }),
    fc.constant({ kind: 'reload' as const }),
  ),
)

test('whatever happens, everything she said is on the device or on the server, and in the end on the server', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (steps) => {
      const { state, device, server, open } = world()
      let tab = open()
      await tab.load()
      const said = new Map<string, OfflineAnswer>()
      for (const step of steps) {
        state.now += 1_000
        if (step.kind === 'network') state.network = step.is
        else if (step.kind === 'send') await tab.send(true)
        else if (step.kind === 'reload') {
          tab = open()
          await tab.load()
        } else {
          const given = answer({ cause: step.cause as OfflineAnswer['cause'], causeAt: state.now })
          said.set(`${step.id}`, given)
          await tab.say(`${step.id}`, given)
        }
        for (const [id, given] of said) {
          const kept = device.get(id)?.value ?? JSON.stringify(server.get(id))
          expect(JSON.parse(kept)).toEqual(given)
        }
      }
      state.network = 'there'
      for (let turn = 0; turn < 3; turn++) await tab.send(true)
      expect(Object.fromEntries(server)).toEqual(Object.fromEntries(said))
      expect(device.size).toBe(0)
    }),
  )
})
