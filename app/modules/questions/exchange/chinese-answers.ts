import { readKey, type WrittenKey } from './chinese-keys.ts'
import type { Label, LabelledPart } from './chinese-labels.ts'
import { caseHead, numberMark, type SectionKind } from './chinese-marks.ts'
import type { ScannedLine } from './chinese-scan.ts'
import { type Piece, pieceOf } from './source-lines.ts'

/* Answers that stand together: «1-5 ABCDA», «1. A 2. ACD», «3. 【答案】B 【解析】…», tables of numbers and keys. */
export type ListedAnswer = {
  readonly kind: SectionKind | null
  readonly number: number
  readonly line: number
  /** the key as written, folded; empty where only a text was found */
  key: string
  readonly explanation: Piece[]
  readonly answer: Piece[]
  /** «考点:» and the like, which stood with the answer */
  readonly facts: Array<{ readonly line: ScannedLine; readonly part: LabelledPart }>
  readonly lines: ScannedLine[]
}

export type AnswerList = { readonly answers: readonly ListedAnswer[]; readonly strays: readonly ScannedLine[] }

type Group = { readonly number: number; readonly key: string }

const rangePattern =
  /^[\s,;。、.|]*(?:第\s*)?(\d{1,4})\s*(?:[-~–—―]{1,2}|至|到)\s*(?:第\s*)?(\d{1,4})\s*题?\s*[.、:)\]】]*\s*/
const singlePattern =
  /^[\s,;。、.|]*(?:[([【]\s*(\d{1,4})\s*[)\]】]|(?:第\s*)?(\d{1,4})\s*题?)\s*[.、:)\-—]*\s*(?:[【[(]?(?:正确|参考)?答案[】\])]?\s*:?\s*)?/
const runPattern = /^(?:[A-Z]|正确|错误|对|错|[√×✓✗✘TF]|[\s,、;/|.])+/

/** The groups at the beginning of a text and how far they reach. */
export function answerGroups(folded: string): { readonly groups: readonly Group[]; readonly end: number } {
  const groups: Group[] = []
  let end = 0
  // No paper has so many keys on one line; what has is no paper.
  if (folded.length > 6_000) return { groups, end }
  for (;;) {
    const rest = folded.slice(end)
    const next = rangeGroups(rest) ?? singleGroup(rest)
    if (!next) return { groups, end }
    groups.push(...next.groups)
    end += next.end
  }
}

function rangeGroups(rest: string): { groups: readonly Group[]; end: number } | null {
  const range = rangePattern.exec(rest)
  if (!range) return null
  const [from, to] = [Number(range[1]), Number(range[2])]
  const run = runPattern.exec(rest.slice(range[0].length))?.[0] ?? ''
  const count = to - from + 1
  if (count < 1 || count > 200) return null
  const words = run.split(/[\s,、;/|.]+/).filter((word) => word !== '')
  const marks = [...run.matchAll(/正确|错误|[A-Z对错√×✓✗✘]/g)].map(([mark]) => mark)
  const keys = words.length === count ? words : marks.length === count ? marks : null
  return keys
    ? { groups: keys.map((key, at) => ({ number: from + at, key })), end: range[0].length + run.length }
    : null
}

function singleGroup(rest: string): { groups: readonly Group[]; end: number } | null {
  const found = singlePattern.exec(rest)
  if (!found) return null
  const after = rest.slice(found[0].length)
  const key = readKey(after)
  const text = key ? after.slice(0, key.end) : ''
  if (!key || !standsAlone(key, text, after)) return null
  return { groups: [{ number: Number(found[1] ?? found[2]), key: text.trim() }], end: found[0].length + key.end }
}

