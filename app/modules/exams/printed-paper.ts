import type { AnswerPoint, ChoiceKind, QuestionBody } from '~/modules/questions/question.ts'
import { choicesOf } from '~/modules/questions/question.ts'
import { type Arrangement, arrange } from './arrangement.ts'
import type { Paper, PaperItem } from './paper.ts'

/*
 * A paper as staff look at it and print it. Paper, answer sheet and key are three prints of one arrangement, so a number and a
 * letter mean the same on all three, and on the screen.
 */
export type PrintedItem = {
  readonly number: number
  readonly itemId: string
  readonly questionId: string
  readonly part: number
  readonly kind: ChoiceKind | 'constructed'
  readonly halfPoints: number
  readonly stem: string
  /** the common stem of a case, on its first item */
  readonly caseStem: string | null
  readonly options: readonly string[]
  /** indexes of the right options, as they are printed */
  readonly key: readonly number[]
  readonly answerPoints: readonly AnswerPoint[]
  readonly explanation: string
}

/** Orders that a paper can be printed in: its own, and some that are mixed, for neighbours in a room. */
export const printOrders = [0, 1, 2, 3] as const
export type PrintOrder = (typeof printOrders)[number]

export function readPrintOrder(text: string | null): PrintOrder {
  return printOrders.find((order) => String(order) === text) ?? 0
}

/** The same paper and order give the same print, today and next year. */
export function printArrangement(paper: Paper, order: PrintOrder): Arrangement {
  if (order > 0) return arrange(paper, (paper.seed + order * 104_729) % 2 ** 31)
  return {
    order: paper.items.map(({ itemId }) => itemId),
    options: Object.fromEntries(paper.items.map((item) => [item.itemId, inOwnOrder(item)])),
  }
}

function inOwnOrder(item: PaperItem) {
  if (item.kind === 'constructed') return []
  return Array.from({ length: item.optionCount }, (_, index) => ({ id: String(index), index }))
}

/** `bodyOf` reads the immutable version. */
export function printedItems(
  paper: Paper,
  { order, options }: Arrangement,
  bodyOf: (versionId: string) => QuestionBody,
): readonly PrintedItem[] {
  const byId = new Map(paper.items.map((item) => [item.itemId, item]))
  return order.flatMap((itemId, at) => {
    const item = byId.get(itemId)
    if (!item) return []
    const shown = (options[itemId] ?? []).map(({ index }) => index)
    return [{ number: at + 1, ...printed(item, bodyOf(item.versionId), shown) }]
  })
}

function printed(item: PaperItem, body: QuestionBody, shown: readonly number[]): Omit<PrintedItem, 'number'> {
  const { itemId, questionId, part, halfPoints } = item
  const facts = { itemId, questionId, part, halfPoints }
  if (item.kind === 'constructed') {
    const { stem, answerPoints, explanation } =
      body.kind === 'constructed' ? body : { stem: '', answerPoints: [], explanation: '' }
    return { ...facts, kind: 'constructed', stem, answerPoints, explanation, caseStem: null, options: [], key: [] }
  }
  const choice = choicesOf(body)[item.choice]
  const right = new Set(choice?.key)
  return {
    ...{ ...facts, kind: item.choiceKind, stem: choice?.stem ?? '', explanation: choice?.explanation ?? '' },
    caseStem: body.kind === 'case' && item.choice === 0 ? body.stem : null,
    options: shown.map((index) => choice?.options[index] ?? ''),
    key: shown.flatMap((index, at) => (right.has(index) ? [at] : [])),
    answerPoints: [],
  }
}
