import { mockBlueprint } from '~/modules/exams/blueprints.server.ts'
import { openPapers } from '~/modules/exams/papers.server.ts'
import { pointsFor, type Result } from '~/modules/exams/scoring.ts'
import { type BankQuestion, versionsOf } from '~/modules/questions/bank.server.ts'
import { syllabus } from '~/modules/questions/official-pack.server.ts'
import { choicesOf } from '~/modules/questions/question.ts'
import { isSubject, type Subject } from '~/modules/questions/subjects.ts'
import { chapterOf, chaptersByPoint, editionOf } from '~/modules/questions/syllabus.ts'
import { db } from '~/platform/db.server.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, text, whole } from '~/platform/raw-row.ts'
import type { ReadinessAnswer } from './readiness.ts'
import { type Confidence, confidences } from './review-log.ts'

/*
 * Everything that people have answered, in practice and in exams they may see the result of: what a forecast and a list of
 * weak points are made of. Read for one person or for many with the same three queries.
 */
export type StudyAnswer = ReadinessAnswer & {
  readonly subject: Subject
  /** knowledge points of the question */
  readonly points: readonly string[]
  readonly confidence: Confidence | null
}

/** Older answers say next to nothing any more, and the newest are enough. */
const mostAnswers = 3_000
const mostAttempts = 20

/** By person; whoever has answered nothing is not in it. */
export async function studyAnswersOf(
  personIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly StudyAnswer[]>> {
  const found = new Map<string, StudyAnswer[]>()
  if (personIds.length === 0) return found
  const add = (personId: string, answer: StudyAnswer) => {
    const own = found.get(personId)
    if (own) own.push(answer)
    else found.set(personId, [answer])
  }
  for (const [personId, answer] of await practised(personIds)) add(personId, answer)
  for (const [personId, answer] of await sat(personIds, now)) add(personId, answer)
  return found
}

type Owned = readonly [personId: string, answer: StudyAnswer]

async function practised(personIds: readonly string[]): Promise<readonly Owned[]> {
  const rows = await db.rows(Prisma.sql`
    SELECT person, question, version, part, picked, confidence, at FROM (
      SELECT "personId" AS person, "questionId" AS question, "version" AS version, "part" AS part, "picked" AS picked,
        "confidence" AS confidence, "answeredAt" AS at,
        ROW_NUMBER() OVER (PARTITION BY "personId" ORDER BY "answeredAt" DESC, "id") AS age
      FROM "PracticeAnswer" WHERE "personId" IN (${Prisma.join([...personIds])})) newest
    WHERE age <= ${mostAnswers}`)
  const given = rows.map((row) => ({
    ...{ personId: text(row.person), questionId: text(row.question), number: whole(row.version) },
    ...{ part: whole(row.part), picked: text(row.picked), at: instant(row.at).getTime() },
    confidence: confidences.find((one) => one === row.confidence) ?? null,
  }))
  const questions = await questionsByName(given)
  return given.flatMap((one): readonly Owned[] => {
    const question = questions.get(`${one.questionId} ${one.number}`)
    const choice = question && choicesOf(question.body)[one.part]
    const subject = question?.facts.subject
    if (!question || !choice || !isSubject(subject)) return []
    const part = mockBlueprint(subject)?.parts.find(({ kind }) => kind === question.body.kind)
    if (!part || part.kind === 'constructed') return []
    const item = { key: choice.key, optionCount: choice.options.length, halfPoints: part.halfPoints }
    const halfPoints = pointsFor(part.rule, item, one.picked.split(',').map(Number))
    const { confidence, at } = one
    const isGuess = confidence === 'guess'
    return [
      [one.personId, { ...factsOf(question, subject), at, halfPoints, outOf: part.halfPoints, isGuess, confidence }],
    ]
  })
}

/** Each version once: many people answer the same questions. */
async function questionsByName(
  given: ReadonlyArray<{ readonly questionId: string; readonly number: number }>,
): Promise<ReadonlyMap<string, BankQuestion>> {
  const wanted = new Map(
    given.map(({ questionId, number }) => [`${questionId} ${number}`, { questionId, number }] as const),
  )
  const questions = await versionsOf([...wanted.values()])
  return new Map(questions.map((question) => [`${question.id} ${question.version}`, question]))
}

/** Items of what they have sat and may see: before its release a sitting says nothing, here neither. */
async function sat(personIds: readonly string[], now: Date): Promise<readonly Owned[]> {
  const rows = await db.rows(Prisma.sql`
    SELECT person, paper, marks, at FROM (
      SELECT a."personId" AS person, a."paperId" AS paper, a."marks" AS marks, a."submittedAt" AS at,
        ROW_NUMBER() OVER (PARTITION BY a."personId" ORDER BY a."submittedAt" DESC, a."id") AS age
      FROM "Attempt" a LEFT JOIN "Sitting" s ON s."id" = a."sittingId"
      WHERE a."personId" IN (${Prisma.join([...personIds])}) AND a."status" = 'submitted'
        AND a."marks" IS NOT NULL AND a."submittedAt" IS NOT NULL
        AND (s."releaseAt" IS NULL OR s."releaseAt" <= ${now})) newest
    WHERE age <= ${mostAttempts}`)
  const papers = await openPapers([...new Set(rows.map((row) => text(row.paper)))])
  return rows.flatMap((row) => {
    const opened = papers.get(text(row.paper))
    const result = JSON.parse(text(row.marks)) as Result
    if (!opened) return []
    const items = new Map(opened.paper.items.map((item) => [item.itemId, item]))
    const at = instant(row.at).getTime()
    return (result.marks ?? []).flatMap(({ itemId, outcome, halfPoints }): readonly Owned[] => {
      const item = items.get(itemId)
      const question = item && opened.questions.get(item.versionId)
      if (!item || !question || outcome === 'pending' || outcome === 'void') return []
      const said = { at, halfPoints, outOf: item.halfPoints, isGuess: false, confidence: null }
      return [[text(row.person), { ...factsOf(question, opened.blueprint.subject), ...said }]]
    })
  })
}

function factsOf({ id, body, facts }: BankQuestion, subject: Subject) {
  const { points, difficulty } = facts
  const chapter = chapterOf(points, chaptersIn(subject))
  return {
    ...{ questionId: id, kind: body.kind, subject, points, difficulty },
    chapter: chapter === null ? null : String(chapter),
  }
}

const chaptersOf = new Map<Subject, ReadonlyMap<string, number>>()

/** The syllabus is read once, and so is what it says about a subject's points. */
function chaptersIn(subject: Subject): ReadonlyMap<string, number> {
  const known = chaptersOf.get(subject)
  if (known) return known
  const edition = editionOf(syllabus(), subject)
  const chapters = edition ? chaptersByPoint(edition) : new Map<string, number>()
  chaptersOf.set(subject, chapters)
  return chapters
}
