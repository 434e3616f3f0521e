import { createHash, randomBytes } from 'node:crypto'

/** What goes to a person is random; what stays in the database is its SHA-256: a copy of the database opens no door. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

export function sha256(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
