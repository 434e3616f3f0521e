import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cameraNotes,
  gifBlocks,
  joined,
  jpegNotes,
  jpegSegment,
  pngChunk,
  riffChunk,
  tinyGif,
  tinyPng,
  tinyWebp,
  webpOf,
} from '#tests/support/pictures.ts'
import { barePicture } from './bare-picture.ts'
import { checksum } from './bare-png.ts'
import { orientationNote, orientationOf } from './exif-orientation.ts'

/** Where the photo was taken, as a camera would put it down. */
const secret = Buffer.from('N31°14′E121°29′ 13900001111')
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
const data = fc.uint8Array({ maxLength: 400 })
const junk = data.map((bytes) => joined([bytes, secret, bytes]))
const orientation = fc.integer({ min: 0, max: 9 })
const notes = fc.tuple(orientation, junk, fc.boolean()).map(([way, more, isLittle]) => cameraNotes(way, more, isLittle))
const isTurned = (tiff: Uint8Array) => orientationOf(tiff) !== 1

/** A file with everything that is added to it, and what shall be left of it. */
type Sample = { readonly full: Uint8Array; readonly bare: Uint8Array }
type Part = { readonly full: Uint8Array; readonly bare: Uint8Array }
const kept = (bytes: Uint8Array): Part => ({ full: bytes, bare: bytes })
const dropped = (bytes: Uint8Array): Part => ({ full: bytes, bare: new Uint8Array() })
const file = (before: Uint8Array, parts: readonly Part[], after: readonly Uint8Array[]): Sample => ({
  full: joined([before, ...parts.map((one) => one.full), ...after]),
  bare: joined([before, ...parts.map((one) => one.bare), ...after.slice(0, 1)]),
})

/** Picture data: 0xff only before 0 and the marks of a restart. */
const entropy = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 254 }), fc.constantFrom([0xff, 0], [0xff, 0xd0], [0xff, 0xd7])))
  .map((units) => Uint8Array.from(units.flat()))
const jpegJunk = fc.oneof(
  fc
    .tuple(fc.constantFrom(0xe1, 0xe2, 0xe3, 0xec, 0xed, 0xef, 0xfe), junk)
    .map(([marker, bytes]) => jpegSegment(marker, bytes)),
  junk.map((bytes) => jpegSegment(0xe1, [...letters('http://ns.adobe.com/xap/1.0/\0'), ...bytes])),
  junk.map((bytes) => jpegSegment(0xe0, [...letters('JFXX\0'), ...bytes])),
)
const jpegTable = fc.oneof(
  fc.tuple(fc.constantFrom(0xdb, 0xc4, 0xc0, 0xc2, 0xdd), data).map(([marker, bytes]) => jpegSegment(marker, bytes)),
  data.map((bytes) => jpegSegment(0xe2, [...letters('ICC_PROFILE\0'), 1, 1, ...bytes])),
  fc.constant(jpegSegment(0xee, [...letters('Adobe'), 0, 100, 0, 0, 0, 0, 1])),
)
const jpegScan = fc.tuple(data, entropy).map(([head, run]) => joined([jpegSegment(0xda, head), run]))
const jfif = [...letters('JFIF\0'), 1, 2, 0, 0, 72, 0, 72]
const jpegHead: fc.Arbitrary<Part> = junk.map((bytes) => ({
  full: jpegSegment(0xe0, [...jfif, 9, 9, ...bytes]),
  bare: jpegSegment(0xe0, [...jfif, 0, 0]),
}))
const bareNotes = (tiff: Uint8Array) => jpegNotes(orientationNote(orientationOf(tiff)))
const jpegPart = fc.oneof(jpegJunk.map(dropped), jpegTable.map(kept), jpegScan.map(kept))
const jpeg: fc.Arbitrary<Sample> = fc
  .tuple(fc.option(jpegHead), fc.option(notes), fc.array(jpegPart), jpegScan, junk)
  .map(([head, tiff, parts, scan, trail]) => {
    const own = tiff ? [{ full: jpegNotes(tiff), bare: isTurned(tiff) ? bareNotes(tiff) : new Uint8Array() }] : []
    const all = [...(head ? [head] : []), ...own, ...parts, kept(scan)]
    return file(Uint8Array.of(0xff, 0xd8), all, [Uint8Array.of(0xff, 0xd9), trail])
  })

const chunk = (name: string, bytes: Uint8Array) => pngChunk(name, bytes, (named) => crc32(named))
const pngJunk = fc.tuple(fc.constantFrom('tEXt', 'zTXt', 'iTXt', 'tIME', 'prVt', 'caBX'), junk)
const pngPart = fc.oneof(
  pngJunk.map(([name, bytes]) => dropped(chunk(name, bytes))),
  fc
    .tuple(fc.constantFrom('PLTE', 'tRNS', 'iCCP', 'IDAT', 'fcTL'), data)
    .map(([name, bytes]) => kept(chunk(name, bytes))),
)
const png: fc.Arbitrary<Sample> = fc
  .tuple(data, fc.option(notes), fc.array(pngPart), junk)
  .map(([head, tiff, parts, trail]) => {
    const bareNote = (one: Uint8Array) => chunk('eXIf', orientationNote(orientationOf(one)))
    const own = tiff ? [{ full: chunk('eXIf', tiff), bare: isTurned(tiff) ? bareNote(tiff) : new Uint8Array() }] : []
    const all = [kept(chunk('IHDR', head)), ...own, ...parts]
    return file(tinyPng.subarray(0, 8), all, [chunk('IEND', new Uint8Array()), trail])
  })

