import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { signIn } from '#tests/support/sign-in.ts'
import { startServer, startSite } from '#tests/support/site.ts'

/*
 * `npm run bench`: requests per second and p50/p99 at 1 and 16 connections of a bare Node server, a bare Remix page, and our
 * pages, all in one run and in turn, so that the ratios mean something on any machine. Times are never asserted.
 */
type Target = {
  readonly name: string
  readonly url: string
  readonly cookie?: string
  /** many readers, each request the next one's */
  readonly cookies?: readonly string[]
  /** Moodle's share of a bare Node server, from peers.md: «1/1,390» for a lesson */
  readonly moodle?: number
  /** many who sit an exam, each request the next one's: her paper, or a message of hers */
  readonly sitters?: readonly Sitter[]
  readonly message?: (count: number) => unknown
}
type Sitter = { readonly cookie: string; readonly attemptId: string }
type Measure = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly failed: number }
/** One target in one round, at 1 connection and at 16. */
type Turn = { readonly one: Measure; readonly sixteen: Measure }
type Row = { readonly target: Target; readonly turns: readonly Turn[] }

const rounds = 5
/** the first cohort: each in a state of her own */
const readerCount = 40
/** so many hand in within the same seconds */
const hallSize = 320
const seconds = Number(process.argv[2] ?? 2)
const connections = [1, 16] as const

async function measure(target: Target, connectionCount: number, duration = seconds): Promise<Measure> {
  const result = await autocannon({
    url: target.url,
    connections: connectionCount,
    duration,
    headers: target.cookie ? { cookie: target.cookie } : {},
    ...(target.cookies ? { requests: [inTurn(target.cookies)] } : {}),
    ...(target.sitters ? { requests: [sitting(target.sitters, target.message)] } : {}),
  })
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  }
}

let count = 0

/** The n-th request of the whole run is the n-th sitter's and says what the n-th should: a save is never the same one twice. */
function sitting(sitters: readonly Sitter[], message: Target['message']): autocannon.Request {
  const next = () => sitters[++count % sitters.length] ?? { cookie: '', attemptId: '' }
  if (!message) {
    return {
      setupRequest: (request) => {
        const { cookie, attemptId } = next()
        return { ...request, path: `/attempts/${attemptId}`, headers: { ...request.headers, cookie } }
      },
    }
  }
  return {
    method: 'POST',
    setupRequest: (request) => {
      const { cookie, attemptId } = next()
      const headers = { ...request.headers, cookie, origin: site.origin, 'content-type': 'application/json' }
      return { ...request, path: `/attempts/${attemptId}/sync`, headers, body: JSON.stringify(message(count)) }
    },
  }
}

/** Each request comes from the next of the readers, so that nobody's page is measured twice in a row. */
function inTurn(cookies: readonly string[]): autocannon.Request {
  return {
    setupRequest: (request) => ({
      ...request,
      headers: { ...request.headers, cookie: cookies[++count % cookies.length] ?? '' },
    }),
  }
}

async function turn(target: Target): Promise<Turn> {
  return { one: await measure(target, connections[0]), sixteen: await measure(target, connections[1]) }
}

/**
 * All targets in turn, several times over: what else the machine does meanwhile hits them alike, and a ratio is one of
 * neighbours. Each is warmed up first, so that the compiler of the machine has done its work for everyone.
 */
async function rowsOf(targets: readonly Target[]): Promise<readonly Row[]> {
  const turns = new Map<Target, Turn[]>(targets.map((target) => [target, []]))
  for (const target of targets) await measure(target, connections[1], 3)
  for (let round = 0; round < rounds; round++) {
    for (const target of targets) turns.get(target)?.push(await turn(target))
  }
  return targets.map((target) => ({ target, turns: turns.get(target) ?? [] }))
}

/** peers.md: 76 saves and 40 hand-ins a second, where the bare Node server of that machine answered 73,000 requests. */
const moodleNodePerSecond = 73_000
const examActs = { save: moodleNodePerSecond / 76, submit: moodleNodePerSecond / 40 }

/** A hall of people, each with her paper open, hands in, sixteen at a time. Requests per second. */
async function handIn(people: readonly Sitter[]): Promise<number> {
  for (const { cookie, attemptId } of people) {
    await (await fetch(`${site.origin}/attempts/${attemptId}`, { headers: { cookie } })).arrayBuffer()
  }
  // Some more than hand in: autocannon asks for a request or two that it does not send.
  const amount = people.length - 4 * connections[1]
  let at = 0
  const headers = { origin: site.origin, 'content-type': 'application/json' }
  const { '2xx': done, duration } = await autocannon({
    // It looks whether it has ended as often as it takes a sample: so many milliseconds.
    ...{ url: site.origin, connections: connections[1], amount, sampleInt: 10 },
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const { cookie, attemptId } = people[at++] ?? { cookie: '', attemptId: '' }
          const body = JSON.stringify({ kind: 'submit', epoch: 0 })
          return { ...request, path: `/attempts/${attemptId}/sync`, headers: { ...headers, cookie }, body }
        },
      },
    ],
  })
  if (done !== amount) throw new Error(`handed in: ${done} of ${amount}`)
  return amount / duration
}

function buildBare(): void {
  if (existsSync('tests/bench/bare/build')) return
  execFileSync('npx', ['--no-install', 'remix', 'vite:build', 'tests/bench/bare'], { stdio: 'inherit' })
}

