import fc from 'fast-check'
import type { ExportedQuestion } from '~/modules/questions/exchange/staged-item.ts'
import { judgementOptions } from '~/modules/questions/pack.ts'
import type { Choice, LawReference, QuestionBody, QuestionFacts } from '~/modules/questions/question.ts'
import { subjectCodes } from '~/modules/questions/subjects.ts'

/* Questions as nobody would write them: Chinese with every sign that GIFT, XML or a spreadsheet takes for its own. */
const signs = [...'~=#{}:\\<>&"\'%[]()|@+-/*_^$!?,.;`，。；：（）“”《》【】、—…'] as const
const words = [
  '社会工作',
  '社区',
  '小组',
  '个案',
  '服务对象',
  '甲',
  '乙',
  '丙',
  '的',
  '是',
  'A',
  'B',
  'case',
  '1',
  '2.5',
  '𠮷',
  '😀',
] as const
const traps = [
  '=1+1',
  '-3',
  '@SUM',
  '//',
  '::',
  '\\n',
  '\\\\',
  '&amp;',
  '<b>',
  ']]>',
  '_x000D_',
  '%50%',
  '->',
  '####',
  "'=",
  '[html]',
  '$CATEGORY:',
  '{T}',
  'ANSWER: B',
] as const

/** Records with the usual prototype, so that they equal what is read back. */
function recordOf<T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>
}

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.constantFrom(...signs) },
  { weight: 2, arbitrary: fc.constantFrom(...traps) },
  { weight: 1, arbitrary: fc.constant(' ') },
)

/** One line, with something on it, and no blanks at its ends. */
export const lineOfText = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join('').trim())
  .filter((text) => text !== '')

export const textOfLines = fc.array(lineOfText, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
const textOrNone = fc.oneof(fc.constant(''), textOfLines)

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

function choice(kind: 'single' | 'multiple'): fc.Arbitrary<Choice> {
  const options = fc.uniqueArray(textOfLines, { minLength: 3, maxLength: 7, selector: plain })
  const places = { first: fc.nat(20), step: fc.nat(20) }
  return recordOf({ stem: textOfLines, options, explanation: textOrNone, ...places }).map((all) => {
    const { stem, explanation, first, step } = all
    const count = all.options.length
    const one = first % count
    const other = (one + 1 + (step % (count - 1))) % count
    const key = kind === 'single' ? [one] : [one, other].toSorted((a, b) => a - b)
    return { kind, stem, options: all.options, explanation, key }
  })
}

const judgement = recordOf({ stem: textOfLines, explanation: textOrNone, isTrue: fc.boolean() }).map(
  ({ stem, explanation, isTrue }): Choice => ({
    kind: 'judgement',
    stem,
    options: judgementOptions,
    key: [isTrue ? 0 : 1],
    explanation,
  }),
)

const anyChoice = fc.oneof(choice('single'), choice('multiple'), judgement)

const caseGroup = recordOf({ stem: textOfLines, items: fc.array(anyChoice, { minLength: 1, maxLength: 4 }) }).map(
  ({ stem, items }): QuestionBody => ({ kind: 'case', stem, items }),
)

const answerPoint = recordOf({
  text: textOfLines,
  halfPoints: fc.integer({ min: 1, max: 20 }),
  accept: fc.array(textOfLines, { maxLength: 3 }),
})

const constructed = recordOf({
  stem: textOfLines,
  answerPoints: fc.array(answerPoint, { minLength: 1, maxLength: 4 }),
  explanation: textOrNone,
}).map(({ stem, answerPoints, explanation }): QuestionBody => {
  const sum = answerPoints.reduce((total, { halfPoints }) => total + halfPoints, 0)
  return { kind: 'constructed', stem, answerPoints, outOf: Math.max(1, sum - 1), explanation }
})

const day = fc.constantFrom(null, '2021-01-01', '2027-12-31')
const law: fc.Arbitrary<LawReference> = recordOf({
  name: lineOfText,
  article: fc.constantFrom('', '第三条', '第一千零六十二条', '第|条'),
  validFrom: day,
  validTo: day,
})

const facts: fc.Arbitrary<QuestionFacts> = recordOf({
  subject: fc.constantFrom(...subjectCodes),
  points: fc.uniqueArray(fc.constantFrom('roles', 'party-leadership', 'values', 'needs-theories'), { maxLength: 3 }),
  difficulty: fc.integer({ min: 1, max: 5 }),
  source: fc.oneof(fc.constant(''), lineOfText),
  laws: fc.array(law, { maxLength: 2 }),
})

/** Several questions, each with a key of its own. */
export const exportedQuestions: fc.Arbitrary<readonly ExportedQuestion[]> = fc
  .array(recordOf({ body: fc.oneof(anyChoice, caseGroup, constructed), facts }), { minLength: 1, maxLength: 4 })
  .map((questions) => questions.map((question, at) => ({ rowKey: `ZX-${at + 1}`, question })))
