import { auditTrail } from '~/modules/audit/audit-trail.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { authorNames } from './author-names.server.ts'
import { versionsOf } from './bank.server.ts'
import { excerptOf } from './bank-rows.ts'
import { syllabus } from './official-pack.server.ts'
import type { QuestionPage, ShownAct, ShownDuplicate, ShownPlace, ShownVersion } from './question-page.ts'
import { isQuestionStatus, stateOf } from './question-state.ts'
import { isSubject, type Subject } from './subjects.ts'
import { changesBetween } from './version-changes.ts'

const mostVersions = 60
const mostActs = 30
const mostDuplicates = 20

/** One question with everything that is known of it; `asked`: an older version instead of the newest. */
export async function getQuestion(actor: Actor, questionId: string, asked?: number): Promise<QuestionPage> {
  demand(mayAuthor(actor))
  const row = await db.read.question.findUnique({ where: { id: questionId } })
  if (!row || !isQuestionStatus(row.status) || !isSubject(row.subject)) throw notFound()
  const { status, newestVersion, activeVersion } = row
  const stored = await db.read.questionVersion.findMany({
    where: { questionId },
    orderBy: { number: 'desc' },
    take: mostVersions,
    select: {
      ...{ number: true, note: true, createdAt: true, authorId: true, approvedBy: true, approvedAt: true },
      textHash: true,
    },
  })
  const number = asked ?? newestVersion
  const shown = (await versionsOf([{ questionId, number }]))[0]
  if (!shown) throw notFound()
  const trail = await auditTrail('question', questionId, mostActs)
  const names = await authorNames([
    ...stored.flatMap(({ authorId, approvedBy }) => [authorId, approvedBy]),
    ...trail.map(({ actorId }) => actorId),
  ])
  const newest = stored.find((one) => one.number === newestVersion)
  return {
    ...{ id: questionId, subject: row.subject, status, activeVersion, newestVersion, updatedAt: row.updatedAt },
    origin: row.origin === 'official' ? 'official' : 'centre',
    state: stateOf({ status, newestVersion, activeVersion }),
    shown: { number, body: shown.body, facts: shown.facts },
    isOwn: newest?.authorId === actor.personId,
    versions: await shownVersions(questionId, stored, names),
    acts: trail.flatMap((entry): ShownAct[] => {
      const what = /^question\.(\w+)$/.exec(entry.action)?.[1]
      if (!what) return []
      return [{ id: entry.id, what, at: entry.at, by: names.get(entry.actorId ?? '') ?? null, reason: entry.reason }]
    }),
    places: placesOf(row.subject, shown.facts.points),
    points: syllabus()
      .points.filter(({ id }) => shown.facts.points.includes(id))
      .map(({ id, title, titleEn }) => ({ id, title, titleEn })),
    duplicates: newest ? await duplicatesOf(questionId, newest.textHash) : [],
  }
}

type StoredVersion = {
  readonly number: number
  readonly note: string
  readonly createdAt: Date
  readonly authorId: string | null
  readonly approvedBy: string | null
  readonly approvedAt: Date | null
}

/** Each version with what it changed in the one before. */
async function shownVersions(
  questionId: string,
  stored: readonly StoredVersion[],
  names: ReadonlyMap<string, string>,
): Promise<readonly ShownVersion[]> {
  const texts = await versionsOf(stored.map(({ number }) => ({ questionId, number })))
  const byNumber = new Map(texts.map((text) => [text.version, text]))
  return stored.map(({ number, note, createdAt, authorId, approvedBy, approvedAt }) => {
    const [now, before] = [byNumber.get(number), byNumber.get(number - 1)]
    return {
      ...{ number, note, createdAt, approvedAt },
      author: names.get(authorId ?? '') ?? null,
      approver: names.get(approvedBy ?? '') ?? null,
      changes: now && before ? changesBetween(before, now) : [],
    }
  })
}

/** Where it stands in each edition of its subject. */
function placesOf(subject: Subject, points: readonly string[]): readonly ShownPlace[] {
  const editions = syllabus().editions.filter((one) => one.subject === subject)
  return editions.toReversed().flatMap(({ edition, chapters }) => {
    for (const { no, title, titleEn, status, sections } of chapters) {
      const section = sections.find((one) => one.points.some((point) => points.includes(point)))
      if (section) {
        const at = { no: section.no, title: section.title, titleEn: section.titleEn }
        return [{ edition, chapter: { no, title, titleEn, status }, section: at }]
      }
    }
    return []
  })
}

/** Other questions whose newest version says the same. */
async function duplicatesOf(questionId: string, textHash: string): Promise<readonly ShownDuplicate[]> {
  const same = await db.read.questionVersion.findMany({
    where: { textHash, questionId: { not: questionId } },
    select: { questionId: true, number: true, question: { select: { newestVersion: true, status: true } } },
    take: mostDuplicates,
  })
  const newest = same.filter(({ number, question }) => number === question.newestVersion)
  const texts = await versionsOf(newest)
  return newest.flatMap(({ questionId: id, question }) => {
    const text = texts.find((one) => one.id === id)
    const { status } = question
    return text && isQuestionStatus(status) ? [{ id, status, excerpt: excerptOf(text) }] : []
  })
}
