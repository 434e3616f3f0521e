import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reshape } from './draft-rows.ts'
import type { CaseGroup, Choice, Constructed, Question, QuestionFacts } from './question.ts'
import { draftFrom, draftOf, emptyDraft, type QuestionDraft } from './question-draft.ts'
import { readDraft } from './read-draft.ts'

const facts: QuestionFacts = {
  ...{ subject: 'zs', points: ['goals'], difficulty: 2, source: '原创' },
  laws: [{ name: '《民法典》', article: '第一千零六十二条', validFrom: '2021-01-01', validTo: null }],
}
const single: Choice = {
  ...{ kind: 'single', stem: '最先要做的是：', options: ['接案', '预估', '计划', '结案'], key: [0] },
  explanation: '先接案。',
}
const multiple: Choice = { ...single, kind: 'multiple', options: ['甲', '乙', '丙', '丁', '戊'], key: [0, 2, 4] }
const judgement: Choice = { ...single, kind: 'judgement', options: ['正确', '错误'], key: [1] }
const group: CaseGroup = { kind: 'case', stem: '郁奶奶独居。\n\n她摔过一次。', items: [single, multiple, judgement] }
const constructed: Constructed = {
  ...{ kind: 'constructed', stem: '写一份计划。', outOf: 7, explanation: '要点见采分点。' },
  answerPoints: [
    { text: '需要', halfPoints: 4, accept: ['需求', '问题'] },
    { text: '目标', halfPoints: 3, accept: [] },
  ],
}
const known = new Set(['goals'])

/** As a browser sends it: a name for each field, and line ends of its own. */
function posted(draft: QuestionDraft): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  const write = (name: string, value: unknown): void => {
    if (Array.isArray(value) && (name.endsWith('key') || name === 'points')) values[name] = value.map(String)
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) write(name ? `${name}.${key}` : key, inner)
    } else values[name] = String(value).replaceAll('\n', '\r\n')
  }
  write('', draft)
  return values
}

test.each([single, multiple, judgement, group, constructed])('a $kind comes back from its form as it was', (body) => {
  const question: Question = { body, facts }

  expect(readDraft(draftFrom(posted(draftOf(question))), known)).toEqual({ ok: true, question })
})

test('everything that is missing is said, each at its field', () => {
  const read = readDraft(emptyDraft('zs', 'single'), known)

  expect(read).toEqual({
    ok: false,
    errors: {
      ...{ 'options.0': 'required', 'options.1': 'required', 'options.2': 'required', 'options.3': 'required' },
      ...{ key: 'keyMissing', stem: 'required', explanation: 'required', points: 'knowledgeMissing' },
      source: 'required',
    },
  })
})

test.each<[string, Partial<QuestionDraft>, string, string]>([
  ['two right options of a single choice', { key: ['0', '1'] }, 'key', 'keyOne'],
  ['one right option of a multiple choice', { kind: 'multiple', key: ['0'] }, 'key', 'keyFew'],
  ['nothing but right options', { kind: 'multiple', key: ['0', '1', '2', '3'] }, 'key', 'keyAll'],
  ['the same option twice', { options: ['甲', '乙', ' 甲', '丁'] }, 'options.2', 'optionTwice'],
  ['a key beyond the options', { key: ['7'] }, 'key', 'keyMissing'],
  ['a knowledge point that nobody knows', { points: ['nowhere'] }, 'points', 'knowledgeMissing'],
  [
    'a law that ends before it begins',
    { laws: [law('2021-01-01', '2020-01-01')] },
    'laws.0.validTo',
    'endsBeforeStart',
  ],
  ['a day that does not exist', { laws: [law('2021-02-30', '')] }, 'laws.0.validFrom', 'dayInvalid'],
])('%s is refused', (_case, over, field, code) => {
  const read = readDraft({ ...draftOf({ body: single, facts }), ...over }, known)

  expect(read.ok ? {} : read.errors).toMatchObject({ [field]: code })
})

