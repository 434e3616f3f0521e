import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanName, dispositionOf, extensionOf } from './file-names.ts'

const names = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.constantFrom('a', '长', '.', '/', '\\', '\u202E', '\r\n', '\0', ' ', '"', '.jpg', '\uD800', '%2e'), {
      maxLength: 40,
    })
    .map((parts) => parts.join('')),
)

test.each([
  ['a.jpg', 'jpg'],
  ['家访 2026.11.23.JPEG', 'jpeg'],
  ['C:\\x\\a.PDF ', 'pdf'],
  ['photo.jpg.exe', 'exe'],
  ['a.html.', ''],
  ['a', ''],
  ['jpg', ''],
  ['', ''],
  ['a.jpg\u202E', 'jpg'],
  ['a.jpg/b', ''],
])('%j ends with «%s»', (name, extension) => {
  expect(extensionOf(name)).toBe(extension)
})

test.each([
  ['家访记录.jpg', '家访记录.jpg'],
  ['IMG_0001.JPG', 'IMG_0001.jpg'],
  ['../../etc/passwd.jpg', 'passwd.jpg'],
  ['a.php.jpg', 'a.php.jpg'],
  ['.htaccess.jpg', 'htaccess.jpg'],
  ['exe.\u202Egpj.jpg', 'exe.gpj.jpg'],
  ['  a \r\n b  .jpg', 'a b.jpg'],
  ['.jpg', 'file.jpg'],
  ['e\u0301.jpg', '\u00e9.jpg'],
])('%j is kept as %s', (name, kept) => {
  expect(cleanName(name, 'jpg')).toBe(kept)
})

test('a kept name is one line without folders, at most 120 letters and the extension; kept again it is the same', () => {
  fc.assert(
    fc.property(names, (name) => {
      const kept = cleanName(name, 'jpg')
      expect(kept).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}/\\<>:"|?*]+\.jpg$/u)
      expect(kept).not.toMatch(/^[.\s]/)
      expect([...kept].length).toBeLessThanOrEqual(124)
      expect(extensionOf(kept)).toBe('jpg')
      expect(cleanName(kept, 'jpg')).toBe(kept)
    }),
  )
})

test('a name in a header is plain ASCII and comes back whole', () => {
  fc.assert(
    fc.property(names, (name) => {
      const kept = cleanName(name, 'pdf')
      const header = dispositionOf(kept, false)
      const [, whole = ''] = /^attachment; filename="file\.pdf"; filename\*=UTF-8''([\w.%!~-]+)$/.exec(header) ?? []
      expect(decodeURIComponent(whole)).toBe(kept)
    }),
  )
})

test('what a browser shows by itself is inline', () => {
  expect(dispositionOf('a (1).png', true)).toBe(`inline; filename="file.png"; filename*=UTF-8''a%20%281%29.png`)
})
