import { dayOf } from '~/platform/calendar.ts'
import { inOrder, type Look } from './review-log.ts'

/*
 * 错题本: what she got wrong, guessed, or was unsure of. The rule for leaving it is data, and said on the page: right with 会
 * twice running, on two different days. One lucky evening empties nothing.
 */
export const leavingRule = { timesRunning: 2, onDifferentDays: true } as const

/** Whether a question stands in the book, from all her looks at it in any order. */
export function isInWrongBook(looks: readonly Look[]): boolean {
  const ordered = [...looks].sort(inOrder)
  const lastMiss = ordered.findLastIndex((look) => !isFirm(look))
  if (lastMiss === -1) return false
  const since = ordered.slice(lastMiss + 1)
  const days = new Set(since.map(({ at }) => dayOf(new Date(at))))
  return leavingRule.onDifferentDays ? days.size < leavingRule.timesRunning : since.length < leavingRule.timesRunning
}

function isFirm({ grade }: Look): boolean {
  return grade.right && grade.confidence === 'sure'
}

/** Why she was wrong, in one tap. 概念混淆 · 法条过期 · 审题 · 计算 · 没学过 */
export const errorCauses = ['confused', 'oldLaw', 'misread', 'sums', 'notLearnt'] as const
export type ErrorCause = (typeof errorCauses)[number]
