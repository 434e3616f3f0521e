import { choicesOf, type QuestionBody } from './question.ts'

/** All that a reader sees of a question, key and explanation apart. */
export function visibleText(body: QuestionBody): string {
  const choices = choicesOf(body).map(({ stem, options }) => [stem, ...options.toSorted()].join('\n'))
  return body.kind === 'case' || body.kind === 'constructed' ? [body.stem, ...choices].join('\n') : choices.join('\n')
}

/** The same for texts that differ only in width, blanks, punctuation, case, or the order of options. */
export function normalText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '')
}
