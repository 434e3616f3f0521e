import type { Question, QuestionBody } from '../question.ts'
import { checkBody } from './check-body.ts'
import type { DraftFacts } from './chinese-draft.ts'
import { difficultyOf } from './chinese-labels.ts'
import { readLaws } from './law-text.ts'
import type { SourceLine } from './source-lines.ts'
import { problem, type ReadOptions, type StagedItem, type StagedProblem } from './staged-item.ts'

export function finished(
  facts: DraftFacts,
  body: QuestionBody,
  found: readonly StagedProblem[],
  options: ReadOptions,
  lines: readonly SourceLine[],
  itemLines: readonly number[] = [],
  at?: number,
): StagedItem {
  const line = at ?? lines[0]?.line ?? 1
  const checked = checkBody(body, { line, items: itemLines })
  // What the reader said about a missing key has its offer; the plain word of the check would be a repetition.
  const isSaid = (one: StagedProblem) =>
    one.code === 'keyMissing' &&
    found.some(
      (other) => ['keyMissing', 'keyUnreadable'].includes(other.code) && other.values?.number === one.values?.number,
    )
  const texts = lines.map(({ text }) => text).join('\n')
  const lost = /\uFFFC|[[【<(（](?:图片?|image|img)\s*\d*[\]】>)）]/i.exec(texts)
  const problems = [
    ...found,
    ...checked.filter((one) => !isSaid(one)),
    ...factProblems(facts, line, options),
    ...(lost
      ? [problem('pictureMissing', line, 'warning', { values: { name: lost[0].replace('\uFFFC', '图') } })]
      : []),
    ...(texts.includes('\uFFFD') ? [problem('garbled', line, 'error')] : []),
  ]
  return {
    ...{ line, excerpt: excerptOf(lines), rowKey: facts.rowKey, pictures: [], problems },
    question: questionOf(body, facts, options),
  }
}

export function questionOf(body: QuestionBody, facts: DraftFacts, options: ReadOptions): Question {
  const { findPoint } = options
  const points = findPoint ? facts.pointNames.flatMap((name) => findPoint(name) ?? []) : facts.pointNames
  return {
    body,
    facts: {
      ...{ subject: options.subject, points, source: facts.source },
      difficulty: (facts.difficulty ? difficultyOf(facts.difficulty.text) : null) ?? 3,
      laws: readLaws(facts.laws.join('\n')),
    },
  }
}

function factProblems(facts: DraftFacts, line: number, { findPoint }: ReadOptions): readonly StagedProblem[] {
  const { difficulty } = facts
  const isRead = difficulty === null || difficultyOf(difficulty.text) !== null
  return [
    ...(isRead
      ? []
      : [problem('difficultyUnreadable', difficulty.line, 'warning', { values: { text: difficulty.text } })]),
    ...(findPoint ? facts.pointNames.filter((name) => findPoint(name) === null) : []).map((name) =>
      problem('unknownPoint', line, 'warning', { values: { name } }),
    ),
  ]
}

export function excerptOf(lines: readonly SourceLine[]): string {
  return lines.map(({ text }) => text).join('\n')
}
