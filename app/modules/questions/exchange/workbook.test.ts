import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { unzipTexts } from '#tests/support/unzip.ts'
import { readWorkbook, writeTemplate, writeWorkbook } from './workbook.server.ts'
import { neutralCell, restoredCell } from './workbook-columns.ts'

/** A workbook of one sheet, its cells given as XML or as text. */
function xlsxOf(rows: ReadonlyArray<readonly string[]>, shared: readonly string[] = []): Uint8Array {
  const cell = (text: string, at: number, row: number) => {
    const reference = `${String.fromCharCode(65 + at)}${row + 1}`
    if (text.startsWith('<')) return text.replace('<c', `<c r="${reference}"`)
    return text === '' ? '' : `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
  }
  const data = rows.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((text, at) => cell(text, at, row)).join('')}</row>`,
  )
  const strings = shared.map((text) => `<si>${text}</si>`).join('')
  return zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="urn:r"><sheets><sheet name="题" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${data.join('')}</sheetData></worksheet>`),
  })
}

const read = (rows: ReadonlyArray<readonly string[]>, shared?: readonly string[]) =>
  readWorkbook(xlsxOf(rows, shared), { subject: 'zs' })
const head = ['编号', '题型', '题干', '选项A', '选项B', '选项C', '选项D', '答案', '解析', '分值']

test('the empty template explains itself, is typed as text, and holds no question', async () => {
  const bytes = await writeTemplate()
  expect(readWorkbook(bytes, { subject: 'zs' })).toEqual([])
  const files = unzipTexts(bytes)
  expect(files.get('xl/sharedStrings.xml')).toContain('题库导入模板：填写说明')
  expect(files.get('xl/styles.xml')).toContain('formatCode="@"')
})

test('each kind of row, filled in by hand', () => {
  const items = read([
    head,
    ['ZX-1', '单选题', '题一', '甲', '乙', '丙', '丁', 'B', '因为'],
    ['', '', '题二', '甲', '乙', '丙', '', 'A、C'],
    ['', '判断', '题三', '', '', '', '', '×'],
    ['AL-1', '案例题', '材料'],
    ['AL-1', '单选题', '小题一', '甲', '乙', '丙', '丁', 'D'],
    ['AL-1', '多选题', '小题二', '甲', '乙', '丙', '丁', 'AB'],
    ['ZG-1', '简答题', '问', '', '', '', '', '评估需求（4分）\n制定计划（2分）'],
    ['ZG-2', '主观题', '问', '', '', '', '', '', '', '3'],
    ['ZG-2', '采分点', '要点', '另一种说法', '', '', '', '', '', '3'],
  ])
  expect(items.map(({ line, rowKey, question }) => [line, rowKey, question?.body])).toMatchObject([
    [2, 'ZX-1', { kind: 'single', key: [1], explanation: '因为' }],
    [3, null, { kind: 'multiple', options: ['甲', '乙', '丙'], key: [0, 2] }],
    [4, null, { kind: 'judgement', options: ['正确', '错误'], key: [1] }],
    [5, 'AL-1', { kind: 'case', items: [{ key: [3] }, { kind: 'multiple', key: [0, 1] }] }],
    [
      8,
      'ZG-1',
      {
        kind: 'constructed',
        outOf: 12,
        answerPoints: [
          { text: '评估需求', halfPoints: 8 },
          { text: '制定计划', halfPoints: 4 },
        ],
      },
    ],
    [9, 'ZG-2', { outOf: 6, answerPoints: [{ text: '要点', halfPoints: 6, accept: ['另一种说法'] }] }],
  ])
})

test('heads of other systems, in another order, with a title above', () => {
  const [item] = read([
    ['某某中心题库'],
    ['序号', '答案', '题目内容*', '选项1', '选项2', '难度'],
    ['1', 'a', '题', '甲', '乙', '难'],
  ])
  expect(item?.question).toMatchObject({
    body: { kind: 'single', key: [0], options: ['甲', '乙'] },
    facts: { difficulty: 4 },
  })
})

test('formulas are read as their value, numbers as they are shown, rich and shared texts whole', () => {
  const [item] = read(
    [
      head,
      [
        ...[
          '',
          '单选题',
          '<c t="s"><v>0</v></c>',
          '<c t="str"><f>1&amp;"岁"</f><v>1岁</v></c>',
          '<c><f>0.1+0.2</f><v>0.30000000000000004</v></c>',
        ],
        ...['<c><v>3</v></c>', '<c t="s"><v>1</v></c>', 'A'],
      ],
    ],
    ['<r><t>社区</t></r><r><rPr><b/></rPr><t>工作</t></r><rPh><t>shequ</t></rPh>', '<t>四_x000D_\n五</t>'],
  )
  expect(item?.question?.body).toMatchObject({ stem: '社区工作', options: ['1岁', '0.3', '3', '四\n五'] })
})

test('a formula that failed is an error with its cell', () => {
  const [item] = read([head, ['', '单选题', '题', '<c t="e"><v>#REF!</v></c>', '乙', '丙', '丁', 'B']])
  expect(item?.problems).toContainEqual({
    code: 'cellError',
    line: 2,
    level: 'error',
    values: { cell: 'D2', text: '#REF!' },
  })
})

test('what is wrong is said row by row, and the other rows are read', () => {
  const items = read([
    head,
    ['K', '单选题', '题一', '甲', '乙', '丙', '丁', 'E'],
    ['K', '单选题', '题二', '甲', '乙', '丙', '丁', '见书'],
    ['', '拼图题', '题三'],
    ['', '采分点', '要点'],
    ['', '单选题', '题四', '甲', '乙', '丙', '丁', 'A'],
  ])
  expect(
    items.map(({ line, problems }) => [
      line,
      problems.filter(({ level }) => level === 'error').map(({ code }) => code),
    ]),
  ).toEqual([
    [2, ['keyBeyondOptions']],
    [3, ['keyUnreadable', 'rowKeyRepeated']],
    [4, ['kindUnreadable']],
    [5, ['rowWithoutParent']],
    [6, []],
  ])
})

test('a sheet without heads is refused with the way out', () => {
  expect(read([['甲', '乙']])).toMatchObject([{ problems: [{ code: 'headMissing', level: 'error' }] }])
})

test('texts that would be calculated go out with an apostrophe and come back without', async () => {
  const stem = '=HYPERLINK("http://example.com")'
  const facts = { subject: 'zs', points: [], difficulty: 3, source: '+1', laws: [] }
  const body = { kind: 'single', stem, options: ['-1', '@甲', "'=乙", '丁'], key: [0], explanation: '' } as const
  const bytes = await writeWorkbook([{ rowKey: 'ZX-1', question: { body, facts } }])
  expect(unzipTexts(bytes).get('xl/sharedStrings.xml')).toContain('>&apos;=HYPERLINK'.replace('&apos;', "'"))
  expect(unzipTexts(bytes).get('xl/worksheets/sheet2.xml')).not.toContain('<f>')
  expect(readWorkbook(bytes, { subject: 'jz' })[0]?.question).toEqual({ body, facts })
})

test.each(['=1', "'=1", "''=1", '甲', "'甲", '＝1', ' =1'])('%s comes back from its neutral form', (text) => {
  expect(restoredCell(neutralCell(text))).toBe(text)
  expect(neutralCell(text)).not.toMatch(/^[=+\-@]/)
})
