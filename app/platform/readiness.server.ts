import { statfs } from 'node:fs/promises'
import { db } from './db.server.ts'
import type { Env } from './env.server.ts'

const leastFreeShare = 0.1

/** Null when this process may receive requests; else what is wrong, in words for the operator. */
export async function notReady(env: Env): Promise<string | null> {
  try {
    await db.read.$queryRaw`SELECT 1`
  } catch {
    return 'the database does not answer'
  }
  return (await isDiskFull(env.dataDir)) ? 'less than 10 % of the disk is free' : null
}

/** What is left is for the database. */
export async function isDiskFull(dataDir: string): Promise<boolean> {
  const disk = await statfs(dataDir)
  return disk.bavail / disk.blocks < leastFreeShare
}
