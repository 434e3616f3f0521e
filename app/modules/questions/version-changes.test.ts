import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Choice, Question } from './question.ts'
import { changesBetween, middleOf } from './version-changes.ts'

const body: Choice = {
  ...{
    kind: 'single',
    stem: '最先做什么？',
    options: ['接案', '预估', '计划', '结案'],
    key: [0],
    explanation: '先接案。',
  },
}
const facts = { subject: 'zs', points: ['goals'], difficulty: 2, source: '原创', laws: [] }
const question: Question = { body, facts }
const changed = (over: Partial<Choice>) => changesBetween(question, { body: { ...body, ...over }, facts })

test('equal versions differ in nothing', () => {
  expect(changesBetween(question, structuredClone(question))).toEqual([])
})

test.each<[string, readonly unknown[], readonly unknown[]]>([
  [
    'an option',
    changed({ options: ['接案', '评估', '计划', '结案'] }),
    [{ field: 'option', at: 'B', before: '预估', after: '评估' }],
  ],
  ['the key', changed({ key: [2] }), [{ field: 'key', at: '', before: 'A', after: 'C' }]],
  [
    'an option more',
    changed({ options: [...body.options, '转介'] }),
    [{ field: 'option', at: 'E', before: '', after: '转介' }],
  ],
  [
    'an option less',
    changed({ options: ['接案', '预估', '计划'] }),
    [{ field: 'option', at: 'D', before: '结案', after: '' }],
  ],
])('%s is named where it stands', (_case, found, expected) => {
  expect(found).toEqual(expected)
})

test('in a case it is said in which of its questions', () => {
  const group = (second: Choice): Question => ({
    body: { kind: 'case', stem: '郁奶奶独居。', items: [body, second] },
    facts,
  })

  expect(changesBetween(group(body), group({ ...body, key: [1] }))).toEqual([
    { field: 'key', at: '2', before: 'A', after: 'B' },
  ])
})

test('facts and laws are part of a version', () => {
  const law = { name: '《慈善法》', article: '第三条', validFrom: '2024-09-05', validTo: null }
  const after = { body, facts: { ...facts, difficulty: 4, laws: [law] } }

  expect(changesBetween(question, after).map(({ field, after: now }) => `${field} ${now}`)).toEqual([
    'law 《慈善法》第三条 · 2024-09-05',
    'difficulty 4',
  ])
})

test('head, middle and tail make both texts again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const { head, removed, added, tail } = middleOf(before, after)
      expect([head + removed + tail, head + added + tail]).toEqual([before, after])
    }),
  )
})
