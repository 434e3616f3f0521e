import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

/** The file behind a `file:` URL. */
export function sqlitePath(url: string): string {
  return url.replace(/^file:(\/\/)?/, '')
}

/*
 * WAL needs shared memory, and locks that hold: on a network drive SQLite corrupts its file without a word. The numbers are
 * the magic numbers of statfs(2).
 */
const networkFileSystems: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0x65735546, 'FUSE'],
  [0x00c36400, 'Ceph'],
  [0x5346414f, 'AFS'],
])

export function networkFileSystemOf(magic: number): string | null {
  return networkFileSystems.get(magic >>> 0) ?? null
}

export function refuseNetworkFileSystem(path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const kind = networkFileSystemOf(Number(statfsSync(dirname(path)).type))
  if (!kind) return
  throw new Error(`${dirname(path)} is on ${kind}. SQLite needs a local disk; for a network drive use PostgreSQL.`)
}

class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse'
}

/**
 * One process per database file. The lock is an exclusive transaction on a small file beside it: the system lets go of it
 * when the process ends, however it ends, so no stale lock is ever left behind.
 */
export function lockDatabase(path: string): () => void {
  const lock = new Database(`${path}.lock`, { timeout: 0 })
  try {
    lock.pragma('journal_mode = DELETE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new DatabaseInUse(`${path} is in use by another process: stop that one first`)
  }
  return () => lock.close()
}

/** Forces a file, or the names in a folder, onto the disk. */
export function flushToDisk(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** How long a small write takes to reach the disk that `path` is on: the median of fifty, in milliseconds. */
export function timeToDisk(path: string): number {
  const probe = `${path}.probe`
  const handle = openSync(probe, 'w')
  try {
    const times = Array.from({ length: 50 }, () => {
      const began = performance.now()
      writeSync(handle, 'yucai')
      fsyncSync(handle)
      return performance.now() - began
    })
    return times.sort((a, b) => a - b)[25] ?? 0
  } finally {
    closeSync(handle)
    rmSync(probe)
  }
}
