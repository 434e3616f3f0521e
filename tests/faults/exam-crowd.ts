import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { run, startServer } from '#tests/support/site.ts'
import { seededRandom } from '~/platform/random.ts'

export type CrowdOptions = {
  readonly people: number
  /** each person saves so many times … */
  readonly saves: number
  /** … so far apart */
  readonly everyMs: number
  /** the server is killed with -9 so many times while they save */
  readonly kills: number
  /** all begin, and hand in, within so long */
  readonly beginMs: number
  readonly handInMs: number
  readonly seed: number
}

export type CrowdResult = {
  readonly acknowledged: number
  /** acknowledged, and not in the database at the end, or with another value */
  readonly missing: number
  /** requests that failed while nobody had killed the server */
  readonly errors: number
  /** attempts that were not handed in, or twice */
  readonly unfinished: number
  readonly sound: boolean
  /** of a save with nobody else there, and of the crowd's, in milliseconds */
  readonly aloneP50: number
  readonly crowdP95: number
}

type Server = Awaited<ReturnType<typeof startServer>>
type Answered = { readonly attemptId: string; readonly itemId: string; readonly value: string; readonly seq: number }

/** A hall of people who begin, save and hand in together, on loopback; killed in between where it is asked for. */
export async function sitTogether(options: CrowdOptions): Promise<CrowdResult> {
  const { people, saves, everyMs, kills, beginMs, handInMs, seed } = options
  const dataDir = mkdtempSync(join(tmpdir(), 'yucai-crowd-'))
  const env = { DATA_DIR: dataDir, LOG_LEVEL: 'error', NODE_ENV: 'production', EXAM_PEOPLE: String(people + 1) }
  const random = seededRandom(seed)
  let server: Server | null = null
  let isDown = false
  try {
    await run(['--import', 'tsx', 'prisma/seed.ts'], env)
    await run(['--import', 'tsx', 'tests/faults/exam-people.ts'], env)
    const [alone = '', ...cookies]: readonly string[] = JSON.parse(
      readFileSync(join(dataDir, 'exam-people.json'), 'utf8'),
    )
    server = await startServer(['server.js'], env)
    const known = new Map<string, Answered>()
    const latencies: number[] = []
    let errors = 0

    async function call(cookie: string, path: string, body: object | string) {
      const origin = server?.origin ?? ''
      const isForm = typeof body === 'string'
      const response = await fetch(origin + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin, 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' },
        body: isForm ? body : JSON.stringify(body),
        signal: AbortSignal.timeout(20_000),
      })
      const text = await response.text()
      if (response.status >= 400) throw new Error(`${path}: ${response.status} ${text.slice(0, 200)}`)
      return { location: response.headers.get('Location') ?? '', text }
    }

    /** Again until it is answered: as the page does. A failure counts unless the server was killed. */
    async function insist<T>(act: () => Promise<T>): Promise<T> {
      for (;;) {
        try {
          return await act()
        } catch (error) {
          if (!isDown && kills === 0) errors += 1
          if (errors > people) throw error
          await wait(200 + random() * 300)
        }
      }
    }

    async function begin(cookie: string): Promise<string> {
      const { location } = await insist(() => call(cookie, '/exam/jz', 'intent=start'))
      const attemptId = /\/attempts\/([0-9a-f-]{36})/.exec(location)?.[1]
      if (!attemptId) throw new Error(`no attempt: ${location}`)
      return attemptId
    }

    async function save(cookie: string, answer: Answered): Promise<number> {
      const { attemptId, itemId, value, seq } = answer
      const message = { kind: 'save', epoch: 0, answers: [{ itemId, value, isMarked: false, seq }] }
      const began = performance.now()
      const { text } = await insist(() => call(cookie, `/attempts/${attemptId}/sync`, message))
      const tookMs = performance.now() - began
      if (/"outcome":"saved"/.test(text)) known.set(`${attemptId} ${itemId}`, answer)
      return tookMs
    }

    const aloneAttempt = await begin(alone)
    const aloneMs: number[] = []
    for (let seq = 1; seq <= 60; seq++) {
      aloneMs.push(await save(alone, { attemptId: aloneAttempt, itemId: `q${seq}`, value: `a${seq}`, seq }))
    }

    const sitting = Promise.all(
      cookies.map(async (cookie) => {
        await wait(random() * beginMs)
        const attemptId = await begin(cookie)
        for (let seq = 1; seq <= saves; seq++) {
          await wait(everyMs * (0.5 + random()))
          latencies.push(await save(cookie, { attemptId, itemId: `q${1 + (seq % 80)}`, value: `v${seq}`, seq }))
        }
        await wait(random() * handInMs)
        await insist(() => call(cookie, `/attempts/${attemptId}/sync`, { kind: 'submit', epoch: 0 }))
      }),
    )
    const killing = (async () => {
      await wait(beginMs / 2)
      for (let kill = 0; kill < kills; kill++) {
        await wait(300 + random() * 1_500)
        isDown = true
        const old = server
        process.kill(old?.pid ?? 0, 'SIGKILL')
        await wait(50)
        server = await startServer(['server.js'], env)
        isDown = false
      }
    })()
    await Promise.all([sitting, killing])
    await server.stop()
    server = null
    return {
      ...inspect(join(dataDir, 'yucai.db'), [...known.values()], people),
      ...{ acknowledged: known.size, errors, aloneP50: quantile(aloneMs, 0.5), crowdP95: quantile(latencies, 0.95) },
    }
  } finally {
    await server?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function inspect(path: string, known: readonly Answered[], people: number) {
  const database = new Database(path, { readonly: true })
  try {
    const stored = database.prepare<[string, string], { value: string }>(
      'SELECT value FROM Answer WHERE attemptId = ? AND itemId = ?',
    )
    const submitted = database
      // In the demo some have sat before: only who sat here counts (exam-people.ts).
      .prepare<[], number>(`SELECT COUNT(*) FROM Attempt WHERE status = 'submitted' AND personId LIKE 'sitter-%'`)
      .pluck()
      .get()
    return {
      missing: known.filter(({ attemptId, itemId, value }) => stored.get(attemptId, itemId)?.value !== value).length,
      unfinished: Math.abs(people - (submitted ?? 0)),
      sound: database.pragma('integrity_check', { simple: true }) === 'ok',
    }
  } finally {
    database.close()
  }
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}
