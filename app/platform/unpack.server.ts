import { promisify } from 'node:util'
import { crc32, inflateRaw, inflateRawSync } from 'node:zlib'

/*
 * The entries of a zip file (docx, xlsx), for files from anywhere: at most 20 MB packed, 2,000 entries and 100 MB unpacked.
 * What an entry says about its own size is not believed: inflating stops at what is left of the allowance. Nothing is
 * written to a disk; names that would leave a folder are left out all the same.
 */
export const unpackLimits = { packed: 20_000_000, entries: 2_000, unpacked: 100_000_000 } as const

export type Unpacked = {
  readonly names: readonly string[]
  /** null where there is no such entry */
  readonly read: (name: string) => Uint8Array | null
  /** what was left out: names that leave the folder or come twice, links, and what is packed in ways nobody here uses */
  readonly strays: readonly string[]
  /**
   * All of it, one after another, for whoever must have seen everything: inflated aside, so that others are served meanwhile,
   * and held against the size and the checksum that the archive names.
   */
  readonly contents: () => AsyncGenerator<readonly [name: string, content: Uint8Array]>
}

export class UnpackError extends Error {
  constructor(readonly code: 'fileUnreadable' | 'fileTooLarge' | 'fileOld') {
    super(code)
  }
}

type Entry = { readonly packed: Buffer; readonly method: number; readonly size: number; readonly checksum: number }

const inflateAside = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw)

/** `allowed`: less than the usual, for whoever wants little of a file. */
export function unpack(archive: Uint8Array, allowed: number = unpackLimits.unpacked): Unpacked {
  if (archive.length > unpackLimits.packed) throw new UnpackError('fileTooLarge')
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const { entries, strays } = entriesOf(bytes)
  let left = allowed
  const done = new Map<string, Uint8Array>()
  function read(name: string): Uint8Array | null {
    const known = done.get(name)
    const entry = entries.get(name)
    if (known || !entry) return known ?? null
    // A copy: what is kept of a file must not hold all of it in memory.
    const content = new Uint8Array(entry.method === 0 ? entry.packed : inflated(entry.packed, left))
    left -= content.length
    if (left < 0) throw new UnpackError('fileTooLarge')
    done.set(name, content)
    return content
  }
  async function* contents(): ReturnType<Unpacked['contents']> {
    let room = allowed
    for (const [name, { packed, method, size, checksum }] of entries) {
      const limit = { maxOutputLength: Math.max(1, room) }
      const content = method === 0 ? packed : await inflateAside(packed, limit).catch(refuse)
      room -= content.length
      if (room < 0) throw new UnpackError('fileTooLarge')
      if (content.length !== size || crc32(content) !== checksum) throw new UnpackError('fileUnreadable')
      yield [name, content]
    }
  }
  return { names: [...entries.keys()], read, strays, contents }
}

function inflated(packed: Buffer, allowed: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, allowed) })
  } catch (error) {
    return refuse(error)
  }
}

function refuse(error: unknown): never {
  throw new UnpackError(error instanceof RangeError ? 'fileTooLarge' : 'fileUnreadable')
}

function entriesOf(bytes: Buffer): { entries: ReadonlyMap<string, Entry>; strays: readonly string[] } {
  const end = bytes.lastIndexOf('PK\u0005\u0006', bytes.length - 1, 'latin1')
  if (end < 0 || end + 22 > bytes.length) throw new UnpackError('fileUnreadable')
  const count = bytes.readUInt16LE(end + 10)
  if (count > unpackLimits.entries) throw new UnpackError('fileTooLarge')
  const entries = new Map<string, Entry>()
  const strays: string[] = []
  let at = bytes.readUInt32LE(end + 16)
  let declared = 0
  try {
    for (let number = 0; number < count; number++) {
      if (bytes.readUInt32LE(at) !== 0x02014b50) throw new UnpackError('fileUnreadable')
      if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new UnpackError('fileOld')
      declared += bytes.readUInt32LE(at + 24)
      if (declared > unpackLimits.unpacked) throw new UnpackError('fileTooLarge')
      const nameLength = bytes.readUInt16LE(at + 28)
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
      const entry = entryAt(bytes, at)
      const isFolder = name.endsWith('/')
      if (entry && isInside(name) && !isFolder && !isLink(bytes, at) && !entries.has(name)) entries.set(name, entry)
      else if (!isFolder || !isInside(name)) strays.push(name)
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
  } catch (error) {
    // A read past the end of a file that was cut off.
    throw error instanceof UnpackError ? error : new UnpackError('fileUnreadable')
  }
  return { entries, strays }
}

function entryAt(bytes: Buffer, at: number): Entry | null {
  const method = bytes.readUInt16LE(at + 10)
  const local = bytes.readUInt32LE(at + 42)
  if (method !== 0 && method !== 8) return null
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
  return { method, packed, size: bytes.readUInt32LE(at + 24), checksum: bytes.readUInt32LE(at + 16) }
}

/** As Unix writes them: what the entry holds is a path. */
function isLink(bytes: Buffer, at: number): boolean {
  return bytes.readUInt8(at + 5) === 3 && bytes.readUInt8(at + 41) >> 4 === 0xa
}

function isInside(name: string): boolean {
  return !/^[/\\]|^[A-Za-z]:|\\|\0|(?:^|\/)\.\.(?:\/|$)/.test(name)
}

/** The entry as text: UTF-8, or UTF-16 where it says so. */
export function readText(file: Unpacked, name: string): string | null {
  const bytes = file.read(name)
  if (!bytes) return null
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const encoding = isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
