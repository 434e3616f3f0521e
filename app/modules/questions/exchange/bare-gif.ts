/*
 * A GIF is a head, colours, then blocks: pictures, and extensions that begin with 0x21. Kept are those that say how the
 * pictures follow each other; comments and what programs write for themselves (places and cameras, as XMP) are not.
 */
const [extension, picture, trailer] = [0x21, 0x2c, 0x3b]
const [control, plainText, ofProgram] = [0xf9, 0x01, 0xff]
const loops: ReadonlySet<string> = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0'])

/** In pieces, as they stood; null: not whole. */
export function bareGif(bytes: Uint8Array): readonly Uint8Array[] | null {
  const head = 13 + coloursAfter(bytes[10] ?? 0)
  if (head > bytes.length) return null
  const pieces = [bytes.subarray(0, head)]
  for (let at = head; at < bytes.length; ) {
    if (bytes[at] === trailer) return [...pieces, bytes.subarray(at, at + 1)]
    const [isPicture, label] = [bytes[at] === picture, bytes[at + 1] ?? 0]
    if (!isPicture && bytes[at] !== extension) return null
    const next = endOfBlocks(bytes, isPicture ? at + 11 + coloursAfter(bytes[at + 9] ?? 0) : at + 2)
    if (next === null) return null
    const name = String.fromCharCode(...bytes.subarray(at + 3, at + 14))
    const isKept = isPicture || label === control || label === plainText || (label === ofProgram && loops.has(name))
    if (isKept) pieces.push(bytes.subarray(at, next))
    at = next
  }
  return null
}

/** Bytes of the table of colours that these flags announce. */
function coloursAfter(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

/** Data goes in blocks of at most 255 bytes, and ends with one of none. */
function endOfBlocks(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at < bytes.length; ) {
    const size = bytes[at] ?? 0
    at += size + 1
    if (size === 0) return at
  }
  return null
}
