import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverFlags } from '../../server-flags.js'

export type RunningSite = {
  readonly origin: string
  readonly dataDir: string
  readonly pid: number
  readonly log: () => string
  readonly stop: () => Promise<void>
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Starts any server script on a free port (or the one that is asked for) and waits until it says that it listens. */
export async function startServer(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const port = env.PORT ? Number(env.PORT) : await freePort()
  const child = spawn(process.execPath, [...args], { env: { ...process.env, ...env, PORT: String(port) } })
  const output: string[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  await ready(child, output)
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    log: () => output.join(''),
    stop: () => end(child),
  }
}

/** A built site in production mode with a data folder of its own; with `seed`, the demo centre is loaded first; `thenRun` are scripts that add to it. */
export async function startSite(
  options: {
    seed?: boolean
    thenRun?: readonly string[]
    env?: Readonly<Record<string, string>>
    dataDir?: string
  } = {},
): Promise<RunningSite> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'yucai-site-'))
  const env = { DATA_DIR: dataDir, LOG_LEVEL: 'info', NODE_ENV: 'production', ...options.env }
  if (options.seed) await run(['--import', 'tsx', 'prisma/seed.ts'], env)
  for (const script of options.thenRun ?? []) await run(['--import', 'tsx', script], env)
  const server = await startServer([...serverFlags, 'server.js'], env)
  return {
    ...server,
    dataDir,
    stop: async () => {
      await server.stop()
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(process.execPath, [...args], { env: { ...process.env, ...env } })
  const output: string[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  return new Promise((resolve, reject) => {
    child.on('exit', (code) =>
      code === 0
        ? resolve(output.join(''))
        : reject(new Error(`${args.join(' ')} ended with ${code}:\n${output.join('')}`)),
    )
  })
}

function ready(child: ChildProcess, output: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (/育才: http:\/\/|listening/.test(output.join(''))) resolve()
    })
    child.on('exit', (code) =>
      reject(new Error(`the server ended with ${code} before it listened:\n${output.join('')}`)),
    )
  })
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.on('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
