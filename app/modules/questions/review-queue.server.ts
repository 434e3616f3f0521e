import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import { db } from '~/platform/db.server.ts'
import { DomainError } from '~/platform/errors.ts'
import { authorNames } from './author-names.server.ts'
import { versionsOf } from './bank.server.ts'
import { chapterName } from './bank-list.server.ts'
import { bankRows } from './bank-rows.server.ts'
import type { BankRow, ChapterName } from './bank-rows.ts'
import type { QuestionBody, QuestionFacts } from './question.ts'
import { type ActFault, approveQuestion, returnQuestion } from './question-acts.server.ts'
import { isWaiting } from './question-state.ts'
import type { Subject } from './subjects.ts'
import { changesBetween, type VersionChange } from './version-changes.ts'

export const waitingPerPage = 10

/** A question that waits, with all that one has to see to decide. */
export type WaitingQuestion = {
  readonly id: string
  readonly number: number
  readonly subject: Subject
  readonly body: QuestionBody
  readonly facts: QuestionFacts
  readonly chapter: ChapterName | null
  readonly author: string | null
  readonly writtenAt: Date
  readonly note: string
  /** the version that trainees are asked now; null: none yet */
  readonly activeVersion: number | null
  /** against that version */
  readonly changes: readonly VersionChange[]
}

export type ReviewQueue = {
  readonly questions: readonly WaitingQuestion[]
  readonly total: number
  /** that wait too, and are the reader's own */
  readonly own: number
  readonly page: number
  readonly pages: number
}

/** What somebody else has proposed, the oldest first: nobody's question waits because others came later. */
export async function getReviewQueue(
  actor: Actor,
  query: { readonly subject: Subject | null; readonly page: number },
): Promise<ReviewQueue> {
  demand(mayAuthor(actor))
  const rows = (await bankRows(query.subject)).filter(({ origin, state }) => origin === 'centre' && isWaiting(state))
  const written = await writings(rows)
  const others = rows.filter((row) => written.get(row.id)?.authorId !== actor.personId)
  const inTurn = others.toSorted(
    (a, b) => timeOf(written.get(a.id)) - timeOf(written.get(b.id)) || (a.id < b.id ? -1 : 1),
  )
  const pages = Math.max(1, Math.ceil(inTurn.length / waitingPerPage))
  const page = Math.min(query.page, pages)
  const shown = inTurn.slice((page - 1) * waitingPerPage, page * waitingPerPage)
  const names = await authorNames(shown.map(({ id }) => written.get(id)?.authorId ?? null))
  return {
    questions: await Promise.all(
      shown.map(async (row) =>
        waiting(row, written.get(row.id), names.get(written.get(row.id)?.authorId ?? '') ?? null),
      ),
    ),
    ...{ total: inTurn.length, own: rows.length - others.length, page, pages },
  }
}

type Writing = {
  readonly authorId: string | null
  readonly createdAt: Date
  readonly note: string
  readonly activeVersion: number | null
}

/** Who wrote the newest version of each, and when. */
async function writings(rows: readonly BankRow[]): Promise<ReadonlyMap<string, Writing>> {
  const newest = new Map(rows.map(({ id, version }) => [id, version]))
  const found = await db.read.questionVersion.findMany({
    where: { questionId: { in: [...newest.keys()] } },
    select: {
      ...{ questionId: true, number: true, authorId: true, createdAt: true, note: true },
      question: { select: { activeVersion: true } },
    },
  })
  return new Map(
    found
      .filter(({ questionId, number }) => newest.get(questionId) === number)
      .map(({ questionId, authorId, createdAt, note, question: { activeVersion } }) => [
        questionId,
        { authorId, createdAt, note, activeVersion },
      ]),
  )
}

function timeOf(writing: Writing | undefined): number {
  return writing?.createdAt.getTime() ?? 0
}

async function waiting(row: BankRow, writing: Writing | undefined, author: string | null): Promise<WaitingQuestion> {
  const { id, version: number, subject, question, chapter, updatedAt } = row
  const activeVersion = writing?.activeVersion ?? null
  const [active] = activeVersion === null ? [] : await versionsOf([{ questionId: id, number: activeVersion }])
  return {
    ...{ id, number, subject, body: question.body, facts: question.facts, author, activeVersion },
    ...{
      chapter: chapterName(subject, chapter),
      writtenAt: writing?.createdAt ?? updatedAt,
      note: writing?.note ?? '',
    },
    changes: active ? changesBetween(active, question) : [],
  }
}

export type Decision = { readonly kind: 'approve' } | { readonly kind: 'return'; readonly reason: string }
export type Decided = {
  readonly done: number
  readonly refused: ReadonlyArray<{ readonly id: string; readonly fault: ActFault | 'gone' }>
}

/**
 * One decision on many, each in a write of its own and by the rules of one: a question that somebody changed meanwhile stands
 * in nobody's way, and is named.
 */
export async function decideMany(
  actor: Actor,
  chosen: ReadonlyArray<{ readonly questionId: string; readonly number: number }>,
  decision: Decision,
  now: Date,
): Promise<Decided> {
  demand(mayAuthor(actor))
  const refused: Array<{ id: string; fault: ActFault | 'gone' }> = []
  for (const { questionId, number } of chosen) {
    const fault = await decideOne(actor, questionId, number, decision, now)
    if (fault) refused.push({ id: questionId, fault })
  }
  return { done: chosen.length - refused.length, refused }
}

async function decideOne(
  actor: Actor,
  questionId: string,
  number: number,
  decision: Decision,
  now: Date,
): Promise<ActFault | 'gone' | null> {
  try {
    const outcome =
      decision.kind === 'approve'
        ? await approveQuestion(actor, questionId, number, now)
        : await returnQuestion(actor, questionId, number, decision.reason, now)
    return outcome.kind === 'done' ? null : outcome.fault
  } catch (thrown) {
    if (thrown instanceof DomainError && thrown.code === 'notFound') return 'gone'
    throw thrown
  }
}
