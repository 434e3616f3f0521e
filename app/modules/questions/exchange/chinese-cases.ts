import type { Choice, QuestionBody } from '../question.ts'
import { readAnswerPoints } from './answer-points.ts'
import { readChoice } from './chinese-choice.ts'
import type { Draft, DraftCase, DraftFacts } from './chinese-draft.ts'
import { excerptOf, finished, questionOf } from './chinese-finish.ts'
import { isOpen, itemOf, stemOf } from './chinese-items.ts'
import { fold, joinPieces, type Piece } from './source-lines.ts'
import { problem, type ReadOptions, type StagedItem, strayItem } from './staged-item.ts'

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
  let style: string | null = null
  for (const piece of answer) {
    const found = /^(?:问题|第)?\s*([(]?)\s*(\d{1,2})\s*(?:[.、:)]|题)+\s*/.exec(fold(piece.text))
    // «(2)» under «1.» is a point of the first answer, not the second answer.
    const isOfStyle = found !== null && (style === null || style === found[1])
    const isNext = isOfStyle && Number(found[2]) === (drafts[shares.length]?.number ?? shares.length + 1)
    if (isNext) {
      style = found[1] ?? ''
      shares.push([{ ...piece, text: piece.text.slice(found[0].length) }])
    } else if (shares.length === 0) return null
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
