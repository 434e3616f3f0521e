import type { QuestionKind } from '~/modules/questions/question.ts'
import { inlineHtml, questionHtml } from '~/modules/questions/question-html.ts'
import { escaped } from '~/platform/html.ts'

/*
 * The questions of a sitting as one form's inside, written as text: eighty questions are too many for elements, and they do
 * not change while she sits. What she sees of a question is all that this file is ever given: no key, no explanation.
 */
export type ShownItem = {
  readonly itemId: string
  readonly number: number
  readonly kind: Exclude<QuestionKind, 'case'>
  readonly halfPoints: number
  readonly stem: string
  /** the common stem of a case, on its first item */
  readonly caseStem: string | null
  readonly options: ReadonlyArray<{ readonly id: string; readonly text: string }>
}

export type ShownAnswer = { readonly value: string; readonly isMarked: boolean }

export type PaperWords = {
  readonly kinds: Readonly<Record<ShownItem['kind'], string>>
  readonly points: (halfPoints: number) => string
  readonly number: (number: number) => string
  readonly mark: string
}

export function paperHtml(
  items: readonly ShownItem[],
  answers: Readonly<Record<string, ShownAnswer>>,
  words: PaperWords,
  picturePath: (hash: string) => string,
): string {
  return items.map((item) => itemHtml(item, answers[item.itemId] ?? blank, words, picturePath)).join('')
}

const blank: ShownAnswer = { value: '', isMarked: false }

function itemHtml(
  item: ShownItem,
  answer: ShownAnswer,
  words: PaperWords,
  picturePath: (hash: string) => string,
): string {
  const id = escaped(item.itemId)
  const head = `<h2 class="exam-head" id="h-${id}"><span class="sr-only">${escaped(words.number(item.number))}</span><span aria-hidden="true">${item.number}</span> <span class="exam-kind">${escaped(words.kinds[item.kind])} ${escaped(words.points(item.halfPoints))}</span></h2>`
  const common =
    item.caseStem === null ? '' : `<div class="exam-case">${questionHtml(item.caseStem, picturePath)}</div>`
  const mark = `<label class="exam-mark"><input type="checkbox" name="m.${id}" value="1"${answer.isMarked ? ' checked' : ''}><span>${escaped(words.mark)}</span></label>`
  return `<section class="exam-item" id="q-${id}" data-item="${id}" aria-labelledby="h-${id}" tabindex="-1">${head}${common}<div class="exam-stem" id="s-${id}">${questionHtml(item.stem, picturePath)}</div>${answerHtml(item, answer, picturePath)}${mark}</section>`
}

function answerHtml(item: ShownItem, answer: ShownAnswer, picturePath: (hash: string) => string): string {
  const id = escaped(item.itemId)
  if (item.kind === 'constructed') {
    return `<textarea class="input exam-text" name="a.${id}" rows="12" maxlength="20000" aria-labelledby="h-${id} s-${id}">${escaped(answer.value)}</textarea>`
  }
  const picked = new Set(answer.value.split(','))
  const type = item.kind === 'multiple' ? 'checkbox' : 'radio'
  const options = item.options.map((option, at) => {
    const checked = picked.has(option.id) ? ' checked' : ''
    const letter = String.fromCharCode(65 + at)
    return `<label class="exam-option"><input type="${type}" name="a.${id}" value="${escaped(option.id)}"${checked}><span class="exam-letter">${letter}</span><span class="exam-option-text">${inlineHtml(option.text, picturePath)}</span></label>`
  })
  return `<fieldset class="exam-options" aria-labelledby="s-${id}">${options.join('')}</fieldset>`
}
