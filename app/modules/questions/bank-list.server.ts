import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import { authorNames } from './author-names.server.ts'
import type { BankQuery } from './bank-query.ts'
import { bankRows } from './bank-rows.server.ts'
import { type BankRow, type ChapterName, countStates, excerptOf, isIn, matches, type StateCounts } from './bank-rows.ts'
import { syllabus } from './official-pack.server.ts'
import type { Question } from './question.ts'
import type { Subject } from './subjects.ts'
import { editionOf } from './syllabus.ts'

export const questionsPerPage = 50

export type ListedQuestion = Pick<BankRow, 'id' | 'origin' | 'subject' | 'kind' | 'state' | 'version' | 'updatedAt'> & {
  readonly excerpt: string
  readonly chapter: ChapterName | null
  readonly difficulty: number
  readonly author: string | null
}

export type BankPage = {
  readonly questions: readonly ListedQuestion[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly counts: StateCounts
}

export async function listQuestions(actor: Actor, query: BankQuery): Promise<BankPage> {
  demand(mayAuthor(actor))
  const found = (await bankRows(query.subject)).filter((row) => matches(row, query))
  const { status } = query
  const wanted = status === null ? found : found.filter(({ state }) => isIn(status, state))
  const pages = Math.max(1, Math.ceil(wanted.length / questionsPerPage))
  const page = Math.min(query.page, pages)
  const shown = wanted.slice((page - 1) * questionsPerPage, page * questionsPerPage)
  const names = await authorNames(shown.map(({ createdBy }) => createdBy))
  return {
    questions: shown.map((row) => listed(row, names.get(row.createdBy ?? '') ?? null)),
    ...{ total: wanted.length, page, pages, counts: countStates(found) },
  }
}

/** Everything that a list shows on all its pages, for a file. */
export async function questionsIn(
  actor: Actor,
  query: BankQuery,
): Promise<ReadonlyArray<{ readonly id: string; readonly question: Question }>> {
  demand(mayAuthor(actor))
  const { status } = query
  return (await bankRows(query.subject))
    .filter((row) => matches(row, query) && (status === null || isIn(status, row.state)))
    .map(({ id, question: { body, facts } }) => ({ id, question: { body, facts } }))
    .toSorted((a, b) => a.id.localeCompare(b.id, 'en'))
}

function listed(row: BankRow, author: string | null): ListedQuestion {
  const { id, origin, subject, kind, state, version, updatedAt } = row
  return {
    ...{ id, origin, subject, kind, state, version, updatedAt, author },
    excerpt: excerptOf(row.question),
    chapter: chapterName(subject, row.chapter),
    difficulty: row.question.facts.difficulty,
  }
}

export function chapterName(subject: Subject, no: number | null): ChapterName | null {
  const chapter = editionOf(syllabus(), subject)?.chapters.find((one) => one.no === no)
  return chapter ? { no: chapter.no, title: chapter.title, titleEn: chapter.titleEn, status: chapter.status } : null
}
