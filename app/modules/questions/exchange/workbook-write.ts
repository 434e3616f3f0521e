import { type Choice, lettersOf, type QuestionBody, type QuestionFacts } from '../question.ts'
import { isSubject, subjects } from '../subjects.ts'
import { writeLaws } from './law-text.ts'
import type { ExportedQuestion } from './staged-item.ts'
import { columnHeads, type WorkbookColumn } from './workbook-columns.ts'

/** The columns in the order of the sheet: the options stand between stem and key. */
export const columnsBefore: readonly WorkbookColumn[] = ['rowKey', 'kind', 'stem']
export const columnsAfter: readonly WorkbookColumn[] = [
  ...(['key', 'explanation', 'marks', 'points', 'difficulty', 'source', 'laws', 'subject'] as const),
]
export const leastOptions = 6

type Row = Partial<Readonly<Record<WorkbookColumn, string>>> & { readonly options?: readonly string[] }

export const kindWords = {
  single: '单选题',
  multiple: '多选题',
  judgement: '判断题',
  case: '案例题',
  constructed: '主观题',
  point: '采分点',
} as const

/** The head and a row for each question; what belongs to one stands in the rows beneath it, with its key. */
export function workbookTexts(questions: readonly ExportedQuestion[]): ReadonlyArray<readonly string[]> {
  const rows = questions.flatMap(rowsOf)
  const width = Math.max(leastOptions, ...rows.map(({ options }) => options?.length ?? 0))
  const letters = Array.from({ length: width }, (_, at) => `选项${lettersOf([at])}`)
  const head = [
    ...columnsBefore.map((one) => columnHeads[one]),
    ...letters,
    ...columnsAfter.map((one) => columnHeads[one]),
  ]
  return [head, ...rows.map((row) => textsOf(row, width))]
}

function textsOf(row: Row, width: number): readonly string[] {
  const options = Array.from({ length: width }, (_, at) => row.options?.[at] ?? '')
  return [...columnsBefore.map((one) => row[one] ?? ''), ...options, ...columnsAfter.map((one) => row[one] ?? '')]
}

function rowsOf({ rowKey, question: { body, facts } }: ExportedQuestion): readonly Row[] {
  const [first = {}, ...others] = rowsOfBody(body)
  return [{ ...first, ...factTexts(facts) }, ...others].map((row) => ({ ...row, rowKey }))
}

function rowsOfBody(body: QuestionBody): readonly Row[] {
  switch (body.kind) {
    case 'case':
      return [{ kind: kindWords.case, stem: body.stem }, ...body.items.map(choiceRow)]
    case 'constructed': {
      const { stem, outOf, explanation } = body
      const points = body.answerPoints.map(({ text, halfPoints, accept }) => ({
        ...{ kind: kindWords.point, stem: text, marks: String(halfPoints / 2), options: accept },
      }))
      return [{ kind: kindWords.constructed, stem, explanation, marks: String(outOf / 2) }, ...points]
    }
    default:
      return [choiceRow(body)]
  }
}

function choiceRow({ kind, stem, options, key, explanation }: Choice): Row {
  const row = { kind: kindWords[kind], stem, explanation }
  const word = key[0] === undefined ? '' : (options[key[0]] ?? '')
  return kind === 'judgement' ? { ...row, key: word } : { ...row, options, key: lettersOf(key) }
}

function factTexts({ subject, points, difficulty, source, laws }: QuestionFacts): Row {
  return {
    ...{ source, points: points.join('\n'), difficulty: String(difficulty), laws: writeLaws(laws) },
    subject: isSubject(subject) ? subjects[subject].title : subject,
  }
}

/** The first sheet of the template: how to fill in the second. One line to a row, so that no reader takes it for questions. */
export const instructions: readonly string[] = [
  '题库导入模板：填写说明',
  '请在第二张表“题目”里填写，一行一题。不要改第一行的表头；可以在“选项F”后面再加“选项G”等列。',
  '编号：自己定，每题不同，例如 ZX-001。以后改了题再导入同一个编号，就是更新那一题。可以不填。',
  '题型：单选题、多选题、判断题、案例题、主观题。不填时，一个答案按单选题，几个答案按多选题。',
  '题干：必填。可以换行（Alt+Enter）。表格写成几行“| 甲 | 乙 |”。',
  '选项：从选项A起依次填写，中间不要空。判断题不用填选项。',
  '答案：写字母，例如 B 或 ACD；判断题写“正确”或“错误”。',
  '案例题：第一行的题型写“案例题”，题干写共用的材料；小题写在下面几行，编号都与案例题相同，题型写单选题或多选题。',
  '主观题：第一行的题型写“主观题”，分值写满分；下面每行一个采分点，编号与主观题相同，题型写“采分点”，题干写要点，分值写这一点的分；其他说法写在选项A、选项B里。也可以把要点直接写在主观题的“答案”里，每行一点，末尾注明分值，例如“评估需求（4分）”。',
  '知识点：写大纲里的名称；有几个时每行一个，或用顿号隔开。',
  '难度：1（很易）到 5（很难），也可以写易、中、难。不填按 3。',
  '法条：每行一条，写成“法律名称 | 第几条 | 开始日期 | 失效日期”，日期写成 2021-01-01，没有就空着。',
  '科目：不填时按导入页面上选的科目。',
  '单元格都是文本格式。以 = + - @ 开头的文字，导出时前面会加一个单引号，导入时自动去掉。',
]
