import { expect, test } from 'vitest'
import { isAiken, readAiken } from './aiken.ts'

const read = (text: string) => readAiken(text, { subject: 'zs' })

test('questions with their options and answers', () => {
  const items = read(
    'What is case work?\nA. One to one\nB) With groups\nANSWER: A\n\n社区工作的对象是\nA) 个人\nB) 小组\nC) 社区\nD) 机关\nANSWER: C\n',
  )
  expect(items.map(({ line, question }) => [line, question?.body])).toMatchObject([
    [1, { kind: 'single', stem: 'What is case work?', options: ['One to one', 'With groups'], key: [0] }],
    [6, { stem: '社区工作的对象是', options: ['个人', '小组', '社区', '机关'], key: [2] }],
  ])
  expect(isAiken('题\nA. 甲\nB. 乙\nANSWER: B')).toBe(true)
  expect(isAiken('1. 题\nA. 甲\nB. 乙\n答案：B')).toBe(false)
})

test('several letters make a multiple choice, and lines of a stem stay lines', () => {
  expect(read('甲\n乙\nA. 1\nB. 2\nC. 3\nANSWER: A, C')[0]?.question?.body).toMatchObject({
    kind: 'multiple',
    stem: '甲\n乙',
    key: [0, 2],
  })
})

test('a lost answer, a strange one and a stray line are said, and the rest is read', () => {
  const items = read('甲\nA. 1\nB. 2\n乙\nA. 1\nB. 2\nANSWER: ?\n丙\nA. 1\nC. 2\nANSWER: A\n一行说明')
  expect(
    items.map(({ problems }) =>
      problems.filter(({ code }) => code !== 'optionCount').map(({ code, line }) => `${line} ${code}`),
    ),
  ).toEqual([['1 keyMissing'], ['7 keyUnreadable'], ['10 optionGap'], ['12 strayText']])
})
