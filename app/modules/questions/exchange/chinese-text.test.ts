import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lettersOf, type QuestionBody } from '../question.ts'
import { readChineseText } from './chinese-text.ts'
import type { StagedItem } from './staged-item.ts'

const folder = 'tests/fixtures/questions'
const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'))
const read = (text: string) => readChineseText(text, { subject: 'zs' })

/** «single 4 B», «case[single 4 A, multiple 5 AB]», «open 4+3+3/10»: enough to see that a file was understood. */
function outline(body: QuestionBody): string {
  if (body.kind === 'case') return `case[${body.items.map(outline).join(', ')}]`
  if (body.kind === 'constructed')
    return `open ${body.answerPoints.map(({ halfPoints }) => halfPoints / 2).join('+')}/${body.outOf / 2}`
  return `${body.kind} ${body.options.length} ${lettersOf(body.key)}`
}
const outlines = (items: readonly StagedItem[]) =>
  items.flatMap(({ question }) => (question ? [outline(question.body)] : []))
const errors = (items: readonly StagedItem[]) =>
  items.flatMap(({ problems }) =>
    problems.filter(({ level }) => level === 'error').map(({ code, line }) => `${line} ${code}`),
  )

test.each<[string, readonly string[], readonly string[]]>([
  ['01-word-paste', ['single 4 B', 'single 4 B', 'multiple 5 ACE', 'judgement 2 A', 'judgement 2 B'], []],
  [
    '02-keys-at-end',
    [
      'single 4 A',
      'single 4 B',
      'single 4 C',
      'single 4 D',
      'single 4 A',
      'multiple 5 ACD',
      'multiple 5 BE',
      'judgement 2 A',
      'judgement 2 B',
    ],
    [],
  ],
  [
    '03-keys-in-stem',
    ['single 4 B', 'single 4 C', 'multiple 5 ABD', 'judgement 2 A', 'judgement 2 B', 'single 4 D'],
    [],
  ],
  ['04-full-width', ['single 4 B', 'single 4 D', 'multiple 5 ABDE', 'multiple 5 ABCE'], []],
  ['05-pdf-lines', ['single 4 B', 'single 4 C'], []],
  ['06-cases', ['case[single 4 A, multiple 5 ABDE, single 4 A]', 'case[single 4 A, multiple 5 ABCE]'], []],
  ['07-constructed', ['open 4+3+3/10', 'open 2+2+2/6', 'open 4+4/8', 'open 6+6/12'], []],
  ['08-survey-export', ['single 4 A', 'multiple 4 ABD', 'judgement 2 B'], []],
  ['09-platform', ['single 4 C', 'single 4 B'], []],
  [
    '10-mixed-sections',
    ['multiple 4 BC', 'single 4 D', 'judgement 2 B', 'judgement 2 A', 'open 1+1+1/3', 'open 5+5+5/15'],
    ['26 unsupportedKind'],
  ],
  ['11-unnumbered', ['single 4 B', 'multiple 5 ABC', 'single 4 A'], []],
  ['12-answer-table', ['single 4 A', 'single 4 C', 'single 4 D', 'judgement 2 A', 'judgement 2 B'], []],
  ['13-explanation-lists', ['single 4 C', 'single 4 A'], []],
  ['17-parts-and-notes', ['single 4 A', 'single 4 B', 'multiple 5 ABCD', 'multiple 5 ABDE'], []],
  ['18-inline-labels', ['single 4 C', 'single 4 D', 'single 4 B', 'single 4 A', 'single 4 B', 'single 4 C'], []],
  ['19-open-cases', ['open 5+5/10', 'open 5+5/10', 'open 10+10/20', 'open 1+1/2'], []],
  ['20-brackets-before', ['single 4 A', 'single 4 B', 'judgement 2 A', 'judgement 2 B', 'judgement 2 A'], []],
  [
    '21-shared-stems',
    ['case[single 4 A, single 4 A, single 4 A]', 'single 4 B', 'case[single 4 A, multiple 5 AB]'],
    [],
  ],
  ['22-form-like', ['single 4 A', 'multiple 5 ABCE', 'judgement 2 B', 'single 4 A', 'judgement 2 A'], []],
  ['23-square-brackets', ['single 4 A', 'multiple 5 AB', 'judgement 2 A', 'single 4 A'], []],
  ['24-options-explained', ['single 4 B', 'multiple 5 ABCD', 'single 4 '], ['17 keyMissing']],
])('%s', (name, wanted, wrong) => {
  const items = read(readFileSync(`${folder}/${name}.txt`, 'utf8'))
  expect(outlines(items)).toEqual(wanted)
  expect(errors(items)).toEqual(wrong)
})

const item = (text: string) => read(text)[0]
const four = 'A. 甲\nB. 乙\nC. 丙\nD. 丁'

