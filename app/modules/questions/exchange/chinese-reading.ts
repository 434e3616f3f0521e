import { isKeyRow, isNumbersRow, readAnswerList } from './chinese-answers.ts'
import { type Draft, isComplete } from './chinese-draft.ts'
import { takeLine } from './chinese-fields.ts'
import { readKey } from './chinese-keys.ts'
import { caseHead, isAnswersHead, isAside } from './chinese-marks.ts'
import { hasAnswerAhead, hasOptionsAhead, type ScannedLine } from './chinese-scan.ts'
import { addStray, newReading, own, type Reading, startCase } from './chinese-state.ts'

export function readDrafts(lines: readonly ScannedLine[]): Reading {
  const reading = newReading(lines)
  for (let at = 0; at < lines.length; ) at = step(reading, at)
  for (const line of reading.pending) addStray(reading, line)
  return reading
}

function step(reading: Reading, at: number): number {
  const line = reading.lines[at]
  if (!line) return at + 1
  if (isAside(line.folded) && !awaitsText(reading)) {
    own(reading, line)
    return at + 1
  }
  if (startsList(reading, at)) return takeList(reading, at)
  if (line.head && !line.head.isOfAnswers && !isHeadInText(reading, line)) {
    openSection(reading, line)
    return at + 1
  }
  if (isSectionNote(reading, line)) return at + 1
  const isCaseTaken = !line.head && openCase(reading, line, at)
  if (!isCaseTaken) takeLine(reading, line, at)
  return at + 1
}

/** «5» alone may be an answer; while a key is awaited it is none of the page's. */
function awaitsText({ draft, field }: Reading): boolean {
  return draft !== null && field === 'key' && draft.keys.length === 0
}

/** What a section says of its questions on the lines under its head: «每题1分», «错选不得分». */
function isSectionNote(reading: Reading, { folded, number, option }: ScannedLine): boolean {
  const { section, draft, group, drafts } = reading
  const isBefore = draft === null && group === null && !drafts.some((one) => one.section === section)
  if (!section.head || !isBefore || number || option) return false
  if (
    !/备选项|最符合题意|每小?题\s*\d|共\s*\d+\s*[小道]?题|错选|少选|不得分|不选|填涂|正确的[打画划]|对的[打画划]/.test(
      folded,
    )
  )
    return false
  const each = /每小?题\s*(?:计|得)?\s*(\d+(?:\.5)?)\s*分/.exec(folded)?.[1]
  if (each) reading.section = { ...section, head: { ...section.head, halfPointsEach: Number(each) * 2 } }
  return true
}