buildBare()
const node = await startServer(['tests/bench/bare-node.js'])
const remix = await startServer(['tests/bench/bare/server.js'])
const site = await startSite({ seed: true, thenRun: ['tests/bench/crowd.ts'], env: { LOG_LEVEL: 'error' } })
const trainees: string[] = []
for (let number = 1; number <= readerCount; number++) trainees.push(await signIn(site.origin, `xueyuan${number}`))
const coordinator = await signIn(site.origin, 'banzhuren1')

const sittings: readonly Sitter[] = JSON.parse(readFileSync(join(site.dataDir, 'bench-sittings.json'), 'utf8'))
const [sitters, others] = [sittings.slice(0, readerCount), sittings.slice(readerCount)]
const halls = Array.from({ length: others.length / hallSize }, (_, at) =>
  others.slice(at * hallSize, (at + 1) * hallSize),
)

const rows = await rowsOf([
  { name: 'bare Node server', url: node.origin },
  { name: 'bare Remix page', url: remix.origin },
  { name: 'sign-in page', url: `${site.origin}/login` },
  { name: `今日, ${readerCount} readers`, url: `${site.origin}/today`, cookies: trainees, moodle: 1830 },
  {
    ...{ name: `lesson, ${readerCount} readers`, url: `${site.origin}/lessons/what-is-social-work` },
    ...{ cookies: trainees, moodle: 1390 },
  },
  { name: `exam, 80 questions, ${readerCount} papers`, url: site.origin, sitters, moodle: 3180 },
  {
    ...{ name: 'exam: save of an answer', url: site.origin, sitters, moodle: examActs.save },
    message: (seq) => ({
      kind: 'save',
      epoch: 0,
      answers: [{ itemId: `q${1 + (seq % 80)}`, value: 'abc', isMarked: false, seq }],
    }),
  },
  { name: 'sheet, 400 × 40', url: `${site.origin}/cohorts/bench-cohort/progress`, cookie: coordinator, moodle: 4540 },
])
const handIns: number[] = []
for (const hall of halls) handIns.push(await handIn(hall))
/** The first two warm up the compiler, as the other pages are. */
const handedIn = median(handIns.slice(2))
for (const server of [node, remix, site]) await server.stop()

const [nodeRow, remixRow] = rows
if (!nodeRow || !remixRow) throw new Error('the yardsticks were not measured')

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The median over the rounds of one figure. */
function typical(row: Row, figure: (turn: Turn) => number): number {
  return median(row.turns.map(figure))
}

/** The median over the rounds of this row's figure divided by the yardstick's of the same round. */
function ratio(row: Row, yardstick: Row, figure: (turn: Turn) => number): number {
  return median(row.turns.map((turn, round) => figure(turn) / figure(yardstick.turns[round] ?? turn)))
}

const table = [
  `# Bench, ${new Date().toISOString().slice(0, 10)}, commit ${execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim()}`,
  '',
  `Node ${process.version}, ${rounds} rounds of ${seconds} s each in turn after a warm-up; medians. Ratios are of requests per second at 16 connections.`,
  '',
  '| page | 1 connection: req/s | p50 ms | p99 ms | 16: req/s | p50 ms | p99 ms | of bare Remix | of bare Node | × Moodle’s ratio | time at 1 ÷ bare page |',
  '|---|---|---|---|---|---|---|---|---|---|---|',
  ...rows.map((row) => {
    const ofNode = ratio(row, nodeRow, ({ sixteen }) => sixteen.perSecond)
    const failed = row.turns.reduce((sum, { one, sixteen }) => sum + one.failed + sixteen.failed, 0)
    const cells = [
      row.target.name + (failed > 0 ? ` (${failed} failed!)` : ''),
      typical(row, ({ one }) => one.perSecond).toFixed(0),
      typical(row, ({ one }) => one.p50).toFixed(1),
      typical(row, ({ one }) => one.p99).toFixed(1),
      typical(row, ({ sixteen }) => sixteen.perSecond).toFixed(0),
      typical(row, ({ sixteen }) => sixteen.p50).toFixed(1),
      typical(row, ({ sixteen }) => sixteen.p99).toFixed(1),
      ratio(row, remixRow, ({ sixteen }) => sixteen.perSecond).toFixed(2),
      `1/${(1 / ofNode).toFixed(1)}`,
      row.target.moodle ? (ofNode * row.target.moodle).toFixed(0) : '',
      (1 / ratio(row, remixRow, ({ one }) => one.perSecond)).toFixed(1),
    ]
    return `| ${cells.join(' | ')} |`
  }),
  '',
  `Handing in: ${handedIn.toFixed(0)} a second at ${connections[1]} at a time, 1/${(typical(nodeRow, ({ sixteen }) => sixteen.perSecond) / handedIn).toFixed(0)} of the bare Node server, ${((handedIn / typical(nodeRow, ({ sixteen }) => sixteen.perSecond)) * examActs.submit).toFixed(0)} × Moodle’s ratio. Every one has eighty answers and draws a result and a fact, flushed to disk; the median of ${handIns.length - 2} halls of ${hallSize}.`,
  '',
]
mkdirSync('reports', { recursive: true })
writeFileSync('reports/bench.md', table.join('\n'))
console.log(table.join('\n'))
