import { createHash } from 'node:crypto'
import { copyFileSync, createReadStream, existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Backup, Manifest } from './backup-manifest.server.ts'
import { readManifest } from './backup-manifest.server.ts'
import { flushToDisk } from './db-file.server.ts'

type Files = Manifest['files']
type Digest = { readonly bytes: number; readonly sha256: string }

/** Of a file that is called after its bytes: `ab/cdef…`. Those never change. */
const addressed = /^([0-9a-f]{2})\/([0-9a-f]{62})$/

/**
 * Copies what is below `from`, but for files that are still arriving. What the last backup has already is the same file there
 * and here, on the disk once: a centre's photos would else be there as often as there are backups. Each is read back.
 */
export async function copyFiles(from: string, to: string, last: Backup | null): Promise<Files> {
  const known = last ? knownFiles(last) : new Map<string, string>()
  const files: Files = []
  for (const source of filesBelow(from)) {
    const path = relative(from, source)
    if (path.startsWith('tmp/')) continue
    const copy = join(to, path)
    mkdirSync(dirname(copy), { recursive: true, mode: 0o700 })
    files.push({ path, ...((await linked(known.get(path), copy, path)) ?? (await copied(source, copy))) })
  }
  return files
}

function knownFiles({ folder }: Backup): ReadonlyMap<string, string> {
  return new Map(readManifest(folder).files.map(({ path }) => [path, join(folder, 'files', path)]))
}

/** Null: it has to be copied. */
async function linked(earlier: string | undefined, copy: string, path: string): Promise<Digest | null> {
  if (!earlier || !addressed.test(path)) return null
  try {
    linkSync(earlier, copy)
  } catch {
    // It is gone, or on a disk that knows no links.
    return null
  }
  const digest = await digestFile(copy)
  if (digest.sha256 === hashOf(path)) return digest
  rmSync(copy)
  return null
}

async function copied(source: string, copy: string): Promise<Digest> {
  copyFileSync(source, copy)
  flushToDisk(copy)
  return digestFile(copy)
}

/** Those of `hashes` whose file is not among `files`, or is not what its name says. */
export function lostFiles(hashes: readonly string[], files: Files): readonly string[] {
  const whole = new Set(files.filter(({ path, sha256 }) => hashOf(path) === sha256).map(({ sha256 }) => sha256))
  return hashes.filter((hash) => !whole.has(hash))
}

function hashOf(path: string): string {
  return path.replace(addressed, '$1$2')
}

/** Plain files only: what a link points to is not ours. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesBelow(path)
      return entry.isFile() ? [path] : []
    })
}

export async function digestFile(path: string): Promise<Digest> {
  const sha = createHash('sha256')
  let bytes = 0
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      sha.update(chunk)
      bytes += chunk.length
    }
  })
  return { bytes, sha256: sha.digest('hex') }
}
