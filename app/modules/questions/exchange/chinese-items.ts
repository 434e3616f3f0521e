import type { QuestionBody } from '../question.ts'
import { readAnswerPoints } from './answer-points.ts'
import { readChoice } from './chinese-choice.ts'
import type { Draft, DraftCase } from './chinese-draft.ts'
import { excerptOf, finished } from './chinese-finish.ts'
import { joinPieces, type Piece } from './source-lines.ts'
import { problem, type ReadOptions, type StagedItem, type StagedProblem, strayItem } from './staged-item.ts'
import { readStem } from './stem-marks.ts'

export function itemOf(draft: Draft, options: ReadOptions, width: number | null, above?: DraftCase): StagedItem {
  const line = draft.lines[0]?.line ?? 1
  const lines = above ? [...above.lines, ...draft.lines] : draft.lines
  const { stem, problems } = stemOf(draft, width)
  if (draft.section.head?.kind === 'other') {
    return strayItem(
      line,
      excerptOf(lines),
      problem('unsupportedKind', line, 'error', { values: { kind: '连线、匹配、排序' } }),
    )
  }
  if (isStray(draft, stem)) return strayItem(line, excerptOf(lines), problem('strayText', line, 'warning'))
  if (isOpen(draft)) return constructedItem(draft, stem, options, width, above)
  const { choice, problems: found } = readChoice(draft, stem, null, width)
  return finished(draft, choice, [...problems, ...found], options, draft.lines)
}

/** A numbered line that has nothing of a question. */
function isStray(draft: Draft, stem: string): boolean {
  const hint = draft.kind ?? draft.section.head?.kind
  const isBare = draft.options.length === 0 && draft.keys.length === 0 && draft.answer.length === 0
  return (
    isBare &&
    hint === undefined &&
    draft.group === null &&
    draft.explanation.length === 0 &&
    !/[(（]\s*[A-Z√×对错]/.test(stem)
  )
}

export function isOpen(draft: Draft): boolean {
  const hint = draft.kind ?? draft.section.head?.kind
  if (draft.options.length > 0) return false
  if (hint === 'constructed' || hint === 'blank') return true
  if (hint === 'single' || hint === 'multiple' || hint === 'indefinite' || hint === 'judgement') return false
  if (draft.answer.length > 0) return true
  return draft.group !== null && draft.keys.length === 0
}

export function stemOf(draft: Draft, width: number | null) {
  const read = readStem(joinPieces(draft.stem, width))
  draft.kind ??= read.kind
  draft.halfPoints ??= read.halfPoints
  return { stem: read.stem, problems: [] as StagedProblem[] }
}

function constructedItem(
  draft: Draft,
  own: string,
  options: ReadOptions,
  width: number | null,
  above?: DraftCase,
): StagedItem {
  const line = draft.lines[0]?.line ?? 1
  // What a section says of each question is said of a whole case.
  const outOf = draft.halfPoints ?? (above ? null : (draft.section.head?.halfPointsEach ?? null))
  const answer = draft.answer.length > 0 ? draft.answer : draft.keys.map(({ folded, line }) => wordsOf(folded, line))
  const kind = draft.kind ?? draft.section.head?.kind
  const pieces = kind === 'blank' ? answer.flatMap(blanksOf) : answer
  const { answerPoints, isShared } = readAnswerPoints(pieces, outOf)
  const sum = answerPoints.reduce((total, { halfPoints }) => total + halfPoints, 0)
  const stem = above ? `${joinPieces(above.stem, width)}\n${own}`.trim() : own
  const body: QuestionBody = {
    ...{ kind: 'constructed', stem, answerPoints },
    outOf: outOf ?? sum,
    explanation: joinPieces([...draft.explanation, ...(above?.explanation ?? [])], width),
  }
  const problems = [
    ...draft.problems,
    ...(isShared ? [problem('pointsWithoutMarks', answer[0]?.line ?? line, 'warning')] : []),
    ...(kind === 'blank' ? [problem('fillBlank', line, 'warning')] : []),
  ]
  return finished(draft, body, problems, options, above ? [...above.lines, ...draft.lines] : draft.lines, [], line)
}

function wordsOf(text: string, line: number): Piece {
  return { text, line, isAfterBlank: false, width: 0 }
}

function blanksOf(piece: Piece): readonly Piece[] {
  return piece.text
    .split(/[;；]|\s{2,}/)
    .map((text) => ({ ...piece, text: text.trim() }))
    .filter(({ text }) => text !== '')
}
