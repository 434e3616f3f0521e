import type { BankQuestion } from '~/modules/questions/bank.server.ts'
import { syllabus } from '~/modules/questions/official-pack.server.ts'
import { choicesOf } from '~/modules/questions/question.ts'
import { paths } from '~/paths.ts'
import { type Arrangement, pickedIndexes } from './arrangement.ts'
import { arrangementOf } from './arrangements.server.ts'
import type { Handing } from './handing.ts'
import type { PaperItem } from './paper.ts'
import { choiceOf, type OpenedPaper } from './papers.server.ts'
import type { CurrentMarks } from './regrade.ts'
import type { ResultItem } from './result-html.ts'
import type { Mark, Result } from './scoring.ts'
import { explanationFor, ruledItemOf, shownRuling } from './shown-ruling.ts'

export type Handed = {
  readonly id: string
  readonly arrangement: string
  readonly answers: ReadonlyArray<{ readonly itemId: string; readonly value: string }>
}
/** How written answers are marked, what she has ticked («0,2» by item), and whether her mentors were asked to look. */
export type OwnMarks = {
  readonly isSelfMarked: boolean
  readonly ticked: ReadonlyMap<string, string>
  readonly handings: ReadonlyMap<string, Handing>
}

/** Marks changed after the fact, and the questions as they are asked now. */
export type Regraded = CurrentMarks & { readonly inUse: ReadonlyMap<string, BankQuestion> }

/** Every item as she met it, with her answer and the key. */
export function itemsOf(
  opened: OpenedPaper,
  attempt: Handed,
  result: Result,
  marksOfHers: OwnMarks,
  regraded: Regraded | null,
  english: boolean,
): readonly ResultItem[] {
  const arrangement = arrangementOf(attempt)
  const items = new Map(opened.paper.items.map((item) => [item.itemId, item]))
  const marks = new Map(result.marks.map((mark) => [mark.itemId, mark]))
  const values = new Map(attempt.answers.map(({ itemId, value }) => [itemId, value]))
  return arrangement.order.flatMap((itemId, at) => {
    const [item, mark] = [items.get(itemId), marks.get(itemId)]
    if (!item || !mark) return []
    const ticked = (marksOfHers.ticked.get(itemId) ?? '').split(',').filter(Boolean).map(Number)
    const handing = marksOfHers.handings.get(itemId) ?? null
    const hers = { value: values.get(itemId) ?? '', ticked, maySelfMark: marksOfHers.isSelfMarked, handing }
    return [resultItem(opened, arrangement, item, mark, hers, at + 1, regraded, english)]
  })
}

type Hers = Pick<ResultItem, 'maySelfMark' | 'handing'> & {
  readonly value: string
  readonly ticked: readonly number[]
}

function resultItem(
  opened: OpenedPaper,
  arrangement: Arrangement,
  item: PaperItem,
  mark: Mark,
  hers: Hers,
  number: number,
  regraded: Regraded | null,
  english: boolean,
): ResultItem {
  const inUse = regraded?.inUse ?? new Map<string, BankQuestion>()
  const ruled = regraded && ruledItemOf(regraded.ruled, item.itemId)
  const scoredBy = regraded && ruledItemOf(regraded.paper, item.itemId)
  const options = arrangement.options[item.itemId] ?? []
  const ruling =
    ruled && shownRuling(ruled, { key: choiceOf(opened, item)?.key ?? [], halfPoints: item.halfPoints }, options)
  const question = opened.questions.get(item.versionId)
  const choice = choiceOf(opened, item)
  const body = question?.body
  const newer =
    ruled && choice && ruling?.isExplanationOld
      ? explanationFor(ruled, choice, question?.version ?? 0, inUse.get(item.questionId))
      : null
  const picked = choice ? (pickedIndexes(arrangement, item.itemId, hers.value) ?? []) : []
  return {
    ...{ itemId: item.itemId, number, outcome: mark.outcome, halfPoints: mark.halfPoints },
    outOf: scoredBy?.halfPoints ?? item.halfPoints,
    stem: choice?.stem ?? (body?.kind === 'constructed' ? body.stem : ''),
    caseStem: body?.kind === 'case' && choice === choicesOf(body)[0] ? body.stem : null,
    options: options.map(({ index }) => ({
      text: choice?.options[index] ?? '',
      isKey: (ruled?.keys ?? [choice?.key ?? []]).some((key) => key.includes(index)),
      isPicked: picked.includes(index),
    })),
    text: body?.kind === 'constructed' ? hers.value : null,
    answerPoints: (body?.kind === 'constructed' ? body.answerPoints : []).map((point, at) => ({
      ...{ text: point.text, halfPoints: point.halfPoints },
      isTicked: hers.ticked.includes(at),
    })),
    ...{ maySelfMark: hers.maySelfMark, handing: hers.handing },
    ruling: ruling && { ...ruling, isExplanationOld: ruling.isExplanationOld && newer === null },
    explanation: newer ?? choice?.explanation ?? (body?.kind === 'constructed' ? body.explanation : ''),
    points: (question?.facts.points ?? []).map((id) => {
      const title = pointTitle(id, english)
      return { title, path: paths.search(title) }
    }),
  }
}

export function pointTitle(id: string, english: boolean): string {
  const found = syllabus().points.find((point) => point.id === id)
  if (!found) return id
  return english ? found.titleEn : found.title
}
