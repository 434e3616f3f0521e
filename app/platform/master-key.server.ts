import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/*
 * The key under which everybody's own key is sealed (modules/identity/person-keys.server.ts). It lies beside the database, never in
 * it, and no backup takes it along: a copy of either alone tells nothing of what people wrote.
 */
const keyBytes = 32

// On the global object: in development the module is loaded anew when it changes.
const place = globalThis as typeof globalThis & { yucaiMasterKey?: Buffer | undefined }

/** Where a site's key lies: to be copied once to a safe place, apart from the backups. */
export function masterKeyPath(dataDir: string): string {
  return join(dataDir, 'keys', 'master.key')
}

/** Once, at boot. Made when there is none; two processes that start together take the one that was first. */
export function openMasterKey(dataDir: string): void {
  const path = masterKeyPath(dataDir)
  mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
  makeKey(path)
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')
  if (key.length !== keyBytes) throw new Error(`${path} holds no key of ${keyBytes} bytes`)
  place.yucaiMasterKey = key
}

export function masterKey(): Buffer {
  if (!place.yucaiMasterKey) throw new Error('openMasterKey() has not been called')
  return place.yucaiMasterKey
}

function makeKey(path: string): void {
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, `${randomBytes(keyBytes).toString('base64')}\n`)
    fsyncSync(file)
    closeSync(file)
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    if (!isThere) throw error
  }
}
