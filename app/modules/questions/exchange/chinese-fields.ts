import { type Draft, type DraftCase, type DraftFacts, isComplete } from './chinese-draft.ts'
import { isJudgementWord, readKey } from './chinese-keys.ts'
import type { Label, LabelledPart } from './chinese-labels.ts'
import { kindNamed, type NumberMark, numberMark } from './chinese-marks.ts'
import { type FoundOption, markedLength, optionMark, optionsAfterStem, optionsOfLine } from './chinese-options.ts'
import { nextOptionLetter, type ScannedLine } from './chinese-scan.ts'
import { startsCaseStem, startsNestedCase, startsQuestion, startsUnnumbered } from './chinese-starts.ts'
import { addStray, openDraft, own, type Reading, startCase } from './chinese-state.ts'
import { type Piece, pieceOf } from './source-lines.ts'

/** One line, or what follows a case's head on it, goes where it belongs. */
export function takeLine(reading: Reading, line: ScannedLine, at: number, from = 0) {
  const parts = line.parts.filter(({ to }) => to > from).map((part) => ({ ...part, from: Math.max(part.from, from) }))
  if (line.isTable || parts.length === 0)
    return takeText(reading, line, at, { label: null, from, to: line.text.length })
  if (holdsBack(reading, line, parts)) return
  for (const part of parts) takePart(reading, line, at, part)
}

/** «题型:» and «编号:» above a question say what comes, unless they stand within one. */
function holdsBack(reading: Reading, line: ScannedLine, parts: readonly LabelledPart[]): boolean {
  const isAhead = parts.every(
    ({ label }) =>
      label === 'kind' ||
      label === 'rowKey' ||
      label === 'point' ||
      label === 'difficulty' ||
      label === 'source' ||
      label === 'marks',
  )
  const { draft, group, pending } = reading
  const isBetween = draft === null ? group === null : isComplete(draft) && line.isAfterBlank
  if (!isAhead || !(isBetween || pending.length > 0)) return false
  pending.push(line)
  Object.assign(reading, { draft: null })
  return true
}

function takePart(reading: Reading, line: ScannedLine, at: number, part: LabelledPart) {
  const { label } = part
  if (label === null) return takeText(reading, line, at, part)
  if (label === 'ask') return takeAsked(reading, line, at, part)
  if (label === 'stem') {
    const draft = begin(reading, null, line)
    return push(draft.stem, line, part)
  }
  const target = reading.draft ?? reading.group
  if (!target) return addStray(reading, line)
  ownOnce(reading, line)
  if (reading.draft) return fill(reading, reading.draft, line, part, label)
  return fillCase(reading, reading.group, line, part, label)
}

/** «问题:1. …» opens a question of a case; elsewhere «问题:» is part of a stem. */
function takeAsked(reading: Reading, line: ScannedLine, at: number, part: LabelledPart) {
  const rest = line.folded.slice(part.from, part.to)
  const mark = numberMark(rest)
  if (reading.group && !reading.draft) {
    if (rest.trim() === '') return own(reading, line)
    if (!mark) return push(begin(reading, null, line).stem, line, part)
  }
  if (mark && startsQuestion(reading, at, mark)) {
    return startStem(reading, line, at, { ...part, from: part.from + mark.end }, mark)
  }
  takeText(reading, line, at, { ...part, from: 0 })
}

function takeText(reading: Reading, line: ScannedLine, at: number, part: LabelledPart) {
  const folded = line.folded.slice(part.from, part.to)
  const mark = line.isTable ? null : part.from === 0 ? line.number : numberMark(folded)
  if (mark && takeNumbered(reading, line, at, part, mark)) return
  if (!line.isTable && takeOptions(reading, line, at, part)) return
  if (folded.trim() !== '') continueField(reading, line, at, part)
}

