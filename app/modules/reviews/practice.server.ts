import { randomUUID } from 'node:crypto'
import { closedTo } from '~/modules/exams/closed-questions.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { type BankQuestion, currentBank, versionsOf } from '~/modules/questions/bank.server.ts'
import { syllabus } from '~/modules/questions/official-pack.server.ts'
import { choicesOf } from '~/modules/questions/question.ts'
import { isSubject, type Subject } from '~/modules/questions/subjects.ts'
import { chapterOf, chaptersByPoint, editionOf } from '~/modules/questions/syllabus.ts'
import { addDays, dayOf, startOfDay } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, type RawRow, text, textOrNull, truth, whole } from '~/platform/raw-row.ts'
import { cardId, cardOfId } from './card-id.ts'
import { judge, secondsOfLook } from './judging.ts'
import { keepCard, looksAt } from './kept-cards.server.ts'
import {
  type AnsweredQuestion,
  type AskedQuestion,
  type Candidate,
  inSet,
  type KnownSet,
  type PracticeHome,
  type PracticeSet,
  setName,
  stillToAsk,
  wrongSets,
} from './practice.ts'
import type { Confidence } from './review-log.ts'
import { getNextLook, getStudyPlan, getTodaysQueue } from './study.server.ts'
import { dailyQuestions, setSize, weakSetOf } from './study-sets.server.ts'
import { type ErrorCause, errorCauses, type UntilOut, untilOut } from './wrong-book.ts'

type Known = Candidate & { readonly wasRight: boolean }

/** Every choice of a subject that may be asked, with what is known of her and it: two queries. */
async function candidatesOf(actor: Actor, subject: Subject): Promise<readonly Known[]> {
  const [bank, closed, cards] = [await currentBank(), await closedTo(actor.personId), await cardsOf(actor.personId)]
  const edition = editionOf(syllabus(), subject)
  const chapters = edition ? chaptersByPoint(edition) : new Map<string, number>()
  return [...bank.active.values()]
    .filter(({ id, facts }) => facts.subject === subject && !closed.has(id))
    .flatMap((question) =>
      choicesOf(question.body).map((_, part): Known => {
        const held = cards.get(cardId(question.id, part))
        return {
          ...{ questionId: question.id, part, chapter: chapterOf(question.facts.points, chapters) },
          lastAt: held?.lastAt ?? null,
          ...{ isWrong: held?.isWrong ?? false, cause: held?.cause ?? null },
          isFavourite: held?.isFavourite ?? cards.get(cardId(question.id, 0))?.isFavourite ?? false,
          wasRight: held?.wasRight ?? false,
        }
      }),
    )
}

type Held = Pick<Known, 'lastAt' | 'isWrong' | 'cause' | 'isFavourite' | 'wasRight'>

/** Her cards, the causes she said and her favourites, in one query. */
async function cardsOf(personId: string): Promise<ReadonlyMap<string, Held>> {
  const rows = await db.rows(Prisma.sql`
    SELECT 'card' AS kind, "questionId" AS question, "part" AS part, "state" AS state,
      CASE WHEN "isWrong" THEN 1 ELSE 0 END AS wrong, "dueAt" AS at
    FROM "ReviewCard" WHERE "personId" = ${personId}
    UNION ALL
    SELECT 'cause', p."questionId", p."part", e."cause", 0, p."answeredAt"
    FROM "ErrorCause" e JOIN "PracticeAnswer" p ON p."id" = e."answerId" WHERE p."personId" = ${personId}
    UNION ALL
    SELECT 'favourite', "questionId", 0, NULL, 0, "addedAt" FROM "Favourite" WHERE "personId" = ${personId}`)
  const causes = causesIn(rows.filter(({ kind }) => kind === 'cause'))
  const held = new Map<string, Held>()
  const favourites = new Set(rows.filter(({ kind }) => kind === 'favourite').map((row) => text(row.question)))
  for (const row of rows.filter(({ kind }) => kind !== 'cause')) {
    const question = text(row.question)
    const isFavourite = favourites.has(question)
    const key = cardId(question, whole(row.part))
    if (row.kind === 'favourite') {
      if (!held.has(key)) held.set(key, { lastAt: null, isWrong: false, cause: null, isFavourite, wasRight: false })
      continue
    }
    const { lastAt, isKnown } = JSON.parse(text(row.state)) as { lastAt: number | null; isKnown: boolean }
    const cause = causes.get(key) ?? null
    held.set(key, { lastAt, isWrong: truth(row.wrong), cause, isFavourite, wasRight: isKnown })
  }
  return held
}

