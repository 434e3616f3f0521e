import { orientationNote, orientationOf } from './exif-orientation.ts'

/*
 * A WebP is a RIFF: a name of four letters, a length, data, filled up to an even length. Its first chunk says which others
 * there are.
 */
const kept: ReadonlySet<string> = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const headBytes = 12
const [saysExif, saysXmp] = [0x08, 0x04]

type Chunk = { readonly name: string; readonly bytes: Uint8Array }

/** In pieces; null: not whole. */
export function bareWebp(bytes: Uint8Array): readonly Uint8Array[] | null {
  const chunks = chunksOf(bytes)
  const [first] = chunks ?? []
  if (!chunks || !first || !kept.has(first.name)) return null
  // Only a file that begins so can have notes.
  const isExtended = first.name === 'VP8X' && first.bytes.length > 8
  const notes = isExtended ? chunks.filter(({ name }) => name === 'EXIF').slice(0, 1) : []
  const note = notes.flatMap(noteIn)
  const pieces = chunks.flatMap((chunk) => {
    if (chunk === first && isExtended) return [saying(first.bytes, note.length > 0)]
    if (chunk === notes[0]) return note
    return kept.has(chunk.name) ? [chunk.bytes] : []
  })
  const head = Uint8Array.from(bytes.subarray(0, headBytes))
  const size = pieces.reduce((sum, piece) => sum + piece.length, 4)
  new DataView(head.buffer).setUint32(4, size, true)
  return [head, ...pieces]
}

function chunksOf(bytes: Uint8Array): readonly Chunk[] | null {
  if (bytes.length < headBytes) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = 8 + view.getUint32(4, true)
  if (end > bytes.length) return null
  const chunks: Chunk[] = []
  for (let at = headBytes; at + 8 <= end; ) {
    const size = view.getUint32(at + 4, true)
    const next = at + 8 + size + (size % 2)
    if (next > end) return null
    chunks.push({ name: String.fromCharCode(...bytes.subarray(at, at + 4)), bytes: bytes.subarray(at, next) })
    at = next
  }
  return chunks
}

function saying(first: Uint8Array, hasNote: boolean): Uint8Array {
  const flags = (first[8] ?? 0) & ~(saysExif | saysXmp)
  return first.map((byte, at) => (at === 8 ? flags | (hasNote ? saysExif : 0) : byte))
}

function noteIn({ bytes }: Chunk): readonly Uint8Array[] {
  // Some write it as it stands in a JPEG.
  const isNamed = String.fromCharCode(...bytes.subarray(8, 14)) === 'Exif\0\0'
  const orientation = orientationOf(bytes.subarray(isNamed ? 14 : 8))
  if (orientation === 1) return []
  const note = orientationNote(orientation)
  return [Uint8Array.from([...bytes.subarray(0, 4), note.length, 0, 0, 0, ...note])]
}
