/*
 * The marks by which Chinese exam papers order themselves: heads of sections, numbers of questions, heads of cases, page
 * numbers. All expressions look at folded text (`fold` of source-lines.ts): half-width signs, Latin letters.
 */
export type SectionKind =
  | 'single'
  | 'multiple'
  | 'indefinite'
  | 'judgement'
  | 'case'
  | 'constructed'
  | 'blank'
  | 'other'

export type SectionHead = {
  readonly kind: SectionKind
  /** what follows the name of the kind: «(每题2分)», or the keys themselves in a list of answers */
  readonly rest: string
  /** what each question is worth, when the head says so */
  readonly halfPointsEach: number | null
  readonly isOfAnswers: boolean
}

const kindNames: ReadonlyArray<readonly [SectionKind, string]> = [
  ['indefinite', '不定项选择|不定向选择|不定项|单选或多选'],
  ['single', '单项选择|单选|单项'],
  ['multiple', '多项选择|多选|多项'],
  ['judgement', '判断正误|判断对错|判断说理|判断|是非|对错'],
  ['case', '案例分析|案例选择|案例|材料分析|材料|综合分析|综合选择|情景分析|情境分析|共用题干(?:单选|多选|选择)?'],
  ['blank', '填空'],
  ['constructed', '简答|简述|论述|问答|辨析|分析|方案设计|设计|主观|名词解释|综合|应用|写作|非选择'],
  ['other', '连线|匹配|配对|配伍|排序|完形填空'],
  ['indefinite', '客观选择|选择'],
]
const anyKind = kindNames.map(([, names]) => names).join('|')
const hanzi = '[一二三四五六七八九十]{1,3}'
const sectionPrefix = `(?:第?${hanzi}(?:部分|大题|章|节|、|\\.|:|,|\\)|\\s)?\\s*|\\(${hanzi}\\)[、.:]?\\s*|[IVX]{1,4}[、.]\\s*|[ⅠⅡⅢⅣⅤⅥ][、.]?\\s*|第\\d+(?:部分|大题)[、.:]?\\s*|\\d{1,2}[、.]\\s*|[★◆■●#※]+\\s*)`
const sectionPattern = new RegExp(`^(${sectionPrefix})?([【\\[<{]?)\\s*(${anyKind})(类?试?题型?)?\\s*([】\\]>}]?)(.*)$`)

export function kindNamed(name: string): SectionKind | null {
  return kindNames.find(([, names]) => new RegExp(`^(?:${names})$`).test(name))?.[0] ?? null
}