test('each bad row says what is wrong, where, and what can be done', () => {
  const items = read(readFileSync(`${folder}/14-bad-rows.txt`, 'utf8'))
  const found = items.map(({ problems }) =>
    problems.filter(({ level }) => level === 'error').map(({ code, line, fix }) => [code, line, fix?.code]),
  )
  expect(found).toEqual([
    [['keyMissing', 2, undefined]],
    [['singleKeys', 7, 'makeMultiple']],
    [['keyBeyondOptions', 13, undefined]],
    [['equalOptions', 19, 'dropOption']],
    [['optionGap', 25, undefined]],
    [['keyUnreadable', 35, undefined]],
    [['keyMissing', 36, 'setKey']],
    [['multipleOneKey', 42, 'makeSingle']],
  ])
})

test('facts beside a question: point, difficulty, source, law, number', () => {
  const text = `1. 题（ ）\n${four}\n答案：A\n考点：社区工作；居民参与\n难度：0.35\n来源：2021年模拟\n法律依据：《民法典》第一千零六十二条\n编号：ZX-9`
  expect(item(text)).toMatchObject({
    rowKey: 'ZX-9',
    question: {
      facts: {
        points: ['社区工作', '居民参与'],
        difficulty: 4,
        source: '2021年模拟',
        laws: [{ name: '《民法典》', article: '第一千零六十二条', validFrom: null, validTo: null }],
      },
    },
  })
})

test('points that the syllabus does not know are named, the others become ids', () => {
  const findPoint = (name: string) => (name === '社区工作' ? 'community' : null)
  const [found] = readChineseText(`1. 题\n${four}\n答案：A\n考点：社区工作、占星术`, { subject: 'zs', findPoint })
  expect(found?.question?.facts.points).toEqual(['community'])
  expect(found?.problems).toMatchObject([{ code: 'unknownPoint', values: { name: '占星术' } }])
})

test.each([
  ['答案：ACD', 'ACD'],
  ['答案：A C D', 'ACD'],
  ['正确答案 A、C、D', 'ACD'],
  ['【答案】A,C,D。', 'ACD'],
  ['参考答案：（ＡＣＤ）', 'ACD'],
  ['标准答案:acd', 'ACD'],
  ['答案：A和C和D', 'ACD'],
  ['【正确答案】：DCA', 'ACD'],
  ['答：ACD', 'ACD'],
  ['答案是ACD', 'ACD'],
  ['[答案]A|C|D', 'ACD'],
  ['答案\nACD', 'ACD'],
])('the key %j', (line, key) => {
  expect(outlines(read(`1. 题（ ）\n${four}\nE. 戊\n${line}`))).toEqual([`multiple 5 ${key}`])
})

test.each(['√', '对', '正确', '是', 'T', 'true', 'A'])('a judgement that is %s', (word) => {
  expect(outlines(read(`一、判断题\n1. 题。\n答案：${word}`))).toEqual(['judgement 2 A'])
})

test.each(['×', '错', '错误', '不正确', '否', 'F', 'False', 'B', 'X'])('a judgement that is %s', (word) => {
  expect(outlines(read(`一、判断题\n1. 题。\n答案：${word}`))).toEqual(['judgement 2 B'])
})

test.each(['1.', '1、', '1．', '（1）', '(1)', '第1题', '【1】', '１、', '1 ', '⒈', '⑴'])(
  'a question numbered %s',
  (number) => {
    const next = number.replace('1', '2').replace('１', '２').replace('⒈', '⒉').replace('⑴', '⑵')
    const items = read(`${number}甲题\n${four}\n答案：A\n${next}乙题\n${four}\n答案：B`)
    expect(items.map(({ question }) => question?.body.stem)).toEqual(['甲题', '乙题'])
  },
)

test.each([
  '1-3 ABC',
  '1~3：ABC',
  '1—3.ABC',
  '1至3题：A B C',
  '1.A 2.B 3.C',
  '1A2B3C',
  '1、A；2、B；3、C',
  '（1）A （2）B （3）C',
  '1. A\n2. B\n3. C',
  '1-2 AB 3 C',
  '答案：1-3 ABC',
])('keys at the end as %j', (keys) => {
  const questions = [1, 2, 3].map((number) => `${number}. 题${number}（ ）\n${four}`).join('\n')
  expect(outlines(read(`${questions}\n参考答案\n${keys}`))).toEqual(['single 4 A', 'single 4 B', 'single 4 C'])
})

test('a key in the stem and another after it: the conflict is said, with a fix', () => {
  const found = item(`1. 题是（B）。\n${four}\n答案：C`)
  expect(found?.problems).toMatchObject([{ code: 'keyConflict', line: 6, fix: { code: 'setKey', key: [1] } }])
})

test('an answer without its question is shown, not dropped', () => {
  const items = read(`1. 题（ ）\n${four}\n参考答案\n1. A 7. B`)
  expect(items.flatMap(({ problems }) => problems)).toMatchObject([
    { code: 'answerWithoutQuestion', values: { number: 7 } },
  ])
})

test('text that belongs nowhere after the options does not become a part of the last one', () => {
  const items = read(`1. 题（B）\n${four}\n\n版权所有，翻印必究。\n\n2. 题（A）\n${four}`)
  expect(items.map(({ line }) => line)).toEqual([1, 7, 9])
  expect(items[0]?.question?.body).toMatchObject({ options: ['甲', '乙', '丙', '丁'] })
  expect(items[1]).toMatchObject({ excerpt: '版权所有，翻印必究。', question: null, problems: [{ code: 'strayText' }] })
})