function law(validFrom: string, validTo: string) {
  return { name: '《民法典》', article: '', validFrom, validTo }
}

test.each([
  ['2', 4, undefined],
  ['１．５', 3, undefined],
  ['', 0, 'required'],
  ['0', 0, 'marksInvalid'],
  ['1.25', 0, 'marksInvalid'],
  ['百', 0, 'marksInvalid'],
])('marks written «%s»', (marks, halfPoints, code) => {
  const draft = draftOf({ body: constructed, facts })
  const read = readDraft({ ...draft, outOf: '1', answerPoints: [{ text: '需要', marks, accept: '' }] }, known)

  if (code) expect(read.ok ? {} : read.errors).toMatchObject({ 'answerPoints.0.marks': code })
  else expect(read).toMatchObject({ question: { body: { answerPoints: [{ halfPoints }] } } })
})

test('answer points that do not reach the full marks are refused at the full marks', () => {
  const read = readDraft({ ...draftOf({ body: constructed, facts }), outOf: '4' }, known)

  expect(read).toMatchObject({ ok: false, errors: { outOf: 'marksShort' } })
})

test('an option is added at the end, and the cursor goes there', () => {
  const draft = draftOf({ body: single, facts })

  expect(reshape(draft, 'add:options')).toMatchObject({
    draft: { options: ['接案', '预估', '计划', '结案', ''], key: ['0'] },
    focus: 'options.4',
  })
})

test('the marks of right options move with them when another is dropped', () => {
  const draft = draftOf({ body: multiple, facts })

  expect(reshape(draft, 'drop:options.1')?.draft).toMatchObject({
    options: ['甲', '丙', '丁', '戊'],
    key: ['0', '1', '3'],
  })
  expect(reshape(draft, 'drop:options.2')?.draft).toMatchObject({ options: ['甲', '乙', '丁', '戊'], key: ['0', '3'] })
})

test('questions of a case come, go and change their kind, each with its own options', () => {
  const draft = draftOf({ body: group, facts })

  expect(reshape(draft, 'add:items:judgement')).toMatchObject({
    draft: { items: [{}, {}, {}, { kind: 'judgement', options: ['正确', '错误'] }] },
    focus: 'items.3.stem',
  })
  expect(reshape(draft, 'add:items.0.options')).toMatchObject({ focus: 'items.0.options.4' })
  expect(reshape(draft, 'drop:items.1.options.0')?.draft.items[1]).toMatchObject({ key: ['1', '3'] })
  expect(reshape(draft, 'kind:items.0:multiple')?.draft.items[0]).toMatchObject({ kind: 'multiple', key: ['0'] })
  expect(reshape(draft, 'drop:items.0')?.draft.items.map(({ kind }) => kind)).toEqual(['multiple', 'judgement'])
})

test('a judgement keeps its two options, and nothing goes below two', () => {
  expect(reshape(draftOf({ body: judgement, facts }), 'add:options')).toBeUndefined()
  const two = { ...draftOf({ body: single, facts }), options: ['甲', '乙'] }
  expect(reshape(two, 'drop:options.0')).toBeUndefined()
})

test('other intents are none of its business', () => {
  const draft = draftOf({ body: single, facts })

  for (const intent of ['save', 'propose', '', 'add', 'add:nothing', 'drop:', 'kind::case', 'drop:items.9.options.1']) {
    expect(reshape(draft, intent), intent).toBeUndefined()
  }
})

test('whatever is posted, a draft comes of it, and rows never grow past their limits', () => {
  const names = fc.constantFrom(
    'stem',
    'options.0',
    'options.99',
    'items.3.stem',
    'items.x',
    'key',
    'laws.1.name',
    'kind',
  )
  fc.assert(
    fc.property(fc.dictionary(names, fc.string()), (values) => {
      const draft = draftFrom(values)
      readDraft(draft, known)
      expect(draft.options.length).toBeLessThanOrEqual(10)
    }),
  )
})
