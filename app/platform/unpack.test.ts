import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { UnpackError, unpack, unpackLimits } from './unpack.server.ts'

/** What is said of a file when all of it is read; null when nothing is wrong with it. */
const codeOf = (bytes: Uint8Array, allowed?: number) => {
  try {
    const file = unpack(bytes, allowed)
    for (const name of file.names) file.read(name)
    return null
  } catch (error) {
    if (error instanceof UnpackError) return error.code
    throw error
  }
}

/** Says of its first entry that it is small. */
function lying(zip: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(zip)
  const at = bytes.indexOf(Buffer.from('504b0102', 'hex'))
  bytes.writeUInt32LE(size, at + 24)
  return new Uint8Array(bytes)
}

test('entries come out as they went in, packed or stored', () => {
  const zip = zipSync({ 'a.txt': strToU8('甲'.repeat(99)), 'b.txt': [strToU8('乙'), { level: 0 }] })
  const file = unpack(zip)
  expect(file.names).toEqual(['a.txt', 'b.txt'])
  expect(new TextDecoder().decode(file.read('a.txt') ?? undefined)).toBe('甲'.repeat(99))
  expect(new TextDecoder().decode(file.read('b.txt') ?? undefined)).toBe('乙')
  expect(file.read('c.txt')).toBeNull()
})

test('more than 100 MB are refused before they are unpacked, and while they are when the file lies', () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(unpackLimits.unpacked + 1) })
  expect(bomb.length).toBeLessThan(unpackLimits.packed)
  expect(codeOf(bomb)).toBe('fileTooLarge')
  expect(codeOf(lying(bomb, 10))).toBe('fileTooLarge')
})

test('more than 2,000 entries and more than 20 MB are refused', () => {
  const many = zipSync(
    Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`word/${at}`, new Uint8Array(1)])),
    { level: 0 },
  )
  expect(codeOf(many)).toBe('fileTooLarge')
  expect(codeOf(new Uint8Array(unpackLimits.packed + 1))).toBe('fileTooLarge')
})

test('names that leave their folder are left out', () => {
  const zip = zipSync({
    '../evil': strToU8('x'),
    '/etc/passwd': strToU8('x'),
    'a/../../b': strToU8('x'),
    'c\\d': strToU8('x'),
    fine: strToU8('x'),
  })
  expect(unpack(zip).names).toEqual(['fine'])
})

test('a file cut off in the middle is damaged, whatever is missing', () => {
  const zip = zipSync({ 'word/document.xml': strToU8('<w:document/>'.repeat(50)) })
  for (const length of [10, 60, zip.length - 30, zip.length - 5]) {
    expect(codeOf(zip.slice(0, length)), String(length)).toBe('fileUnreadable')
  }
})

test('whoever wants little of a file allows little', () => {
  const zip = zipSync({ 'a.xml': new Uint8Array(2_000) })
  expect([codeOf(zip, 2_000), codeOf(zip, 1_999)]).toEqual([null, 'fileTooLarge'])
})
