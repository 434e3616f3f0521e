import type { QuestionKind } from '~/modules/questions/question.ts'
import { escaped } from '~/platform/html.ts'
import { HtmlBytes } from '~/platform/html-bytes.server.ts'

/*
 * The questions of a sitting as one form's inside, written as bytes: eighty questions are too many for elements, and they do
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

/** Everything here is HTML already, in bytes: what is written of a question is the same for everybody who gets it. */
export type PaperWords = {
  readonly kinds: Readonly<Record<ShownItem['kind'], Uint8Array>>
  readonly points: (halfPoints: number) => Uint8Array
  readonly number: (number: number) => Uint8Array
  readonly mark: Uint8Array
  readonly stem: (text: string) => Uint8Array
  readonly option: (text: string) => Uint8Array
}

export function paperBytes(
  items: readonly ShownItem[],
  answers: Readonly<Record<string, ShownAnswer>>,
  words: PaperWords,
): Buffer {
  const page = new HtmlBytes()
  for (const item of items) writeItem(page, item, answers[item.itemId] ?? blank, words)
  return page.done()
}

const blank: ShownAnswer = { value: '', isMarked: false }

function writeItem(page: HtmlBytes, item: ShownItem, answer: ShownAnswer, words: PaperWords): void {
  const id = escaped(item.itemId)
  const { number } = item
  page.markup(
    `<section class="exam-item" id="q-${number}" data-item="${id}" aria-labelledby="h-${id}" tabindex="-1"><h2 class="exam-head" id="h-${id}"><span class="sr-only">`,
  )
  page.bytes(words.number(number))
  page.markup(`</span><span aria-hidden="true">${number}</span> <span class="exam-kind">`)
  page.bytes(words.kinds[item.kind])
  page.markup(' ')
  page.bytes(words.points(item.halfPoints))
  page.markup('</span></h2>')
  if (item.caseStem !== null) {
    page.markup('<div class="exam-case">')
    page.bytes(words.stem(item.caseStem))
    page.markup('</div>')
  }
  page.markup(`<div class="exam-stem" id="s-${id}">`)
  page.bytes(words.stem(item.stem))
  page.markup('</div>')
  if (item.kind === 'constructed') writeText(page, id, answer)
  else writeOptions(page, item, id, answer, words)
  page.markup(
    `<label class="exam-mark"><input type="checkbox" name="m.${id}" value="1"${answer.isMarked ? ' checked' : ''}><span>`,
  )
  page.bytes(words.mark)
  page.markup('</span></label></section>')
}

function writeText(page: HtmlBytes, id: string, { value }: ShownAnswer): void {
  page.markup(
    `<textarea class="input exam-text" name="a.${id}" rows="12" maxlength="20000" aria-labelledby="h-${id} s-${id}">`,
  )
  page.bytes(Buffer.from(escaped(value)))
  page.markup('</textarea>')
}

function writeOptions(page: HtmlBytes, item: ShownItem, id: string, answer: ShownAnswer, words: PaperWords): void {
  const picked = answer.value === '' ? [] : answer.value.split(',')
  const type = item.kind === 'multiple' ? 'checkbox' : 'radio'
  page.markup(`<fieldset class="exam-options" aria-labelledby="s-${id}">`)
  for (const [at, option] of item.options.entries()) {
    const checked = picked.includes(option.id) ? ' checked' : ''
    page.markup(
      `<label class="exam-option"><input type="${type}" name="a.${id}" value="${escaped(option.id)}"${checked}><span class="exam-letter">${String.fromCharCode(65 + at)}</span><span class="exam-option-text">`,
    )
    page.bytes(words.option(option.text))
    page.markup('</span></label>')
  }
  page.markup('</fieldset>')
}
