import type { Draft } from './chinese-draft.ts'
import { isJudgementWord } from './chinese-keys.ts'
import { begin } from './chinese-labelled.ts'
import type { LabelledPart } from './chinese-labels.ts'
import { type FoundOption, markedLength, optionMark, optionsOfLine } from './chinese-options.ts'
import { nextOptionLetter, type ScannedLine } from './chinese-scan.ts'
import { ownOnce, type Reading } from './chinese-state.ts'
import { pieceOf } from './source-lines.ts'

export function takeOptions(reading: Reading, line: ScannedLine, at: number, part: LabelledPart): boolean {
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

export const bullet = /^\s*(?:[○◯〇□☐◻]\s*)?/

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

export function addOptions(
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
