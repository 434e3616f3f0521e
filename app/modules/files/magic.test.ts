import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ascii, docx, pdf, pictureOf } from '#tests/fixtures/files/made-files.ts'
import { isAsNamed, seenIn } from './magic.ts'

test('the kinds that are taken are told by their first bytes', async () => {
  const files = [await pictureOf('jpeg'), await pictureOf('png'), await pictureOf('webp'), pdf(), docx()]
  expect(files.map((bytes) => seenIn(bytes))).toEqual(['jpeg', 'png', 'webp', 'pdf', 'zip'])
  expect(seenIn(ascii('\0\0\0\x18ftypheic'))).toBe('heic')
})

test.each([
  '',
  '\xff\xd8',
  'GIF89a',
  'RIFF\0\0\0\0WAVE',
  ' %PDF-1.7',
  '<svg',
  '\0\0\0\x18ftypavif',
  '\0\0\0\x18ftypmp42',
])('%j is none of them', (head) => {
  expect(seenIn(ascii(head))).toBeNull()
})

test('a file is as named only when its bytes say so; the two kinds of documents in archives begin alike', () => {
  expect(isAsNamed('zip', 'docx') && isAsNamed('zip', 'xlsx') && isAsNamed('png', 'png')).toBe(true)
  expect(
    isAsNamed('zip', 'pdf') || isAsNamed('png', 'jpeg') || isAsNamed(null, 'png') || isAsNamed('pdf', 'docx'),
  ).toBe(false)
})

test('whatever comes is looked at without a fall', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => void seenIn(bytes)))
})
