import { judgementOptions } from '../pack.ts'
import type { Choice, Constructed, Question, QuestionBody, QuestionFacts } from '../question.ts'
import { readAnswerPoints } from './answer-points.ts'
import { checkBody } from './check-body.ts'
import type { Extras } from './exchange-extras.schema.ts'
import {
  problem,
  type ReadOptions,
  type StagedItem,
  type StagedPicture,
  type StagedProblem,
  strayItem,
} from './staged-item.ts'

/* What GIFT and Moodle XML have in common: options with weights, essays, and how a case is put together again. */
export type WeightedOption = { readonly text: string; readonly percent: number; readonly feedback: string }

/** One question of a file of Moodle, before cases are gathered. */
export type MoodleEntry = {
  readonly line: number
  readonly excerpt: string
  readonly rowKey: string | null
  /** null: a kind that we do not hold, named in the problems; a text alone is the stem of a case or a description */
  readonly body: Choice | Constructed | { readonly kind: 'text'; readonly stem: string } | null
  readonly extras: Extras | null
  readonly tags: readonly string[]
  readonly pictures: readonly StagedPicture[]
  readonly problems: readonly StagedProblem[]
}

/** Right is what gives marks; where the marks differ, the difference is said to be lost. */
export function choiceOf(
  stem: string,
  options: readonly WeightedOption[],
  isSingle: boolean,
  explanation: string,
  line: number,
): { readonly choice: Choice; readonly problems: readonly StagedProblem[] } {
  const best = Math.max(0, ...options.map(({ percent }) => percent))
  const isRight = ({ percent }: WeightedOption) => (isSingle ? percent === best && best > 0 : percent > 0)
  const positive = options.filter(({ percent }) => percent > 0)
  const isUneven = isSingle
    ? options.some(({ percent }) => percent !== 0 && percent < best && percent > 0)
    : positive.some(({ percent }) => Math.abs(percent - best) > 0.01)
  const key = options.flatMap((option, at) => (isRight(option) ? [at] : []))
  const said = options.flatMap(({ feedback }, at) =>
    feedback === '' ? [] : [`${String.fromCharCode(65 + at)}：${feedback}`],
  )
  return {
    choice: {
      kind: isSingle ? 'single' : 'multiple',
      ...{ stem, key, options: options.map(({ text }) => text) },
      explanation: [explanation, ...said].filter((text) => text !== '').join('\n'),
    },
    problems: isUneven ? [problem('weightsIgnored', line, 'warning')] : [],
  }
}

export function judgementBody(stem: string, isTrue: boolean, explanation: string): Choice {
  return { kind: 'judgement', stem, options: judgementOptions, key: [isTrue ? 0 : 1], explanation }
}

/** An essay: its answer points are ours when they came along, else read from what its markers are told. */
export function essayOf(
  stem: string,
  told: string,
  grade: number | null,
  explanation: string,
  extras: Extras | null,
  line: number,
): { readonly body: Constructed; readonly problems: readonly StagedProblem[] } {
  if (extras?.answerPoints) {
    const { answerPoints, outOf = 0 } = extras
    return { body: { kind: 'constructed', stem, answerPoints, outOf, explanation }, problems: [] }
  }
  const lines = told.split('\n').map((text) => ({ text: text.trim(), line, isAfterBlank: false, width: 0 }))
  const { answerPoints, isShared } = readAnswerPoints(lines, grade === null ? null : Math.round(grade * 2))
  const sum = answerPoints.reduce((total, { halfPoints }) => total + halfPoints, 0)
  const outOf = grade === null || grade <= 1 ? sum : Math.round(grade * 2)
  return {
    body: { kind: 'constructed', stem, answerPoints, outOf, explanation },
    problems: isShared ? [problem('pointsWithoutMarks', line, 'warning')] : [],
  }
}

/** The share of the marks of each right option: five places, as Moodle knows its thirds and sevenths. */
export function shareOf(count: number): string {
  return String(Number((100 / Math.max(1, count)).toFixed(5)))
}

/** Entries as items: a text that says it heads a case takes the questions after it. */
export function itemsOfEntries(entries: readonly MoodleEntry[], options: ReadOptions): readonly StagedItem[] {
  const items: StagedItem[] = []
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at]
    if (!entry) continue
    const count = entry.body?.kind === 'text' ? entry.extras?.caseOf : undefined
    if (count === undefined) items.push(itemOf(entry, options))
    else {
      items.push(caseOf(entry, entries.slice(at + 1, at + 1 + count), options))
      at += count
    }
  }
  return items
}

function itemOf(entry: MoodleEntry, options: ReadOptions): StagedItem {
  const { body, line, excerpt, problems } = entry
  if (body === null) return strayItem(line, excerpt, ...problems)
  if (body.kind === 'text') {
    return strayItem(
      line,
      excerpt,
      ...problems,
      problem('unsupportedKind', line, 'error', { values: { kind: 'description' } }),
    )
  }
  return staged(entry, body, [], options)
}

function caseOf(head: MoodleEntry, parts: readonly MoodleEntry[], options: ReadOptions): StagedItem {
  const items = parts.flatMap(({ body }) => (body && body.kind !== 'text' && body.kind !== 'constructed' ? [body] : []))
  const body: QuestionBody = { kind: 'case', stem: head.body?.kind === 'text' ? head.body.stem : '', items }
  const all = {
    ...head,
    excerpt: [head, ...parts].map(({ excerpt }) => excerpt).join('\n\n'),
    pictures: [head, ...parts].flatMap(({ pictures }) => pictures),
    problems: [head, ...parts].flatMap(({ problems }) => problems),
  }
  return staged(
    all,
    body,
    parts.map(({ line }) => line),
    options,
  )
}

function staged(entry: MoodleEntry, body: QuestionBody, lines: readonly number[], options: ReadOptions): StagedItem {
  const { line, excerpt, rowKey, pictures, problems } = entry
  const { facts, unknown } = factsOf(entry, options)
  const question: Question = { body, facts }
  const points = unknown.map((name) => problem('unknownPoint', line, 'warning', { values: { name } }))
  return {
    line,
    excerpt,
    rowKey,
    question,
    pictures,
    problems: [...problems, ...checkBody(body, { line, items: lines }), ...points],
  }
}

function factsOf({ extras, tags }: MoodleEntry, { subject, findPoint }: ReadOptions) {
  const names = extras?.facts?.points ?? tags
  const found = names.flatMap((name) => (findPoint ? (findPoint(name) ?? []) : name))
  const unknown = findPoint && extras?.facts ? names.filter((name) => findPoint(name) === null) : []
  const given = extras?.facts ?? { subject, difficulty: 3, source: '', laws: [] }
  const facts: QuestionFacts = { ...given, points: found }
  return { facts, unknown }
}
