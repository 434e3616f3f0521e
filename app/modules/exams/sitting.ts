import type { ChoiceKind, QuestionBody } from '~/modules/questions/question.ts'
import type { Arrangement } from './arrangement.ts'
import type { Paper, PaperItem } from './paper.ts'

/*
 * What a browser gets of a paper while it is sat. It is put together field by field, and its type forbids what would give an
 * answer away: a question, a bank item or an item of the paper that is passed in its place does not compile.
 */
type Secret =
  | 'key'
  | 'keys'
  | 'explanation'
  | 'answerPoints'
  | 'accept'
  | 'points'
  | 'difficulty'
  | 'exposures'
  | 'laws'
  | 'source'
  | 'index'
  | 'rule'
  | 'body'
  | 'facts'
  | 'questionId'
  | 'versionId'
  | 'seed'
type Told<T> = T & { readonly [name in Secret]?: never }

export type SittingOption = Told<{ readonly id: string; readonly text: string }>

export type SittingItem = Told<{
  readonly itemId: string
  /** as shown to her: counted through the arrangement */
  readonly number: number
  readonly part: number
  readonly kind: ChoiceKind | 'constructed'
  readonly halfPoints: number
  readonly stem: string
  /** the common stem of a case, on its first item */
  readonly caseStem: string | null
  readonly options: readonly SittingOption[]
}>

/** `bodyOf` reads the immutable version that the paper names. */
export function sittingItems(
  paper: Paper,
  arrangement: Arrangement,
  bodyOf: (versionId: string) => QuestionBody,
): readonly SittingItem[] {
  const items = new Map(paper.items.map((item) => [item.itemId, item]))
  return arrangement.order.flatMap((itemId, at) => {
    const item = items.get(itemId)
    return item ? sittingItem(item, at + 1, arrangement, bodyOf(item.versionId)) : []
  })
}

function sittingItem(item: PaperItem, number: number, arrangement: Arrangement, body: QuestionBody): SittingItem {
  const { itemId, part, halfPoints } = item
  const shown = { itemId, number, part, halfPoints }
  if (item.kind === 'constructed' || body.kind === 'constructed') {
    return { ...shown, kind: 'constructed', stem: body.stem, caseStem: null, options: [] }
  }
  const isCase = body.kind === 'case'
  const choice = isCase ? body.items[item.choice] : body
  return {
    ...shown,
    kind: item.choiceKind,
    stem: choice?.stem ?? '',
    caseStem: isCase && item.choice === 0 ? body.stem : null,
    options: (arrangement.options[itemId] ?? []).map(({ id, index }) => ({ id, text: choice?.options[index] ?? '' })),
  }
}
