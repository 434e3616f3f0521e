import { createHmac, timingSafeEqual } from 'node:crypto'
import { siteSecret } from '~/platform/site-secret.server.ts'
import type { Stretch } from './minutes.ts'

/*
 * When a lesson was opened, by our clock, kept in the page (and, for the plain forms inside the text, in a cookie). Signed, so
 * that it can only be what we said, for this person and this lesson: time on a lesson cannot be made up.
 */
export const visitSecret = 'lesson-visit'

export type Visit = { readonly personId: string; readonly lessonId: string }

const longestVisitMs = 24 * 3_600_000

export async function signVisit(visit: Visit, openedAt: Date): Promise<string> {
  const opened = openedAt.getTime().toString(36)
  return `${opened}.${(await seal(visit, opened, openedAt)).toString('base64url')}`
}

/** When the page was opened; null when the token is not ours, not hers, of another lesson, from the future or of yesterday. */
export async function readVisit(visit: Visit, token: string | null | undefined, now: Date): Promise<Date | null> {
  const [, opened, given] = /^([0-9a-z]{1,11})\.([\w-]{43})$/.exec(token ?? '') ?? []
  if (opened === undefined || given === undefined) return null
  const openedAt = new Date(Number.parseInt(opened, 36))
  const age = now.getTime() - openedAt.getTime()
  if (Number.isNaN(age) || age < 0 || age > longestVisitMs) return null
  return timingSafeEqual(Buffer.from(given, 'base64url'), await seal(visit, opened, now)) ? openedAt : null
}

/**
 * The time that a post tells of. The plain forms inside a lesson's text are the same for everybody and carry no token; for
 * them the cookie of the last lesson opened speaks.
 */
export async function stretchOf(
  visit: Visit,
  said: { readonly visit?: string | undefined; readonly seconds?: number | undefined },
  request: Request,
  now: Date,
): Promise<Stretch | null> {
  const openedAt = await readVisit(visit, said.visit ?? cookieToken(request), now)
  return openedAt && { openedAt, claimedSeconds: said.seconds ?? null }
}

const cookieName = 'visit'

export function visitCookie(token: string, isSecure: boolean): string {
  const secure = isSecure ? '; Secure' : ''
  return `${cookieName}=${token}; Path=/lessons; Max-Age=${longestVisitMs / 1000}; HttpOnly; SameSite=Lax${secure}`
}

function cookieToken(request: Request): string | undefined {
  return new RegExp(`(?:^|;\\s*)${cookieName}=([\\w.-]+)`).exec(request.headers.get('Cookie') ?? '')?.[1]
}

async function seal({ personId, lessonId }: Visit, opened: string, now: Date): Promise<Buffer> {
  const secret = await siteSecret(visitSecret, now)
  return createHmac('sha256', secret)
    .update(JSON.stringify([personId, lessonId, opened]))
    .digest()
}