export function sectionHead(folded: string): SectionHead | null {
  const found = sectionPattern.exec(folded)
  if (!found) return null
  const [, prefix = '', open = '', name = '', noun = '', , after = ''] = found
  const kind = kindNamed(name)
  const rest = after.trim()
  if (!kind || !isHeadRest(rest, prefix !== '', noun !== '' || open !== '')) return null
  // «案例一» and «材料:» head one case, not a section of them; «1. 分析» is a question.
  if (noun === '' && (kind === 'case' || kind === 'constructed') && open === '' && !/^$|^\(共|^\(每/.test(rest))
    return null
  if (noun === '' && kind === 'case' && (open !== '' || prefix === '')) return null
  if (/^\d/.test(prefix) && noun === '') return null
  const each = /(?:每小?题|各)\s*(?:计|得)?\s*(\d+(?:\.5)?)\s*分/.exec(rest)?.[1]
  return { kind, rest, halfPointsEach: each ? Number(each) * 2 : null, isOfAnswers: /答案|解析/.test(rest) }
}

function isHeadRest(rest: string, hasPrefix: boolean, isNamed: boolean): boolean {
  if (rest === '') return hasPrefix || isNamed
  if (/^(?:参考|标准|正确)?答案(?:及|与|和)?(?:解析)?\s*[:)]?/.test(rest)) return isNamed
  if (/^[(【[:,。、;]/.test(rest))
    return hasPrefix ? true : /^[(【[]/.test(rest) ? isNote(rest) : isNamed && /^:/.test(rest)
  return isNamed && (hasPrefix || /^\s*(?:共|每|本)/.test(rest)) && /^\s*(?:共|每|本|\d+|部分|第|以下|下列)/.test(rest)
}

/** «(共60题,每题1分。…)», and not «(多选题)下列…». */
function isNote(rest: string): boolean {
  return /^[(【[][^)】\]]*(?:分|题|共|\d+|答案|选|错|对)[^)】\]]*[)】\]]?[。.:;]?$/.test(rest)
}

export type NumberStyle = 'plain' | 'round' | 'square' | 'counted' | 'hanzi' | 'asked' | 'bare'
export type NumberMark = {
  readonly style: NumberStyle
  readonly number: number
  /** where the text after the mark begins */
  readonly end: number
  /** a key, or its empty bracket, before the number: «( A )1.» */
  readonly before: string | null
}

const numberPatterns: ReadonlyArray<readonly [NumberStyle, RegExp]> = [
  ['counted', /^(?:第\s*(\d{1,4})\s*[题道]|题目?\s*(\d{1,4}))\s*[.、:,)]?\s*/],
  ['square', /^[【[]\s*第?\s*(\d{1,4})\s*题?\s*[】\]]\s*[.、:]?\s*/],
  ['round', /^\(\s*(\d{1,4})\s*\)\s*[.、:]?\s*/],
  ['asked', /^(?:问题|小题|提问|问)\s*(\d{1,2})\s*[.、:,)]\s*/],
  [
    'plain',
    /^[*★]?(\d{1,4})\s*(?:[、)]|:(?!\d)|,(?!\d)|\.(?!\d)|\.(?=(?:19|20)\d\d\s*年)|\.(?=\d+\s*(?:岁|名|位|个|月)))\s*/,
  ],
  ['bare', /^(\d{1,3})\s+(?=[\u4e00-\u9fff“(《])/],
]
const bracketBefore = /^\(\s*([A-Z](?:[\s,、]*[A-Z])*|√|×|✓|✗|对|错|正确|错误|T|F)?\s*\)\s*(?=\d{1,4}\s*[.、)])/

export function numberMark(folded: string): NumberMark | null {
  const bracket = bracketBefore.exec(folded)
  const skipped = bracket?.[0].length ?? 0
  const rest = folded.slice(skipped)
  for (const [style, pattern] of numberPatterns) {
    const found = pattern.exec(rest)
    if (found) {
      const number = Number(found[1] ?? found[2])
      return { style, number, end: skipped + found[0].length, before: bracket ? (bracket[1] ?? '') : null }
    }
  }
  return enclosedNumber(folded) ?? hanziNumber(folded)
}

/** ⒈ and ⑴ are one sign each. */
function enclosedNumber(folded: string): NumberMark | null {
  const code = folded.charCodeAt(0)
  const end = folded.length - folded.slice(1).trimStart().length
  if (code >= 0x2488 && code <= 0x249b) return { style: 'plain', number: code - 0x2487, end, before: null }
  return code >= 0x2474 && code <= 0x2487 ? { style: 'round', number: code - 0x2473, end, before: null } : null
}

function hanziNumber(folded: string): NumberMark | null {
  const found = new RegExp(`^(?:第(${hanzi})题[.、:,]?|(${hanzi})\\s*[、.:])\\s*`).exec(folded)
  if (!found) return null
  return { style: 'hanzi', number: numberOfHanzi(found[1] ?? found[2] ?? ''), end: found[0].length, before: null }
}

/** 一 to 九十九. */
export function numberOfHanzi(text: string): number {
  const digit = (one: string) => '一二三四五六七八九'.indexOf(one) + 1
  const [tens, ones] = text.includes('十') ? text.split('十') : [null, text]
  return (tens === null || tens === undefined ? 0 : tens === '' ? 10 : digit(tens) * 10) + (ones ? digit(ones) : 0)
}

