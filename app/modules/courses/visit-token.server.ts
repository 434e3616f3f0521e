import { createHmac, timingSafeEqual } from 'node:crypto'
import { siteSecret } from '~/platform/site-secret.server.ts'

/*
 * When a lesson was opened, by our clock, kept in the page (and, for the plain forms inside the text, in a cookie). Signed, so
 * that it can only be what we said, for this person and this lesson: time on a lesson cannot be made up.
 */
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

async function seal({ personId, lessonId }: Visit, opened: string, now: Date): Promise<Buffer> {
  const secret = await siteSecret('lesson-visit', now)
  return createHmac('sha256', secret)
    .update(JSON.stringify([personId, lessonId, opened]))
    .digest()
}
