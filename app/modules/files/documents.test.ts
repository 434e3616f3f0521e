import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ascii, docx, docxWith, pdf, pdfStream, utf8, xlsx } from '#tests/fixtures/files/made-files.ts'
import { w } from '#tests/support/docx.ts'
import { writeXlsx } from '~/platform/xlsx.server.ts'
import { checkOfficeFile } from './office-file.server.ts'
import { checkPdf } from './pdf-file.server.ts'

/* What people really have in their documents must get through; what must not is in tests/fixtures/files/hostile-documents.ts. */

test.each([
  ['a text', docx()],
  ['a link', docxWith('hyperlink', 'https://www.example.cn/')],
  ['a picture from a page, linked', docxWith('image', 'https://www.example.cn/a.png')],
  ['a chart with its table', docx(undefined, { 'word/embeddings/Microsoft_Excel_Sheet.xlsx': xlsx() })],
  ['a page number', docx([w.p('<w:r><w:instrText>PAGE \\* MERGEFORMAT</w:instrText></w:r>')])],
  ['the word DDE in a sentence', docx([w.p(w.t('DDEAUTO 是一种域代码'))])],
  [
    'a font and properties',
    docx(undefined, { 'word/fonts/font1.odttf': ascii('x'), 'docProps/app.xml': utf8('<Properties/>') }),
  ],
  [
    'a long text',
    docx(Array.from({ length: 3_000 }, (_, n) => w.p(w.t(`第 ${n} 次走访：老人身体尚可，与子女有联系。`)))),
  ],
])('a docx with %s', async (_what, bytes) => {
  expect(await checkOfficeFile(bytes, 'docx')).toBeNull()
})

test('an xlsx as this site writes it, and one with the settings of a printer', async () => {
  const cells = Array.from({ length: 500 }, (_, n) => [{ text: `学员 ${n}` }, { number: n }])
  const own = await writeXlsx(cells, { sheet: '名单', widths: [], stickyRows: 1 })
  expect(await checkOfficeFile(own, 'xlsx')).toBeNull()
  expect(await checkOfficeFile(xlsx({ 'xl/printerSettings/printerSettings1.bin': ascii('x') }), 'xlsx')).toBeNull()
})

test.each([
  ['nothing in it', pdf()],
  ['blanks after its end', pdf([], '%%EOF\r\n\0\0\0')],
  [
    'a picture in whose bytes anything comes up',
    pdf(['<</Type/Catalog>>', pdfStream('/Subtype/Image', ascii('/JS /JavaScript /Launch'))]),
  ],
  [
    'packed objects',
    pdf([pdfStream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', deflateSync(ascii('1 0 <</Type/Page>>')))]),
  ],
  ['a page to begin with', pdf(['<</Type/Catalog/OpenAction[3 0 R/Fit]>>'])],
  ['a font whose name begins like a script', pdf(['<</Font<</JSong 4 0 R>>>>'])],
  ['a later version behind the first', new Uint8Array(Buffer.concat([pdf(), ascii('5 0 obj\n<<>>\nendobj\n%%EOF\n')]))],
])('a PDF with %s', async (_what, bytes) => {
  expect(await checkPdf(bytes)).toBeNull()
})
