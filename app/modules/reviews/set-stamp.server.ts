import { createHmac, timingSafeEqual } from 'node:crypto'
import { siteSecret } from '~/platform/site-secret.server.ts'

/*
 * When a set was loaded, by our clock, kept on the device beside each answer to it. Signed for one person: nobody can move an
 * answer to a day on which she did not have the questions.
 */
export const setSecret = 'practice-set'

export async function stampSet(personId: string, loadedAt: Date): Promise<string> {
  const loaded = loadedAt.getTime().toString(36)
  return `${loaded}.${(await seal(personId, loaded, loadedAt)).toString('base64url')}`
}

/** When the set was loaded; null when the stamp is not ours, not hers, or of the future. */
export async function readStamp(personId: string, stamp: string, now: Date): Promise<Date | null> {
  const [, loaded, given] = /^([0-9a-z]{1,11})\.([\w-]{43})$/.exec(stamp) ?? []
  if (loaded === undefined || given === undefined) return null
  const loadedAt = new Date(Number.parseInt(loaded, 36))
  if (!(loadedAt.getTime() <= now.getTime())) return null
  return timingSafeEqual(Buffer.from(given, 'base64url'), await seal(personId, loaded, now)) ? loadedAt : null
}

async function seal(personId: string, loaded: string, now: Date): Promise<Buffer> {
  const secret = await siteSecret(setSecret, now)
  return createHmac('sha256', secret)
    .update(JSON.stringify([personId, loaded]))
    .digest()
}
