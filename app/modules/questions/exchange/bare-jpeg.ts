import { orientationNote, orientationOf } from './exif-orientation.ts'

/*
 * A JPEG is segments, each with a marker and a length, and runs of picture data that end with the next marker. What follows
 * its end (a phone hides a film, a second picture and their notes there) is no part of it.
 */
const end = 0xd9
const startOfScan = 0xda
const application = { jfif: 0xe0, exif: 0xe1, profile: 0xe2, adobe: 0xee }

/** In pieces, as they stood; null: not whole. */
export function bareJpeg(bytes: Uint8Array): readonly Uint8Array[] | null {
  const pieces = [bytes.subarray(0, 2)]
  let [at, hasScan, hasNote] = [2, false, false]
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff || marker === undefined) return null
    if (marker === end) return hasScan ? [...pieces, bytes.subarray(at, at + 2)] : null
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const next = at + 2 + length
    if (length < 2 || next > bytes.length) return null
    const segment = bytes.subarray(at, next)
    const note = marker === application.exif && !hasNote ? noteIn(segment) : null
    hasNote ||= note !== null
    pieces.push(...(note ?? kept(marker, segment)))
    at = next
    if (marker !== startOfScan) continue
    hasScan = true
    at = endOfScan(bytes, next)
    pieces.push(bytes.subarray(next, at))
    // Cut off: browsers show what there is.
    if (at === bytes.length) return pieces
  }
}

/** What the picture is made of: its tables, frames and scans, and how its colours are meant. */
function kept(marker: number, segment: Uint8Array): readonly Uint8Array[] {
  if (marker >= 0xc0 && marker <= 0xdf) return [segment]
  if (marker === application.profile && isNamed(segment, 'ICC_PROFILE\0')) return [segment]
  if (marker === application.adobe && isNamed(segment, 'Adobe')) return [segment]
  if (marker !== application.jfif || !isNamed(segment, 'JFIF\0') || segment.length < 18) return []
  // Its small picture may show what was cut away from the large one.
  return [Uint8Array.from([0xff, marker, 0, 16, ...segment.subarray(4, 16), 0, 0])]
}

/** Of a camera's notes, which way up it is; none where it stands upright. Null: other notes. */
function noteIn(segment: Uint8Array): readonly Uint8Array[] | null {
  if (!isNamed(segment, 'Exif\0\0')) return null
  const orientation = orientationOf(segment.subarray(10))
  if (orientation === 1) return []
  const note = orientationNote(orientation)
  return [Uint8Array.from([0xff, application.exif, 0, note.length + 8, ...segment.subarray(4, 10), ...note])]
}

function isNamed(segment: Uint8Array, name: string): boolean {
  return [...name].every((letter, at) => segment[at + 4] === letter.charCodeAt(0))
}

/** In picture data 0xff is followed by 0, or begins one of eight restart marks. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const after = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && after !== 0 && after !== 0xff && (after < 0xd0 || after > 0xd7)) return at
  }
  return bytes.length
}
