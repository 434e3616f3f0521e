import { addDays, type Day, dayOf } from '~/platform/calendar.ts'
import { isRestDay, lastLooksFrom, type ReviewPlan } from './exam-plan.ts'
import type { Card, MemoryModel } from './scheduler.ts'

/**
 * When the card will be worth a look again: when recall has fallen to `retention`, but not later than the first of the final days
 * before the exam, so that its last look falls into them. null: not again before the exam, or never looked at yet.
 */
export function nextLookDay(card: Card, model: MemoryModel, retention: number, plan: ReviewPlan): Day | null {
  if (!card.memory || card.lastAt === null) return null
  const lastDay = dayOf(new Date(card.lastAt))
  const due = addDays(lastDay, card.isMisconception ? 1 : model.daysUntil(card.memory, retention))
  const { examDay } = plan
  if (examDay === null || lastDay >= examDay) return afterRest(due, plan)
  const from = lastLooksFrom(examDay)
  const day = afterRest(lastDay < from && due > from ? from : due, plan)
  return day < examDay ? day : null
}

/** What falls on a day of rest waits for the next day; nobody rests for a year. */
function afterRest(day: Day, plan: ReviewPlan): Day {
  let next = day
  for (let tries = 0; tries < 366 && isRestDay(plan, next); tries++) next = addDays(next, 1)
  return next
}
