import type { AnswerList } from './chinese-answers.ts'
import { type Draft, type DraftCase, newCase, newDraft, type Section } from './chinese-draft.ts'
import type { LabelledPart } from './chinese-labels.ts'
import type { NumberMark } from './chinese-marks.ts'
import type { ScannedLine } from './chinese-scan.ts'
import { type Piece, pieceOf } from './source-lines.ts'

/** Where in a question the next unmarked line belongs. */
export type Field = 'stem' | 'option' | 'key' | 'explanation' | 'answer' | 'facts'
type Place = Pick<NumberMark, 'style' | 'number'>

/** The state of reading. It is filled in one walk over the lines and handed over whole. */
export type Reading = {
  readonly lines: readonly ScannedLine[]
  readonly drafts: Draft[]
  readonly groups: DraftCase[]
  readonly lists: AnswerList[]
  readonly strays: ScannedLine[][]
  section: Section
  group: DraftCase | null
  draft: Draft | null
  field: Field
  /** the number of the last question, and of the case around it when cases are numbered like questions */
  last: Place | null
  outer: Place | null
  /** last number of a list inside a stem or an explanation */
  sublist: number | null
  /** «题型:» and «编号:» that stood before their question */
  readonly pending: ScannedLine[]
}

export function newReading(lines: readonly ScannedLine[]): Reading {
  return {
    ...{ lines, drafts: [], groups: [], lists: [], strays: [], pending: [] },
    ...{
      section: { head: null, order: 0 },
      group: null,
      draft: null,
      field: 'stem',
      last: null,
      outer: null,
      sublist: null,
    },
  }
}

/** The line belongs to what is being read, without going into any field. */
export function own({ draft, group, strays }: Reading, line: ScannedLine) {
  const lines = draft?.lines ?? group?.lines
  if (lines) lines.push(line)
  else strays.push([line])
}

export function addStray(reading: Reading, line: ScannedLine) {
  const last = reading.strays.at(-1)
  if (last?.at(-1) === line) return
  const isNext = last?.at(-1)?.line === line.line - 1 || last?.at(-1)?.line === line.line
  if (last && isNext && !line.isAfterBlank) last.push(line)
  else reading.strays.push([line])
}

export function openDraft(reading: Reading, mark: NumberMark | null, line: ScannedLine): Draft {
  const { group } = reading
  const isPast = group?.range && mark && (mark.number > group.range[1] || mark.number < group.range[0])
  if (isPast && reading.section.head?.kind !== 'case' && mark.number > 9) reading.group = null
  const draft = newDraft(reading.section, reading.group, mark)
  draft.lines.push(line)
  reading.drafts.push(draft)
  Object.assign(reading, { draft, field: 'stem', sublist: null })
  if (mark) reading.last = { style: mark.style, number: mark.number }
  return draft
}

export function startCase(reading: Reading, range: readonly [number, number] | null, line: ScannedLine) {
  const group = newCase(reading.section, reading.groups.length, range)
  group.lines.push(line)
  reading.groups.push(group)
  Object.assign(reading, { group, draft: null, field: 'stem', last: null, sublist: null })
}

export function push(into: Piece[] | undefined, line: ScannedLine, { from, to }: Pick<LabelledPart, 'from' | 'to'>) {
  const piece = pieceOf(line, from, to)
  if (piece.text !== '') into?.push(piece)
}

export function ownOnce(reading: Reading, line: ScannedLine) {
  const lines = (reading.draft ?? reading.group)?.lines
  if (lines && lines.at(-1) !== line) lines.push(line)
}
