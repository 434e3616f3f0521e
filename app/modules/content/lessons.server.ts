import { randomBytes } from 'node:crypto'
import { audit } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import type { LessonForm } from './authored.schema.ts'
import { forgetShelf, libraryFor } from './authored-shelf.server.ts'
import { isInScope, type WritingScope, writingScope } from './authoring-scope.server.ts'
import { compileMarkdown } from './compile-markdown.server.ts'
import type { LessonDocument } from './document.ts'
import type { MarkdownSurroundings } from './guard-markdown.ts'
import { contentLibrary } from './library.server.ts'
import { lessonsOf } from './library.ts'
import type { ContentProblem } from './problems.ts'
import { compilerVersion, hashOfText, openText, packText } from './stored-text.server.ts'

/*
 * Lessons written in the browser. A revision never changes: saving makes the next one, publishing points to one, going back
 * publishes an older one. Whoever may not write here is told that there is nothing.
 */
export type CompiledDraft =
  | { readonly ok: true; readonly document: LessonDocument; readonly problems: readonly ContentProblem[] }
  | { readonly ok: false; readonly problems: readonly ContentProblem[] }

export type SavedDraft = { readonly ok: true; readonly lessonId: string; readonly number: number } | Refused
type Refused = { readonly ok: false; readonly problems: readonly ContentProblem[] }

/** As the reader will see it, without keeping anything. */
export async function previewLesson(actor: Actor, cohortId: string | null, source: string): Promise<CompiledDraft> {
  await requireScope(db.read, actor, cohortId)
  const compiled = await compileDraft(source, cohortId)
  if (!compiled.packed) return { ok: false, problems: compiled.problems }
  const document = openText(compiled.packed, hashOfText(compiled.packed))
  if (!document) throw new Error('The compiler made a text that it would not read')
  return { ok: true, document, problems: compiled.problems }
}

export async function createLesson(
  actor: Actor,
  cohortId: string | null,
  draft: LessonForm,
  now: Date,
): Promise<SavedDraft> {
  await requireScope(db.read, actor, cohortId)
  const place = placeOfCourse(draft.course)
  const { packed, problems } = await compileDraft(draft.source, cohortId)
  if (!packed) return { ok: false, problems }

  const lessonId = `a-${randomBytes(8).toString('hex')}`
  await db.write(async (tx) => {
    await requireScope(tx, actor, cohortId)
    await tx.authoredLesson.create({
      data: { id: lessonId, cohortId, ...place, createdBy: actor.personId, createdAt: now },
    })
    await tx.authoredRevision.create({ data: revision(actor, lessonId, 1, draft, packed, now) })
    await record(tx, actor, 'lesson.created', lessonId, cohortId, now)
  })
  return { ok: true, lessonId, number: 1 }
}

/** `base` is the revision that the editor was opened on: somebody else's newer one is not written over. */
export async function saveRevision(
  actor: Actor,
  lessonId: string,
  base: number,
  draft: LessonForm,
  now: Date,
): Promise<SavedDraft> {
  const { cohortId } = await requireLesson(db.read, actor, lessonId)
  const { packed, problems } = await compileDraft(draft.source, cohortId)
  if (!packed) return { ok: false, problems }

  const number = await db.write(async (tx) => {
    await requireLesson(tx, actor, lessonId)
    const latest = await latestNumber(tx, lessonId)
    if (latest !== base) throw new DomainError('conflict')
    await tx.authoredRevision.create({ data: revision(actor, lessonId, latest + 1, draft, packed, now) })
    await record(tx, actor, 'lesson.saved', lessonId, cohortId, now)
    return latest + 1
  })
  return { ok: true, lessonId, number }
}

