import { mockBlueprint } from '~/modules/exams/blueprints.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { type BankQuestion, currentBank } from '~/modules/questions/bank.server.ts'
import { syllabus } from '~/modules/questions/official-pack.server.ts'
import { choicesOf } from '~/modules/questions/question.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import { chapterOf, chaptersByPoint, editionOf } from '~/modules/questions/syllabus.ts'
import { dayOf, startOfDay } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { cardId } from './card-id.ts'
import type { ReviewPlan } from './exam-plan.ts'
import { markWeights, type Placed } from './mark-weight.ts'
import { needsTuning, type Tuning, tune, untuned } from './memory-fit.ts'
import { paceOf } from './pace.ts'
import { type Queue, todaysQueue } from './queue.ts'
import type { Confidence, Look } from './review-log.ts'
import { memoryModel, newCard, replayAll } from './scheduler.ts'
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

/** Today's looks: what fits into her minutes, the best for the day of the exam first. Computed from the log alone. */
export async function getTodaysQueue(
  actor: Actor,
  subject: Subject,
  closed: ReadonlySet<string>,
  now: Date,
): Promise<Queue> {
  const [plan, bank, log] = [await getStudyPlan(actor, subject), await currentBank(), await logOf(actor.personId)]
  const placed = placedIn(
    subject,
    [...bank.active.values()].filter(({ id }) => !closed.has(id)),
  )
  const own = new Set(placed.flatMap(({ cards }) => cards))
  const looks = log.filter((look) => own.has(look.cardId))
  const tuning = tuningFor(looks, plan, now)
  const model = memoryModel(tuning.traits)
  const cards = replayAll(looks, model)
  const blueprint = mockBlueprint(subject)
  const weights = blueprint ? markWeights(blueprint, placed) : new Map<string, number>()
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

function reviewPlan({ examOn, minutesADay, skipDays }: StudyPlan): ReviewPlan {
  return { examDay: examOn, minutesADay, restWeekdays: skipDays, restDays: [], afterExam: 'longTerm' }
}

/** Learned from her own looks once there are enough: the same log gives the same. */
function tuningFor(looks: readonly Look[], plan: StudyPlan, now: Date): Tuning {
  if (!needsTuning(untuned, looks.length)) return untuned
  const first = Math.min(...looks.map(({ at }) => at))
  const until = plan.examOn ? startOfDay(plan.examOn).getTime() : now.getTime()
  return tune(looks, Math.max(30, Math.round((until - first) / 86_400_000)))
}

type PlacedCards = Placed & { readonly cards: readonly string[] }

function placedIn(subject: Subject, questions: readonly BankQuestion[]): readonly PlacedCards[] {
  const edition = editionOf(syllabus(), subject)
  const chapters = edition ? chaptersByPoint(edition) : new Map<string, number>()
  return questions
    .filter(({ facts }) => facts.subject === subject)
    .map(({ id, body, facts }) => {
      const chapter = chapterOf(facts.points, chapters)
      return {
        ...{ questionId: id, kind: body.kind, chapter: chapter === null ? null : String(chapter) },
        cards: choicesOf(body).map((_, part) => cardId(id, part)),
      }
    })
}

async function logOf(personId: string): Promise<readonly Look[]> {
  const rows = await db.read.practiceAnswer.findMany({ where: { personId } })
  return rows.map(({ id, questionId, part, right, confidence, seconds, answeredAt }) => ({
    ...{ kind: 'look', id, cardId: cardId(questionId, part), at: answeredAt.getTime() },
    grade: { right, confidence: confidence as Confidence, seconds },
  }))
}
