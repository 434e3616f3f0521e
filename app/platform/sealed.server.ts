import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/*
 * Text that the database holds and cannot read: AES-256-GCM under a key that is kept elsewhere. Where it belongs is bound to it,
 * so that a sealed text that somebody moves to another row or field does not open.
 */
const ivBytes = 12
const tagBytes = 16
const mark = 's1.'

/** What was sealed does not open: another key, another place, or damaged. */
export class SealBroken extends Error {
  constructor(place: string, cause?: unknown) {
    super(`${place} does not open with this key`, { cause })
  }
}

/** `key`: 32 bytes. `place`: table, row and field, such as `WorkRevision/<id>/2`. */
export function seal(key: Buffer, place: string, text: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return mark + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

export function unseal(key: Buffer, place: string, sealed: string): string {
  const bytes = Buffer.from(sealed.slice(mark.length), 'base64url')
  if (!sealed.startsWith(mark) || bytes.length < ivBytes + tagBytes) throw new SealBroken(place)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
  } catch (error) {
    throw new SealBroken(place, error)
  }
}
