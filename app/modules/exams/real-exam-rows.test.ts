import { expect, test } from 'vitest'
import { subjectCodes, subjects } from '~/modules/questions/subjects.ts'
import { asPastedText, headingLine, parseResultRows, readSubject } from './real-exam-rows.ts'

const rows = (text: string) => parseResultRows(text, 2026)
const entryOf = (text: string) => rows(text)[0]?.entry ?? rows(text)[0]?.fault

test('every subject is known by its own title, in both languages, and by its code', () => {
  for (const code of subjectCodes) {
    const { title, titleEn } = subjects[code]
    expect([readSubject(title), readSubject(titleEn), readSubject(code)]).toEqual([code, code, code])
  }
})

test.each([
  ['综合能力（初级）', '', 'jz'],
  ['初级实务', '', 'js'],
  ['实务', '助理社会工作师', 'js'],
  ['综合能力', '社会工作师', 'zz'],
  ['法规', '', 'zf'],
  ['高级实务', '', 'gs'],
  ['综合能力（高级）', '', 'unknownSubject'],
  ['综合能力', '', 'whichLevel'],
  ['语文', '', 'unknownSubject'],
  ['', '', 'noSubject'],
])('the subject %j of level %j is %s', (text, level, subject) => {
  expect(readSubject(text, level)).toBe(subject)
})

test.each([
  ['林小满\tzz\t2026\t已考\t72', { subject: 'zz', year: 2026, state: 'sat', points: 72 }],
  ['林小满，初级实务，2025年，，88', { subject: 'js', year: 2025, state: 'sat', points: 88 }],
  ['林小满\tzz\t\t已报名', { subject: 'zz', year: 2026, state: 'registered', points: null }],
  ['林小满\tzz\t2026\t缺考', { subject: 'zz', year: 2026, state: 'absent', points: null }],
  ['林小满\tzz\t2026\t\t缺考', { subject: 'zz', year: 2026, state: 'absent', points: null }],
  ['林小满\tzz\t2026\t\t-1', { subject: 'zz', year: 2026, state: 'absent', points: null }],
  ['林小满\tzz\t2026\t已考', { subject: 'zz', year: 2026, state: 'sat', points: null }],
  ['林小满\tzz\t2026\t合格\t60', { subject: 'zz', year: 2026, state: 'sat', points: 60 }],
  ['林小满\tzz\t2026\t合格', 'passWithoutMark'],
  ['林小满\tzz\t2026\t合格\t59', 'markContradictsResult'],
  ['林小满\tzz\t2026\t未通过\t59', { subject: 'zz', year: 2026, state: 'sat', points: 59 }],
  ['林小满\tzz\t2026\t缺考\t72', 'markWithoutSitting'],
  ['林小满\tzz\t2026\t已报名\t72', 'markWithoutSitting'],
  ['林小满\tzz\t2026\t已考\t72.5', 'halfPoint'],
  ['林小满\tzz\t2026\t已考\t720', 'markInvalid'],
  ['林小满\tzz\t26\t已考\t72', 'badYear'],
  ['林小满\tzz\t2007\t已考\t72', 'badYear'],
  ['林小满\tzz\t2026\t很好\t72', 'badState'],
  ['林小满\tzz\t2026', 'noState'],
  ['林小满\t综合能力\t2026\t已考\t72', 'whichLevel'],
])('%j', (text, entry) => {
  expect(entryOf(text)).toEqual(entry)
})

test('a heading says which column is which, wherever it stands', () => {
  const text = '科目\t成绩\t级别\t用户名\t姓名\n实务\t77\t中级\txueyuan1\t林小满'

  expect(rows(text)).toEqual([
    {
      ...{ line: 2, text: '实务\t77\t中级\txueyuan1\t林小满', name: '林小满', username: 'xueyuan1' },
      entry: { subject: 'zs', year: 2026, state: 'sat', points: 77 },
    },
  ])
  expect(headingLine(text)).toBe('科目\t成绩\t级别\t用户名\t姓名')
  expect(headingLine('林小满\tzz')).toBeNull()
})

test('what stands above the heads is the title of the sheet', () => {
  const text = '第一期：国考 2026\n\n姓名\t科目\t情况\n林小满\tzz\t已报名'
  expect(rows(text)).toMatchObject([{ line: 4, name: '林小满', entry: { state: 'registered' } }])
  expect(headingLine(text)).toBe('姓名\t科目\t情况')
})

test('an empty first cell keeps its place', () => {
  expect(rows('用户名\t姓名\t科目\t成绩\n\t林小满\tzz\t72')).toMatchObject([{ username: '', name: '林小满' }])
})

test('cells of a sheet become lines of the field, empty rows left out, breaks within a cell closed', () => {
  expect(asPastedText([['姓名', '科目'], [], ['', ''], ['林\n小满', 'zz', '', '', '72']])).toBe(
    '姓名\t科目\n林 小满\tzz\t\t\t72',
  )
})
