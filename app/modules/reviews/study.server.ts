import { mockBlueprint } from '~/modules/exams/blueprints.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { currentBank } from '~/modules/questions/bank.server.ts'
import { syllabus } from '~/modules/questions/official-pack.server.ts'
import { choicesOf } from '~/modules/questions/question.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import { chapterOf, chaptersByPoint, editionOf } from '~/modules/questions/syllabus.ts'
import { type Day, dayOf, startOfDay } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { cardId } from './card-id.ts'
import type { ReviewPlan } from './exam-plan.ts'
import { keptInMemory } from './kept-in-memory.ts'
import { markWeights, type Placed } from './mark-weight.ts'
import { needsTuning, type Tuning, tune, untuned } from './memory-fit.ts'
import { nextLookDay } from './next-look.ts'
import { paceOf } from './pace.ts'
import { type Queue, todaysQueue } from './queue.ts'
import type { Confidence, Look } from './review-log.ts'
import { type MemoryModel, memoryModel, newCard, replay, replayAll } from './scheduler.ts'
import type { StudyPlan } from './study.ts'

const usualMinutes = 20

/** What she has chosen for a subject; until she has chosen, twenty minutes a day and no exam in sight. */
export async function getStudyPlan(actor: Actor, subject: Subject): Promise<StudyPlan> {
  const row = await db.read.studyPlan.findUnique({
    where: { personId_subject: { personId: actor.personId, subject } },
    select: { examOn: true, minutesADay: true, skipDays: true },
  })
  if (!row) return { examOn: null, minutesADay: usualMinutes, skipDays: [] }
  return { ...row, skipDays: [...row.skipDays].map(Number) }
}

export async function saveStudyPlan(actor: Actor, subject: Subject, plan: StudyPlan, now: Date): Promise<void> {
  const key = { personId: actor.personId, subject }
  const chosen = {
    examOn: plan.examOn,
    minutesADay: plan.minutesADay,
    skipDays: plan.skipDays.join(''),
    updatedAt: now,
  }
  await db.write((tx) =>
    tx.studyPlan.upsert({
      where: { personId_subject: key },
      create: { ...key, ...chosen },
      update: chosen,
    }),
  )
}

/** Today's looks: what fits into her minutes, the best for the day of the exam first. Computed from the log until `now`. */
export async function getTodaysQueue(
  actor: Actor,
  subject: Subject,
  closed: ReadonlySet<string>,
  now: Date,
): Promise<Queue> {
  const plan = await getStudyPlan(actor, subject)
  const placed = (await placedIn(subject)).filter(({ questionId }) => !closed.has(questionId))
  const { looks, tuning, model } = await memoryOf(actor, subject, plan, placed, now)
  const cards = replayAll(looks, model)
  const weights = weightsOf(subject, placed)
  const midnight = startOfDay(dayOf(now)).getTime()
  return todaysQueue({
    candidates: placed.flatMap(({ questionId, cards: ids }) =>
      ids.map((id) => ({ card: cards.get(id) ?? newCard(id), weight: (weights.get(questionId) ?? 1) / ids.length })),
    ),
    plan: reviewPlan(plan),
    ...{ tuning, model, pace: paceOf(looks), now },
    secondsToday: looks.filter(({ at }) => at >= midnight).reduce((sum, { grade }) => sum + grade.seconds, 0),
  })
}

/** The day on which a card is worth another look; null: not before the exam, or she has never looked at it. */
export async function getNextLook(actor: Actor, subject: Subject, id: string, now: Date): Promise<Day | null> {
  const plan = await getStudyPlan(actor, subject)
  const { looks, tuning, model } = await memoryOf(actor, subject, plan, await placedIn(subject), now)
  return nextLookDay(replay(id, looks, model), model, tuning.retention, reviewPlan(plan))
}

function reviewPlan({ examOn, minutesADay, skipDays }: StudyPlan): ReviewPlan {
  return { examDay: examOn, minutesADay, restWeekdays: skipDays, restDays: [], afterExam: 'longTerm' }
}

/** Her looks at a subject until `now`, and how she remembers what she looked at. */
async function memoryOf(
  { personId }: Actor,
  subject: Subject,
  plan: StudyPlan,
  placed: readonly PlacedCards[],
  now: Date,
): Promise<{ readonly looks: readonly Look[]; readonly tuning: Tuning; readonly model: MemoryModel }> {
  const own = new Set(placed.flatMap(({ cards }) => cards))
  const looks = (await logOf(personId)).filter(({ cardId: id, at }) => own.has(id) && at <= now.getTime())
  const tuning = tuningFor(`${personId} ${subject}`, looks, plan, now)
  return { looks, tuning, model: memoryModel(tuning.traits) }
}

/** Learned from her own looks once there are enough: the same log gives the same. */
function tuningFor(whose: string, looks: readonly Look[], plan: StudyPlan, now: Date): Tuning {
  if (!needsTuning(untuned, looks.length)) return untuned
  const first = Math.min(...looks.map(({ at }) => at))
  const until = plan.examOn ? startOfDay(plan.examOn).getTime() : now.getTime()
  const days = Math.max(30, Math.round((until - first) / 86_400_000))
  return tunings.get(`${whose} ${looks.length} ${first} ${days}`, () => tune(looks, days))
}

/** A search of a tenth of a second: kept while her log is as long as it was. The log is never changed, only longer. */
const tunings = keptInMemory<Tuning>(500)

export type PlacedCards = Placed & { readonly cards: readonly string[]; readonly points: readonly string[] }

/** What may be asked of a subject, with its place on the paper and its cards. */
export async function placedIn(subject: Subject): Promise<readonly PlacedCards[]> {
  const bank = await currentBank()
  const edition = editionOf(syllabus(), subject)
  const chapters = edition ? chaptersByPoint(edition) : new Map<string, number>()
  return [...bank.active.values()]
    .filter(({ facts }) => facts.subject === subject)
    .map(({ id, body, facts }) => {
      const chapter = chapterOf(facts.points, chapters)
      return {
        ...{ questionId: id, kind: body.kind, chapter: chapter === null ? null : String(chapter) },
        ...{ points: facts.points, cards: choicesOf(body).map((_, part) => cardId(id, part)) },
      }
    })
}

/** Half-points of the paper that each question stands for; without a paper all weigh the same. */
export function weightsOf(subject: Subject, placed: readonly Placed[]): ReadonlyMap<string, number> {
  const blueprint = mockBlueprint(subject)
  return blueprint ? markWeights(blueprint, placed) : new Map<string, number>()
}

async function logOf(personId: string): Promise<readonly Look[]> {
  const rows = await db.read.practiceAnswer.findMany({ where: { personId } })
  return rows.map(({ id, questionId, part, right, confidence, seconds, answeredAt }) => ({
    ...{ kind: 'look', id, cardId: cardId(questionId, part), at: answeredAt.getTime() },
    grade: { right, confidence: confidence as Confidence, seconds },
  }))
}
