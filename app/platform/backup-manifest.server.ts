import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** Written last: a backup without it is not one. */
const manifestSchema = z.strictObject({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  dialect: z.enum(['sqlite', 'postgresql']),
  migrations: z.array(z.string()),
  tables: z.record(z.string().regex(/^\w+$/), z.strictObject({ rows: z.int().min(0), sha256: hash })),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.int().min(0), sha256: hash })),
  /** hashes of files that rows speak of and the site no longer has, or has damaged: an earlier backup may */
  lost: z.array(hash).default([]),
  /** where the audit's chain ended: shows later if its tail was cut off */
  audit: z.strictObject({ seq: z.int().min(0), hash }).nullable(),
})

export type Manifest = z.infer<typeof manifestSchema>

export const manifestName = 'manifest.json'

export class UnusableBackup extends Error {
  override readonly name = 'UnusableBackup'
}

export function readManifest(folder: string): Manifest {
  const path = join(folder, manifestName)
  if (!existsSync(path)) throw new UnusableBackup(`${folder} is not a complete backup: it has no ${manifestName}`)
  const parsed = manifestSchema.safeParse(jsonOf(readFileSync(path, 'utf8')))
  if (parsed.success) return parsed.data
  throw new UnusableBackup(`${path} is damaged, or of a newer version of Yucai: ${z.prettifyError(parsed.error)}`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export type Backup = { readonly folder: string; readonly takenAt: Date; readonly audit: Manifest['audit'] }

export function backupsFolder(dataDir: string): string {
  return join(dataDir, 'backups')
}

/** The complete backups of a site, newest first. */
export function listBackups(dataDir: string): readonly Backup[] {
  const place = backupsFolder(dataDir)
  if (!existsSync(place)) return []
  return readdirSync(place)
    .map((name) => join(place, name))
    .filter((folder) => existsSync(join(folder, manifestName)))
    .flatMap((folder) => {
      try {
        const { takenAt, audit } = readManifest(folder)
        return [{ folder, takenAt: new Date(takenAt), audit }]
      } catch {
        return []
      }
    })
    .sort((a, b) => b.takenAt.getTime() - a.takenAt.getTime())
}

/** For the system page and /readyz. */
export function lastBackup(dataDir: string): Backup | null {
  return listBackups(dataDir)[0] ?? null
}
