import { rmSync, statSync } from 'node:fs'
import { readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { db } from '~/platform/db.server.ts'
import { arrivingFolder, isMissing, pathOfHash, storeFolder } from './store.server.ts'

/*
 * What nobody needs any more. A file that was taken away is kept for a month, should it be missed, and then forgotten: a photo
 * of somebody's home does not stay because it was uploaded once. A file without a row waits for a day, because its row may be
 * on the way, and because a backup that is being written may still look for it.
 */
const day = 24 * 60 * 60_000
const keptAfterRemoval = 30 * day
const atOnce = 200

export type Swept = {
  readonly forgottenUses: number
  readonly forgottenFiles: number
  readonly removedFiles: number
  readonly removedArrivals: number
}

export async function sweepFiles(dataDir: string, now: Date): Promise<Swept> {
  return {
    forgottenUses: await forgetUses(now),
    forgottenFiles: await forgetFiles(dataDir, now),
    removedFiles: await removeStrays(dataDir, now),
    removedArrivals: await removeArrivals(dataDir, now),
  }
}

async function forgetUses(now: Date): Promise<number> {
  const removedAt = { lt: new Date(now.getTime() - keptAfterRemoval) }
  let forgotten = 0
  for (;;) {
    const some = await db.read.fileUse.findMany({ where: { removedAt }, select: { id: true }, take: atOnce })
    if (some.length === 0) return forgotten
    const ids = some.map(({ id }) => id)
    await db.write((tx) => tx.fileUse.deleteMany({ where: { id: { in: ids }, removedAt } }))
    forgotten += some.length
  }
}

async function forgetFiles(dataDir: string, now: Date): Promise<number> {
  const unused = { uses: { none: {} }, createdAt: { lt: new Date(now.getTime() - day) } }
  let forgotten = 0
  for (;;) {
    const some = await db.read.storedFile.findMany({ where: unused, select: { hash: true }, take: atOnce })
    if (some.length === 0) return forgotten
    const hashes = some.map(({ hash }) => hash)
    // From now on it waits as one without a row.
    for (const hash of hashes) await utimes(pathOfHash(dataDir, hash), now, now).catch(unlessMissing)
    const { count } = await db.write((tx) => tx.storedFile.deleteMany({ where: { ...unused, hash: { in: hashes } } }))
    if (count === 0) return forgotten
    forgotten += count
  }
}

async function removeStrays(dataDir: string, now: Date): Promise<number> {
  let removed = 0
  const hashes = await hashesOnDisk(dataDir)
  for (let from = 0; from < hashes.length; from += atOnce) {
    for (const hash of await withoutRow(hashes.slice(from, from + atOnce))) {
      if (await removeStray(pathOfHash(dataDir, hash), hash, now)) removed += 1
    }
  }
  return removed
}

async function withoutRow(hashes: readonly string[]): Promise<readonly string[]> {
  const rows = await db.read.storedFile.findMany({ where: { hash: { in: [...hashes] } }, select: { hash: true } })
  const known = new Set(rows.map(({ hash }) => hash))
  return hashes.filter((hash) => !known.has(hash))
}

/** Inside a write, so that no row about it is being written meanwhile; whoever just put it there made it young. */
async function removeStray(path: string, hash: string, now: Date): Promise<boolean> {
  return db.write(async (tx) => {
    if (await tx.storedFile.findUnique({ where: { hash }, select: { hash: true } })) return false
    const age = now.getTime() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now.getTime())
    if (age <= day) return false
    rmSync(path, { force: true })
    return true
  })
}

/** Whatever else lies there is not ours. */
async function hashesOnDisk(dataDir: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const folder of await namesIn(storeFolder(dataDir))) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue
    const names = await namesIn(join(storeFolder(dataDir), folder))
    found.push(...names.filter((name) => /^[0-9a-f]{62}$/.test(name)).map((name) => folder + name))
  }
  return found
}

async function removeArrivals(dataDir: string, now: Date): Promise<number> {
  let removed = 0
  for (const name of await namesIn(arrivingFolder(dataDir))) {
    const path = join(arrivingFolder(dataDir), name)
    if (!(await isOld(path, now))) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
}

async function isOld(path: string, now: Date): Promise<boolean> {
  const found = await stat(path).catch(unlessMissing)
  return found !== undefined && now.getTime() - found.mtimeMs > day
}

function unlessMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error
  return undefined
}
