import type { Choice, Question, QuestionBody } from '../question.ts'
import { readAnswerPoints } from './answer-points.ts'
import { checkBody } from './check-body.ts'
import { readChoice } from './chinese-choice.ts'
import type { Draft, DraftCase, DraftFacts } from './chinese-draft.ts'
import { difficultyOf } from './chinese-labels.ts'
import { readLaws } from './law-text.ts'
import { fold, joinPieces, type Piece, type SourceLine } from './source-lines.ts'
import { problem, type ReadOptions, type StagedItem, type StagedProblem, strayItem } from './staged-item.ts'
import { readStem } from './stem-marks.ts'

/** The drafts of a text as items, in the order of the text. */
export function itemsOfDrafts(
  drafts: readonly Draft[],
  groups: readonly DraftCase[],
  options: ReadOptions,
  width: number | null,
): readonly StagedItem[] {
  const alone = drafts.filter(({ group }) => group === null).map((draft) => itemOf(draft, options, width))
  const cases = groups.flatMap((group) => {
    const own = drafts.filter((draft) => draft.group?.order === group.order)
    return itemsOfCase(group, own, options, width)
  })
  return [...alone, ...cases].toSorted((a, b) => a.line - b.line)
}

function itemOf(draft: Draft, options: ReadOptions, width: number | null, above?: DraftCase): StagedItem {
  const line = draft.lines[0]?.line ?? 1
  const { stem, problems } = stemOf(draft, width)
  if (draft.section.head?.kind === 'other') {
    return strayItem(
      line,
      excerptOf(draft.lines),
      problem('unsupportedKind', line, 'error', { values: { kind: '连线、匹配、排序' } }),
    )
  }
  if (isStray(draft, stem)) return strayItem(line, excerptOf(draft.lines), problem('strayText', line, 'warning'))
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

function stemOf(draft: Draft, width: number | null) {
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
  const outOf = draft.halfPoints ?? draft.section.head?.halfPointsEach ?? null
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

function itemsOfCase(
  group: DraftCase,
  drafts: readonly Draft[],
  options: ReadOptions,
  width: number | null,
): readonly StagedItem[] {
  const line = group.lines[0]?.line ?? 1
  if (drafts.length === 0) {
    const stem = joinPieces(group.stem, width)
    if (group.answer.length === 0) {
      const code =
        stem === ''
          ? problem('strayText', line, 'warning')
          : problem('caseItems', line, 'error', { values: { found: 0 } })
      const question = stem === '' ? null : questionOf({ kind: 'case', stem, items: [] }, group, options)
      return [{ ...strayItem(line, excerptOf(group.lines), code), question }]
    }
    return [soleQuestion(group, [], options, width)]
  }
  for (const draft of drafts) stemOf(draft, width)
  const open = drafts.filter(isOpen)
  const choices = drafts.filter((draft) => !isOpen(draft))
  const items = choices.length > 0 ? [caseItem(group, choices, options, width)] : []
  return [...items, ...openItems(group, open, options, width)]
}

function caseItem(group: DraftCase, drafts: readonly Draft[], options: ReadOptions, width: number | null): StagedItem {
  const read = drafts.map((draft, at) => readChoice(draft, stemOf(draft, width).stem, at, width))
  const items: readonly Choice[] = read.map(({ choice }) => choice)
  const [first] = drafts
  const explanation = joinPieces(group.explanation, width)
  const last = items.at(-1)
  const whole =
    explanation === '' || !last
      ? items
      : [...items.slice(0, -1), { ...last, explanation: `${last.explanation}\n${explanation}`.trim() }]
  const body: QuestionBody = { kind: 'case', stem: joinPieces(group.stem, width), items: whole }
  const facts = group.pointNames.length > 0 || !first ? group : { ...first, ...merged(group, drafts) }
  const lines = [...group.lines, ...drafts.flatMap((draft) => draft.lines)]
  const problems = read.flatMap(({ problems }, at) =>
    problems.map((one) => ({
      ...one,
      values: { ...one.values, number: at + 1 },
      ...(one.fix?.code === 'setKey' ? { fix: { ...one.fix, item: at } } : {}),
    })),
  )
  return finished(
    facts,
    body,
    problems,
    options,
    lines,
    drafts.map((draft) => draft.lines[0]?.line ?? 1),
  )
}

/** What the questions of a case say about themselves holds for the case. */
function merged(group: DraftCase, drafts: readonly Draft[]): DraftFacts {
  const all = [group, ...drafts]
  return {
    pointNames: [...new Set(all.flatMap(({ pointNames }) => pointNames))],
    difficulty: all.find(({ difficulty }) => difficulty)?.difficulty ?? null,
    source: all.find(({ source }) => source !== '')?.source ?? '',
    laws: [...new Set(all.flatMap(({ laws }) => laws))],
    rowKey: all.find(({ rowKey }) => rowKey)?.rowKey ?? null,
  }
}

/** Open questions of a case are questions of their own, each with the case above it. */
function openItems(
  group: DraftCase,
  drafts: readonly Draft[],
  options: ReadOptions,
  width: number | null,
): readonly StagedItem[] {
  if (drafts.length === 0) return []
  const last = drafts.at(-1)
  const together = [...(last?.answer ?? []), ...group.answer]
  const isTogether =
    drafts.length > 1 && together.length > 0 && drafts.slice(0, -1).every(({ answer }) => answer.length === 0)
  if (!isTogether) return drafts.map((draft) => itemOf(draft, options, width, group))
  const shares = distributed(together, drafts)
  if (!shares) return [soleQuestion(group, drafts, options, width)]
  for (const [at, draft] of drafts.entries()) draft.answer.splice(0, draft.answer.length, ...(shares[at] ?? []))
  return drafts.map((draft) => itemOf(draft, options, width, group))
}

/** «1. … 2. …» under the last question answer the questions one by one, when their numbers are the same. */
function distributed(answer: readonly Piece[], drafts: readonly Draft[]): ReadonlyArray<readonly Piece[]> | null {
  const shares: Piece[][] = []
  for (const piece of answer) {
    const found = /^(?:问题|第)?\s*[(]?\s*(\d{1,2})\s*(?:[.、:)]|题)+\s*/.exec(fold(piece.text))
    const isNext = found && Number(found[1]) === (drafts[shares.length]?.number ?? shares.length + 1)
    if (isNext) shares.push([{ ...piece, text: piece.text.slice(found[0].length) }])
    else if (shares.length === 0) return null
    else shares.at(-1)?.push(piece)
  }
  return shares.length === drafts.length ? shares : null
}

function soleQuestion(
  group: DraftCase,
  drafts: readonly Draft[],
  options: ReadOptions,
  width: number | null,
): StagedItem {
  const line = group.lines[0]?.line ?? 1
  const asked = drafts.map(
    (draft) => `${draft.number ?? ''}${draft.number === null ? '' : '. '}${stemOf(draft, width).stem}`,
  )
  const halfPoints = drafts.reduce((sum, draft) => sum + (draft.halfPoints ?? 0), 0)
  const outOf = halfPoints > 0 ? halfPoints : (group.section.head?.halfPointsEach ?? null)
  const answer = [...drafts.flatMap((draft) => draft.answer), ...group.answer]
  const { answerPoints, isShared } = readAnswerPoints(answer, outOf)
  const sum = answerPoints.reduce((total, { halfPoints }) => total + halfPoints, 0)
  const body: QuestionBody = {
    ...{ kind: 'constructed', stem: [joinPieces(group.stem, width), ...asked].join('\n'), answerPoints },
    ...{ outOf: outOf ?? sum, explanation: joinPieces(group.explanation, width) },
  }
  const problems = [
    ...(drafts.length > 1 ? [problem('answersTogether', line, 'warning')] : []),
    ...(isShared ? [problem('pointsWithoutMarks', answer[0]?.line ?? line, 'warning')] : []),
  ]
  return finished(group, body, problems, options, [...group.lines, ...drafts.flatMap((draft) => draft.lines)])
}

function finished(
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

function questionOf(body: QuestionBody, facts: DraftFacts, options: ReadOptions): Question {
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
