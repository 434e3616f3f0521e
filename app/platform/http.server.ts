import { randomBytes, randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import { clientAddress } from './address.ts'
import { clock } from './clock.ts'
import { violationsIn } from './csp-report.ts'
import type { Env } from './env.server.ts'
import { securityHeaders } from './headers.ts'
import { workerPath } from './kept-pages.ts'
import { routePattern } from './log.server.ts'
import { judgeOrigin } from './origin.ts'
import { farewell } from './worker-farewell.ts'

/** What the server knows of a request before anybody looks at it. */
export type RequestFacts = {
  readonly requestId: string
  readonly nonce: string
  readonly now: Date
  readonly address: string
}

export type HttpOptions = {
  readonly env: Env
  readonly log: Logger
  /** static words of the routes, so that logs hold patterns and no ids */
  readonly routeWords: ReadonlySet<string>
  readonly handle: (request: Request, facts: RequestFacts) => Promise<Response>
  readonly isAlive: () => boolean
  /** null when ready; else what is wrong, for the operator on this machine */
  readonly notReady: () => Promise<string | null>
}

type App = { Bindings: HttpBindings; Variables: RequestFacts }

const maxBodyBytes = 1_000_000
const maxReportBytes = 20_000
const compressAboveBytes = 1_400
const compress = promisify(gzip)

/** Everything between the socket and Remix, in one place: id, log, headers, origin, limits, compression, assets, health. */
export function createHttpApp(options: HttpOptions): Hono<App> {
  const app = new Hono<App>()
  const { env, log } = options

  app.use(async (c, next) => {
    const started = performance.now()
    const facts = factsOf(c, env)
    c.set('requestId', facts.requestId)
    c.set('nonce', facts.nonce)
    c.set('now', facts.now)
    c.set('address', facts.address)
    await next()
    const { headers } = c.res
    for (const [name, value] of securityHeaders(facts.nonce, env.isSecure)) {
      if (!headers.has(name)) headers.set(name, value)
    }
    headers.set('X-Request-Id', facts.requestId)
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
    log.info({
      reqId: facts.requestId,
      method: c.req.method,
      route: routePattern(c.req.path, options.routeWords),
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    })
  })

  app.get('/healthz', (c) => (options.isAlive() ? c.text('ok\n') : c.text('stalled\n', 503)))
  app.get('/readyz', async (c) => {
    const problem = await options.notReady()
    if (problem === null) return c.text('ready\n')
    return c.text(isLocal(c.get('address')) ? `${problem}\n` : 'not ready\n', 503)
  })

  app.use('/assets/*', immutable, serveStatic({ root: './build/client', precompressed: true }))
  app.get('/assets/*', (c) => c.text('not found\n', 404, { 'Cache-Control': 'no-store' }))
  app.get(workerPath, workerScript(env.keepsPages))
  app.get('/favicon.svg', serveStatic({ path: './build/client/favicon.svg' }))

  // Browsers send reports on their own, without our Origin: taken before the origin check, read for two fields, answered empty.
  app.post('/csp-report', bodyLimit({ maxSize: maxReportBytes }), async (c) => {
    for (const violation of violationsIn(await c.req.json().catch(() => null))) log.warn(violation, 'CSP violation')
    return c.body(null, 204)
  })

  app.use(async (c, next) => {
    const verdict = judgeOrigin(c.req.method, c.req.raw.headers, env.origins)
    if (verdict === 'allowed') return next()
    log.warn({ reqId: c.get('requestId'), verdict }, 'request refused')
    const status = verdict === 'foreign' ? 403 : 415
    return c.text(refusals[verdict], status, { Vary: 'Sec-Fetch-Site, Origin' })
  })
  app.use(bodyLimit({ maxSize: maxBodyBytes, onError: (c) => c.text(refusals.tooLarge, 413) }))

  app.all('*', async (c) => {
    const response = await options.handle(c.req.raw, {
      requestId: c.get('requestId'),
      nonce: c.get('nonce'),
      now: c.get('now'),
      address: c.get('address'),
    })
    return acceptsGzip(c) ? compressed(response) : response
  })

  app.onError((error, c) => {
    log.error({ reqId: c.get('requestId'), err: error }, 'request failed')
    return c.text(refusals.unexpected(c.get('requestId')), 500)
  })
  return app
}

const refusals = {
  foreign:
    '请求被拒绝：它不是从本站页面发出的。请回到本站页面再操作。\nRefused: this request did not come from a page of this site.\n',
  unsupportedType: '不支持这种提交方式。\nThis kind of request is not accepted.\n',
  tooLarge: '提交的内容太大了（上限 1 MB），没有保存。请减少后再提交。\nToo large (limit 1 MB); nothing was saved.\n',
  unexpected: (requestId: string) =>
    `系统出了问题，已经记录下来。请稍后再试。编号 ${requestId}\nSomething broke and has been logged. Number ${requestId}\n`,
} as const

function factsOf(c: Context<App>, env: Env): RequestFacts {
  return {
    requestId: randomUUID(),
    nonce: randomBytes(16).toString('base64'),
    now: clock.now(),
    address: clientAddress(
      c.env.incoming.socket.remoteAddress ?? '',
      c.env.incoming.headers['x-forwarded-for'],
      env.trustedProxies,
    ),
  }
}

/** The worker asks for itself anew at every visit; where no page may be kept (any more) it takes its leave. */
function workerScript(keepsPages: boolean): MiddlewareHandler {
  if (keepsPages) return serveStatic({ path: `./build/client${workerPath}` })
  return async (c) => c.body(farewell, 200, { 'Content-Type': 'text/javascript; charset=utf-8' })
}

async function immutable(c: Context, next: () => Promise<void>) {
  await next()
  if (c.res.ok) c.res.headers.set('Cache-Control', 'public, max-age=31536000, immutable')
}

function acceptsGzip(c: Context): boolean {
  return c.req.header('accept-encoding')?.includes('gzip') ?? false
}

async function compressed(response: Response): Promise<Response> {
  const type = response.headers.get('Content-Type') ?? ''
  if (response.body === null || response.headers.has('Content-Encoding') || !/^text\/|json|javascript/.test(type)) {
    return response
  }
  const body = Buffer.from(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  headers.append('Vary', 'Accept-Encoding')
  headers.delete('Content-Length')
  if (body.length < compressAboveBytes) return new Response(body, { status: response.status, headers })
  headers.set('Content-Encoding', 'gzip')
  return new Response(await compress(body, { level: 5 }), { status: response.status, headers })
}

function isLocal(address: string): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'
}
