import { expect, test } from 'vitest'
import { formatNamed, formatOfMime, formats } from './file-kinds.ts'
import { hasRoom, mostBytesAPerson } from './quota.ts'

test.each([
  ['jpg', 'image', 'jpeg'],
  ['jpeg', 'image', 'jpeg'],
  ['png', 'image', 'png'],
  ['webp', 'image', 'webp'],
  ['pdf', 'document', 'pdf'],
  ['docx', 'document', 'docx'],
  ['xlsx', 'document', 'xlsx'],
  ['jpg', 'document', 'notAllowed'],
  ['pdf', 'image', 'notAllowed'],
  ['heic', 'image', 'heic'],
  ['heif', 'image', 'heic'],
  ['heic', 'document', 'notAllowed'],
  ['svg', 'image', 'notAllowed'],
  ['html', 'document', 'notAllowed'],
  ['zip', 'document', 'notAllowed'],
  ['gif', 'image', 'notAllowed'],
  ['docm', 'document', 'notAllowed'],
  ['', 'image', 'notAllowed'],
  ['constructor', 'image', 'notAllowed'],
] as const)('«.%s» where %s is asked for: %s', (extension, kind, found) => {
  expect(formatNamed(extension, kind)).toBe(found)
})

test('no format is served as what a browser runs, and each is found by its type', () => {
  for (const [name, { mime }] of Object.entries(formats)) {
    expect(mime).not.toMatch(/html|xml$|svg|script|text/)
    expect(formatOfMime(mime)).toBe(name)
  }
  expect(formatOfMime('text/html')).toBeNull()
})

test('the last byte of the quota is hers, the next one is not', () => {
  expect([hasRoom(0, mostBytesAPerson), hasRoom(1, mostBytesAPerson), hasRoom(mostBytesAPerson, 1)]).toEqual([
    true,
    false,
    false,
  ])
})
