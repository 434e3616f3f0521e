import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lettersOf } from '../question.ts'
import { readGift } from './gift.ts'

const sample = readFileSync('tests/fixtures/questions/15-moodle.gift', 'utf8')
const read = (text: string) => readGift(text, { subject: 'zs' })
const only = (text: string) => read(text)[0]

test('a file of every construct: what we hold is read, the rest is named one by one', () => {
  const items = read(sample)
  expect(
    items.map(({ question, problems }) => question?.body.kind ?? problems.map(({ values }) => values?.kind).join()),
  ).toEqual([
    'single',
    'multiple',
    'judgement',
    'judgement',
    'constructed',
    'matching',
    'numerical',
    'short answer',
    'missing word',
    'description',
    'single',
    'multiple',
  ])
  expect(items.map(({ line }) => line)).toEqual([...items.map(({ line }) => line)].sort((a, b) => a - b))
})

test('a single choice: title and comments aside, feedback goes to the explanation', () => {
  expect(read(sample)[0]).toMatchObject({
    rowKey: 'GS-1',
    question: {
      body: {
        kind: 'single',
        stem: '个案工作的第一步是什么？',
        options: ['接案', '预估', '结案'],
        key: [0],
        explanation: '通则模式从接案开始。\nA：对了\nB：这是第二步',
      },
    },
  })
})

test('a multiple choice by weights', () => {
  const body = read(sample)[1]?.question?.body
  expect(body).toMatchObject({ kind: 'multiple', options: ['家访', '面谈', '推销', '广告'], key: [0, 1] })
})

test('every escape is the sign itself', () => {
  const body = only('::甲\\:乙::1 \\= 1 \\~ \\# \\{x\\} \\:\\nC\\:\\\\dir {\n=a\\=b\n~c\\~d#\\#1\n}')?.question?.body
  expect(body).toMatchObject({
    stem: '1 = 1 ~ # {x} :\nC:\\dir',
    options: ['a=b', 'c~d'],
    explanation: 'B：#1',
  })
})

test('HTML becomes text with its lines, tables and entities', () => {
  const html = '[html]<p>甲<br>乙 &amp\\; 丙</p><table><tr><td>一</td><td>二</td></tr></table>{T}'.replace('\\;', ';')
  expect(only(html)?.question?.body.stem).toBe('甲\n乙 & 丙\n| 一 | 二 |')
})

test('true and false in all their forms', () => {
  const keys = ['{T}', '{TRUE}', '{true}', '{F}', '{FALSE#不对#对}'].map((end) => only(`题${end}`)?.question?.body)
  expect(keys.map((body) => body?.kind === 'judgement' && lettersOf(body.key))).toEqual(['A', 'A', 'A', 'B', 'B'])
})

test('unequal weights are said to be lost', () => {
  const item = only('题{~%70%甲 ~%30%乙 ~%-50%丙}')
  expect(item?.question?.body).toMatchObject({ kind: 'multiple', key: [0, 1] })
  expect(item?.problems.map(({ code }) => code)).toContain('weightsIgnored')
})

test('an essay of elsewhere takes its points from what is said in general', () => {
  const item = only('试述三个角色。{####1. 使能者（2分）\n2. 倡导者（2分）\n3. 教育者（1分）}')
  expect(item?.question?.body).toMatchObject({
    kind: 'constructed',
    outOf: 10,
    answerPoints: [
      { text: '使能者', halfPoints: 4 },
      { text: '倡导者', halfPoints: 4 },
      { text: '教育者', halfPoints: 2 },
    ],
  })
})

test('a brace that does not close costs one question, not the file', () => {
  const items = read('::甲::题{=a ~b\n\n::乙::题{=a ~b}\n\n丙题{T}')
  expect(items.map(({ problems }) => problems.map(({ code }) => code).includes('syntax'))).toEqual([true, false, false])
})

test('a blank line inside braces is forgiven', () => {
  expect(only('::甲::题{\n=a\n\n~b\n}')?.question?.body).toMatchObject({ options: ['a', 'b'] })
})

test('tags and the last part of a category become points when the syllabus knows them', () => {
  const findPoint = (name: string) => (name === '个案工作' ? 'casework' : null)
  const [item] = readGift('$CATEGORY: $course$/题库/个案工作\n\n// [tag:小组]\n题{T}', { subject: 'zs', findPoint })
  expect(item?.question?.facts.points).toEqual(['casework'])
})
