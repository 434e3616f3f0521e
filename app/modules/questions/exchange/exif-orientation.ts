/*
 * Which way up a photo is (Exif tag 0x0112): the one thing in a camera's notes without which the picture is not the picture.
 * 1 is upright, 2 to 8 are the other ways. The notes are a TIFF: an order of bytes, and a list of tags.
 */
const tag = 0x0112
const shortNumber = 3

export function orientationOf(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const order = tiff.length >= 8 ? view.getUint32(0) : 0
  const isLittle = order === 0x49492a00
  if (!isLittle && order !== 0x4d4d002a) return 1
  const list = view.getUint32(4, isLittle)
  if (list + 2 > tiff.length) return 1
  const count = view.getUint16(list, isLittle)
  for (let at = list + 2; at < list + 2 + 12 * count && at + 12 <= tiff.length; at += 12) {
    if (view.getUint16(at, isLittle) !== tag || view.getUint16(at + 2, isLittle) !== shortNumber) continue
    const value = view.getUint16(at + 8, isLittle)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** Notes that say this and nothing else. */
export function orientationNote(orientation: number): Uint8Array {
  const [header, list] = [
    [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8],
    [0, 1, 0x01, 0x12, 0, shortNumber, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ]
  return Uint8Array.from([...header, ...list])
}
