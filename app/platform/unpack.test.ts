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

/** Changes what the list at the end says of `name`. */
function relisted(zip: Uint8Array, name: string, change: (entry: Buffer) => void): Uint8Array {
  const bytes = Buffer.from(zip)
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const entry = bytes.subarray(at)
    if (entry.toString('latin1', 46, 46 + entry.readUInt16LE(28)) === name) change(entry)
  }
  return new Uint8Array(bytes)
}

async function all(bytes: Uint8Array, allowed?: number): Promise<Readonly<Record<string, string>> | string> {
  try {
    const found: Record<string, string> = {}
    for await (const [name, content] of unpack(bytes, allowed).contents())
      found[name] = new TextDecoder().decode(content)
    return found
  } catch (error) {
    if (error instanceof UnpackError) return error.code
    throw error
  }
}

test('what is left out is named: names that leave, come twice, links, and strange packings; folders are not', () => {
  const zip = zipSync({
    'fine.xml': strToU8('x'),
    '../up': strToU8('x'),
    'folder/': new Uint8Array(),
    'twice.xml': strToU8('x'),
    'twice.xm1': strToU8('y'),
    link: [strToU8('/etc/passwd'), { os: 3, attrs: 0xa1ff0000 }],
    'strange.xml': strToU8('x'),
  })
  const changed = relisted(
    relisted(zip, 'twice.xm1', (entry) => entry.write('twice.xml', 46)),
    'strange.xml',
    (entry) => entry.writeUInt16LE(99, 10),
  )
  const { names, strays } = unpack(changed)
  expect(names).toEqual(['fine.xml', 'twice.xml'])
  expect(strays).toEqual(['../up', 'twice.xml', 'link', 'strange.xml'])
})

test('all of it, one after another, within the allowance and as the archive says', async () => {
  const zip = zipSync({ 'a.xml': strToU8('a'.repeat(600)), 'b.xml': [strToU8('b'.repeat(400)), { level: 0 }] })
  expect(await all(zip, 1_000)).toEqual({ 'a.xml': 'a'.repeat(600), 'b.xml': 'b'.repeat(400) })
  expect(await all(zip, 999)).toBe('fileTooLarge')
  expect(await all(zip, 500)).toBe('fileTooLarge')
  expect(await all(relisted(zip, 'a.xml', (entry) => entry.writeUInt32LE(599, 24)))).toBe('fileUnreadable')
  expect(await all(relisted(zip, 'b.xml', (entry) => entry.writeUInt32LE(1, 16)))).toBe('fileUnreadable')
})
