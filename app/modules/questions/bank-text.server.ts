import { createHash } from 'node:crypto'
import { normalText, visibleText } from './bank-text.ts'
import type { QuestionBody } from './question.ts'

/** Equal for questions that say the same: how a duplicate is known. */
export function textHash(body: QuestionBody): string {
  return createHash('sha256')
    .update(normalText(visibleText(body)))
    .digest('hex')
}
