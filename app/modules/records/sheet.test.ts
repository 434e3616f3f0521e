import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paces } from '~/modules/courses/pace.ts'
import { countFinished } from '~/modules/courses/packed.ts'
import {
  columnSums,
  countPaces,
  courseCell,
  filterRows,
  readSheetQuery,
  type SheetRow,
  sheetQueryValues,
  sheetSorts,
  sortRows,
} from './sheet.ts'
import { decodeRows, encodeRows } from './sheet-code.ts'

function row(over: Partial<SheetRow>): SheetRow {
  const cells = over.cells ?? 'ooo'
  return {
    personId: 'p',
    name: '林小满',
    organisationId: 'o1',
    organisation: '青檐社区',
    mentorIds: ['m1'],
    mentors: ['陆青禾'],
    cells,
    finished: countFinished(cells),
    minutes: 0,
    lastActivityAt: null,
    pace: 'onTrack',
    ...over,
  }
}
const names = (rows: readonly SheetRow[]) => rows.map(({ personId }) => personId).join('')

const rows = [
  row({ personId: 'a', cells: 'ffr', minutes: 50, lastActivityAt: new Date(3), pace: 'onTrack' }),
  row({ personId: 'b', cells: 'ool', minutes: 0, organisationId: 'o2', pace: 'behind', mentorIds: [] }),
  row({ personId: 'c', cells: 'fff', minutes: 90, lastActivityAt: new Date(1), pace: 'finished' }),
  row({
    personId: 'd',
    cells: 'fol',
    minutes: 20,
    lastActivityAt: new Date(2),
    mentorIds: ['m1', 'm2'],
    pace: 'atRisk',
  }),
]

test.each([
  ['name', 'abcd'],
  ['progress', 'bdac'],
  ['activity', 'bcda'],
  ['minutes', 'bdac'],
] as const)('sorted by %s, those who need a word come first', (sort, expected) => {
  expect(names(sortRows(rows, sort))).toBe(expected)
})

test.each([
  [{ organisationId: 'o2' }, 'b'],
  [{ mentorId: 'm1' }, 'acd'],
  [{ mentorId: 'm2' }, 'd'],
  [{ pace: 'behind' }, 'b'],
  [{ mentorId: 'm1', pace: 'finished' }, 'c'],
  [{ organisationId: 'nowhere' }, ''],
  [{}, 'abcd'],
] as const)('filtered by %j', (filter, expected) => {
  expect(names(filterRows(rows, { organisationId: null, mentorId: null, pace: null, ...filter }))).toBe(expected)
})

test('a column says how many have finished the lesson', () => {
  expect(columnSums(rows, 3)).toEqual([3, 2, 1])
  expect(countPaces(rows)).toEqual({ finished: 1, onTrack: 1, atRisk: 1, behind: 1 })
})

test.each([
  ['fff', 3, 'finished'],
  ['ffo', 2, 'reading'],
  ['orl', 0, 'reading'],
  ['onl', 0, 'open'],
  ['lll', 0, 'locked'],
])('a course of %s has %i finished and is %s', (cells, finished, state) => {
  expect(courseCell(`x${cells}x`, 1, 3)).toEqual({ finished, state })
})

test('an address says what is shown, and nothing that it does not know', () => {
  const params = new URLSearchParams('track=t&view=course&q=%20lin%20&mentor=m1&pace=behind&sort=minutes&x=1')
  const query = readSheetQuery(params)

  expect(query).toEqual({
    trackId: 't',
    view: 'course',
    search: 'lin',
    organisationId: null,
    mentorId: 'm1',
    pace: 'behind',
    sort: 'minutes',
  })
  const strange = readSheetQuery(new URLSearchParams('view=all&pace=lazy&sort=__proto__'))
  expect(strange).toMatchObject({ view: 'lesson', pace: null, sort: 'name' })
})

const words = fc.string().map((text) => text.replace(/\p{Cc}/gu, ''))
const anyRow: fc.Arbitrary<SheetRow> = fc
  .record({
    personId: fc.uuid(),
    name: words,
    organisationId: fc.uuid(),
    organisation: words,
    mentors: fc.array(words.filter(Boolean), { maxLength: 3 }),
    cells: fc.string({ unit: fc.constantFrom('f', 'r', 'o', 'n', 'l'), maxLength: 40 }),
    minutes: fc.nat(),
    lastActivityAt: fc.option(fc.date({ min: new Date(0), noInvalidDate: true }), { nil: null }),
    pace: fc.constantFrom(...paces),
  })
  .map((one) => ({ ...one, mentorIds: one.mentors.map((_, at) => `m${at}`), finished: countFinished(one.cells) }))

test('what is encoded is decoded as it was', () => {
  fc.assert(
    fc.property(fc.array(anyRow), (list) => {
      expect(decodeRows(encodeRows(list))).toEqual(list)
    }),
  )
})

test('a name with a tab or a line break stays one row', () => {
  expect(decodeRows(encodeRows([row({ name: '林\t小\n满' })]))).toMatchObject([{ name: '林 小 满' }])
})

test('filter and order lose nobody and invent nobody', () => {
  fc.assert(
    fc.property(fc.array(anyRow), fc.constantFrom(...sheetSorts), fc.constantFrom(...paces), (list, sort, pace) => {
      const shown = sortRows(filterRows(list, { organisationId: null, mentorId: null, pace }), sort)
      expect(new Set(shown)).toEqual(new Set(list.filter((one) => one.pace === pace)))
      const sums = columnSums(list, 40)
      expect(sums.reduce((a, b) => a + b, 0)).toBe(list.reduce((sum, one) => sum + one.finished, 0))
    }),
  )
})

test('a query written to an address is read back the same', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...paces, null),
      fc.constantFrom(...sheetSorts),
      fc.boolean(),
      (pace, sort, isCourse) => {
        const query = readSheetQuery(
          new URLSearchParams({ sort, ...(pace ? { pace } : {}), ...(isCourse ? { view: 'course' } : {}) }),
        )
        const values = Object.entries(sheetQueryValues(query)).filter(([, value]) => value !== null)
        expect(readSheetQuery(new URLSearchParams(values.map(([key, value]) => [key, String(value)])))).toEqual(query)
      },
    ),
  )
})
