import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readXlsx, writeXlsx } from './xlsx.server.ts'

const layout = { sheet: '成绩', widths: [12], stickyRows: 1 }

test('what is written is read back, texts as texts and numbers as their digits', async () => {
  const bytes = await writeXlsx(
    [
      [{ text: '姓名', isHead: true }, { text: '成绩' }],
      [{ text: '林小满' }, { number: 72 }, { text: '013800000000' }],
      [],
      [{ text: 'A & B <“C”>' }],
    ],
    layout,
  )

  const rows = readXlsx(bytes)

  expect(rows.filter((row) => row.length > 0)).toEqual([
    ['姓名', '成绩'],
    ['林小满', '72', '013800000000'],
    ['A & B <“C”>'],
  ])
})

const sheetXml = (rows: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
const book = (rows: string, more: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': sheetXml(rows), ...more }).map(
        ([name, text]) => [name, strToU8(text)],
      ),
    ),
  )

test('cells that were left out keep their places; a formula is the value it had', () => {
  const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="D1"><f>1+1</f><v>2</v></c></row>'
  expect(readXlsx(book(rows))).toEqual([['甲', '', '', '2']])
})

test('how a text is read aloud is not part of it', () => {
  const shared = '<sst><si><r><t>林</t></r><r><t>小满</t></r><rPh sb="0" eb="1"><t>lin</t></rPh></si></sst>'
  const rows = '<row><c t="s"><v>0</v></c></row>'
  expect(readXlsx(book(rows, { 'xl/sharedStrings.xml': shared }))).toEqual([['林小满']])
})

test.each([
  ['no archive', strToU8('name,subject')],
  ['an archive of something else', zipSync({ 'word/document.xml': strToU8('<w/>') })],
  ['a document type', book('', { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' })],
  ['broken XML', book('', { 'xl/worksheets/sheet1.xml': '<worksheet><row>' })],
])('%s is refused', (_name, bytes) => {
  expect(() => readXlsx(bytes)).toThrow(expect.objectContaining({ code: 'invalid' }))
})

test('a small file that unpacks to a large one is not unpacked', () => {
  const bomb = zipSync({
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': new Uint8Array(21_000_000),
  })
  expect(bomb.length).toBeLessThan(100_000)
  expect(() => readXlsx(bomb)).toThrow(expect.objectContaining({ code: 'tooLarge' }))
})

test('nor is one that says of itself that it is small', () => {
  const zip = Buffer.from(
    zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(21_000_000) }),
  )
  zip.writeUInt32LE(10, zip.lastIndexOf(Buffer.from('504b0102', 'hex')) + 24)

  expect(() => readXlsx(new Uint8Array(zip))).toThrow(expect.objectContaining({ code: 'tooLarge' }))
})