const weakPointsShown = 3

/** Of each card the cause of the latest answer that has one. */
function causesIn(rows: readonly RawRow[]): ReadonlyMap<string, ErrorCause> {
  const inTime = rows.toSorted((one, other) => instant(one.at).getTime() - instant(other.at).getTime())
  return new Map(
    inTime.flatMap((row) => {
      const cause = errorCauses.find((one) => one === row.state)
      return cause ? [[cardId(text(row.question), whole(row.part)), cause] as const] : []
    }),
  )
}

/** What there is to practise in a subject, and how she stands in each chapter. */
export async function getPracticeHome(actor: Actor, subject: Subject, now: Date): Promise<PracticeHome> {
  const candidates = await candidatesOf(actor, subject)
  const queue = await getTodaysQueue(actor, subject, await closedTo(actor.personId), now)
  const count = (set: KnownSet) => inSet(candidates, set).length
  const since = startOfDay(addDays(dayOf(now), -6))
  const weak = await weakSetOf(actor, subject, now)
  const leftOf = (questionIds: readonly string[]) => stillToAsk(candidates, questionIds, midnightOf(now)).length
  return {
    subject,
    chapters: (editionOf(syllabus(), subject)?.chapters ?? []).map(({ no, title, titleEn }) => {
      const own = candidates.filter(({ chapter }) => chapter === no)
      return {
        ...{ no, title: actor.locale === 'en' ? titleEn : title, questions: own.length },
        answered: own.filter(({ lastAt }) => lastAt !== null).length,
        right: own.filter(({ wasRight }) => wasRight).length,
      }
    }),
    ...{ wrong: count({ kind: 'wrong' }), favourites: count({ kind: 'favourites' }), due: queue.looks.length },
    daily: leftOf(await dailyQuestions(actor, subject, now)),
    weak: Math.min(setSize, leftOf(weak.questionIds)),
    weakPoints: weak.points.slice(0, weakPointsShown).map(({ point }) => titleOfPoint(point, actor)),
    wrongSets: wrongSets(
      candidates,
      (editionOf(syllabus(), subject)?.chapters ?? []).map(({ no }) => no),
    ),
    all: candidates.length,
    plan: await getStudyPlan(actor, subject),
    today: { mode: queue.mode, minutes: Math.ceil(queue.seconds / 60), resting: queue.resting },
    answeredThisWeek: await db.read.practiceAnswer.count({
      where: { personId: actor.personId, answeredAt: { gte: since } },
    }),
  }
}

export type NextQuestion = {
  readonly question: AskedQuestion | null
  readonly left: number
  /** while she works at the wrong-answer book: what this question still wants */
  readonly untilOut: UntilOut | null
}

/** The question to ask next in a set; null when there is none. */
export async function askNext(actor: Actor, subject: Subject, set: PracticeSet, now: Date): Promise<NextQuestion> {
  const list = await listOf(actor, subject, set, now)
  const [first] = list
  const question = first && (await currentBank()).active.get(first.questionId)
  if (!question) return { question: null, left: list.length, untilOut: null }
  const looks = set.kind === 'wrong' ? await looksAt(db.read, cardKey(actor, first.questionId, first.part)) : []
  return { question: asked(question, first.part), left: list.length, untilOut: untilOut(looks, dayOf(now)) }
}

function cardKey({ personId }: Actor, questionId: string, part: number) {
  return { personId, questionId, part }
}

/** What of a set is to be asked, in its order. */
export async function listOf(actor: Actor, subject: Subject, set: PracticeSet, now: Date) {
  if (set.kind === 'due') return dueToday(actor, subject, now)
  const candidates = await candidatesOf(actor, subject)
  switch (set.kind) {
    case 'daily':
      return stillToAsk(candidates, await dailyQuestions(actor, subject, now), midnightOf(now))
    case 'weak': {
      const { questionIds } = await weakSetOf(actor, subject, now)
      return stillToAsk(candidates, questionIds, midnightOf(now)).slice(0, setSize)
    }
    default:
      return inSet(candidates, set)
  }
}

function midnightOf(now: Date): number {
  return startOfDay(dayOf(now)).getTime()
}

/** Today's queue instead of a pile: only what fits into her minutes, the most useful first. */
async function dueToday(actor: Actor, subject: Subject, now: Date) {
  const { looks } = await getTodaysQueue(actor, subject, await closedTo(actor.personId), now)
  return looks.map(({ cardId: id }) => cardOfId(id))
}

