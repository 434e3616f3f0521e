import { type Draft, isComplete } from './chinese-draft.ts'
import { isJudgementWord } from './chinese-keys.ts'
import { begin, fill, fillCase, takeKey } from './chinese-labelled.ts'
import type { LabelledPart } from './chinese-labels.ts'
import { type NumberMark, numberMark } from './chinese-marks.ts'
import { addOptions, bullet, takeOptions } from './chinese-option-lines.ts'
import { markedLength, optionsAfterStem } from './chinese-options.ts'
import { nextOptionLetter, type ScannedLine } from './chinese-scan.ts'
import { startsCaseStem, startsNestedCase, startsQuestion, startsUnnumbered } from './chinese-starts.ts'
import { addStray, own, ownOnce, push, type Reading, startCase } from './chinese-state.ts'
import type { Piece } from './source-lines.ts'

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
  // «故选A。» under the options begins what should have been called an explanation.
  if (reading.field === 'option' && /^(?:故|因此|所以|综上|本题)/.test(folded)) reading.field = 'explanation'
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