function takeNumbered(reading: Reading, line: ScannedLine, at: number, part: LabelledPart, mark: NumberMark): boolean {
  const { outer, last } = reading
  const isOuter =
    outer !== null && mark.style === outer.style && mark.number === outer.number + 1 && last?.style !== mark.style
  if (isOuter) Object.assign(reading, { group: null, draft: null, last: outer, outer: null })
  if (!isOuter && !startsQuestion(reading, at, mark)) {
    reading.sublist = mark.number
    return false
  }
  const text = { ...part, from: part.from + mark.end }
  if (startsNestedCase(reading, at, mark)) {
    startCase(reading, null, line)
    reading.outer = { style: mark.style, number: mark.number }
    if (reading.group) push(reading.group.stem, line, text)
    return true
  }
  startStem(reading, line, at, text, mark)
  return true
}

function startStem(reading: Reading, line: ScannedLine, at: number, text: LabelledPart, mark: NumberMark | null) {
  const draft = begin(reading, mark, line)
  if (mark?.before) draft.keys.push({ folded: mark.before, line: line.line, from: 'before' })
  const folded = line.folded.slice(text.from, text.to)
  const options = optionsAfterStem(folded, nextOptionLetter(reading.lines, at))
  const [first] = options
  push(draft.stem, line, { ...text, to: first ? text.from + first.at : text.to })
  if (first) addOptions(reading, draft, line, options, text.from)
}

function begin(reading: Reading, mark: NumberMark | null, line: ScannedLine): Draft {
  const held = reading.pending.splice(0)
  const draft = openDraft(reading, mark, line)
  draft.lines.unshift(...held)
  for (const before of held) for (const part of before.parts) fillFacts(draft, before, part)
  return draft
}

function takeOptions(reading: Reading, line: ScannedLine, at: number, part: LabelledPart): boolean {
  const { draft, field } = reading
  if (!draft) return false
  const taken = new Set(draft.options.map(({ letter }) => letter))
  const expected = String.fromCharCode(65 + draft.options.length)
  const folded = line.folded.slice(part.from, part.to)
  const indent = folded.length - folded.replace(bullet, '').length
  const lettered = optionMark(folded.slice(indent), looksLettered(reading, at, expected) ? expected : null)
  // «○ 甲» of an export from a survey: the bullet stands for the letter.
  const isBulleted =
    indent > 0 && folded.trim() !== folded.slice(indent).trim() && (field === 'stem' || field === 'option')
  const mark =
    lettered ??
    (isBulleted && !isJudgementBullet(folded) ? { letter: expected, at: 0, from: 0, isMarked: false } : null)
  if (!mark || field === 'answer') return false
  if (field !== 'stem' && field !== 'option' && draft.options.length > 0 && !opensNext(reading, mark.letter))
    return false
  if (mark.letter.charCodeAt(0) - 65 > draft.options.length + 4) return false
  if (taken.has(mark.letter) && mark.letter === 'A') splitOff(reading, line)
  const into = reading.draft ?? draft
  const start = { ...mark, at: indent, from: indent + mark.from }
  const surroundings = {
    taken: into === draft ? taken : new Set<string>(),
    nextLine: nextOptionLetter(reading.lines, at),
  }
  ownOnce(reading, line)
  addOptions(reading, into, line, optionsOfLine(folded, start, surroundings), part.from)
  return true
}

const bullet = /^\s*(?:[○◯〇□☐◻]\s*)?/

function isJudgementBullet(folded: string): boolean {
  const plain = folded.replace(bullet, '')
  return isJudgementWord(plain.slice(0, markedLength(plain) ?? plain.length))
}

/** «A甲»: letters without signs count when the next letter begins a line too. */
function looksLettered({ lines, draft, field }: Reading, at: number, expected: string): boolean {
  if (field !== 'stem' && field !== 'option') return false
  if ((draft?.options.length ?? 0) > 0) return true
  const following = String.fromCharCode(expected.charCodeAt(0) + 1)
  const own = lines[at]?.folded ?? ''
  return (
    new RegExp(`\\s${following}[\\s\\u4e00-\\u9fff]`).test(own) ||
    optionMark(lines[at + 1]?.folded ?? '', following)?.letter === following
  )
}

/** After a key or an explanation a second A belongs to a question without a number, if that question has a stem. */
function opensNext({ draft, field }: Reading, letter: string): boolean {
  if (letter !== 'A' || draft?.number !== null) return false
  return field === 'explanation' && draft.explanation.length > 0
}

