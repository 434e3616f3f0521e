/*
 * The columns of our template, and what other sheets call them. Heads are compared without blanks, stars and brackets.
 */
export type WorkbookColumn =
  | (
      | 'rowKey'
      | 'kind'
      | 'stem'
      | 'key'
      | 'explanation'
      | 'marks'
      | 'points'
      | 'difficulty'
      | 'source'
      | 'laws'
      | 'subject'
    )
  | 'number'

export const columnHeads: Readonly<Record<WorkbookColumn, string>> = {
  rowKey: '编号',
  kind: '题型',
  stem: '题干',
  key: '答案',
  explanation: '解析',
  marks: '分值',
  points: '知识点',
  difficulty: '难度',
  source: '来源',
  laws: '法条',
  subject: '科目',
  number: '序号',
}

const otherHeads: Readonly<Record<WorkbookColumn, RegExp>> = {
  rowKey: /^(?:试题|题目)?(?:编号|编码|ID)$/i,
  kind: /^(?:试题|题目)?(?:题型|类型|题目类型|试题类型)$/,
  stem: /^(?:试题|题目)?(?:题干|题目|内容|题目内容|试题内容|问题|标题)$/,
  key: /^(?:正确|参考|标准)?答案$/,
  explanation: /^(?:答案|试题|题目)?(?:解析|解释|说明)$/,
  marks: /^(?:分值|分数|得分|满分)$/,
  points: /^(?:考点|知识点|所属知识点|标签|章节)$/,
  difficulty: /^(?:难度|难易度|难度等级|难易程度)$/,
  source: /^(?:来源|出处|试题来源)$/,
  laws: /^(?:法条|法律依据|法规依据)$/,
  subject: /^(?:科目|学科|所属科目)$/,
  number: /^(?:序号|题号)$/,
}

/** What a column holds: one of ours, or an option by its index. */
export type Heading = { readonly column: WorkbookColumn } | { readonly option: number } | null

export function headingOf(text: string): Heading {
  const plain = text.normalize('NFKC').replace(/[\s*:]|\([^)]*\)/g, '')
  const option =
    /^(?:备?选项|答案选项)?([A-Z])(?:选项|项)?$/i.exec(plain) ?? /^(?:备?选项|答案选项)(\d{1,2})$/.exec(plain)
  if (option?.[1]) {
    const sign = option[1].toUpperCase()
    return { option: /\d/.test(sign) ? Number(sign) - 1 : sign.charCodeAt(0) - 65 }
  }
  const found = Object.entries(otherHeads).find(([, pattern]) => pattern.test(plain))
  return found && isColumn(found[0]) ? { column: found[0] } : null
}

function isColumn(name: string): name is WorkbookColumn {
  return name in columnHeads
}

/** The row is the head when it names a stem and at least a kind, a key or two options. */
export function isHeadRow(headings: readonly Heading[]): boolean {
  const has = (name: WorkbookColumn) =>
    headings.some((heading) => heading && 'column' in heading && heading.column === name)
  const options = headings.filter((heading) => heading && 'option' in heading).length
  return has('stem') && (has('kind') || has('key') || options >= 2)
}

/*
 * A text that a spreadsheet would calculate begins with an apostrophe; the reader takes it away again. A text that had one
 * itself gets a second, so that what comes back is what went out.
 */
const dangerous = /^'*[\s\p{Cf}]*[=+\-@＝＋－＠|%\t]/u

export function neutralCell(text: string): string {
  return dangerous.test(text) ? `'${text}` : text
}

export function restoredCell(text: string): string {
  return text.startsWith("'") && dangerous.test(text) ? text.slice(1) : text
}
