import { expect, test } from 'vitest'
import type { Choice, QuestionBody } from '../question.ts'
import { checkBody } from './check-body.ts'
import { applyFix } from './item-fixes.ts'
import { problemTexts } from './problem-texts.ts'
import type { StagedItem } from './staged-item.ts'

const single: Choice = { kind: 'single', stem: '题', options: ['甲', '乙', '丙', '丁'], key: [1], explanation: '' }
const multiple: Choice = { ...single, kind: 'multiple', options: [...single.options, '戊'], key: [0, 2] }
const judgement: Choice = { ...single, kind: 'judgement', options: ['正确', '错误'], key: [0] }
const open: QuestionBody = {
  kind: 'constructed',
  stem: '问',
  answerPoints: [{ text: '点', halfPoints: 4, accept: [] }],
  outOf: 4,
  explanation: '',
}
const found = (body: QuestionBody) => checkBody(body, { line: 7 }).map(({ code, level }) => `${level} ${code}`)

function itemOf(body: QuestionBody): StagedItem {
  const facts = { subject: 'zs', points: [], difficulty: 3, source: '', laws: [] }
  return {
    line: 7,
    excerpt: '',
    rowKey: null,
    question: { body, facts },
    pictures: [],
    problems: checkBody(body, { line: 7 }),
  }
}

/** The item after its first offer was taken. */
function mended(body: QuestionBody): StagedItem {
  const item = itemOf(body)
  const fix = item.problems.find((one) => one.fix)?.fix
  if (!fix) throw new Error('nothing is offered')
  return applyFix(item, fix)
}

test('questions in the national format have no problem', () => {
  for (const body of [
    single,
    multiple,
    judgement,
    open,
    { kind: 'case', stem: '料', items: [single, multiple] } as const,
  ]) {
    expect(found(body)).toEqual([])
  }
})

test.each<[string, QuestionBody, readonly string[]]>([
  ['no stem', { ...single, stem: ' ' }, ['error emptyStem']],
  ['one option', { ...single, options: ['甲'], key: [0] }, ['error fewOptions']],
  ['three options', { ...single, options: ['甲', '乙', '丙'] }, ['warning optionCount']],
  ['an empty option', { ...single, options: ['甲', '乙', '', '丁'] }, ['error emptyOption']],
  ['equal options but for their width', { ...single, options: ['A 甲', '乙', 'Ａ甲', '丁'] }, ['error equalOptions']],
  ['no key', { ...single, key: [] }, ['error keyMissing']],
  ['a key beyond', { ...single, key: [4] }, ['error keyBeyondOptions']],
  ['a single with two keys', { ...single, key: [0, 1] }, ['error singleKeys']],
  ['a multiple with one', { ...multiple, key: [0] }, ['error multipleOneKey']],
  ['a multiple with all', { ...multiple, key: [0, 1, 2, 3, 4] }, ['warning multipleKeys']],
  ['a judgement of three', { ...judgement, options: ['对', '错', '不知'] }, ['error judgementOptions']],
  ['a case without questions', { kind: 'case', stem: '料', items: [] }, ['error caseItems']],
  [
    'a case of eleven',
    { kind: 'case', stem: '料', items: Array.from({ length: 11 }, () => single) },
    ['error caseItems'],
  ],
  ['no answer point', { ...open, answerPoints: [] }, ['error answerPointsMissing']],
  ['points below the full marks', { ...open, outOf: 9 }, ['error answerPointsSum']],
])('%s is found', (_name, body, codes) => {
  expect(found(body)).toEqual(codes)
})

test('every problem has its line, and in a case that of its question', () => {
  const body = { kind: 'case', stem: '料', items: [single, { ...single, key: [] }] } as const
  expect(checkBody(body, { line: 3, items: [4, 9] })).toEqual([
    { code: 'keyMissing', line: 9, level: 'error', values: { number: 2 } },
  ])
})

test('fixes: kinds, letters beyond, twins, full marks', () => {
  expect(mended({ ...single, key: [0, 1] }).question?.body).toMatchObject({ kind: 'multiple', key: [0, 1] })
  expect(mended({ ...multiple, key: [3] }).question?.body).toMatchObject({ kind: 'single' })
  expect(mended({ ...multiple, key: [0, 1, 7] }).question?.body).toMatchObject({ key: [0, 1] })
  expect(mended({ ...single, options: ['甲', '乙', '乙', '丁'], key: [2] }).question?.body).toMatchObject({
    options: ['甲', '乙', '丁'],
    key: [1],
  })
  expect(mended({ ...single, options: ['甲', '乙', '乙', '丁'], key: [3] }).question?.body).toMatchObject({ key: [2] })
  expect(mended({ ...judgement, options: ['对'] }).question?.body).toMatchObject({ options: ['正确', '错误'] })
  expect(mended({ ...open, outOf: 9 }).question?.body).toMatchObject({ outOf: 4 })
})

test('after a fix its problem is gone, and what the reader found besides stays', () => {
  const item = itemOf({ ...multiple, key: [3] })
  const before = { ...item, problems: [{ code: 'formula', line: 8, level: 'warning' } as const, ...item.problems] }
  const after = applyFix(before, { code: 'makeSingle', item: null })
  expect(after.problems.map(({ code }) => code)).toEqual(['formula', 'optionCount'])
})

test('a fix in a case touches only its question', () => {
  const body = {
    kind: 'case',
    stem: '料',
    items: [
      { ...single, key: [0, 1] },
      { ...single, key: [0, 1] },
    ],
  } as const
  const after = applyFix(itemOf(body), { code: 'makeMultiple', item: 1 })
  expect(after.question?.body).toMatchObject({ items: [{ kind: 'single' }, { kind: 'multiple' }] })
})

test('every text says what to do, in both languages, with the same values', () => {
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted()
  for (const [code, [zh, en]] of Object.entries(problemTexts)) {
    expect(new Set(names(en)), code).toEqual(new Set(names(zh)))
    expect(zh, code).toMatch(/请/)
    expect(zh, code).not.toMatch(/[\u4e00-\u9fff][,;:!?()]|[,;!?()][\u4e00-\u9fff]/)
  }
})
