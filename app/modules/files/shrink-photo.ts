/**
 * A photo made smaller on the phone that took it, before it goes over the network: upright, without the place and the time that
 * the camera wrote into it. For the browser alone.
 */
export type Shrunk =
  | { readonly ok: true; readonly photo: Blob; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly code: 'unreadable' | 'tooLarge' }

export const shrunkQuality = 0.85

/** `longestSide`, in pixels, of what comes out; nothing is made larger. */
export async function shrinkPhoto(photo: Blob, longestSide: number): Promise<Shrunk> {
  // What this browser cannot read (a HEIC, outside of Safari) is refused by the server as well.
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => null)
  if (!picture) return { ok: false, code: 'unreadable' }
  try {
    const { width, height } = fitted(picture, longestSide)
    const drawn = draw(picture, width, height)
    const shrunk = drawn && (await jpegOf(drawn))
    return shrunk ? { ok: true, photo: shrunk, width, height } : { ok: false, code: 'tooLarge' }
  } finally {
    picture.close()
  }
}

export function fitted(size: { readonly width: number; readonly height: number }, longestSide: number) {
  const share = Math.min(1, longestSide / Math.max(size.width, size.height))
  const scaled = (side: number) => Math.max(1, Math.round(side * share))
  return { width: scaled(size.width), height: scaled(size.height) }
}

/** Null: this device has no memory for it. */
function draw(picture: ImageBitmap, width: number, height: number): HTMLCanvasElement | null {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) return null
  // A JPEG has no see-through places; without this they would be black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, width, height)
  return canvas
}

function jpegOf(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', shrunkQuality))
}
