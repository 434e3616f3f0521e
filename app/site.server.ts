import { createServer, type Server } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import * as build from 'virtual:remix/server-build'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import { readSession } from '~/modules/identity/session.server.ts'
import { isLocale, type Locale, localeFromHeader } from './i18n/locale.ts'
import type { LoadContext } from './load-context.ts'
import type { Env } from './platform/env.server.ts'
import { createHttpApp, type RequestFacts } from './platform/http.server.ts'
import { routeWords } from './platform/log.server.ts'
import { notReady } from './platform/readiness.server.ts'
import { remixByFirstWord } from './platform/remix.server.ts'
import { withRequestOrigin } from './platform/request-origin.server.ts'

const stallMs = 1_000

export type Site = {
  readonly listener: ReturnType<typeof getRequestListener>
  /** an HTTP server with the limits of reliability.md §3.11, not yet listening */
  readonly createServer: () => Server
  /** from now on /readyz refuses, so that a proxy sends nobody here any more */
  readonly drain: () => void
}

export function createSite(env: Env, log: Logger): Site {
  const remix = remixByFirstWord(build, env.mode)
  const delay = monitorEventLoopDelay({ resolution: 100 })
  delay.enable()
  let isDraining = false

  const app = createHttpApp({
    env,
    log,
    routeWords: routeWords(build.routes),
    handle: async (request, facts) => {
      const cookies: string[] = []
      const answer = () => remix(request, loadContextFor(request, facts, env, cookies))
      const response = needsOrigin(request) ? await withRequestOrigin(facts, answer) : await answer()
      for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
      return response
    },
    isAlive: () => {
      const isStalled = delay.percentile(99) / 1e6 > stallMs
      delay.reset()
      return !isStalled
    },
    notReady: async () => (isDraining ? 'draining' : notReady(env)),
  })

  const listener = getRequestListener((request, bindings) => app.fetch(request, bindings))
  return {
    listener,
    createServer: () =>
      createServer(
        { headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 10_000, maxHeaderSize: 16_384 },
        listener,
      ),
    drain: () => {
      isDraining = true
    },
  }
}

function loadContextFor(request: Request, facts: RequestFacts, env: Env, cookies: string[]): LoadContext {
  let session: ReturnType<typeof readSession> | undefined
  return {
    ...facts,
    visitorLocale: visitorLocale(request),
    hasGallery: env.hasGallery,
    keepsPages: env.keepsPages,
    isSecure: env.isSecure,
    isInsecureSite: env.isInsecureSite,
    publicOrigin: env.origins[0] ?? '',
    dataDir: env.dataDir,
    databaseUrl: env.databaseUrl,
    documents: new Map(),
    ownFields: [],
    ownParams: [],
    setCookie: (cookie) => cookies.push(cookie),
    actor: async () => {
      session ??= readSession(request, facts.now, env.isSecure).then((read) => {
        if (read.setCookie) cookies.push(read.setCookie)
        return read
      })
      return (await session).actor
    },
  }
}

/** For the audit. What is read is not audited, nor what a page sends by itself every few seconds: they go without the scope's cost. */
function needsOrigin({ method, url }: Request): boolean {
  return method !== 'GET' && method !== 'HEAD' && !url.endsWith('/sync')
}

function visitorLocale(request: Request): Locale {
  const chosen = /(?:^|;\s*)locale=([\w-]+)/.exec(request.headers.get('Cookie') ?? '')?.[1]
  return isLocale(chosen) ? chosen : localeFromHeader(request.headers.get('Accept-Language'))
}
