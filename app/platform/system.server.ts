import { readFileSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { databaseFigures, db } from './db.server.ts'
import { sqlitePath } from './db-file.server.ts'

const startedAt = Date.now()

/** What the operator wants to know of the machine and of what runs on it. */
export type SystemFigures = {
  readonly versions: { readonly yucai: string; readonly remix: string; readonly node: string }
  readonly database: { readonly dialect: 'sqlite' | 'postgresql'; readonly bytes: number }
  readonly disk: { readonly freeBytes: number; readonly freePercent: number }
  readonly writesWaiting: number
  readonly startedAt: Date
}

export async function systemFigures(dataDir: string, databaseUrl: string): Promise<SystemFigures> {
  const disk = await statfs(dataDir)
  return {
    versions: {
      yucai: versionOf('../../package.json'),
      remix: versionOf('remix/package.json'),
      node: process.versions.node,
    },
    database: { dialect: db.dialect, bytes: await databaseBytes(databaseUrl) },
    disk: { freeBytes: disk.bavail * disk.bsize, freePercent: Math.floor((disk.bavail / disk.blocks) * 100) },
    writesWaiting: databaseFigures().depth,
    startedAt: new Date(startedAt),
  }
}

async function databaseBytes(url: string): Promise<number> {
  if (db.dialect === 'sqlite') return statSync(sqlitePath(url)).size
  const [row] = await db.read.$queryRaw<Array<{ bytes: bigint }>>`SELECT pg_database_size(current_database()) AS bytes`
  return Number(row?.bytes ?? 0)
}

function versionOf(manifest: string): string {
  const path = createRequire(import.meta.url).resolve(manifest)
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string }
  return version
}
