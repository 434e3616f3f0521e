import type { ProblemSink } from './problems.ts'
import type { Place } from './tree.ts'

const cjk = '\\u3400-\\u9fff\\uf900-\\ufaff'
const straightQuote = new RegExp(`["'](?=[${cjk}])|(?<=[${cjk}，。：；！？])["']`, 'gu')
const halfWidth = new RegExp(
  `(?<=[${cjk}])[,;:?!]|[,;?!](?=[${cjk}])|(?<=[${cjk}])\\.(?!\\w)|\\((?=[${cjk}])|(?<=[${cjk}])\\)`,
  'gu',
)

/** Warns of marks that do not belong into Chinese prose. `start` is the place of the text's first character. */
export function inspectProse(text: string, start: Place, report: ProblemSink): void {
  for (const match of text.matchAll(straightQuote)) {
    report('straightQuote', placeAt(text, match.index, start), { mark: match[0] })
  }
  for (const match of text.matchAll(halfWidth)) {
    report('halfWidthPunctuation', placeAt(text, match.index, start), { mark: match[0] })
  }
}

function placeAt(text: string, index: number, start: Place): Place {
  const before = text.slice(0, index).split('\n')
  const column = before.at(-1)?.length ?? 0
  return before.length === 1
    ? { line: start.line, column: start.column + column }
    : { line: start.line + before.length - 1, column: column + 1 }
}

/** Chinese characters a minute, for a careful reader on a phone; and what a question or a note takes. */
const charactersAMinute = 250
const minutesACheck = 2
const minutesAReflection = 4

export function expectedMinutes(length: { characters: number; checks: number; reflections: number }): number {
  const reading = length.characters / charactersAMinute
  return Math.max(1, Math.round(reading + length.checks * minutesACheck + length.reflections * minutesAReflection))
}

export function countCharacters(text: string): number {
  return text.match(new RegExp(`[${cjk}]`, 'gu'))?.length ?? 0
}