/** Makes a revision the one that is read; an older one, too: that is how one goes back. */
export async function publishRevision(actor: Actor, lessonId: string, number: number, now: Date): Promise<void> {
  await db.write(async (tx) => {
    const { cohortId } = await requireLesson(tx, actor, lessonId)
    const exists = await tx.authoredRevision.count({ where: { lessonId, number } })
    if (exists === 0) throw notFound()
    await tx.authoredLesson.update({ where: { id: lessonId }, data: { publishedRevision: number, retiredAt: null } })
    await record(tx, actor, 'lesson.published', lessonId, cohortId, now, `revision ${number}`)
  })
  forgetShelf()
}

/** Takes a lesson off the shelf. What was learned from it stays learned. */
export async function retireLesson(actor: Actor, lessonId: string, now: Date): Promise<void> {
  await db.write(async (tx) => {
    const { cohortId, retiredAt } = await requireLesson(tx, actor, lessonId)
    if (retiredAt) return
    await tx.authoredLesson.update({ where: { id: lessonId }, data: { retiredAt: now } })
    await record(tx, actor, 'lesson.retired', lessonId, cohortId, now)
  })
  forgetShelf()
}

export async function requireScope(
  reader: Pick<Tx, 'cohort'>,
  actor: Actor,
  cohortId: string | null,
): Promise<WritingScope> {
  const scope = await writingScope(reader, actor)
  if (!isInScope(scope, cohortId)) throw notFound()
  return scope
}

export async function requireLesson(reader: Pick<Tx, 'cohort' | 'authoredLesson'>, actor: Actor, lessonId: string) {
  const { cohorts, isCentre } = await writingScope(reader, actor)
  const lesson = await reader.authoredLesson.findFirst({
    where: {
      id: lessonId,
      OR: [{ cohortId: { in: cohorts.map(({ id }) => id) } }, ...(isCentre ? [{ cohortId: null }] : [])],
    },
  })
  if (!lesson) throw notFound()
  return lesson
}

async function latestNumber(tx: Tx, lessonId: string): Promise<number> {
  const { _max } = await tx.authoredRevision.aggregate({ where: { lessonId }, _max: { number: true } })
  return _max.number ?? 0
}

function revision(actor: Actor, lessonId: string, number: number, draft: LessonForm, packed: string, now: Date) {
  const { title, titleEn, summary, minutes, source, note } = draft
  return {
    ...{ lessonId, number, title, titleEn, summary, minutes, source, note, compilerVersion },
    document: packed,
    hash: hashOfText(packed),
    createdBy: actor.personId,
    createdAt: now,
  }
}

function record(
  tx: Tx,
  actor: Actor,
  action: string,
  lessonId: string,
  cohortId: string | null,
  now: Date,
  reason?: string,
) {
  return audit(tx, { actor, action, objectType: 'lesson', objectId: lessonId, cohortId, reason, now })
}

async function compileDraft(source: string, cohortId: string | null) {
  const { tree, problems } = await compileMarkdown(source, await surroundingsFor(cohortId))
  return { packed: tree && packText(tree), problems }
}

/** What the text may name: words of the glossary, headings of the lessons that its readers have. */
async function surroundingsFor(cohortId: string | null): Promise<MarkdownSurroundings> {
  const library = await libraryFor(cohortId === null ? [] : [cohortId])
  const anchors = library.tracks.flatMap(lessonsOf).map((lesson) => {
    const document = library.document(lesson.hash)
    return [lesson.id, [...(document?.outline ?? []), ...(document?.islands ?? [])].map(({ id }) => id)] as const
  })
  return {
    terms: Object.fromEntries(library.glossary.map(({ term, id }) => [term, id])),
    anchors: Object.fromEntries(anchors),
  }
}

/** «track/course», as the editor's list sends it. */
function placeOfCourse(course: string): { trackId: string; courseId: string } {
  const [trackId = '', courseId = ''] = course.split('/')
  if (
    !contentLibrary()
      .track(trackId)
      ?.courses.some(({ id }) => id === courseId)
  )
    throw new DomainError('invalid')
  return { trackId, courseId }
}
