import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatAgo } from '~/i18n/format.ts'
import type { SheetRow } from './sheet.ts'
import { sheetTableBytes } from './sheet-bytes.server.ts'
import { sheetTableHtml } from './sheet-html.ts'
import { sheetWords } from './sheet-words.ts'

const now = new Date('2026-11-25T02:00:00Z')
const columns = [0, 1, 2].map((at) => ({ id: `${at}`, head: `${at}`, title: '课', from: at, length: 1 }))
const row = fc.record({
  personId: fc.string(),
  name: fc.string({ unit: 'binary' }),
  organisationId: fc.constant('o'),
  organisation: fc.string(),
  mentorIds: fc.constant([]),
  mentors: fc.array(fc.string(), { maxLength: 2 }),
  cells: fc.string({ unit: fc.constantFrom('f', 'r', 'o', 'n', 'l'), minLength: 3, maxLength: 3 }),
  finished: fc.nat(3),
  minutes: fc.nat(500),
  lastActivityAt: fc.option(fc.date({ min: new Date('2026-01-01'), max: now, noInvalidDate: true })),
  pace: fc.constantFrom('finished', 'onTrack', 'atRisk', 'behind'),
}) satisfies fc.Arbitrary<SheetRow>

test('law: the bytes that the server sends are the table that the browser would make', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.constantFrom('zh-CN', 'en'), (rows, locale) => {
      const html = sheetTableHtml(rows, columns, sheetWords(locale, now))
      expect(sheetTableBytes(rows, columns, locale, now).equals(Buffer.from(html))).toBe(true)
    }),
  )
})

test('law: how long ago is said as everywhere else, though each day is said once only', () => {
  const moments = fc.date({ min: new Date('2025-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.array(moments), fc.constantFrom('zh-CN', 'en'), (list, locale) => {
      const { ago } = sheetWords(locale, now)
      for (const at of list) expect(ago(at)).toBe(formatAgo(at, now, locale))
    }),
  )
})
