import type { AnswerPoint } from '../question.ts'
import { fold, type Piece } from './source-lines.ts'

/*
 * 采分点 out of an answer as it is written: «1. …（4分）», «（1）…；（2）…», «①…». A line that says its marks is a point; a heading
 * without marks goes with the first point under it, any other line without marks with the point above it.
 */
export type ReadPoints = {
  readonly answerPoints: readonly AnswerPoint[]
  /** marks were shared out by us */
  readonly isShared: boolean
}

type Segment = {
  readonly depth: number
  text: string
  readonly halfPoints: number | null
  readonly accept: readonly string[]
}

export function readAnswerPoints(pieces: readonly Piece[], outOf: number | null): ReadPoints {
  const segments = joined(pieces.flatMap(({ text }) => split(text)).map(segmentOf))
  const isMarked = segments.some(({ halfPoints }) => halfPoints !== null)
  const points = isMarked ? gathered(segments) : segments
  if (isMarked) return { answerPoints: points.map((one) => pointOf(one, one.halfPoints ?? 0)), isShared: false }
  const shares = shared(outOf ?? points.length * 2, points.length)
  return { answerPoints: points.map((one, at) => pointOf(one, shares[at] ?? 0)), isShared: points.length > 0 }
}

function pointOf({ text, accept }: Segment, halfPoints: number): AnswerPoint {
  return { text, halfPoints, accept }
}

/** As even as half-points allow; the first ones get what is over. */
export function shared(halfPoints: number, count: number): readonly number[] {
  const whole = Math.floor(halfPoints / Math.max(1, count))
  return Array.from({ length: count }, (_, at) => Math.max(1, whole + (at < halfPoints - whole * count ? 1 : 0)))
}

const listMarks = [
  /^(?:[一二三四五六七八九十]{1,2}[、.]|第[一二三四五六七八九十][,、:]?)\s*/,
  /^(?:\d{1,2}\s*[.、)](?!\d)|要点\s*\d{1,2}\s*[.、:]?)\s*/,
  /^[([]\s*\d{1,2}\s*[)\]]\s*[.、]?/,
  /^(?:[①-⑳]|[a-z][.)]|[•·●■◆-])\s*/,
]

function depthOf(folded: string): number | null {
  const at = listMarks.findIndex((mark) => mark.test(folded))
  return at < 0 ? null : at
}

/** «1.…；2.…；3.…» on one line are several points, when the numbers run on from one. */
function split(text: string): readonly string[] {
  const folded = fold(text)
  for (const mark of [/(?<=^|[\s;。.,)])(\d{1,2})\s*[.、](?!\d)/g, /[([]\s*(\d{1,2})\s*[)\]]/g, /([①-⑳])/g]) {
    const starts = [...folded.matchAll(mark)].map(({ index, 1: number = '' }) => ({
      index,
      number: valueOfMark(number),
    }))
    const run = starts.filter(({ number }, at) => number === at + 1)
    if (run.length >= 2 && run.length === starts.length) {
      const cuts = run.map(({ index }) => index)
      const before = text.slice(0, cuts[0]).trim()
      const parts = cuts.map((from, at) => text.slice(from, cuts[at + 1]).trim())
      return before === '' ? parts : [before, ...parts]
    }
  }
  return [text]
}

function valueOfMark(number: string): number {
  return /\d/.test(number) ? Number(number) : number.charCodeAt(0) - 0x245f
}

const marksPattern =
  /[([【]\s*(?:每点|本点|计|得|共|满分)?\s*(\d{1,2}(?:\.\d)?)\s*分\s*[)\]】]|(?<=[\s,。;:、—-])(\d{1,2}(?:\.5)?)\s*分\s*(?=[。;.]?$)/
const otherWording =
  /[([【]\s*(?:或答|或写|或者?|也可答|同义)\s*[:：“"]?\s*([^)\]】]+?)[”"]?\s*(?:也可|亦可|均可)?\s*[)\]】]/

function segmentOf(text: string): Segment & { readonly isListed: boolean } {
  const folded = fold(text)
  const depth = depthOf(folded)
  const mark = depth === null ? 0 : (listMarks[depth]?.exec(folded)?.[0].length ?? 0)
  const marks = marksPattern.exec(folded)
  const kept = marks ? text.slice(mark, marks.index) + text.slice(marks.index + marks[0].length) : text.slice(mark)
  const other = otherWording.exec(fold(kept))
  const accept = other ? kept.slice(other.index, other.index + other[0].length) : ''
  const clean = (accept === '' ? kept : kept.replace(accept, '')).trim().replace(/[;；,，]$/, '')
  return {
    ...{ depth: depth ?? 9, isListed: depth !== null, text: clean },
    halfPoints: marks ? Math.round(Number(marks[1] ?? marks[2]) * 2) : null,
    accept: (other?.[1] ?? '')
      .split(/[;、,/]|或/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  }
}

/** A line without a list's mark goes on with the one above, when the lines are a list at all. */
function joined(segments: ReadonlyArray<Segment & { readonly isListed: boolean }>): Segment[] {
  const isList = segments.some(({ isListed }) => isListed)
  const found: Segment[] = []
  for (const segment of segments) {
    const last = found.at(-1)
    if (segment.text === '' && segment.halfPoints === null) continue
    // «包括以下几点:» leads to the first point.
    const isLed =
      isList && found.length === 1 && last?.depth === 9 && /[：:]$/.test(last.text) && last.halfPoints === null
    if (isLed && last && segment.isListed) {
      found[0] = { ...segment, text: `${last.text}\n${segment.text}` }
      continue
    }
    const goesOn = isList && !segment.isListed && segment.halfPoints === null && last !== undefined
    if (goesOn && last) last.text = `${last.text}\n${segment.text}`
    else found.push({ ...segment })
  }
  return found
}

function gathered(segments: readonly Segment[]): readonly Segment[] {
  const points: Segment[] = []
  let heading: string | null = null
  for (const segment of segments) {
    const last = points.at(-1)
    if (segment.halfPoints !== null) {
      points.push({ ...segment, text: heading === null ? segment.text : `${heading}\n${segment.text}` })
      heading = null
    } else if (!last || (segment.depth < 9 && segment.depth <= last.depth)) {
      heading = heading === null ? segment.text : `${heading}\n${segment.text}`
    } else {
      last.text = `${last.text}\n${segment.text}`
    }
  }
  const last = points.at(-1)
  if (heading !== null && last) last.text = `${last.text}\n${heading}`
  return points
}
