import sharp, { type Sharp } from 'sharp'
import { type FileFormat, formats, longestSide, mostPixels, type Refusal } from './file-kinds.ts'

/*
 * A picture is drawn anew, upright and no larger than people look at it. What arrived is thrown away, and with it the place and
 * the camera, what hides before, between and behind, and whatever was made to break programs that show pictures.
 */
type PictureFormat = 'jpeg' | 'png' | 'webp'
export type Drawn =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly code: Refusal }

// Of all that the library can open, only what is asked for below: no SVG, no TIFF, no file that names another file.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'] })
// Pictures come one by one and never again.
sharp.cache(false)
sharp.concurrency(1)

const longestSeconds = 20
const jpegQuality = 85

export function isPictureFormat(format: FileFormat): format is PictureFormat {
  return formats[format].kind === 'image'
}

/** Of the file at `path`, which has been seen to begin as `format`. */
export async function drawAnew(path: string, format: PictureFormat): Promise<Drawn> {
  const source = { limitInputPixels: false, failOn: 'error', sequentialRead: true } as const
  try {
    const found = await sharp(path, source).metadata()
    if (found.format !== format) return { ok: false, code: 'otherThanNamed' }
    if (found.width * found.height > mostPixels) return { ok: false, code: 'tooManyPixels' }
    const picture = sharp(path, { ...source, limitInputPixels: mostPixels })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: longestSeconds })
    const { data, info } = await encoded(picture, format).toBuffer({ resolveWithObject: true })
    return { ok: true, bytes: data, width: info.width, height: info.height }
  } catch {
    // A header that lies, data that ends too early, seconds that passed: what it is about is the file.
    return { ok: false, code: 'damaged' }
  }
}

function encoded(picture: Sharp, format: PictureFormat): Sharp {
  if (format === 'jpeg') return picture.jpeg({ quality: jpegQuality, progressive: true })
  return format === 'png' ? picture.png() : picture.webp({ quality: jpegQuality })
}