/** The last unmarked lines were the stem of a question without a number. */
function splitOff(reading: Reading, line: ScannedLine) {
  const before = reading.draft
  const option = before?.options.at(-1)
  const source = reading.field === 'option' ? option?.pieces : before?.explanation
  if (!before || !source) return
  const blank = source.findLastIndex(({ isAfterBlank }, at) => at > 0 && isAfterBlank)
  const from = blank > 0 ? blank : reading.field === 'option' ? 1 : source.length - 1
  const stem = source.splice(from)
  if (stem.length === 0) return
  const firstLine = stem[0]?.line ?? line.line
  const moved = before.lines.filter((one) => one.line >= firstLine)
  before.lines.splice(before.lines.length - moved.length)
  const draft = begin(reading, null, line)
  draft.lines.splice(0, 1, ...moved)
  draft.stem.push(...stem)
}

function addOptions(
  reading: Reading,
  draft: Draft,
  line: ScannedLine,
  options: readonly FoundOption[],
  offset: number,
) {
  for (const { letter, from, to, isMarked } of options) {
    const folded = line.folded.slice(offset + from, offset + to).trimEnd()
    const marked = markedLength(folded)
    const piece = pieceOf(line, offset + from, offset + from + (marked ?? folded.length))
    draft.options.push({ letter, pieces: [piece], isRight: isMarked || marked !== null })
  }
  reading.field = 'option'
}

function continueField(reading: Reading, line: ScannedLine, at: number, part: LabelledPart) {
  const isWhole = part.from === 0
  const { draft } = reading
  if (isWhole && !line.isTable && startsCaseStem(reading, at, line)) {
    startCase(reading, null, line)
    return push(reading.group?.stem, line, part)
  }
  if (isWhole && !line.isTable && startsUnnumbered(reading, at, line)) return startStem(reading, line, at, part, null)
  if (!draft) {
    if (!reading.group || (reading.lists.length > 0 && reading.group === null)) return addStray(reading, line)
    ownOnce(reading, line)
    return push(reading.group.stem, line, part)
  }
  ownOnce(reading, line)
  const folded = line.folded.slice(part.from, part.to)
  if (reading.field === 'key' && draft.keys.length === 0 && takeKey(reading, draft, line, part)) return
  if (takeJudgementWord(reading, draft, line, folded)) return
  if (reading.field === 'option' && line.isAfterBlank && isWhole && !line.isTable && !isPicture(folded))
    return addStray(reading, line)
  push(fieldOf(reading, draft), line, part)
}

/** «对» and «错» on lines of their own are the options of a judgement; only a mark on them says something. */
function takeJudgementWord(reading: Reading, draft: Draft, line: ScannedLine, folded: string): boolean {
  const hint = draft.kind ?? draft.section.head?.kind
  const isAsked = hint === 'judgement' || /判断题?\s*[)】\]]/.test(draft.stem.map(({ text }) => text).join(''))
  if (draft.options.length > 0 || reading.field !== 'stem' || !isAsked) return false
  const plain = folded.replace(bullet, '')
  const marked = markedLength(plain)
  const word = plain.slice(0, marked ?? plain.length).trim()
  if (!isJudgementWord(word)) return false
  if (marked !== null) draft.keys.push({ folded: word, line: line.line, from: 'label' })
  return true
}

