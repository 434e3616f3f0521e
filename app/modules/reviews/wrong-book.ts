import { type Day, dayOf } from '~/platform/calendar.ts'
import { inOrder, type Look } from './review-log.ts'

/*
 * 错题本: what she got wrong, guessed, or was unsure of. The rule for leaving it is data, and said on the page: right with 会
 * twice running, on two different days. One lucky evening empties nothing.
 */
export const leavingRule = { timesRunning: 2, onDifferentDays: true } as const

/** Whether a question stands in the book, from all her looks at it in any order. */
export function isInWrongBook(looks: readonly Look[]): boolean {
  return missingOf(firmDays(looks)) > 0
}

/** How many more firm answers take a question out, and whether one given today would be counted. */
export type UntilOut = { readonly missing: number; readonly countsToday: boolean }

/** null: it does not stand in the book. */
export function untilOut(looks: readonly Look[], today: Day): UntilOut | null {
  const days = firmDays(looks)
  const missing = missingOf(days)
  return missing > 0 ? { missing, countsToday: !leavingRule.onDifferentDays || !days?.includes(today) } : null
}

function missingOf(days: readonly Day[] | null): number {
  if (!days) return 0
  return leavingRule.timesRunning - (leavingRule.onDifferentDays ? new Set(days).size : days.length)
}

/** The day of each firm answer since the last miss; null: never missed. */
function firmDays(looks: readonly Look[]): readonly Day[] | null {
  const ordered = [...looks].sort(inOrder)
  const lastMiss = ordered.findLastIndex((look) => !isFirm(look))
  return lastMiss === -1 ? null : ordered.slice(lastMiss + 1).map(({ at }) => dayOf(new Date(at)))
}

function isFirm({ grade }: Look): boolean {
  return grade.right && grade.confidence === 'sure'
}

/** Why she was wrong, in one tap. 概念混淆 · 法条过期 · 审题 · 计算 · 没学过 */
export const errorCauses = ['confused', 'oldLaw', 'misread', 'sums', 'notLearnt'] as const
export type ErrorCause = (typeof errorCauses)[number]