/** «1. 案例分析题…» with text behind would be a question; heads without prefix inside a stem are texts. */
function isHeadInText({ last }: Reading, line: ScannedLine): boolean {
  if (!line.number || line.number.style === 'hanzi' || last?.style !== line.number.style) return false
  return line.number.number === last.number + 1 && !/^[(【[]?$/.test(line.head?.rest ?? '')
}

function openSection(reading: Reading, line: ScannedLine) {
  reading.section = { head: line.head, order: reading.section.order + 1 }
  Object.assign(reading, { group: null, draft: null, field: 'stem', last: null, outer: null, sublist: null })
}

function openCase(reading: Reading, line: ScannedLine, at: number): boolean {
  const { draft, section } = reading
  const isInCases = section.head?.kind === 'case'
  const head = caseHead(line.folded, isInCases && (draft === null || isComplete(draft)))
  if (!head) return false
  // «【材料】» within a numbered question that has nothing but a stem is part of the stem.
  if (draft && draft.number !== null && !isComplete(draft) && head.range === null) return false
  if (!head.range && !isInCases && draft && reading.field === 'explanation' && !line.isAfterBlank) return false
  // «(二)根据下列材料…» and «案例二» on the next line head one case, not two.
  const { group } = reading
  const isSameCase = group && reading.draft === null && (group.stem.length === 0 || (head.range && !group.range))
  if (isSameCase) {
    group.lines.push(line)
    group.range ??= head.range
  } else {
    startCase(reading, head.range, line)
  }
  reading.last = null
  const rest = line.folded.slice(head.from)
  if (rest.trim() !== '') takeLine(reading, line, at, head.from)
  return true
}

/** Keys of many questions begin here. */
function startsList({ lines, draft, drafts }: Reading, at: number): boolean {
  const line = lines[at]
  if (!line || drafts.length === 0) return false
  if (line.head?.isOfAnswers) return true
  if (isKeyRow(line.folded) || (line.head && isKeyRow(line.head.rest.replace(/^:\s*/, '')))) return true
  if (isNumbersRow(line.folded)) return /答案/.test(lines[at + 1]?.folded ?? '') || isKeyTable(lines[at + 1])
  const [part] = line.parts
  if (part?.label === 'key' && isKeyRow(line.folded.slice(part.from))) return true
  return isAnswersHead(line.folded) && isListAhead(lines, at, draft, drafts.length)
}

function isKeyTable(line: ScannedLine | undefined): boolean {
  const cells = line?.folded.split('|').filter((cell) => cell.trim() !== '') ?? []
  return line?.isTable === true && cells.length > 1 && cells.slice(1).every((cell) => readKey(cell.trim()) !== null)
}

function isListAhead(lines: readonly ScannedLine[], at: number, draft: Draft | null, count: number): boolean {
  const next = lines[at + 1]
  if (!next) return false
  if (next.head || isKeyRow(next.folded) || isNumbersRow(next.folded)) return true
  if (!next.number) return caseHead(next.folded, true) !== null && count > 1
  const rest = next.folded.slice(next.number.end)
  const isKeyed = readKey(rest) !== null || /^[【[(]?(?:参考|正确)?(?:答案|解析|答)/.test(rest)
  // An open question may be followed by «参考答案:» and its own points, numbered from 1.
  const isChosen = ['judgement', 'single', 'multiple'].includes(draft?.section.head?.kind ?? '')
  const isOpen = draft !== null && draft.options.length === 0 && draft.keys.length === 0 && !isChosen
  return isOpen
    ? isKeyed && count > 1 && next.number.number !== draft.number
    : isKeyed || (count > 1 && draft?.keys.length === 0)
}

function takeList(reading: Reading, at: number): number {
  const first = reading.lines[at]
  const isBareHead = first !== undefined && !first.head && isAnswersHead(first.folded)
  const end = endOfList(reading, at + 1)
  reading.lists.push(readAnswerList(reading.lines.slice(isBareHead ? at + 1 : at, end)))
  // A list of keys without a head may stand between two questions of one section.
  Object.assign(reading, { draft: null, group: null, field: 'stem' })
  return end
}

function endOfList({ lines, drafts }: Reading, from: number): number {
  const seen = new Set(drafts.map(({ section }) => section.head?.kind))
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]
    if (!line) continue
    if (line.head && !line.head.isOfAnswers && startsQuestions(lines, at, seen.has(line.head.kind))) return at
    if (line.number && line.number.style !== 'hanzi' && isAsked(lines, at)) return at
    if (caseHead(line.folded, true) && startsQuestions(lines, at, true)) return at
  }
  return lines.length
}

function startsQuestions(lines: readonly ScannedLine[], at: number, isKindSeen: boolean): boolean {
  const next = lines.findIndex((line, index) => index > at && (line.number !== null || line.head !== null))
  const line = lines[next]
  if (!line?.number || line.head) return false
  if (isAsked(lines, next)) return true
  const rest = line.folded.slice(line.number.end)
  return !isKindSeen && readKey(rest) === null && line.parts[0]?.label === null && line.parts.length === 1
}

/** A numbered line with options behind it that is no key itself. */
function isAsked(lines: readonly ScannedLine[], at: number): boolean {
  const line = lines[at]
  if (!line?.number) return false
  const rest = line.folded.slice(line.number.end)
  const isKey = readKey(rest) !== null || line.parts.some(({ label }) => label === 'key' || label === 'explanation')
  return !isKey && hasOptionsAhead(lines, at, line.number) && !hasAnswerAheadOnly(lines, at)
}

function hasAnswerAheadOnly(lines: readonly ScannedLine[], at: number): boolean {
  const line = lines[at]
  return line?.parts.some(({ label }) => label !== null) === true && !hasAnswerAhead(lines, at, line.number)
}