const isPicture = (folded: string) => /^!\[/.test(folded)

function fieldOf(reading: Reading, draft: Draft): Piece[] {
  if (reading.field === 'stem') return draft.stem
  if (reading.field === 'option') return draft.options.at(-1)?.pieces ?? draft.stem
  const awaitsAnswer = reading.field === 'key' && draft.keys.length === 0 && draft.options.length === 0
  if (awaitsAnswer) reading.field = 'answer'
  if (reading.field === 'answer') return draft.answer
  reading.field = 'explanation'
  return draft.explanation
}

function push(into: Piece[] | undefined, line: ScannedLine, { from, to }: Pick<LabelledPart, 'from' | 'to'>) {
  const piece = pieceOf(line, from, to)
  if (piece.text !== '') into?.push(piece)
}

function ownOnce(reading: Reading, line: ScannedLine) {
  const lines = (reading.draft ?? reading.group)?.lines
  if (lines && lines.at(-1) !== line) lines.push(line)
}

function fill(reading: Reading, draft: Draft, line: ScannedLine, part: LabelledPart, label: Label) {
  reading.sublist = null
  switch (label) {
    case 'key':
      return takeKey(reading, draft, line, part) ? undefined : takeAnswer(reading, draft, line, part)
    case 'points':
      reading.field = 'answer'
      return push(draft.answer, line, part)
    case 'explanation':
      reading.field = 'explanation'
      return push(draft.explanation, line, part)
    case 'others':
      return
    default:
      reading.field = 'facts'
      fillFacts(draft, line, part)
  }
}

/** False where the text is no key. */
function takeKey(reading: Reading, draft: Draft, line: ScannedLine, part: LabelledPart): boolean {
  const folded = line.folded.slice(part.from, part.to)
  reading.field = 'key'
  if (folded.trim() === '') return true
  const key = isAnsweredInWords(draft) ? null : readKey(folded)
  if (!key) return false
  // «对于…» and «A市…» are words where there are no options to choose from.
  const rest = folded.slice(key.end)
  if (
    draft.options.length === 0 &&
    key.judgement === null &&
    /^[\u4e00-\u9fff]/.test(rest) &&
    !/^(?:解析|本题)/.test(rest)
  )
    return false
  draft.keys.push({ folded: folded.slice(0, key.end).trim(), line: line.line, from: 'label' })
  const signs = /^[\s。.;,、:]*/.exec(rest)?.[0].length ?? 0
  const repeated = optionText(draft, rest.slice(signs))
  if (!repeated) push(draft.explanation, line, { from: part.from + key.end + signs, to: part.to })
  if (rest.slice(signs).trim() !== '') reading.field = 'explanation'
  return true
}

/** «正确答案:A:个案工作;» says the option again. */
function optionText(draft: Draft, rest: string): boolean {
  const plain = (text: string) => text.replace(/[\s;;。.]/g, '')
  return draft.options.some(
    ({ pieces }) => plain(pieces.map(({ text }) => text).join('')) === plain(rest) && plain(rest) !== '',
  )
}

function isAnsweredInWords(draft: Draft): boolean {
  const kind = draft.kind ?? draft.section.head?.kind
  return (kind === 'constructed' || kind === 'blank') && draft.options.length === 0
}

function takeAnswer(reading: Reading, draft: Draft, line: ScannedLine, part: LabelledPart) {
  if (draft.options.length > 0) {
    draft.keys.push({ folded: line.folded.slice(part.from, part.to).trim(), line: line.line, from: 'label' })
    reading.field = 'key'
    return
  }
  reading.field = 'answer'
  push(draft.answer, line, part)
}

function fillCase(reading: Reading, group: DraftCase | null, line: ScannedLine, part: LabelledPart, label: Label) {
  if (!group) return
  if (label === 'key' || label === 'points') push(group.answer, line, part)
  else if (label === 'explanation') push(group.explanation, line, part)
  else fillFacts(group, line, part)
  reading.field = 'stem'
}

function fillFacts(
  facts: DraftFacts & { kind?: Draft['kind']; halfPoints?: number | null },
  line: ScannedLine,
  part: LabelledPart,
) {
  const text = line.text
    .slice(part.from, part.to)
    .trim()
    .replace(/[;；。]$/, '')
  switch (part.label) {
    case 'point':
      facts.pointNames.push(
        ...text
          .split(/[,，、;；/|]|\s{2,}/)
          .map((name) => name.trim())
          .filter((name) => name !== ''),
      )
      break
    case 'difficulty':
      facts.difficulty = { text, line: line.line }
      break
    case 'source':
      facts.source = facts.source === '' ? text : `${facts.source} ${text}`
      break
    case 'law':
      facts.laws.push(text)
      break
    case 'rowKey':
      facts.rowKey = text
      break
    case 'marks':
      facts.halfPoints = Number(/\d+(?:\.5)?/.exec(text)?.[0] ?? 0) * 2 || null
      break
    case 'kind':
      facts.kind = kindNamed(text.replace(/题型?$/, '')) ?? facts.kind ?? null
      break
    default:
  }
}
