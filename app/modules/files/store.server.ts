import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { headBytes } from './magic.ts'

/*
 * The files of a site: $DATA_DIR/files/ab/cdef…, each under the SHA-256 of its bytes, never changed; and, beside them, those
 * that are still arriving. No name that came from outside is ever a part of a path.
 */
type Body = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export type Arrived = {
  readonly path: string
  readonly hash: string
  readonly bytes: number
  readonly head: Uint8Array
}

const ownerOnly = { file: 0o600, folder: 0o700 } as const

export function storeFolder(dataDir: string): string {
  return join(dataDir, 'files')
}

export function arrivingFolder(dataDir: string): string {
  return join(storeFolder(dataDir), 'tmp')
}

export function pathOfHash(dataDir: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not the hash of a file')
  return join(storeFolder(dataDir), hash.slice(0, 2), hash.slice(2))
}

/**
 * Writes what comes to a temporary file, counting and hashing on the way. Null: it was more than `most` bytes, and as soon as
 * it was, nobody listened any more. The caller removes the file.
 */
export async function receive(dataDir: string, body: Body, most: number): Promise<Arrived | null> {
  await mkdir(arrivingFolder(dataDir), { recursive: true, mode: ownerOnly.folder })
  const path = join(arrivingFolder(dataDir), randomUUID())
  const file = await open(path, 'wx', ownerOnly.file)
  try {
    const arrived = await write(file, body, most)
    if (arrived) return { path, ...arrived }
  } catch (error) {
    await discard(path)
    throw error
  } finally {
    await file.close()
  }
  await discard(path)
  return null
}

async function write(file: FileHandle, body: Body, most: number) {
  const sha = createHash('sha256')
  const head = new Uint8Array(headBytes)
  let bytes = 0
  for await (const chunk of body) {
    if (bytes + chunk.length > most) return null
    if (bytes < headBytes) head.set(chunk.subarray(0, headBytes - bytes), bytes)
    sha.update(chunk)
    await file.writeFile(chunk)
    bytes += chunk.length
  }
  await file.sync()
  return { hash: sha.digest('hex'), bytes, head: head.subarray(0, bytes) }
}

/**
 * Puts a file that has arrived in its place. It is on the disk there, name and all, before anybody writes a row about it. Where
 * the same is already, it is replaced by itself: young again, and whole should it have been damaged.
 */
export async function place(dataDir: string, arrived: Arrived): Promise<void> {
  const path = pathOfHash(dataDir, arrived.hash)
  await mkdir(dirname(path), { recursive: true, mode: ownerOnly.folder })
  await rename(arrived.path, path)
  for (const folder of [dirname(path), storeFolder(dataDir)]) await flushFolder(folder)
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

export async function discard(path: string): Promise<void> {
  await rm(path, { force: true })
}

/** For reading; null: it is not there. */
export async function openStored(dataDir: string, hash: string): Promise<FileHandle | null> {
  return open(pathOfHash(dataDir, hash), 'r').catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