export type CaseHead = {
  /** what of the line is the case's own text */
  readonly from: number
  /** the questions that belong to it, when it says so */
  readonly range: readonly [number, number] | null
}

const caseNames = '案例分析题?|案例题?|材料题?|背景资料|背景材料|资料|情景|情境|共用题干题?'
const caseNumbered = new RegExp(
  `^(?:${hanzi}[、.]|\\(${hanzi}\\)|\\d{1,2}[、.])?\\s*[【\\[(]?\\s*(?:${caseNames})\\s*(?:[(（]?(?:${hanzi}|\\d{1,2})[)）]?)\\s*[】\\])]?\\s*[.、:]?\\s*`,
)
const caseNamed = new RegExp(
  `^(?:\\(${hanzi}\\)|${hanzi}[、.])?\\s*(?:[【\\[](?:${caseNames})[】\\]]\\s*:?|(?:${caseNames})\\s*:)\\s*`,
)
const caseBare = new RegExp(`^(?:\\(${hanzi}\\)|第${hanzi}[题大]题?)\\s*[.、:]?\\s*`)
const rangeOf = '(\\d{1,4})\\s*(?:[-~–—―至到、]+|\\.{2,})\\s*第?\\s*(\\d{1,4})\\s*(?:小?题|道)'
const caseInvited = new RegExp(
  `^(?:\\(${hanzi}\\)|${hanzi}[、.]|[【\\[(])?\\s*(?:请?(?:根据|阅读|依据|结合|针对)[^。]{0,20}(?:材料|资料|案例|情景|情境|信息|内容|题干)[^。]{0,40}(?:回答|完成|作答|解答)[^。]{0,24}(?:题|问题)?|\\(?${rangeOf}\\s*(?:共用|基于|根据|为)[^。]{0,24})\\s*[。.:】\\])]*\\s*`,
)

/** `isInCases`: a bare «(一)» heads a case only in a section of cases. */
export function caseHead(folded: string, isInCases: boolean): CaseHead | null {
  const invited = caseInvited.exec(folded)
  const found =
    invited ?? caseNumbered.exec(folded) ?? caseNamed.exec(folded) ?? (isInCases ? caseBare.exec(folded) : null)
  if (!found) return null
  const after = folded.slice(found[0].length)
  // «案例一 根据下列材料,回答第81~84题»: the invitation may follow the name.
  const more = invited ? null : caseInvited.exec(after)
  const range = new RegExp(rangeOf).exec(invited?.[0] ?? more?.[0] ?? after.slice(0, 40))
  return {
    from: found[0].length + (more?.[0].length ?? 0),
    range: range ? [Number(range[1]), Number(range[2])] : null,
  }
}

/** A page's own number, a score under a question of a learning platform: on no side of a question. */
export function isAside(folded: string): boolean {
  return /^(?:[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d+\s*页\s*[,/(]?\s*(?:共\s*\d+\s*页)?\)?|\d+\s*\/\s*\d+|Page\s+\d+(?:\s+of\s+\d+)?|\d{1,4}|\d{1,3}(?:\.\d)?\s*分)$/i.test(
    folded,
  )
}

const answersHead =
  /^[【[(]?[^A-Za-z:]{0,30}?(?:参考|标准|试题|正确|全部)?答案(?:(?:及|与|和|、)?(?:解析|详解|评分标准|评分参考)|速查|汇总|部分|页|区|表)?\s*[】\])]?\s*[:;]?$/

/** «参考答案», «第一部分参考答案及解析», «答案速查» alone on their line: keys of many questions may follow. */
export function isAnswersHead(folded: string): boolean {
  // «错(正确答案)» is an option that is right.
  return answersHead.test(folded) && !/.[(【[]正确答案[)】\]]$/.test(folded)
}
