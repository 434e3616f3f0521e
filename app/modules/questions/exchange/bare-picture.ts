import { bareGif } from './bare-gif.ts'
import { bareJpeg } from './bare-jpeg.ts'
import { barePng } from './bare-png.ts'
import { bareWebp } from './bare-webp.ts'
import { pictureKind } from './picture-kind.ts'

const strippers: Readonly<Record<string, (bytes: Uint8Array) => readonly Uint8Array[] | null>> = {
  'image/jpeg': bareJpeg,
  'image/png': barePng,
  'image/webp': bareWebp,
  'image/gif': bareGif,
}

export type BarePicture = { readonly mediaType: string; readonly bytes: Uint8Array }

/**
 * A picture without what cameras and programs write into it: where and when it was taken, with what, by whom. What it shows
 * stays byte for byte, and so does which way up it is. Null: no picture that browsers show, or not whole.
 */
export function barePicture(bytes: Uint8Array): BarePicture | null {
  const mediaType = pictureKind(bytes)
  const pieces = mediaType === null ? null : strippers[mediaType]?.(bytes)
  return mediaType !== null && pieces ? { mediaType, bytes: joined(pieces) } : null
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
