import type { Logger } from 'pino'
import { sealAuditEntries } from '~/modules/audit/sealer.server.ts'
import { loadContentLibrary } from '~/modules/content/library.server.ts'
import { visitSecret } from '~/modules/courses/visit-token.server.ts'
import { sweepDueAttempts } from '~/modules/exams/settling.server.ts'
import { sweepFiles } from '~/modules/files/sweep.server.ts'
import { checkMasterKey } from '~/modules/identity/person-keys.server.ts'
import { ensureSetupLink } from '~/modules/identity/setup.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { setSecret } from '~/modules/reviews/set-stamp.server.ts'
import { connectDatabase, disconnectDatabase } from '~/platform/db.server.ts'
import { migrate } from '../prisma/migrate.ts'
import { paths } from './paths.ts'
import { clock } from './platform/clock.ts'
import { type Env, requireEnv } from './platform/env.server.ts'
import { createLog } from './platform/log.server.ts'
import { masterKeyPath, openMasterKey } from './platform/master-key.server.ts'
import { siteSecret } from './platform/site-secret.server.ts'
import { createSite, type Site } from './site.server.ts'

const drainMs = 10_000
const sealEveryMs = 1_000
const sweepEveryMs = 15_000
const sweepFilesEveryMs = 3_600_000

/** Boots a site and listens: environment, migrations, database, content, socket. Whatever fails ends the process. */
export async function start(): Promise<void> {
  const env = requireEnv()
  const log = createLog(env.logLevel)
  const site = await boot(env, log, (code) => void stop(code))
  const server = site.createServer()
  const sealer = setInterval(() => {
    sealAuditEntries(clock.now()).catch((err: unknown) => log.error({ err }, 'sealing failed'))
  }, sealEveryMs)

  const sweeper = setInterval(() => {
    sweepDueAttempts(clock.now()).catch((err: unknown) => log.error({ err }, 'sweeping exams failed'))
  }, sweepEveryMs)

  const fileSweeper = setInterval(() => {
    sweepFiles(env.dataDir, clock.now()).catch((err: unknown) => log.error({ err }, 'sweeping files failed'))
  }, sweepFilesEveryMs)

  let isStopping = false
  async function stop(code: number) {
    if (isStopping) return
    isStopping = true
    site.drain()
    clearInterval(sealer)
    clearInterval(sweeper)
    clearInterval(fileSweeper)
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, drainMs))])
    await disconnectDatabase()
    process.exit(code)
  }
  process.on('SIGTERM', () => void stop(0))
  process.on('SIGINT', () => void stop(0))
  process.on('unhandledRejection', (err) => {
    log.fatal({ err }, 'unhandled rejection')
    void stop(1)
  })

  await new Promise<void>((resolve) => server.listen(env.port, env.host, resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : env.port
  console.log(`Yucai 育才: http://${env.host === '127.0.0.1' ? 'localhost' : env.host}:${port}`)
}

/** For `npm run dev`: the same site behind Vite's middleware. */
export async function startDevelopmentSite(): Promise<Site['listener']> {
  const env = requireEnv()
  const site = await boot(env, createLog(env.logLevel), (code) => process.exit(code))
  return site.listener
}

/** Ready to listen. `onPoison` is called when the database connection can no longer be trusted. */
export async function boot(env: Env, log: Logger, onPoison: (code: number) => void): Promise<Site> {
  await migrate(env.databaseUrl, { onProgress: (step) => log.info({ step }, 'migration') })
  await connectDatabase(env.databaseUrl, {
    onSlowHold: (hold) => log.warn(hold, 'slow write'),
    onSlowDisk: (ms) => log.warn({ ms }, 'the disk takes long to flush: every write waits for it'),
    onPoison: (err) => {
      log.fatal({ err }, 'database poisoned')
      onPoison(70)
    },
  })
  openMasterKey(env.dataDir)
  await checkMasterKey(masterKeyPath(env.dataDir))
  await syncOfficialPack(officialPack().questions, clock.now())
  await loadContentLibrary({ isHot: env.mode === 'development' })
  // Made before it is needed: a page that is only read writes nothing.
  await siteSecret(visitSecret, clock.now())
  await siteSecret(setSecret, clock.now())
  await announceSetup(env)
  return createSite(env, log)
}

async function announceSetup(env: Env): Promise<void> {
  const token = await ensureSetupLink(clock.now())
  if (!token) return
  console.log(`
  首次使用：请在浏览器中打开下面的链接，创建第一位管理员（链接只能使用一次）。
  First run: open this link to create the first administrator (it works once).

  ${env.origins[0]}${paths.setup(token)}
`)
}
