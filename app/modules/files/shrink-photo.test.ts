import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { fitted, shrinkPhoto, shrunkQuality } from './shrink-photo.ts'

const side = fc.integer({ min: 1, max: 20_000 })

test('nothing grows, nothing is longer than asked, nothing vanishes', () => {
  fc.assert(
    fc.property(side, side, side, (width, height, longest) => {
      const small = fitted({ width, height }, longest)
      expect(small.width).toBeLessThanOrEqual(Math.min(width, longest))
      expect(small.height).toBeLessThanOrEqual(Math.min(height, longest))
      expect(Math.min(small.width, small.height)).toBeGreaterThanOrEqual(1)
      if (Math.max(width, height) <= longest) expect(small).toEqual({ width, height })
      else expect(Math.max(small.width, small.height)).toBe(longest)
    }),
  )
})

afterEach(() => void vi.unstubAllGlobals())

/** A browser that decodes, or does not, and has a canvas, or has not. */
function browser(decoded: { width: number; height: number } | null, made: Blob | null) {
  const seen = { asked: {}, drawn: [] as unknown[], type: '', quality: 0, isClosed: false }
  const close = () => {
    seen.isClosed = true
  }
  vi.stubGlobal('createImageBitmap', async (_photo: Blob, asked: object) => {
    seen.asked = asked
    if (!decoded) throw new DOMException('', 'InvalidStateError')
    return { ...decoded, close }
  })
  vi.stubGlobal('document', {
    createElement: () => ({
      getContext: () => ({
        fillRect: () => {},
        drawImage: (_picture: unknown, ...place: unknown[]) => seen.drawn.push(place),
      }),
      toBlob: (done: (blob: Blob | null) => void, type: string, quality: number) => {
        Object.assign(seen, { type, quality })
        done(made)
      },
    }),
  })
  return seen
}

const photo = new Blob(['photo'])

test('a photo is drawn upright and smaller, and comes out as a JPEG', async () => {
  const made = new Blob(['small'])
  const seen = browser({ width: 4_000, height: 3_000 }, made)

  expect(await shrinkPhoto(photo, 2_560)).toEqual({ ok: true, photo: made, width: 2_560, height: 1_920 })
  expect(seen).toEqual({
    asked: { imageOrientation: 'from-image' },
    drawn: [[0, 0, 2_560, 1_920]],
    type: 'image/jpeg',
    quality: shrunkQuality,
    isClosed: true,
  })
})

test('what the browser cannot read is said so', async () => {
  browser(null, null)
  expect(await shrinkPhoto(photo, 2_560)).toEqual({ ok: false, code: 'unreadable' })
})

test('what is too much for the device is said so, and let go of', async () => {
  const seen = browser({ width: 20_000, height: 20_000 }, null)
  expect(await shrinkPhoto(photo, 2_560)).toEqual({ ok: false, code: 'tooLarge' })
  expect(seen.isClosed).toBe(true)
})
