import { type Choice, choicesOf, lettersOf, type QuestionBody } from '~/modules/questions/question.ts'
import type { ArrangedOption } from './arrangement.ts'
import type { ShownRuling } from './result-html.ts'
import type { ItemToScore, PaperToScore } from './scoring.ts'

export function ruledItemOf({ items }: PaperToScore, itemId: string): ItemToScore | null {
  return items.find((item) => item.itemId === itemId) ?? null
}

export type DrawnItem = { readonly key: readonly number[]; readonly halfPoints: number }

type Versioned = { readonly version: number; readonly body: QuestionBody }

/**
 * The explanation of the version in use now, when that asks the same with the key that holds now: the drawn one was written
 * for another key. Null: there is none that fits.
 */
export function explanationFor(
  ruled: ItemToScore,
  drawn: Choice,
  version: number,
  inUse: Versioned | undefined,
): string | null {
  if (!inUse || inUse.version <= version) return null
  const choice = choicesOf(inUse.body)[ruled.choice]
  const asksTheSame = choice?.options.join('\n') === drawn.options.join('\n')
  const isKeyNow = choice && ruled.keys.some((key) => String(key) === String(choice.key))
  return choice && asksTheSame && isKeyNow ? choice.explanation : null
}

/** What is different now from the item as it was drawn; null: nothing. Letters are those that she saw. */
export function shownRuling(
  ruled: ItemToScore,
  drawn: DrawnItem,
  options: readonly ArrangedOption[],
): ShownRuling | null {
  const hasOtherKeys = ruled.keys.map(String).join('|') !== String(drawn.key) && ruled.rule !== 'byHand'
  const hasOtherPoints = ruled.halfPoints !== drawn.halfPoints
  if (!hasOtherKeys && !hasOtherPoints && ruled.standing === 'scored') return null
  const asSeen = (key: readonly number[]) =>
    lettersOf(options.flatMap(({ index }, place) => (key.includes(index) ? [place] : [])))
  return {
    keys: hasOtherKeys ? ruled.keys.map(asSeen) : null,
    standing: ruled.standing,
    halfPoints: hasOtherPoints ? ruled.halfPoints : null,
    isExplanationOld: hasOtherKeys,
  }
}