test('a thousand questions are read', () => {
  const text = Array.from(
    { length: 1_000 },
    (_, at) => `${at + 1}. 第${at + 1}个题干（ ）。\n${four}\n答案：${'ABCD'[at % 4]}\n解析：说明${at}。`,
  ).join('\n')
  const items = read(text)
  expect(items).toHaveLength(1_000)
  expect(errors(items)).toEqual([])
})

const styles = {
  number: fc.constantFrom('{n}. ', '{n}、', '（{n}）', '第{n}题 ', '【{n}】', '{n}．'),
  option: fc.constantFrom('{l}. ', '{l}、', '（{l}）', '({l}) ', '{l}．', '[{l}]'),
  between: fc.constantFrom('\n', '\t', '    '),
  key: fc.constantFrom('答案：{k}', '【答案】{k}', '正确答案：{k}', '参考答案:（{k}）'),
  explanation: fc.constantFrom('解析：', '【解析】', '答案解析：'),
  gap: fc.constantFrom('\n', '\n\n'),
}
const words = fc
  .array(fc.constantFrom(...'社会工作者应当尊重服务对象并且保密'), { minLength: 4, maxLength: 16 })
  .map((all) => all.join(''))
const choice = fc.record({
  stem: words,
  options: fc.uniqueArray(words, { minLength: 4, maxLength: 6 }),
  key: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 4 }),
  why: words,
})

test('law: questions written in any of the usual styles come back as they are', () => {
  fc.assert(
    fc.property(fc.array(choice, { minLength: 1, maxLength: 6 }), fc.record(styles), (questions, style) => {
      const text = questions.map(({ stem, options, key, why }, at) => {
        const lines = options.map((option, index) => style.option.replace('{l}', lettersOf([index])) + option)
        const letters = lettersOf(key.toSorted((a, b) => a - b))
        return [
          style.number.replace('{n}', String(at + 1)) + stem,
          lines.join(style.between),
          style.key.replace('{k}', letters),
          style.explanation + why,
        ].join('\n')
      })
      const items = read(text.join(style.gap))
      expect(items.map(({ question }) => question?.body)).toMatchObject(
        questions.map(({ stem, options, key, why }) => ({
          stem,
          options,
          key: key.toSorted((a, b) => a - b),
          explanation: why,
        })),
      )
    }),
    { numRuns: 300 },
  )
})

const soup = fc.constantFrom(
  ...[
    '一、单选题',
    '案例一',
    '参考答案',
    '1-3 ABC',
    '答案：A',
    '答案：',
    '【解析】因为',
    '题干没有编号',
    '1. 题',
    '2. 题（B）',
    '（1）小题',
    'A. 甲',
    'B. 乙 C. 丙',
    '',
    '| a | b |',
  ],
  ...[
    '问题：',
    '（二）根据下列材料，回答第3～4题',
    '3. A',
    '难度：易',
    '题型：单选题',
    '- 2 -',
    '二、简答题',
    '√',
    '一段文字，什么也不是。',
    '1. A 2. B',
    '四、连线题',
    '编号：1',
  ],
)

test('law: of any heap of lines, none is lost: each is shown with an item, or is a mark of the paper’s order', () => {
  const isMark = (line: string) => /^(?:[一二三四]、|问题：$|案例|参考答案|（二）|- 2 -|[\d\s.ABC-]+$)/.test(line)
  fc.assert(
    fc.property(fc.array(soup, { maxLength: 25 }), (lines) => {
      const items = read(lines.join('\n'))
      const shown = items.map(({ excerpt, question }) => `${excerpt}\n${JSON.stringify(question)}`).join('\n')
      for (const line of lines)
        if (!isMark(line) && line !== '') expect(shown).toContain(line.replace(/^\d\. |^(?:答案：|【解析】)/, ''))
      for (const { problems, line } of items)
        for (const one of problems) expect(one.line).toBeGreaterThanOrEqual(Math.min(1, line))
    }),
    { numRuns: 1_000 },
  )
})

test('a key in a list of answers that belongs to no number is shown, not dropped', () => {
  const items = read(['（1）小题', '答案：', '一、单选题', '答案：A'].join('\n'))
  expect(items.map(({ excerpt }) => excerpt).join('\n')).toContain('答案：A')
})

test('every fixture is named in a test', () => {
  expect(texts.map((name) => name.slice(0, 2))).toEqual(expect.arrayContaining(['01', '14', '24']))
})

test('a question that is answered twice and differently keeps the first key and says so', () => {
  const [found] = read(`一、判断题\n1. 题。（√）\n参考答案\n1. √\n1. ×`)
  expect(found?.problems.map(({ code }) => code)).toContain('answerTwice')
})

test('a long line of hostile marks is read in reasonable time and shown once', () => {
  const items = read('答案：A '.repeat(5_000))
  expect(items).toHaveLength(1)
  expect(items[0]?.excerpt.length).toBeLessThan(40_000)
})
