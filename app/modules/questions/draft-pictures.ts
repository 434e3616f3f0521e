import { replacePictures } from './exchange/picture-kind.ts'
import type { ChoiceDraft, QuestionDraft } from './question-draft.ts'

/*
 * Pictures of a question that is being written. A picture stands in a text as «![what it shows](image:<sha256>)»; the form puts
 * it there and takes it out, so that nobody has to write a hash.
 */

/** The texts of a draft that may hold a picture, by the names of their fields. */
export function pictureFields(draft: QuestionDraft): readonly string[] {
  const ofChoice = ({ kind, options }: Pick<ChoiceDraft, 'kind' | 'options'>, before: string) => [
    `${before}stem`,
    // 正确 and 错误 are words.
    ...(kind === 'judgement' ? [] : [...options.keys()].map((at) => `${before}options.${at}`)),
    `${before}explanation`,
  ]
  switch (draft.kind) {
    case 'case':
      return ['stem', ...draft.items.flatMap((item, at) => ofChoice(item, `items.${at}.`))]
    case 'constructed':
      return ['stem', 'explanation']
    default:
      return ofChoice({ kind: draft.kind, options: draft.options }, '')
  }
}

/** The draft with a picture at the end of one of its texts; undefined when there is no such text. */
export function withPicture(draft: QuestionDraft, field: string, marker: string): QuestionDraft | undefined {
  if (!pictureFields(draft).includes(field)) return undefined
  const isLine = /(^|\.)options\.\d+$/.test(field)
  const put = (text: string) => (text === '' || isLine ? text + marker : `${text}\n\n${marker}`)
  return inTexts(draft, (text, name) => (name === field ? put(text) : text))
}

/** The draft without one picture, wherever it stands. */
export function withoutPicture(draft: QuestionDraft, hash: string): QuestionDraft {
  return inTexts(draft, (text) => {
    const left = replacePictures(text, (_name, sha256, whole) => (sha256 === hash ? '' : whole))
    return left === text ? text : left.replace(/\n{3,}/g, '\n\n').trim()
  })
}

export type PlacedPicture = { readonly field: string; readonly alt: string; readonly hash: string }

export function picturesIn(draft: QuestionDraft): readonly PlacedPicture[] {
  const found: PlacedPicture[] = []
  inTexts(draft, (text, field) =>
    replacePictures(text, (alt, hash, whole) => {
      found.push({ field, alt, hash })
      return whole
    }),
  )
  return found
}

function inTexts(draft: QuestionDraft, change: (text: string, field: string) => string): QuestionDraft {
  const fields = new Set(pictureFields(draft))
  const at = (field: string, text: string) => (fields.has(field) ? change(text, field) : text)
  const options = (list: readonly string[], before: string) =>
    list.map((option, index) => at(`${before}options.${index}`, option))
  return {
    ...draft,
    stem: at('stem', draft.stem),
    options: options(draft.options, ''),
    explanation: at('explanation', draft.explanation),
    items: draft.items.map((item, index) => ({
      ...item,
      stem: at(`items.${index}.stem`, item.stem),
      options: options(item.options, `items.${index}.`),
      explanation: at(`items.${index}.explanation`, item.explanation),
    })),
  }
}
