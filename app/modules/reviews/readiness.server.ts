import type { Blueprint } from '~/modules/exams/blueprint.ts'
import { mockBlueprint } from '~/modules/exams/blueprints.server.ts'
import { openPaper } from '~/modules/exams/papers.server.ts'
import { pointsFor, type Result } from '~/modules/exams/scoring.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { type BankQuestion, versionsOf } from '~/modules/questions/bank.server.ts'
import { syllabus } from '~/modules/questions/official-pack.server.ts'
import { choicesOf } from '~/modules/questions/question.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import { chapterOf, chaptersByPoint, editionOf } from '~/modules/questions/syllabus.ts'
import { db } from '~/platform/db.server.ts'
import { type Readiness, type ReadinessAnswer, readiness } from './readiness.ts'

/** Older answers say next to nothing any more, and the newest are enough. */
const mostAnswers = 3_000
const mostAttempts = 20

/** What mark she would get today, from her practice and her mocks. Null: there is no such paper. */
export async function getReadiness(actor: Actor, subject: Subject, now: Date): Promise<Readiness | null> {
  const blueprint = mockBlueprint(subject)
  if (!blueprint) return null
  const [practised, sat] = [
    await practisedAnswers(actor.personId, subject, blueprint),
    await satAnswers(actor.personId, subject, now),
  ]
  return readiness([...practised, ...sat], [], blueprint, now)
}

async function practisedAnswers(
  personId: string,
  subject: Subject,
  blueprint: Blueprint,
): Promise<readonly ReadinessAnswer[]> {
  const rows = await db.read.practiceAnswer.findMany({
    where: { personId },
    orderBy: [{ answeredAt: 'desc' }, { id: 'asc' }],
    take: mostAnswers,
  })
  const questions = await versionsOf(rows.map(({ questionId, version }) => ({ questionId, number: version })))
  const byName = new Map(questions.map((question) => [`${question.id} ${question.version}`, question]))
  return rows.flatMap((row): readonly ReadinessAnswer[] => {
    const question = byName.get(`${row.questionId} ${row.version}`)
    const choice = question && choicesOf(question.body)[row.part]
    if (!question || !choice || question.facts.subject !== subject) return []
    const part = blueprint.parts.find(({ kind }) => kind === question.body.kind)
    if (!part || part.kind === 'constructed') return []
    const picked = row.picked.split(',').map(Number)
    const item = { key: choice.key, optionCount: choice.options.length, halfPoints: part.halfPoints }
    return [
      {
        ...factsOf(question),
        at: row.answeredAt.getTime(),
        ...{ halfPoints: pointsFor(part.rule, item, picked), outOf: part.halfPoints },
        isGuess: row.confidence === 'guess',
      },
    ]
  })
}

/** Items of what she has sat and may see: before its release a sitting says nothing, here neither. */
async function satAnswers(personId: string, subject: Subject, now: Date): Promise<readonly ReadinessAnswer[]> {
  const attempts = await db.read.attempt.findMany({
    where: { personId, status: 'submitted', marks: { not: null } },
    orderBy: { submittedAt: 'desc' },
    select: { paperId: true, sittingId: true, marks: true, submittedAt: true, startedAt: true },
    take: mostAttempts,
  })
  const sittingIds = attempts.flatMap(({ sittingId }) => sittingId ?? [])
  const hidden = await db.read.sitting.findMany({
    where: { id: { in: sittingIds }, releaseAt: { gt: now } },
    select: { id: true },
  })
  const isHidden = new Set(hidden.map(({ id }) => id))
  const found: ReadinessAnswer[] = []
  for (const { paperId, sittingId, marks, submittedAt, startedAt } of attempts) {
    if (sittingId !== null && isHidden.has(sittingId)) continue
    const opened = await openPaper(paperId)
    if (opened.blueprint.subject !== subject) continue
    const result = JSON.parse(marks ?? '{}') as Result
    const items = new Map(opened.paper.items.map((item) => [item.itemId, item]))
    for (const mark of result.marks ?? []) {
      const item = items.get(mark.itemId)
      const question = item && opened.questions.get(item.versionId)
      if (!item || !question || mark.outcome === 'pending' || mark.outcome === 'void') continue
      const at = (submittedAt ?? startedAt).getTime()
      found.push({ ...factsOf(question), at, halfPoints: mark.halfPoints, outOf: item.halfPoints, isGuess: false })
    }
  }
  return found
}

function factsOf({ id, body, facts }: BankQuestion) {
  const edition = editionOf(syllabus(), facts.subject)
  const chapter = edition ? chapterOf(facts.points, chaptersByPoint(edition)) : null
  return {
    ...{ questionId: id, kind: body.kind, difficulty: facts.difficulty },
    chapter: chapter === null ? null : String(chapter),
  }
}
