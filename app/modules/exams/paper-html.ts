import type { QuestionKind } from '~/modules/questions/question.ts'
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

/** Everything here is HTML already: what is written of a question is the same for everybody who gets it. */
export type PaperWords = {
  readonly kinds: Readonly<Record<ShownItem['kind'], string>>
  readonly points: (halfPoints: number) => string
  readonly number: (number: number) => string
  readonly mark: string
  readonly stem: (text: string) => string
  readonly option: (text: string) => string
}

export function paperHtml(
  items: readonly ShownItem[],
  answers: Readonly<Record<string, ShownAnswer>>,
  words: PaperWords,
): string {
  let html = ''
  for (const item of items) html += itemHtml(item, answers[item.itemId] ?? blank, words)
  return html
}

const blank: ShownAnswer = { value: '', isMarked: false }

function itemHtml(item: ShownItem, answer: ShownAnswer, words: PaperWords): string {
  const id = escaped(item.itemId)
  const { number } = item
  const head = `<h2 class="exam-head" id="h-${id}"><span class="sr-only">${words.number(number)}</span><span aria-hidden="true">${number}</span> <span class="exam-kind">${words.kinds[item.kind]} ${words.points(item.halfPoints)}</span></h2>`
  const common = item.caseStem === null ? '' : `<div class="exam-case">${words.stem(item.caseStem)}</div>`
  const mark = `<label class="exam-mark"><input type="checkbox" name="m.${id}" value="1"${answer.isMarked ? ' checked' : ''}><span>${words.mark}</span></label>`
  return `<section class="exam-item" id="q-${number}" data-item="${id}" aria-labelledby="h-${id}" tabindex="-1">${head}${common}<div class="exam-stem" id="s-${id}">${words.stem(item.stem)}</div>${answerHtml(item, id, answer, words)}${mark}</section>`
}

function answerHtml(item: ShownItem, id: string, answer: ShownAnswer, words: PaperWords): string {
  if (item.kind === 'constructed') {
    return `<textarea class="input exam-text" name="a.${id}" rows="12" maxlength="20000" aria-labelledby="h-${id} s-${id}">${escaped(answer.value)}</textarea>`
  }
  const picked = answer.value === '' ? [] : answer.value.split(',')
  const type = item.kind === 'multiple' ? 'checkbox' : 'radio'
  let options = ''
  for (const [at, option] of item.options.entries()) {
    const checked = picked.includes(option.id) ? ' checked' : ''
    options += `<label class="exam-option"><input type="${type}" name="a.${id}" value="${escaped(option.id)}"${checked}><span class="exam-letter">${String.fromCharCode(65 + at)}</span><span class="exam-option-text">${words.option(option.text)}</span></label>`
  }
  return `<fieldset class="exam-options" aria-labelledby="s-${id}">${options}</fieldset>`
}
