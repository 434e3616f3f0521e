/*
 * The questions of a sitting are a plain form, written as text by the server (paper-html.ts). These read and write the
 * answer to one item in it, so that the form itself is the only place where an answer stands.
 */
export type FormAnswer = { readonly value: string; readonly isMarked: boolean }

const answerName = (itemId: string) => `a.${itemId}`
const markName = (itemId: string) => `m.${itemId}`

export function readItem(form: HTMLFormElement, itemId: string): FormAnswer {
  const fields = named(form, answerName(itemId))
  const text = fields.find((field) => field instanceof HTMLTextAreaElement)
  const picked = fields.filter((field) => field instanceof HTMLInputElement && field.checked).map(({ value }) => value)
  const [mark] = named(form, markName(itemId))
  return {
    value: text ? text.value : picked.join(','),
    isMarked: mark instanceof HTMLInputElement && mark.checked,
  }
}

export function writeItem(form: HTMLFormElement, itemId: string, { value, isMarked }: FormAnswer): void {
  const picked = value.split(',')
  for (const field of named(form, answerName(itemId))) {
    if (field instanceof HTMLTextAreaElement) field.value = value
    else if (field instanceof HTMLInputElement) field.checked = picked.includes(field.value)
  }
  for (const mark of named(form, markName(itemId))) if (mark instanceof HTMLInputElement) mark.checked = isMarked
}

/** The item whose field was touched. */
export function itemOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null
  return target.closest<HTMLElement>('[data-item]')?.dataset.item ?? null
}

/** Turns the n-th option of an item on, or off where several may be chosen; false when there is none. */
export function pickOption(form: HTMLFormElement, itemId: string, index: number): boolean {
  const field = named(form, answerName(itemId))[index]
  if (!(field instanceof HTMLInputElement)) return false
  field.checked = field.type === 'radio' ? true : !field.checked
  return true
}

export function toggleMark(form: HTMLFormElement, itemId: string): void {
  for (const mark of named(form, markName(itemId))) if (mark instanceof HTMLInputElement) mark.checked = !mark.checked
}

function named(form: HTMLFormElement, name: string): readonly Field[] {
  const found = form.elements.namedItem(name)
  if (found instanceof RadioNodeList) return [...found].filter(isField)
  return found && isField(found) ? [found] : []
}

type Field = HTMLInputElement | HTMLTextAreaElement

function isField(node: Node): node is Field {
  return node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement
}
