import pino, { type Logger } from 'pino'
import type { Env } from './env.server.ts'

/**
 * One JSON line a request and for what the operator must know. Never a name, a body, a query, a cookie or an answer: callers
 * pass ids, codes and numbers, and what looks like a secret is redacted all the same.
 */
export function createLog(level: Env['logLevel']): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.password', '*.passwordHash', '*.code', '*.token', '*.cookie', '*.body', '*.name', '*.phone'],
  })
}

/**
 * «/lessons/abc/visit» → «/lessons/:id/visit»: keeps the words that occur in the app's own routes, hides the rest.
 * `words` are the static segments of the route manifest.
 */
export function routePattern(pathname: string, words: ReadonlySet<string>): string {
  return pathname
    .split('/')
    .map((segment) => (segment === '' || words.has(segment.replace(/\.data$/, '')) ? segment : ':id'))
    .join('/')
}

/** Static segments of all routes of a Remix build. */
export function routeWords(routes: Readonly<Record<string, { path?: string } | undefined>>): ReadonlySet<string> {
  const segments = Object.values(routes).flatMap((route) => route?.path?.split('/') ?? [])
  return new Set([...segments.filter((segment) => !segment.startsWith(':')), '_root', 'assets', 'healthz', 'readyz'])
}