const webpPart = fc.oneof(
  fc.tuple(fc.constantFrom('XMP ', 'META', 'abcd'), junk).map(([name, bytes]) => dropped(riffChunk(name, bytes))),
  fc.tuple(fc.constantFrom('ICCP', 'ALPH', 'VP8 ', 'ANMF'), data).map(([name, bytes]) => kept(riffChunk(name, bytes))),
)
const webp: fc.Arbitrary<Sample> = fc
  .tuple(fc.option(notes), fc.boolean(), fc.array(webpPart), junk)
  .map(([tiff, isNamed, parts, trail]) => {
    const head = (flags: number) => riffChunk('VP8X', [flags, 0, 0, 0, 9, 0, 0, 9, 0, 0])
    const isKept = tiff !== null && isTurned(tiff)
    const full = tiff ? [riffChunk('EXIF', [...(isNamed ? letters('Exif\0\0') : []), ...tiff])] : []
    const bare = isKept ? [riffChunk('EXIF', orientationNote(orientationOf(tiff)))] : []
    return {
      full: joined([webpOf([head(0x2c), ...parts.map((one) => one.full), ...full]), trail]),
      bare: webpOf([head(isKept ? 0x28 : 0x20), ...parts.map((one) => one.bare), ...bare]),
    }
  })

const gifExtension = (label: number, head: readonly number[], bytes: Uint8Array) =>
  joined([[0x21, label], head.length > 0 ? [head.length, ...head] : [], gifBlocks(bytes)])
const gifPart = fc.oneof(
  junk.map((bytes) => dropped(gifExtension(0xfe, [], bytes))),
  junk.map((bytes) => dropped(gifExtension(0xff, letters('XMP DataXMP'), bytes))),
  fc.constant(kept(gifExtension(0xff, letters('NETSCAPE2.0'), Uint8Array.of(1, 0, 0)))),
  fc.constant(kept(gifExtension(0xf9, [], Uint8Array.of(4, 0, 0, 0)))),
  fc.tuple(fc.uint8Array({ minLength: 6, maxLength: 6 }), data).map(([colours, run]) => {
    const local = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0x80]
    return kept(joined([local, colours, [2], gifBlocks(run)]))
  }),
)
const gif: fc.Arbitrary<Sample> = fc
  .tuple(fc.array(gifPart), junk)
  .map(([parts, trail]) => file(tinyGif.subarray(0, 19), parts, [Uint8Array.of(0x3b), trail]))

const kinds = { 'image/jpeg': jpeg, 'image/png': png, 'image/webp': webp, 'image/gif': gif }

test.each(Object.entries(kinds))(
  '%s: nothing that was added is left, and the picture is left byte for byte',
  (mediaType, sample) => {
    fc.assert(
      fc.property(sample, ({ full, bare }) => {
        const left = barePicture(full)
        expect(left?.mediaType).toBe(mediaType)
        expect(Buffer.compare(left?.bytes ?? secret, bare)).toBe(0)
        expect(Buffer.from(left?.bytes ?? secret).includes(secret)).toBe(false)
        // Bare is bare: imported from an export, it is the same picture.
        expect(barePicture(bare)?.bytes).toEqual(bare)
        // However the bytes lie in memory.
        const shifted = Buffer.concat([Buffer.from('.'), full]).subarray(1)
        expect(barePicture(shifted)?.bytes).toEqual(left?.bytes)
      }),
    )
  },
)

test.each(Object.entries(kinds))(
  '%s: cut off or spoilt, it is refused or bare, and nothing breaks',
  (_mediaType, sample) => {
    fc.assert(
      fc.property(sample, fc.nat(), fc.nat({ max: 255 }), ({ full }, place, byte) => {
        const at = place % full.length
        for (const spoilt of [full.subarray(0, at), full.map((one, index) => (index === at ? byte : one))]) {
          const left = barePicture(spoilt)
          if (left) expect(barePicture(left.bytes)?.bytes).toEqual(left.bytes)
        }
      }),
    )
  },
)

test('which way up it is survives, whoever’s order of bytes the camera had', () => {
  fc.assert(
    fc.property(orientation, junk, fc.boolean(), (way, more, isLittle) => {
      const said = orientationOf(cameraNotes(way, more, isLittle))
      expect(said).toBe(way >= 1 && way <= 8 ? way : 1)
      expect(orientationOf(orientationNote(said))).toBe(said)
    }),
  )
  expect(orientationOf(new Uint8Array())).toBe(1)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => orientationOf(bytes) >= 1 && orientationOf(bytes) <= 8),
  )
})

test('pictures that have nothing of the kind stay as they are', () => {
  for (const bytes of [tinyPng, tinyGif, tinyWebp]) expect(barePicture(bytes)?.bytes).toEqual(bytes)
})

test.each([
  ['a script', '<svg onload="alert(1)"/>'],
  ['the beginning of a PNG', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ['the beginning of a JPEG', '\xff\xd8\xff\xe0'],
  ['a JPEG without a picture', '\xff\xd8\xff\xd9'],
  ['nothing', ''],
])('%s is no picture', (_case, text) => {
  expect(barePicture(Buffer.from(text, 'latin1'))).toBeNull()
})

test('the checksum is PNG’s', () => {
  fc.assert(fc.property(data, (bytes) => checksum(bytes) === crc32(bytes)))
})
