/* Pictures as files, part by part: what each is made of, and what cameras and programs add to it. */
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0))

/** The smallest whole ones, which a browser shows. */
const whole = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'))
export const tinyPng = whole(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
)
export const tinyGif = whole('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7')
export const tinyWebp = whole('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==')

/** The PNG with a text in it: who made it, and where. */
export function taggedPng(text: string): Uint8Array {
  const own = pngChunk('tEXt', letters(`Author\0${text}`), () => 0)
  return joined([tinyPng.subarray(0, 33), own, tinyPng.subarray(33)])
}

/** A camera's notes: which way up, and then whatever else, as TIFF. `isLittle`: Intel's order of bytes. */
export function cameraNotes(orientation: number, more: Uint8Array, isLittle = false): Uint8Array {
  const notes = new Uint8Array(8 + 2 + 24 + 4 + more.length)
  const view = new DataView(notes.buffer)
  view.setUint32(0, isLittle ? 0x49492a00 : 0x4d4d002a)
  view.setUint32(4, 8, isLittle)
  view.setUint16(8, 2, isLittle)
  // The maker's name comes first: a tag that is not the one that is looked for.
  const entries = [
    [0x010f, 2, more.length, 38],
    [0x0112, 3, 1, 0],
  ] as const
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + 12 * index
    view.setUint16(at, tag, isLittle)
    view.setUint16(at + 2, type, isLittle)
    view.setUint32(at + 4, count, isLittle)
    if (tag === 0x0112) view.setUint16(at + 8, orientation, isLittle)
    else view.setUint32(at + 8, value, isLittle)
  }
  notes.set(more, 38)
  return notes
}

export function jpegSegment(marker: number, data: Iterable<number>): Uint8Array {
  const bytes = [...data]
  return Uint8Array.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255, ...bytes])
}

export const jpegNotes = (notes: Uint8Array) => jpegSegment(0xe1, [...letters('Exif\0\0'), ...notes])

export function pngChunk(name: string, data: Iterable<number>, checksum: (bytes: Uint8Array) => number): Uint8Array {
  const bytes = [...data]
  const named = Uint8Array.from([...letters(name), ...bytes])
  const chunk = new Uint8Array(bytes.length + 12)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, bytes.length)
  chunk.set(named, 4)
  view.setUint32(bytes.length + 8, checksum(named))
  return chunk
}

export function riffChunk(name: string, data: Iterable<number>): Uint8Array {
  const bytes = [...data]
  const chunk = new Uint8Array(8 + bytes.length + (bytes.length % 2))
  chunk.set(letters(name))
  new DataView(chunk.buffer).setUint32(4, bytes.length, true)
  chunk.set(bytes, 8)
  return chunk
}

export function webpOf(chunks: readonly Uint8Array[]): Uint8Array {
  const body = joined(chunks)
  const head = Uint8Array.from([...letters('RIFF'), 0, 0, 0, 0, ...letters('WEBP')])
  new DataView(head.buffer).setUint32(4, body.length + 4, true)
  return joined([head, body])
}

/** Data of a GIF, in blocks. */
export function gifBlocks(data: Uint8Array): Uint8Array {
  const blocks: number[] = []
  for (let at = 0; at < data.length; at += 255) {
    const block = data.subarray(at, at + 255)
    blocks.push(block.length, ...block)
  }
  return Uint8Array.from([...blocks, 0])
}

export function joined(pieces: ReadonlyArray<Uint8Array | readonly number[]>): Uint8Array {
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]))
}
