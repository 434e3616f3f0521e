import { type Answer, isBlank } from './answer.ts'
import type { Saving } from './saving.ts'

/* 答题卡: where she is, what she has answered, what she wants to come back to. One item can be all of these at once. */
export type CardCell = {
  readonly itemId: string
  readonly number: number
  readonly isAnswered: boolean
  readonly isCurrent: boolean
  readonly isMarked: boolean
  readonly saving: Saving
}

export function cardOf(
  items: readonly { readonly itemId: string; readonly number: number }[],
  answers: Readonly<Record<string, Answer>>,
  currentItemId: string | null,
  savingOf: (itemId: string) => Saving,
): readonly CardCell[] {
  return items.map(({ itemId, number }) => ({
    itemId,
    number,
    isAnswered: !isBlank(answers[itemId]),
    isCurrent: itemId === currentItemId,
    isMarked: answers[itemId]?.isMarked ?? false,
    saving: savingOf(itemId),
  }))
}

export type CardSummary = {
  readonly answered: number
  /** numbers of items, for the question before handing in */
  readonly blank: readonly number[]
  readonly marked: readonly number[]
}

export function summaryOf(cells: readonly CardCell[]): CardSummary {
  return {
    answered: cells.filter(({ isAnswered }) => isAnswered).length,
    blank: cells.flatMap(({ isAnswered, number }) => (isAnswered ? [] : number)),
    marked: cells.flatMap(({ isMarked, number }) => (isMarked ? number : [])),
  }
}
