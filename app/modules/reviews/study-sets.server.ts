import { mockBlueprint } from '~/modules/exams/blueprints.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import { dayOf, startOfDay } from '~/platform/calendar.ts'
import { seededRandom } from '~/platform/random.ts'
import { cardOfId } from './card-id.ts'
import { dailySet, weakQuestions } from './daily-set.ts'
import { getTodaysQueue, type PlacedCards, placedIn, weightsOf } from './study.server.ts'
import { studyAnswersOf } from './study-answers.server.ts'
import { type Mastery, masteryOf, weakPoints } from './weakness.ts'

/** 每日一练 has so many questions, and a turn with weak points too. */
export const setSize = 20

/**
 * 每日一练: questions by id. Drawn from what was known of her when the day began, so that it stays the same all day, on every
 * device; what she has answered since is left out by whoever asks.
 */
export async function dailyQuestions(actor: Actor, subject: Subject, now: Date): Promise<readonly string[]> {
  const blueprint = mockBlueprint(subject)
  if (!blueprint) return []
  const day = dayOf(now)
  const morning = startOfDay(day)
  const placed = await placedIn(subject)
  const [queue, weak] = [
    await getTodaysQueue(actor, subject, new Set(), morning),
    await weakPointsAt(actor, subject, placed, morning),
  ]
  const seen = new Set(weak.answered)
  return dailySet(
    {
      size: setSize,
      due: queue.looks.map(({ cardId }) => cardOfId(cardId).questionId),
      weakPoints: weak.points.map(({ point }) => point),
      bank: placed
        .filter(({ cards }) => cards.length > 0)
        .map(({ questionId, points, chapter }) => ({ questionId, points, chapter, wasSeen: seen.has(questionId) })),
      blueprint,
    },
    seededRandom(seedOf(`${actor.personId} ${subject} ${day}`)),
  ).map(({ questionId }) => questionId)
}

export type WeakSet = { readonly questionIds: readonly string[]; readonly points: readonly Mastery[] }

/** Questions of her weak points, in turn one of each, what costs most first. */
export async function weakSetOf(actor: Actor, subject: Subject, now: Date): Promise<WeakSet> {
  const placed = await placedIn(subject)
  const { points } = await weakPointsAt(actor, subject, placed, now)
  const asked = placed.filter(({ cards }) => cards.length > 0)
  const questionIds = weakQuestions(
    asked,
    points.map(({ point }) => point),
  )
  return { questionIds: [...new Set(questionIds)], points }
}

/** By what was answered before an instant. A point of which hardly anything is known is no weak point yet. */
async function weakPointsAt(actor: Actor, subject: Subject, placed: readonly PlacedCards[], at: Date) {
  const all = (await studyAnswersOf([actor.personId], at)).get(actor.personId) ?? []
  const own = all.filter((answer) => answer.subject === subject && answer.at < at.getTime())
  const masteries = masteryOf(
    own.map(({ halfPoints, outOf, ...answer }) => ({ ...answer, right: halfPoints >= outOf })),
    at,
  )
  const weights = weightsOf(subject, placed)
  const worth = new Map<string, number>()
  for (const { questionId, points } of placed) {
    for (const point of points) worth.set(point, (worth.get(point) ?? 0) + (weights.get(questionId) ?? 1))
  }
  return {
    points: weakPoints(
      masteries.filter(({ sureness }) => sureness !== 'hint'),
      (point) => worth.get(point) ?? 0,
    ),
    answered: own.map(({ questionId }) => questionId),
  }
}

/** FNV-1a: the same words, the same number, on every machine. */
function seedOf(words: string): number {
  let hash = 0x811c9dc5
  for (const unit of words) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
