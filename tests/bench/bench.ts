import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import autocannon from 'autocannon'
import { signIn } from '#tests/support/sign-in.ts'
import { startServer, startSite } from '#tests/support/site.ts'

/*
 * `npm run bench`: requests per second and p50/p99 at 1 and 16 connections of a bare Node server, a bare Remix page, and our
 * pages, all in one run, one server at a time, so that the ratios mean something on any machine. Times are never asserted.
 */
type Target = { readonly name: string; readonly url: string; readonly cookie?: string; readonly moodle?: number }
type Measure = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly failed: number }
type Row = { readonly target: Target; readonly one: Measure; readonly sixteen: Measure }

const seconds = Number(process.argv[2] ?? 6)
const connections = [1, 16] as const

async function measure(target: Target, connectionCount: number, duration = seconds): Promise<Measure> {
  const result = await autocannon({
    url: target.url,
    connections: connectionCount,
    duration,
    headers: target.cookie ? { cookie: target.cookie } : {},
  })
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  }
}

/** Warmed up first, so that the compiler of the machine has done its work for everyone alike. */
async function row(target: Target): Promise<Row> {
  await measure(target, connections[1], 3)
  return { target, one: await measure(target, connections[0]), sixteen: await measure(target, connections[1]) }
}

async function bareRows(): Promise<readonly Row[]> {
  if (!existsSync('tests/bench/bare/build')) {
    execFileSync('npx', ['--no-install', 'remix', 'vite:build', 'tests/bench/bare'], { stdio: 'inherit' })
  }
  const rows: Row[] = []
  for (const [name, script] of [
    ['bare Node server', 'tests/bench/bare-node.js'],
    ['bare Remix page', 'tests/bench/bare/server.js'],
  ] as const) {
    const server = await startServer([script])
    rows.push(await row({ name, url: server.origin }))
    await server.stop()
  }
  return rows
}

/** Moodle's share of a bare Node server is from peers.md: «1/1,390» for a lesson. */
async function ownRows(): Promise<readonly Row[]> {
  const site = await startSite({ seed: true, thenRun: ['tests/bench/crowd.ts'], env: { LOG_LEVEL: 'error' } })
  const trainee = await signIn(site.origin, 'xueyuan1')
  const coordinator = await signIn(site.origin, 'banzhuren1')
  const targets: readonly Target[] = [
    { name: 'sign-in page', url: `${site.origin}/login` },
    { name: '今日', url: `${site.origin}/today`, cookie: trainee, moodle: 1830 },
    { name: 'lesson', url: `${site.origin}/lessons/what-is-social-work`, cookie: trainee, moodle: 1390 },
    { name: 'sheet, 400 × 40', url: `${site.origin}/cohorts/bench-cohort/progress`, cookie: coordinator, moodle: 4540 },
  ]
  const rows: Row[] = []
  for (const target of targets) rows.push(await row(target))
  await site.stop()
  return rows
}

const [node, remix] = await bareRows()
if (!node || !remix) throw new Error('the yardsticks were not measured')
const rows = [node, remix, ...(await ownRows())]
const table = [
  `# Bench, ${new Date().toISOString().slice(0, 10)}, commit ${execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim()}`,
  '',
  `Node ${process.version}, one server process at a time, ${seconds} s each after a warm-up. Ratios are of requests per second at 16 connections.`,
  '',
  '| page | 1 connection: req/s | p50 ms | p99 ms | 16: req/s | p50 ms | p99 ms | of bare Remix | of bare Node | × Moodle’s ratio | time at 1 ÷ bare page |',
  '|---|---|---|---|---|---|---|---|---|---|---|',
  ...rows.map(({ target, one, sixteen }) => {
    const ofNode = sixteen.perSecond / node.sixteen.perSecond
    const cells = [
      target.name + (one.failed + sixteen.failed > 0 ? ` (${one.failed + sixteen.failed} failed!)` : ''),
      one.perSecond.toFixed(0),
      one.p50.toFixed(1),
      one.p99.toFixed(1),
      sixteen.perSecond.toFixed(0),
      sixteen.p50.toFixed(1),
      sixteen.p99.toFixed(1),
      (sixteen.perSecond / remix.sixteen.perSecond).toFixed(2),
      `1/${(1 / ofNode).toFixed(1)}`,
      target.moodle ? (ofNode * target.moodle).toFixed(0) : '',
      (remix.one.perSecond / one.perSecond).toFixed(1),
    ]
    return `| ${cells.join(' | ')} |`
  }),
  '',
]
mkdirSync('reports', { recursive: true })
writeFileSync('reports/bench.md', table.join('\n'))
console.log(table.join('\n'))
