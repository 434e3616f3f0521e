import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePastedRows } from './paste-rows.ts'

const lin = { name: '林小满', accounts: ['13912345678'], organisation: '青檐社区' }

test.each([
  ['tabs', '林小满\t13912345678\t青檐社区'],
  ['commas', '林小满,13912345678,青檐社区'],
  ['full-width commas', '林小满，13912345678，青檐社区'],
  ['the Chinese list comma', '林小满、13912345678、青檐社区'],
  ['several spaces', '林小满   13912345678    青檐社区'],
  ['single spaces', '林小满 13912345678 青檐社区'],
  ['full-width spaces', '林小满　　13912345678　　青檐社区'],
  ['quoted cells', '"林小满","13912345678","青檐社区"'],
  ['a line end of Windows and blank lines', '\r\n\r\n林小满,13912345678,青檐社区\r\n\r\n'],
])('%s', (_case, text) => {
  expect(parsePastedRows(text)).toMatchObject([lin])
})

test('a cell of a sheet may hold commas', () => {
  expect(parsePastedRows('林小满\t13912345678\t青檐社区，三楼')).toMatchObject([
    { ...lin, organisation: '青檐社区，三楼' },
  ])
})

test('a header row names the columns, in any order, and strange columns are left out', () => {
  const text = '序号\t工作单位\t姓 名\t手机号码\n1\t青檐社区\t林小满\t13912345678'

  expect(parsePastedRows(text)).toMatchObject([{ ...lin, line: 2 }])
})

test('phone and username both', () => {
  expect(parsePastedRows('林小满,13912345678,linxm,青檐社区')).toMatchObject([
    { ...lin, accounts: ['13912345678', 'linxm'] },
  ])
})

test('without an organisation', () => {
  expect(parsePastedRows('林小满 13912345678')).toMatchObject([{ ...lin, organisation: '' }])
})

test('a person called Name is no header', () => {
  expect(parsePastedRows('Name Smith,smith1,青檐社区')).toMatchObject([{ name: 'Name Smith' }])
})

test('lines are counted as in the pasted text', () => {
  const lines = parsePastedRows('姓名,手机号\n\n林小满,13912345678\n\n周予安,13912345679').map((row) => row.line)

  expect(lines).toEqual([3, 5])
})

const name = fc.stringMatching(/^[\u4e00-\u9fa5]{2,4}$/)
const phone = fc.stringMatching(/^1[3-9]\d{9}$/)
const place = fc.stringMatching(/^[\u4e00-\u9fa5]{2,8}社区$/)
const people = fc.array(fc.record({ name, phone, place }), { maxLength: 30 })

test('law: rows written in any of the ways come back as they were', () => {
  fc.assert(
    fc.property(
      people,
      fc.constantFrom('\t', ',', '，', '、', '  ', ' ', '；'),
      fc.boolean(),
      (rows, between, hasHeader) => {
        const header = hasHeader ? [['姓名', '手机号', '机构'].join(between)] : []
        const text = [...header, ...rows.map((row) => [row.name, row.phone, row.place].join(between))].join('\n')

        expect(parsePastedRows(text).map(({ name, accounts, organisation }) => [name, accounts, organisation])).toEqual(
          rows.map((row) => [row.name, [row.phone], row.place]),
        )
      },
    ),
  )
})

test('law: no text breaks it, and no row is lost or made up', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      const filled = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length
      expect([filled, filled - 1]).toContain(parsePastedRows(text).length)
    }),
  )
})
