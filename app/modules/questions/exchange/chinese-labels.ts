import type { SourceLine } from './source-lines.ts'

/*
 * «答案:», «【解析】», «考点:» and their kin. A label in square brackets counts wherever it stands; one with a colon at the
 * beginning of a line and, when it cannot be part of a sentence, after a blank.
 */
export type Label =
  | ('key' | 'points' | 'explanation' | 'point' | 'difficulty' | 'source' | 'law' | 'rowKey' | 'marks' | 'kind')
  | ('ask' | 'stem' | 'others')

export type LabelledPart = { readonly label: Label | null; readonly from: number; readonly to: number }

const names: ReadonlyArray<readonly [Label, string]> = [
  ['points', '采分点|评分标准|评分要点|评分细则|给分点|得分点|答案要点|答题要点|参考要点|参考答案要点|答题思路要点'],
  [
    'explanation',
    '答案解析|参考解析|试题解析|题目解析|解题思路|答题解析|详细解析|考点解析|解析|详解|解答|名师点拨|名师解析|点评|分析|讲解',
  ],
  ['others', '我的答案|你的答案|考生答案|学生答案|您的答案|得分|我的得分'],
  [
    'key',
    '(?:正确|参考|标准|本题|试题)?(?:的)?(?:答案|选项)(?:及解析|与解析|和解析)?|标答|答|Answer|ANSWER|answer|Key',
  ],
  ['point', '考点|知识点|考查点|考核点|考查知识点|考核知识点|考查内容|所属章节|章节|所属知识点|知识模块'],
  ['difficulty', '难度|难易度|难易程度|难度系数|难度等级|试题难度'],
  ['source', '来源|出处|题目来源|试题来源|真题来源|年份'],
  ['law', '法条|法律依据|法规依据|政策依据|依据法条|相关法条'],
  ['rowKey', '编号|题目编号|试题编号|题号|ID|id'],
  ['marks', '分值|分数|满分|本题分值'],
  ['kind', '题型|题目类型|试题类型|类型'],
  ['stem', '题干|题目|题目内容|试题内容|试题'],
  ['ask', '问题|提问|要求|请回答|请问'],
]
const inline: readonly Label[] = ['key', 'explanation', 'point', 'difficulty', 'points', 'source', 'law', 'others']
/** Words of every sentence: they are labels only where a line begins with them. */
const notInline = /^(?:选项|答|解答|分析|点评|讲解|年份|来源|出处|章节|得分|Answer|ANSWER|answer|Key)$/

const all = names.map(([, words]) => words).join('|')
const bracketed = new RegExp(`[【\\[]\\s*(${all})\\s*[】\\]]\\s*[:：]?\\s*`, 'g')
const beginning = new RegExp(`^[(]?\\s*(${all})\\s*\\)?\\s*(?::|是:|为:)\\s*`)
const within = new RegExp(`(?<=[\\s。;.)])(${all})\\s*(?::|为:|是:)\\s*`, 'g')
/** «答案 A», «答案选B», «答案» alone, «解析» alone. */
const loose =
  /^((?:正确|参考|标准)?答案)\s*(?:是|为|选)?\s*(?=[(]?\s*[A-Z](?:$|[^a-z])|[√×✓✗✔✘]|对|错|正确|错误|$)|^(解析|采分点|答案解析|评分标准|评分要点)\s*$/

function labelOf(word: string): Label | null {
  return names.find(([, words]) => new RegExp(`^(?:${words})$`).test(word))?.[0] ?? null
}

/** The line in parts, in order; the first may have no label. */
export function labelledParts({ folded }: SourceLine): readonly LabelledPart[] {
  const starts = labelStarts(folded)
  const [first] = starts
  if (!first) return [{ label: null, from: 0, to: folded.length }]
  const parts = starts.map(({ label, from }, at) => ({ label, from, to: starts[at + 1]?.at ?? folded.length }))
  return first.at > 0 ? [{ label: null, from: 0, to: first.at }, ...parts] : parts
}

type Start = { readonly label: Label; readonly at: number; readonly from: number }

function labelStarts(folded: string): readonly Start[] {
  const found: Start[] = []
  const add = (match: RegExpMatchArray | null, isAllowed: (label: Label, word: string) => boolean) => {
    const word = match?.[1] ?? match?.[2] ?? ''
    const label = labelOf(word)
    if (!match || !label || !isAllowed(label, word)) return
    const at = match.index ?? 0
    const isTaken = found.some((one) => at < one.from && at + match[0].length > one.at)
    if (!isTaken) found.push({ label, at, from: at + match[0].length })
  }
  for (const match of folded.matchAll(bracketed)) add(match, (label) => label !== 'ask' || match.index === 0)
  add(beginning.exec(folded), () => true)
  add(loose.exec(folded), () => true)
  for (const match of folded.matchAll(within))
    add(match, (label, word) => inline.includes(label) && !notInline.test(word))
  return found.toSorted((a, b) => a.at - b.at)
}

/** «易», «较难», «★★★», «0.65» (the share that gets it right), «3» → 1 to 5. */
export function difficultyOf(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s。.;；]+$/g, '')
    .trim()
  const stars = [...plain].filter((one) => one === '★' || one === '⭐').length
  if (stars > 0) return Math.min(5, stars)
  const number = /^(?:P\s*=\s*)?(\d(?:\.\d+)?)(?:\s*[级星]|\/5)?$/.exec(plain)?.[1]
  if (number?.includes('.')) return Number(number) <= 1 ? 1 + Math.round((1 - Number(number)) * 4) : null
  if (number) return Number(number) >= 1 && Number(number) <= 5 ? Number(number) : null
  const words = [
    /^(?:很|极|非常)(?:容?易|简单)/,
    /^(?:较|比较|偏)?(?:容?易|简单|低)/,
    /^(?:中|一般|适中|普通)/,
    /^(?:较|比较|偏|稍|困)?(?:难|高)/,
    /^(?:很|极|非常)难/,
  ]
  const at = words.findIndex((word) => word.test(plain))
  return at < 0 ? null : at + 1
}
