import { createHash } from 'node:crypto'
import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { docxOf, listOf, numOf, w } from '#tests/support/docx.ts'
import { taggedPng, tinyPng } from '#tests/support/pictures.ts'
import { docxText, readDocx } from './docx.server.ts'

const image = (id: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}"${more}/>`
const read = (...body: readonly string[]) => readDocx(docxOf({ body }), { subject: 'zs' })
const linesOf = (...body: readonly string[]) => docxText(docxOf({ body })).lines.map(({ text }) => text)

test('numbers and letters that Word counts itself are made explicit, and begin again under each question', () => {
  const numbering = [
    listOf(0, ['decimal', '%1.'], ['upperLetter', '%2.']),
    listOf(1, ['chineseCounting', '%1、']),
    ...[numOf(1, 0), numOf(2, 1)],
  ].join('')
  const body = [
    w.numbered(2, 0, '单项选择题'),
    w.numbered(1, 0, '社区工作的目标是（ ）。'),
    ...['甲', '乙', '丙', '丁'].map((text) => w.numbered(1, 1, text)),
    w.p(w.t('答案：B')),
    w.numbered(1, 0, '小组工作的目标是（ ）。'),
    ...['子', '丑', '寅', '卯'].map((text) => w.numbered(1, 1, text)),
    w.p(w.t('答案：C')),
    w.numbered(2, 0, '多项选择题'),
    w.numbered(1, 0, '个案工作的模式有（ ）。'),
    ...['一', '二', '三', '四', '五'].map((text) => w.numbered(1, 1, text)),
    w.p(w.t('答案：ABD')),
  ]
  const items = readDocx(docxOf({ body, numbering }), { subject: 'zs' })
  expect(items.map(({ question }) => question?.body)).toMatchObject([
    { kind: 'single', stem: '社区工作的目标是（ ）。', options: ['甲', '乙', '丙', '丁'], key: [1] },
    { kind: 'single', options: ['子', '丑', '寅', '卯'], key: [2] },
    { kind: 'multiple', options: ['一', '二', '三', '四', '五'], key: [0, 1, 3] },
  ])
  expect(items.map(({ line }) => line)).toEqual([2, 8, 15])
  expect(items.flatMap(({ problems }) => problems)).toEqual([])
})

test('a list of its own for each question’s options, as WPS makes them', () => {
  const numbering = [
    listOf(0, ['decimal', '%1、']),
    listOf(1, ['upperLetter', '%1．']),
    numOf(1, 0),
    numOf(2, 1, true),
    numOf(3, 1, true),
  ].join('')
  const body = [
    w.numbered(1, 0, '题一'),
    ...['甲', '乙', '丙', '丁'].map((text) => w.numbered(2, 0, text)),
    w.p(w.t('答案：A')),
    w.numbered(1, 0, '题二'),
    ...['甲', '乙', '丙', '丁'].map((text) => w.numbered(3, 0, text)),
    w.p(w.t('答案：D')),
  ]
  const items = readDocx(docxOf({ body, numbering }), { subject: 'zs' })
  expect(items.map(({ question }) => question?.body)).toMatchObject([
    { key: [0] },
    { key: [3], options: ['甲', '乙', '丙', '丁'] },
  ])
})

test('numbers that come from a style, and from the style it is based on', () => {
  const styles =
    '<w:style w:styleId="Q"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="QQ"><w:basedOn w:val="Q"/></w:style>'
  const numbering = listOf(0, ['decimal', '第%1题']) + numOf(1, 0)
  const bytes = docxOf({ styles, numbering, body: [w.styled('Q', '甲'), w.styled('QQ', '乙'), w.p(w.t('丙'))] })
  expect(docxText(bytes).lines.map(({ text }) => text)).toEqual(['第1题 甲', '第2题 乙', '丙'])
})

test('insertions are kept, deletions and moved text dropped', () => {
  const deleted = '<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>'
  expect(linesOf(w.p(w.t('社区'), deleted, `<w:ins>${w.t('工作')}</w:ins>`))).toEqual(['社区工作'])
})