/** «1. A社区的…» is an answer in words, «1. A 解析…» is a key. */
function standsAlone(key: WrittenKey, text: string, after: string): boolean {
  const rest = after.slice(key.end)
  if (rest === '' || /\s$/.test(text)) return true
  return /^[\d\s。.,;:、|([【\-—第]|^(?:解析|详解|本题|考点|【)/.test(rest)
}

/** A line of nothing but numbers and keys, at least two of them or a range. */
export function isKeyRow(text: string): boolean {
  const folded = text.replace(answersPrefix, '')
  const { groups, end } = answerGroups(folded)
  return groups.length >= 2 && /^[\s。.;,、|]*$/.test(folded.slice(end))
}

const numbersRow = /^\|\s*(?:题号|序号|题目|题次|小题)?\s*\|?(?:\s*\d{1,4}\s*\|){2,}/
export const isNumbersRow = (folded: string) => numbersRow.test(folded)

/** Lines of one list of answers, its head left out. */
export function readAnswerList(lines: readonly ScannedLine[]): AnswerList {
  const answers: ListedAnswer[] = []
  const strays: ScannedLine[] = []
  let kind: SectionKind | null = null
  let into: 'explanation' | 'answer' = 'explanation'
  let columns: readonly number[] = []
  for (const line of lines) {
    const head = line.head
    if (head) kind = head.kind
    const start = head ? line.folded.length - head.rest.length : restOfPrefix(line.folded)
    const rest = line.folded.slice(start)
    if (rest.trim() === '' || (head && !/[A-Z√×对错]/.test(rest.replace(/^[:(].*?\)/, '')))) continue
    if (line.isTable) {
      columns = readTableRow(line, columns, kind, answers, strays)
      continue
    }
    into = readListLine(line, start, kind, into, answers, strays)
  }
  return { answers, strays }
}

/** «案例一» and «一、1.A» say where in the paper they are; the order of the numbers says it too. */
function restOfPrefix(folded: string): number {
  return answersPrefix.exec(folded)?.[0].length ?? caseHead(folded, true)?.from ?? 0
}
const answersPrefix = /^[(]?[一二三四五六七八九十]{1,3}[)]?\s*[、.:]?\s*(?=\d)/

function readTableRow(
  line: ScannedLine,
  columns: readonly number[],
  kind: SectionKind | null,
  answers: ListedAnswer[],
  strays: ScannedLine[],
): readonly number[] {
  const cells = line.folded
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
  if (isNumbersRow(line.folded)) return cells.map((cell) => (/^\d{1,4}$/.test(cell) ? Number(cell) : 0))
  const found = cells.flatMap((key, at) => {
    const number = columns[at] ?? 0
    return number > 0 && readKey(key) ? [{ number, key }] : []
  })
  if (found.length > 0) for (const { number, key } of found) answers.push(listed(kind, number, line, key))
  // «| 1 | A |»: number and key side by side.
  else if (cells.length >= 2 && /^\d{1,4}$/.test(cells[0] ?? '') && readKey(cells[1] ?? '')) {
    const answer = listed(kind, Number(cells[0]), line, cells[1] ?? '')
    const more = cells.slice(2).filter((cell) => cell !== '')
    for (const text of more) answer.explanation.push({ line: line.line, text, isAfterBlank: false, width: 0 })
    answers.push(answer)
  } else if (!cells.some((cell) => /^(?:题号|序号|答案)$/.test(cell))) strays.push(line)
  return columns
}

function listed(kind: SectionKind | null, number: number, line: ScannedLine, key: string): ListedAnswer {
  return { kind, number, line: line.line, key, explanation: [], answer: [], facts: [], lines: [line] }
}

function readListLine(
  line: ScannedLine,
  start: number,
  kind: SectionKind | null,
  before: 'explanation' | 'answer',
  answers: ListedAnswer[],
  strays: ScannedLine[],
): 'explanation' | 'answer' {
  const isOpen = kind === 'constructed' || kind === 'blank'
  let into = before
  for (const part of line.parts.filter(({ to }) => to > start)) {
    const from = Math.max(part.from, start)
    const folded = line.folded.slice(from, part.to)
    const last = answers.at(-1)
    if (part.label === 'explanation' || part.label === 'points' || part.label === 'key') {
      const isKey = part.label === 'key' && !isOpen
      const found = isKey ? answerGroups(folded) : { groups: [], end: 0 }
      for (const { number, key } of found.groups) answers.push(listed(kind, number, line, key))
      const key = isKey && found.groups.length === 0 ? readKey(folded) : null
      if (key && last) {
        last.key = folded.slice(0, key.end).trim()
        own(last, line)
      }
      // A key of no question: kept in sight, for nobody knows whose it is.
      if (key && !last && !strays.includes(line)) strays.push(line)
      into = part.label === 'explanation' || key || found.groups.length > 0 ? 'explanation' : 'answer'
      place(line, from + (key?.end ?? found.end), part.to, answers.at(-1), into, strays)
      continue
    }
    const owner = answers.at(-1)
    if (owner && part.label !== null && factLabels.includes(part.label)) {
      owner.facts.push({ line, part: { ...part, from } })
      own(owner, line)
      continue
    }
    const { groups, end } = isOpen ? { groups: [], end: 0 } : answerGroups(folded)
    const mark = groups.length > 0 ? null : numberMark(folded)
    const isNext =
      mark &&
      mark.style !== 'hanzi' &&
      (mark.number === (last?.number ?? 0) + 1 || !last || line.parts.length > 1 || mark.number === 1)
    for (const { number, key } of groups) answers.push(listed(kind, number, line, key))
    if (groups.length > 0) into = 'explanation'
    if (mark && isNext) {
      answers.push(listed(kind, mark.number, line, ''))
      into = 'answer'
    }
    place(line, from + (groups.length > 0 ? end : isNext && mark ? mark.end : 0), part.to, answers.at(-1), into, strays)
  }
  return into
}

function place(
  line: ScannedLine,
  from: number,
  to: number,
  answer: ListedAnswer | undefined,
  into: 'explanation' | 'answer',
  strays: ScannedLine[],
) {
  const skipped = /^[\s。.;,、:]*/.exec(line.folded.slice(from, to))?.[0].length ?? 0
  const piece = pieceOf(line, from + skipped, to)
  if (piece.text === '') return
  if (answer) {
    answer[into].push(piece)
    own(answer, line)
  }
  if (!answer && !strays.includes(line)) strays.push(line)
}

function own({ lines }: ListedAnswer, line: ScannedLine) {
  if (lines.at(-1) !== line) lines.push(line)
}

const factLabels: readonly Label[] = ['point', 'difficulty', 'source', 'law', 'rowKey', 'marks', 'kind', 'others']
