import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { readingCohorts, writingScope } from './authoring-scope.server.ts'
import type { LessonDocument } from './document.ts'
import { contentLibrary } from './library.server.ts'
import { openText } from './stored-text.server.ts'

/**
 * A document's text, for navigation. Official ones are for everybody who is signed in. Of those written here she gets what
 * is published for the centre or a cohort of hers, and every revision of lessons that she may write.
 */
export async function readDocument(actor: Actor, hash: string): Promise<LessonDocument> {
  const official = contentLibrary().document(hash)
  if (official) return official

  const [reading, writing] = await Promise.all([readingCohorts(db.read, actor), writingScope(db.read, actor)])
  const revisions = await db.read.authoredRevision.findMany({
    where: {
      hash,
      lesson: {
        OR: [
          { retiredAt: null, OR: [{ cohortId: null }, { cohortId: { in: [...reading] } }] },
          { cohortId: { in: writing.cohorts.map(({ id }) => id) } },
          ...(writing.isCentre ? [{ cohortId: null }] : []),
        ],
      },
    },
    select: { number: true, document: true, lesson: { select: { cohortId: true, publishedRevision: true } } },
  })
  const own = (cohortId: string | null) =>
    cohortId === null ? writing.isCentre : writing.cohorts.some(({ id }) => id === cohortId)
  const found = revisions.find(({ number, lesson }) => lesson.publishedRevision === number || own(lesson.cohortId))
  const document = found && openText(found.document, hash)
  if (!document) throw notFound()
  return document
}
