import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ascii, drawn, pictureOf } from '#tests/fixtures/files/made-files.ts'
import { cameraNotes, joined, jpegNotes } from '#tests/support/pictures.ts'
import { longestSide } from './file-kinds.ts'
import { drawAnew } from './picture.server.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yucai-pictures-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const draw = (bytes: Uint8Array, format: 'jpeg' | 'png' | 'webp') => {
  const path = join(folder, 'picture')
  writeFileSync(path, bytes)
  return drawAnew(path, format)
}

/** The colour in the middle of the left half, and of the right. */
async function halves(bytes: Uint8Array, width: number, height: number) {
  writeFileSync(join(folder, 'drawn'), bytes)
  const pixels = await sharp(join(folder, 'drawn')).removeAlpha().raw().toBuffer()
  const red = (x: number) => pixels[(Math.floor(height / 2) * width + x) * 3] ?? -1
  return [red(Math.floor(width / 4)), red(Math.floor((width * 3) / 4))] as const
}

test('a photo that was taken with the telephone on its side stands upright, without saying so', async () => {
  const jpeg = await pictureOf('jpeg', { width: 64, height: 32 })
  const turned = joined([jpeg.subarray(0, 2), jpegNotes(cameraNotes(3, ascii('MARK'))), jpeg.subarray(2)])
  const [plain, upsideDown] = [await draw(jpeg, 'jpeg'), await draw(turned, 'jpeg')]
  if (!plain.ok || !upsideDown.ok) throw new Error('not drawn')
  const [left, right] = await halves(plain.bytes, 64, 32)
  const [turnedLeft, turnedRight] = await halves(upsideDown.bytes, 64, 32)
  expect([left < right, turnedLeft > turnedRight]).toEqual([true, true])
  const onItsSide = joined([jpeg.subarray(0, 2), jpegNotes(cameraNotes(6, ascii('MARK'))), jpeg.subarray(2)])
  expect(await draw(onItsSide, 'jpeg')).toMatchObject({ ok: true, width: 32, height: 64 })
})

test.each(['jpeg', 'png', 'webp'] as const)(
  'a %s is no longer than people look at it, and small ones do not grow',
  async (format) => {
    const long = await pictureOf(format, { width: longestSide * 2, height: 100 })
    expect(await draw(long, format)).toMatchObject({ ok: true, width: longestSide, height: 50 })
    expect(await draw(await pictureOf(format), format)).toMatchObject({ ok: true, width: 64, height: 48 })
  },
)

test('what can be seen through stays so', async () => {
  const clear = new Uint8Array(await drawn().ensureAlpha(0.5).png().toBuffer())
  const again = await draw(clear, 'png')
  if (!again.ok) throw new Error(again.code)
  writeFileSync(join(folder, 'drawn'), again.bytes)
  expect(await sharp(join(folder, 'drawn')).metadata()).toMatchObject({ hasAlpha: true })
})

/* Whatever gets past the first look: the library opens three kinds of files and no other. */
test.each([
  [
    'SVG',
    async () => ascii('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/etc/passwd"/></svg>'),
  ],
  ['TIFF', () => pictureOf('tiff')],
  ['AVIF', () => pictureOf('avif')],
  ['GIF', async () => new Uint8Array(await drawn().gif().toBuffer())],
] as const)('%s is not opened at all', async (_kind, make) => {
  expect(await draw(await make(), 'png')).toEqual({ ok: false, code: 'damaged' })
})

test('a PNG that is asked for as a JPEG is not one', async () => {
  expect(await draw(await pictureOf('png'), 'jpeg')).toEqual({ ok: false, code: 'otherThanNamed' })
})
