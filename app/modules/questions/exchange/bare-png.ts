import { orientationNote, orientationOf } from './exif-orientation.ts'

/*
 * A PNG is chunks: a length, a name of four letters, data, a checksum. Kept is what the picture is made of, how its colours are
 * meant, how it moves; texts, times, notes and private chunks are not.
 */
const kept: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'acTL', 'fcTL', 'fdAT'],
  ...['gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs'],
])
const signBytes = 8

/** In pieces, as they stood; null: not whole. */
export function barePng(bytes: Uint8Array): readonly Uint8Array[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces = [bytes.subarray(0, signBytes)]
  for (let at = signBytes; at + 12 <= bytes.length; ) {
    const next = at + 12 + view.getUint32(at)
    if (next > bytes.length) return null
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (at === signBytes && name !== 'IHDR') return null
    if (kept.has(name)) pieces.push(bytes.subarray(at, next))
    if (name === 'eXIf') pieces.push(...noteIn(bytes.subarray(at + 8, next - 4)))
    if (name === 'IEND') return pieces
    at = next
  }
  return null
}

function noteIn(tiff: Uint8Array): readonly Uint8Array[] {
  const orientation = orientationOf(tiff)
  if (orientation === 1) return []
  const named = Uint8Array.from(
    [...'eXIf'].map((letter) => letter.charCodeAt(0)).concat(...orientationNote(orientation)),
  )
  const chunk = new Uint8Array(named.length + 8)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, named.length - 4)
  chunk.set(named, 4)
  view.setUint32(named.length + 4, checksum(named))
  return [chunk]
}

/** CRC-32, as PNG has it. */
export function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0)
  }
  return (rest ^ 0xffffffff) >>> 0
}
