/*
 * The options of a choice: «A.» «A、» «（A）» «A 甲» «A甲», one to a line or several, in one column or two. Places are those of the
 * folded line.
 */
export type OptionMark = {
  readonly letter: string
  readonly at: number
  /** where its text begins */
  readonly from: number
  /** «*A.» and «√A.» say that it is right */
  readonly isMarked: boolean
}
export type FoundOption = OptionMark & { readonly to: number }

const strict =
  /^([*√✓✔☑])?\s*(?:选项\s*)?(?:[([【<]\s*([A-Za-z])\s*[)\]】>]\s*[.、:]?|([A-Za-z])\s*[.、:,)\]】。．])\s*/
const loose = /^([A-Z])(?=\s|[\u4e00-\u9fff“"《\d])\s*/

/** A mark at the beginning of the line. `expected`: the letter that a mark without any sign must be. */
export function optionMark(folded: string, expected: string | null = null): OptionMark | null {
  const found = strict.exec(folded)
  if (found) {
    const letter = found[2] ?? found[3] ?? ''
    return { letter: letter.toUpperCase(), at: 0, from: found[0].length, isMarked: found[1] !== undefined }
  }
  const bare = expected === null ? null : loose.exec(folded)
  return bare && bare[1] === expected ? { letter: bare[1], at: 0, from: bare[0].length, isMarked: false } : null
}

const longestLine = 6_000

export type Surroundings = {
  /** letters that the question has already */
  readonly taken: ReadonlySet<string>
  /** the letter with which the next line begins, when it begins with an option */
  readonly nextLine: string | null
}

/** All options of a line that begins with one. */
export function optionsOfLine(folded: string, first: OptionMark, { taken, nextLine }: Surroundings): FoundOption[] {
  const marks: OptionMark[] = [first]
  for (;;) {
    const last = marks.at(-1) ?? first
    const next = nextMark(folded, last, new Set([...taken, ...marks.map(({ letter }) => letter)]), nextLine)
    if (!next) return ended(marks, folded.length)
    marks.push(next)
  }
}

/** The options that follow a stem on its own line: at least A and B, each with a text. */
export function optionsAfterStem(folded: string, nextLine: string | null): readonly FoundOption[] {
  // A longer line is no question; looking for every A in it would take for ever.
  const places =
    folded.length > longestLine
      ? []
      : [...folded.matchAll(/(?<=[\s。.?？!:;)_】])[*√✓]?\s*[([【]?\s*[Aa]\s*[.、:)\]】]/g)]
  for (const match of places.slice(0, 20)) {
    const at = match.index
    const mark = optionMark(folded.slice(at))
    if (!mark) continue
    const first = { ...mark, at, from: at + mark.from }
    const found = optionsOfLine(folded, first, { taken: new Set(), nextLine })
    const isFull = found.every(({ from, to }) => folded.slice(from, to).trim() !== '')
    if (isFull && (found.length >= 2 || nextLine === 'B')) return found
  }
  return []
}

function ended(marks: readonly OptionMark[], length: number): FoundOption[] {
  return marks.map((mark, at) => ({ ...mark, to: marks[at + 1]?.at ?? length }))
}

function nextMark(
  folded: string,
  last: OptionMark,
  taken: ReadonlySet<string>,
  nextLine: string | null,
): OptionMark | null {
  const expected = letterAfter(last.letter, 1)
  // The next line brings the next letter: what looks like it here belongs to the text («维生素 B、C»).
  if (nextLine !== expected) {
    const near = find(folded, last, expected, strongly) ?? find(folded, last, expected, weakly)
    if (near) return near
  }
  // Two columns: C stands beside A, far away.
  for (const step of [2, 3]) {
    const letter = letterAfter(last.letter, step)
    const far = taken.has(letter) || nextLine === letter ? null : find(folded, last, letter, widely)
    if (far) return far
  }
  return null
}

function letterAfter(letter: string, step: number): string {
  return String.fromCharCode(letter.charCodeAt(0) + step)
}

function find(folded: string, last: OptionMark, letter: string, before: RegExp): OptionMark | null {
  if (folded.length > longestLine) return null
  const isWeak = before === weakly
  for (let at = last.from + (isWeak ? 1 : 0); at < folded.length; at++) {
    const near = folded.slice(at, at + 8)
    if (!near.includes(letter) && !near.includes(letter.toLowerCase())) continue
    if (at > 0 && !before.test(folded.slice(Math.max(0, at - 3), at))) continue
    const mark = optionMark(folded.slice(at, at + 40), isWeak ? null : letter)
    if (mark?.letter === letter && isWhole(folded.slice(at, at + 40), letter))
      return { ...mark, at, from: at + mark.from }
  }
  return null
}

/** What stands before a mark: a blank, a wide gap, or any sign or character that cannot be part of a word in letters. */
const strongly = /[\s|]\s*$/
const widely = /(?:\t| {2}|\|)\s*$/
const weakly = /[^A-Za-z0-9]\s*$/

/** «B、C两项» begins no option. */
function isWhole(folded: string, letter: string): boolean {
  const following = letterAfter(letter, 1)
  return !new RegExp(`^[([【]?${letter}\\s*[、,]\\s*${following}\\s*[\\u4e00-\\u9fff、,]`).test(folded)
}

/** «…（正确答案）» and «…√» behind an option's text. */
const rightMark = /\s*(?:[([【]\s*(?:正确答案|正确选项|正确|答案|√|✓|✔)\s*[)\]】]|[√✓✔☑])\s*$/

/** The option's text without such a mark, as a length; null when it has none. */
export function markedLength(folded: string): number | null {
  const found = rightMark.exec(folded)
  return found && found.index > 0 ? found.index : null
}

/** Cells of a table that hold options become one line of them. */
export function rowAsOptions(folded: string): string | null {
  const cells = folded.slice(1, -1).split('|')
  const filled = cells.filter((cell) => cell.trim() !== '')
  const letters = filled.map((cell) => optionMark(cell.trim())?.letter ?? '')
  if (letters.length > 0 && letters.every((letter) => letter !== '')) return folded.replaceAll('|', ' ').trimEnd()
  const [letter, text, ...others] = filled.map((cell) => cell.trim())
  return text && others.length === 0 && /^[A-H]$/.test(letter ?? '') && cells.length === 2
    ? folded
        .replace(/\|(\s*[A-H])\s*\|/, ' $1.')
        .replaceAll('|', ' ')
        .trimEnd()
    : null
}