test('soft breaks, tabs, symbols, ticks, circled numbers and lines to write on', () => {
  const symbol = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`
  const wingdings = '<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>ü</w:t></w:r>'
  const line = '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">      </w:t></w:r>'
  const circled =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o\\ac(○,3)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
  expect(linesOf(w.p(w.t('甲'), '<w:r><w:br/></w:r>', w.t('乙'), '<w:r><w:tab/></w:r>', w.t('丙')))).toEqual([
    '甲',
    '乙\t丙',
  ])
  expect(
    linesOf(
      w.p(symbol('Wingdings', 'F0FC'), symbol('Wingdings', 'F0FB'), symbol('Symbol', 'F0B4'), wingdings, w.t('\uF0FC')),
    ),
  ).toEqual(['√××√√'])
  expect(linesOf(w.p(w.t('是'), line, circled))).toEqual(['是______③'])
})

test('options on one line behind tabs, and the key as a tick', () => {
  const [single, judged] = read(
    w.p(w.t('1．社会工作的主体是')),
    w.p(
      w.t('A．社会工作者'),
      '<w:r><w:tab/></w:r>',
      w.t('B．服务对象'),
      '<w:r><w:tab/></w:r>',
      w.t('C．机构'),
      '<w:r><w:tab/></w:r>',
      w.t('D．政府'),
    ),
    w.p(w.t('答案：A')),
    w.p(w.t('2．督导也是社会工作的方法。（'), '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', w.t('）')),
  )
  expect(single?.question?.body).toMatchObject({ options: ['社会工作者', '服务对象', '机构', '政府'], key: [0] })
  expect(judged?.question?.body).toMatchObject({ kind: 'judgement', key: [0] })
})

test('tables become lines of bars; a table of one column is only a frame; one of options holds options', () => {
  const framed = `<w:tbl><w:tr><w:tc>${w.p(w.t('1. 看表回答'))}</w:tc></w:tr></w:tbl>`
  const data = `<w:tbl>${w.row('年份', '人数')}${w.row('2024', '30')}</w:tbl>`
  const options = `<w:tbl>${w.row('A. 甲', 'B. 乙')}${w.row('C. 丙', 'D. 丁')}</w:tbl>`
  const [item] = read(framed, data, options, w.p(w.t('答案：D')))
  expect(item?.question?.body).toMatchObject({
    stem: '看表回答\n| 年份 | 人数 |\n| 2024 | 30 |',
    options: ['甲', '乙', '丙', '丁'],
    key: [3],
  })
})

test('pictures keep what they show, nothing that was written into them, and stand in the text by their hash', () => {
  const sha256 = createHash('sha256').update(tinyPng).digest('hex')
  const bytes = docxOf({
    body: [
      w.p(w.t('1. 图中是'), w.picture('rId9', '活动照片')),
      ...['A. 甲', 'B. 乙', 'C. 丙', 'D. 丁', '答案：A'].map((text) => w.p(w.t(text))),
      ...['2. 乙题', 'A. 甲', 'B. 乙', 'C. 丙', 'D. 丁', '答案：A'].map((text) => w.p(w.t(text))),
    ],
    relations: image('rId9', 'media/image1.png'),
    files: { 'word/media/image1.png': taggedPng('place') },
  })
  const [first, second] = readDocx(bytes, { subject: 'zs' })
  expect(first?.question?.body.stem).toBe(`图中是![活动照片](image:${sha256})`)
  expect(first?.pictures).toEqual([{ sha256, mediaType: 'image/png', bytes: tinyPng }])
  expect(second?.pictures).toEqual([])
})

test('a picture that no browser shows, and one that lies elsewhere, are said to be lost', () => {
  const body = [
    w.p(w.t('1. 甲'), w.picture('r1', '公式'), w.picture('r2', '外链')),
    ...['A. 甲', 'B. 乙', 'C. 丙', 'D. 丁', '答案：A'].map((text) => w.p(w.t(text))),
  ]
  const relations = image('r1', 'media/a.wmf') + image('r2', 'http://example.com/a.png', ' TargetMode="External"')
  const [item] = readDocx(docxOf({ body, relations, files: { 'word/media/a.wmf': strToU8('wmf') } }), { subject: 'zs' })
  expect(item?.problems.map(({ code, values }) => `${code} ${values?.name}`)).toEqual([
    'pictureKind 公式',
    'pictureMissing 外链',
  ])
})

test('text boxes follow their paragraph once, though they are stored twice', () => {
  const box = (text: string) => `<wps:txbx><w:txbxContent>${w.p(w.t(text))}</w:txbxContent></wps:txbx>`
  const drawing = `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box('框里的字')}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${w.p(w.t('框里的字'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  expect(linesOf(w.p(w.t('甲'), drawing), w.p(w.t('乙')))).toEqual(['甲', '框里的字', '乙'])
})

test('a formula is written on one line and said to be so', () => {
  const formula =
    '<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>'
  const bytes = docxOf({
    body: [w.p(w.t('1. 求'), formula), ...['A. 1', 'B. 2', 'C. 3', 'D. 4', '答案：A'].map((text) => w.p(w.t(text)))],
  })
  const [item] = readDocx(bytes, { subject: 'zs' })
  expect(item?.question?.body.stem).toBe('求(a+b)/2')
  expect(item?.problems.map(({ code }) => code)).toEqual(['formula'])
})

test('content controls, links and fields hold text like any other', () => {
  const link = `<w:hyperlink r:id="x">${w.t('乙')}</w:hyperlink>`
  const control = `<w:sdt><w:sdtContent>${w.p(w.t('丁'))}</w:sdtContent></w:sdt>`
  expect(linesOf(w.p(w.t('甲'), link, `<w:fldSimple w:instr="PAGE">${w.t('丙')}</w:fldSimple>`), control)).toEqual([
    '甲乙丙',
    '丁',
  ])
})
