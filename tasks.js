/**
 * The two commands of a fresh clone, `npm run demo` and `npm test`, and the steps that they share. Plain Node, no packages:
 * it installs them. A step whose inputs have not changed since it last succeeded is skipped, so a second start takes seconds.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { serverFlags } from './server-flags.js'

const env = process.env
const npx = (/** @type {string[]} */ ...args) => run('npx', ['--no-install', ...args])
const tsx = (/** @type {string[]} */ ...args) => run(process.execPath, ['--import', 'tsx', ...args])

/** @type {Record<string, () => Promise<void>>} */
const tasks = {
  /** installs what is missing, builds, loads a demo centre, serves it */
  async demo() {
    await prepare()
    await build()
    Object.assign(env, { DEMO: '1', LOG_LEVEL: env.LOG_LEVEL ?? 'warn' })
    await tsx('prisma/seed.ts')
    await run(process.execPath, [...serverFlags, 'server.js'])
  },

  /** everything: check, pure, database (both), routes, faults, journeys in a browser */
  async test() {
    await prepare()
    await check()
    await build()
    await npx('vitest', 'run')
    await npx('playwright', 'test')
  },

  /** a real site */
  async start() {
    await prepare()
    await build()
    await run(process.execPath, [...serverFlags, 'server.js'])
  },

  async build() {
    await prepare()
    await build()
  },
  async prepare() {
    await prepare()
  },
  async check() {
    await prepare()
    await check()
  },
  async bench() {
    await prepare()
    await build()
    await tsx('tests/bench/bench.ts')
  },
  async proof() {
    await prepare()
    await build()
    await tsx('tests/faults/proof.ts', ...process.argv.slice(3))
  },
}

const task = tasks[process.argv[2] ?? '']
if (!task) {
  console.error(`usage: node tasks.js ${Object.keys(tasks).join('|')}`)
  process.exit(64)
}
await task()

async function prepare() {
  // What must be compiled finds Node's headers beside Node, where its own site cannot be reached.
  const prefix = dirname(dirname(process.execPath))
  if (existsSync(join(prefix, 'include/node/node_api.h'))) env.npm_config_nodedir ??= prefix
  await step('node_modules/.yucai-installed', ['package.json', 'package-lock.json'], () =>
    run('npm', ['ci', '--no-audit', '--no-fund']),
  )
  await step('app/platform/prisma/.generated', ['prisma/schema.prisma', 'prisma/twin.ts', 'package-lock.json'], () =>
    run('npm', ['run', '--silent', 'generate']),
  )
  const compilers = ['app/modules/content', 'app/modules/questions', 'app/modules/exams', 'app/exam-pack.cli.ts']
  const authored = ['content', ...compilers, 'app/i18n/lesson.ts', 'app/paths.ts', 'package-lock.json']
  await step('.content/.compiled', authored, () => run('npm', ['run', '--silent', 'content']))
}

async function build() {
  const inputs = ['app', 'prisma', 'public', 'vite.config.ts', 'remix.config.js', 'package-lock.json']
  await step('build/.built', inputs, async () => {
    await npx('remix', 'vite:build')
    await tsx('app/platform/precompress.cli.ts')
  })
}

/** Under a minute: what a change is held against before it is committed. */
async function check() {
  await npx('biome', 'check', '--error-on-warnings')
  await npx('tsc', '--noEmit')
  await npx('knip')
  await npx('vitest', 'run', '--project', 'architecture')
}

/** Runs `work` unless the stamp file says that it succeeded for exactly these inputs. */
async function step(
  /** @type {string} */ stamp,
  /** @type {string[]} */ inputs,
  /** @type {() => Promise<void>} */ work,
) {
  const now = fingerprint(inputs)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  await work()
  mkdirSync(join(stamp, '..'), { recursive: true })
  writeFileSync(stamp, fingerprint(inputs))
}

function fingerprint(/** @type {string[]} */ inputs) {
  const hash = createHash('sha256').update(process.version)
  for (const file of inputs.flatMap(filesOf).sort()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/** @returns {string[]} */
function filesOf(/** @type {string} */ path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const generated = path === join('app', 'platform', 'prisma')
  return generated ? [] : readdirSync(path).flatMap((name) => filesOf(join(path, name)))
}

/** Runs a command in the foreground; its failure is ours. SIGINT and SIGTERM reach it too. */
function run(/** @type {string} */ command, /** @type {string[]} */ args) {
  return /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      const child = spawn(command, args, { stdio: 'inherit', env })
      const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
      process.on('SIGINT', forward)
      process.on('SIGTERM', forward)
      child.on('exit', (code) => {
        process.off('SIGINT', forward)
        process.off('SIGTERM', forward)
        if (code === 0) resolve()
        else process.exit(code ?? 1)
      })
    })
  )
}
