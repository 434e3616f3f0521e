import { db } from '~/platform/db.server.ts'
import { versionsOf } from './bank.server.ts'
import { type BankRow, searchTextOf } from './bank-rows.ts'
import { syllabus } from './official-pack.server.ts'
import type { Question } from './question.ts'
import { isQuestionStatus, stateOf } from './question-state.ts'
import { isSubject, type Subject } from './subjects.ts'
import { chapterOf, chaptersByPoint, editionOf } from './syllabus.ts'

/** A version never changes: its text is brought into normal form once. */
const searchTexts = new WeakMap<Question, string>()

/**
 * The bank in its newest versions, for those who write it; the last changed first. Versions are kept in memory, so what is
 * asked of the database is one light row a question.
 */
export async function bankRows(subject: Subject | null): Promise<readonly BankRow[]> {
  const rows = await db.read.question.findMany({
    where: subject === null ? {} : { subject },
    select: {
      ...{ id: true, origin: true, subject: true, status: true, newestVersion: true, activeVersion: true },
      ...{ createdBy: true, updatedAt: true },
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
  })
  const newest = await versionsOf(rows.map(({ id, newestVersion }) => ({ questionId: id, number: newestVersion })))
  const byId = new Map(newest.map((question) => [question.id, question]))
  return rows.flatMap((row): BankRow[] => {
    const question = byId.get(row.id)
    const { subject: code, status } = row
    if (!question || !isSubject(code) || !isQuestionStatus(status)) return []
    return [
      {
        ...{
          id: row.id,
          subject: code,
          version: row.newestVersion,
          createdBy: row.createdBy,
          updatedAt: row.updatedAt,
        },
        origin: row.origin === 'official' ? 'official' : 'centre',
        state: stateOf({ status, newestVersion: row.newestVersion, activeVersion: row.activeVersion }),
        ...{ kind: question.body.kind, question, searchText: searchText(row.id, question) },
        chapter: chapterOf(question.facts.points, chapters(code)),
      },
    ]
  })
}

function searchText(id: string, question: Question): string {
  const known = searchTexts.get(question) ?? searchTextOf(id, question)
  searchTexts.set(question, known)
  return known
}

const byPoint = new Map<Subject, ReadonlyMap<string, number>>()

/** Chapters of the current edition by knowledge point; the syllabus is read-only while the site runs. */
export function chapters(subject: Subject): ReadonlyMap<string, number> {
  const edition = editionOf(syllabus(), subject)
  const known = byPoint.get(subject) ?? (edition ? chaptersByPoint(edition) : new Map<string, number>())
  byPoint.set(subject, known)
  return known
}