export function asked(question: BankQuestion, part: number): AskedQuestion | null {
  const choice = choicesOf(question.body)[part]
  if (!choice) return null
  const { kind, stem, options } = choice
  const caseStem = question.body.kind === 'case' ? question.body.stem : null
  return { questionId: question.id, version: question.version, part, kind, stem, options, caseStem }
}

export type PracticeAct = {
  readonly questionId: string
  readonly version: number
  readonly part: number
  readonly picked: readonly number[]
  readonly confidence: Confidence
  readonly seconds: number
  readonly set: PracticeSet
}

/** Judges an answer, keeps it for ever, and brings its card up to date. Returns the answer's id. */
export async function answerPractice(actor: Actor, act: PracticeAct, now: Date): Promise<string> {
  const { questionId, version, part } = act
  if ((await closedTo(actor.personId)).has(questionId)) throw notFound()
  const [question] = await versionsOf([{ questionId, number: version }])
  const choice = question && choicesOf(question.body)[part]
  if (!choice) throw notFound()
  const judged = judge(choice, act.picked)
  if (!judged) throw new DomainError('invalid')
  const id = randomUUID()
  const row = {
    ...{ id, personId: actor.personId, questionId, version, part, confidence: act.confidence, answeredAt: now },
    ...{ picked: judged.picked.join(','), right: judged.right, seconds: secondsOfLook(act.seconds) },
    mode: setName(act.set),
  }
  await db.write(async (tx) => {
    await tx.practiceAnswer.create({ data: row })
    await keepCard(tx, actor.personId, questionId, part, now)
  })
  return id
}

/** An answer of hers with the key, the explanation and the points it tests. */
export async function getAnswered(actor: Actor, answerId: string, now: Date): Promise<AnsweredQuestion> {
  const row = await db.read.practiceAnswer.findFirst({ where: { id: answerId, personId: actor.personId } })
  if (!row) throw notFound()
  if ((await closedTo(actor.personId)).has(row.questionId)) throw notFound()
  const [question] = await versionsOf([{ questionId: row.questionId, number: row.version }])
  const choice = question && choicesOf(question.body)[row.part]
  const shown = question && asked(question, row.part)
  if (!question || !choice || !shown) throw notFound()
  const { subject } = question.facts
  const beside = await besideAnswer(actor.personId, row.questionId, answerId)
  return {
    ...shown,
    ...{ answerId, key: choice.key, explanation: choice.explanation, right: row.right },
    picked: row.picked.split(',').map(Number),
    confidence: row.confidence as Confidence,
    ...beside,
    untilOut: untilOut(await looksAt(db.read, cardKey(actor, row.questionId, row.part)), dayOf(now)),
    points: question.facts.points.map((id) => ({ id, title: titleOfPoint(id, actor) })),
    nextLookOn: isSubject(subject) ? await getNextLook(actor, subject, cardId(row.questionId, row.part), now) : null,
  }
}

export function titleOfPoint(id: string, { locale }: Actor): string {
  const point = syllabus().points.find((one) => one.id === id)
  return (locale === 'en' ? point?.titleEn : point?.title) ?? id
}

async function besideAnswer(personId: string, questionId: string, answerId: string) {
  const [row] = await db.rows(Prisma.sql`
    SELECT (SELECT c."cause" FROM "ErrorCause" c WHERE c."answerId" = ${answerId}) AS cause,
      (SELECT COUNT(*) FROM "Favourite" f WHERE f."personId" = ${personId} AND f."questionId" = ${questionId})
      AS favourite`)
  const cause = textOrNull(row?.cause ?? null)
  return {
    cause: errorCauses.find((one) => one === cause) ?? null,
    isFavourite: whole(row?.favourite) > 0,
  }
}

/** Why she was wrong; said again, the last word counts. */
export async function sayCause(actor: Actor, answerId: string, cause: ErrorCause, now: Date): Promise<void> {
  await db.write(async (tx) => {
    const row = await tx.practiceAnswer.findFirst({
      where: { id: answerId, personId: actor.personId },
      select: { id: true },
    })
    if (!row) throw notFound()
    await tx.errorCause.upsert({
      where: { answerId },
      create: { answerId, cause, saidAt: now },
      update: { cause, saidAt: now },
    })
  })
}

export async function keepFavourite(actor: Actor, questionId: string, isWanted: boolean, now: Date): Promise<void> {
  if (!(await currentBank()).active.has(questionId)) throw notFound()
  const key = { personId: actor.personId, questionId }
  await db.write(async (tx) => {
    await tx.favourite.deleteMany({ where: key })
    if (isWanted) await tx.favourite.create({ data: { ...key, addedAt: now } })
  })
}
