import { isComplete } from './chinese-draft.ts'
import { hasEmptySlot, keySlots } from './chinese-keys.ts'
import type { NumberMark } from './chinese-marks.ts'
import { hasAnswerAhead, hasOptionsAhead, type ScannedLine } from './chinese-scan.ts'
import type { Reading } from './chinese-state.ts'

/*
 * Whether a line begins a question. «2.» may also be the second line of a list inside a stem, an explanation or an answer;
 * what decides is the style of the numbers, which number was due, and whether options or an answer follow.
 */
export function startsQuestion(reading: Reading, at: number, mark: NumberMark): boolean {
  const { lines, last, draft } = reading
  const isEvident = () => hasOptionsAhead(lines, at, mark) || hasAnswerAhead(lines, at, mark)
  if (!last) return isFirst(reading, at, mark)
  if (!draft)
    return mark.style !== 'hanzi' && (mark.style === last.style || mark.number === last.number + 1 || isEvident())
  const isDone = isComplete(draft)
  const due = last.number + 1
  if (mark.style !== last.style) {
    return isDone && (mark.number === due || mark.number === 1) && hasOptionsAhead(lines, at, mark)
  }
  if (mark.style === 'bare' && mark.number !== due) return false
  const isOfList = reading.sublist !== null && mark.number === reading.sublist + 1
  if (mark.number === due) return isOfList ? isDone && isEvident() : mark.style !== 'bare' || isEvident()
  if (mark.number > due) {
    const kind = reading.section.head?.kind
    const mayBeBare = kind === 'judgement' || kind === 'constructed' || kind === 'blank'
    return !isOfList && (isDone || mayBeBare) && (isEvident() || mark.number <= due + 3)
  }
  return isDone && hasOptionsAhead(lines, at, mark)
}

function isFirst({ lines, draft, section }: Reading, at: number, mark: NumberMark): boolean {
  if (mark.style === 'bare') return hasOptionsAhead(lines, at, mark)
  if (mark.style === 'hanzi') return !isHeadOfNumbers(lines, at)
  // Unnumbered questions before: a numbered line is one of them only when it looks like one.
  if (draft) return hasOptionsAhead(lines, at, mark) || (isComplete(draft) && hasAnswerAhead(lines, at, mark))
  return (
    mark.style === 'plain' ||
    section.head !== null ||
    hasOptionsAhead(lines, at, mark) ||
    hasAnswerAhead(lines, at, mark)
  )
}

/** «一、基础知识» followed by «1.» is a title. */
function isHeadOfNumbers(lines: readonly ScannedLine[], at: number): boolean {
  const next = lines.slice(at + 1).find(({ number, option, head }) => number || option || head)
  return (
    next?.number !== null && next?.number !== undefined && next.number.style !== 'hanzi' && next.number.number === 1
  )
}

/** A numbered line whose questions are numbered in another way: «1. 小王…» above «(1)…» with options. */
export function startsNestedCase({ lines, section }: Reading, at: number, mark: NumberMark): boolean {
  const kind = section.head?.kind
  if (kind === 'judgement' || kind === 'single' || kind === 'multiple') return false
  for (const [step, line] of lines.slice(at + 1, at + 31).entries()) {
    if (line.head || line.option || line.parts.some(({ label }) => label === 'key' || label === 'points')) return false
    if (!line.number) continue
    if (line.number.style === mark.style) return false
    return line.number.number === 1 && hasOptionsAhead(lines, at + 1 + step, line.number)
  }
  return false
}

/** An unmarked line that begins a question without a number. */
export function startsUnnumbered(reading: Reading, at: number, line: ScannedLine): boolean {
  const { draft, lines } = reading
  const kind = reading.section.head?.kind
  const isOpenKind = kind === 'constructed' || kind === 'blank'
  if (!draft && isOpenKind && reading.group === null) return true
  if (!draft) return isOneLiner(reading, line) || (hasOptionsAhead(lines, at, null) && !isTitle(lines, at))
  if (!isComplete(draft)) return draft.number === null && isOneLiner(reading, line) && draft.stem.length > 0
  if (isOneLiner(reading, line) && draft.number === null) return true
  if (isOpenKind && draft.number === null && line.isAfterBlank && hasAnswerAhead(lines, at, null)) return true
  const isApart = line.isAfterBlank || (reading.field === 'key' && draft.number === null)
  return isApart && hasOptionsAhead(lines, at, null)
}

/** A paragraph of its own stands between it and the options. */
function isTitle(lines: readonly ScannedLine[], at: number): boolean {
  const rest = lines.slice(at + 1)
  const option = rest.findIndex(({ option }) => option !== null)
  return rest.slice(0, Math.max(0, option)).some(({ isAfterBlank, isTable }) => isAfterBlank && !isTable)
}

/** In a section of judgements every line with a place for its mark is a question. */
function isOneLiner({ section }: Reading, { folded }: ScannedLine): boolean {
  return section.head?.kind === 'judgement' && (hasEmptySlot(folded) || keySlots(folded).some(({ isAtEnd }) => isAtEnd))
}

/** In a section of cases a paragraph of its own above numbered questions is the next case. */
export function startsCaseStem(
  { draft, group, section, lines, field }: Reading,
  at: number,
  line: ScannedLine,
): boolean {
  if (section.head?.kind !== 'case') return false
  if (!draft) return group === null
  if (!group || !isComplete(draft) || !line.isAfterBlank || field === 'answer') return false
  for (const [step, next] of lines.slice(at + 1, at + 31).entries()) {
    if (next.head || next.option || next.parts.some(({ label }) => label !== null && label !== 'ask')) return false
    if (next.number) return hasOptionsAhead(lines, at + 1 + step, next.number)
  }
  return false
}
