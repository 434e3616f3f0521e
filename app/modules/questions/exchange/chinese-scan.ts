import { hasEmptySlot, keySlots } from './chinese-keys.ts'
import { type LabelledPart, labelledParts } from './chinese-labels.ts'
import { type NumberMark, numberMark, type SectionHead, sectionHead } from './chinese-marks.ts'
import { type OptionMark, optionMark, optionsAfterStem, rowAsOptions } from './chinese-options.ts'
import { isTableLine, type SourceLine } from './source-lines.ts'

/** A line and all that it might be. What it is depends on its neighbours. */
export type ScannedLine = SourceLine & {
  readonly head: SectionHead | null
  readonly number: NumberMark | null
  readonly option: OptionMark | null
  readonly parts: readonly LabelledPart[]
  readonly isTable: boolean
}

export function scanLines(lines: readonly SourceLine[]): readonly ScannedLine[] {
  return lines.map((line) => {
    const isTable = isTableLine(line.text)
    const options = isTable ? rowAsOptions(line.folded) : null
    const folded = options ?? line.folded
    return {
      ...{ ...line, folded, isTable: isTable && options === null },
      // The text of a row of options is read by the same places as its folded text.
      text: options === null ? line.text : unpiped(line.text, options),
      head: isTable ? null : sectionHead(folded),
      number: isTable ? null : numberMark(folded),
      option:
        isTable && options === null ? null : optionMark(folded.trimStart() === folded ? folded : ` ${folded}`.trim()),
      parts: isTable && options === null ? [] : labelledParts({ ...line, folded }),
    }
  })
}

function unpiped(text: string, options: string): string {
  return options.length === text.length ? text.replaceAll('|', ' ') : options
}

/** The lines after `at`, up to the next number of that style or the next section: what belongs to a question there. */
export function blockAfter(lines: readonly ScannedLine[], at: number, mark: NumberMark | null): readonly ScannedLine[] {
  const block: ScannedLine[] = []
  for (const line of lines.slice(at + 1, at + 61)) {
    if (line.head || (line.number && (mark === null || line.number.style === mark.style))) break
    block.push(line)
  }
  return block
}

/** Options A and B stand behind this line before another question could begin. */
export function hasOptionsAhead(lines: readonly ScannedLine[], at: number, mark: NumberMark | null): boolean {
  const own = lines[at]
  if (own && optionsAfterStem(own.folded, null).length > 0) return true
  const block = blockAfter(lines, at, mark)
  const first = block.findIndex(({ option }) => option?.letter === 'A')
  if (first < 0) return own !== undefined && hasLooseOptions(block)
  // «A、B两项错误» in an explanation has no B of its own.
  const rest = block.slice(first)
  return rest.some(
    ({ folded, option }) =>
      option?.letter === 'B' || /[\s;。|]\(?B\s*[.、)]/.test(folded) || /[^A-Za-z]B[.、]/.test(folded),
  )
}

/** «A甲» «B乙» without any sign between. */
function hasLooseOptions(block: readonly ScannedLine[]): boolean {
  const starts = (letter: string) => block.some(({ folded }) => optionMark(folded, letter)?.letter === letter)
  return starts('A') && starts('B')
}

/** It has a place for a key, or a key or an answer follows before another question could begin. */
export function hasAnswerAhead(lines: readonly ScannedLine[], at: number, mark: NumberMark | null): boolean {
  const own = lines[at]
  if (!own) return false
  if (hasEmptySlot(own.folded) || keySlots(own.folded).length > 0) return true
  const isAnswer = ({ parts }: ScannedLine) => parts.some(({ label }) => label === 'key' || label === 'points')
  return isAnswer(own) || blockAfter(lines, at, mark).some(isAnswer)
}

/** The letter with which the next line's options begin. */
export function nextOptionLetter(lines: readonly ScannedLine[], at: number): string | null {
  for (const line of lines.slice(at + 1, at + 4)) {
    if (line.option) return line.option.letter
    if (line.number || line.head || line.parts.some(({ label }) => label !== null)) return null
  }
  return null
}
