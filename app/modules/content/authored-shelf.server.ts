import { db } from '~/platform/db.server.ts'
import { type RawRow, text, textOrNull, whole } from '~/platform/raw-row.ts'
import type { LessonDocument } from './document.ts'
import { contentLibrary, storedLibrary } from './library.server.ts'
import type { LessonMeta, Library } from './library.ts'
import { buildIndex, entriesOfLesson, type SearchIndex } from './search-index.ts'
import { openLibrary, type StoredLibrary } from './stored-library.ts'
import { openText } from './stored-text.server.ts'

/*
 * Lessons that staff have published, in memory. Whoever asks gets what her cohorts may see; the database is asked at most
 * every few seconds, so another process's publication is here within that time, this one's at once.
 */
type Shelf = {
  readonly lessons: readonly LessonMeta[]
  readonly documents: ReadonlyMap<string, LessonDocument>
  /** by the official library that they were merged with, and the lessons that were added to it */
  readonly libraries: WeakMap<StoredLibrary, Map<string, Library>>
  index?: SearchIndex
}

const freshMs = 3_000
const none: Shelf = { lessons: [], documents: new Map(), libraries: new WeakMap() }

let shelf = none
let readAt = Number.NEGATIVE_INFINITY
let reading: Promise<Shelf> | undefined

/** The official tracks, and in their courses what has been published for the centre or one of these cohorts. */
export async function libraryFor(cohortIds: readonly string[]): Promise<Library> {
  const current = await currentShelf()
  const lessons = visibleOn(current, cohortIds)
  if (lessons.length === 0) return contentLibrary()

  const stored = storedLibrary()
  const merged = current.libraries.get(stored) ?? new Map<string, Library>()
  current.libraries.set(stored, merged)
  const key = lessons.map(({ id, hash }) => `${id} ${hash}`).join()
  const known = merged.get(key)
  if (known) return known
  const hashes = new Set(lessons.map(({ hash }) => hash))
  const document = (hash: string) => (hashes.has(hash) ? current.documents.get(hash) : undefined)
  const library = openLibrary(stored, { lessons, document })
  merged.set(key, library)
  return library
}

/** An index over everything published here; the caller keeps to the lessons that she may see. */
export async function authoredIndex(): Promise<SearchIndex> {
  const current = await currentShelf()
  current.index ??= buildIndex(
    current.lessons.flatMap((lesson) => {
      const document = current.documents.get(lesson.hash)
      return document ? entriesOfLesson(lesson, document) : []
    }),
  )
  return current.index
}

/** After publishing or retiring: the next reader sees it. */
export function forgetShelf(): void {
  readAt = Number.NEGATIVE_INFINITY
  reading = undefined
}

function visibleOn({ lessons }: Shelf, cohortIds: readonly string[]): readonly LessonMeta[] {
  return lessons.filter(({ cohortId }) => cohortId === null || cohortIds.includes(cohortId))
}

async function currentShelf(): Promise<Shelf> {
  if (performance.now() - readAt < freshMs) return shelf
  const mine = reading ?? readShelf(shelf)
  reading = mine
  const next = await mine
  // Forgotten meanwhile: what was read may be older than what made it so.
  if (reading === mine) {
    shelf = next
    readAt = performance.now()
    reading = undefined
  }
  return next
}

async function readShelf(before: Shelf): Promise<Shelf> {
  const rows = (
    await db.read.$queryRaw<RawRow[]>`
    SELECT l."id", l."cohortId", l."trackId", l."courseId", r."hash", r."title", r."titleEn", r."summary", r."minutes"
    FROM "AuthoredLesson" l
      JOIN "AuthoredRevision" r ON r."lessonId" = l."id" AND r."number" = l."publishedRevision"
    WHERE l."retiredAt" IS NULL
    ORDER BY l."createdAt", l."id"`
  ).map(publishedRow)
  if (rows.length === before.lessons.length && rows.every((row, at) => isSame(row, before.lessons[at]))) {
    return before
  }
  const documents = await readDocuments(rows, before)
  const lessons = rows.flatMap((row) => {
    const document = documents.get(row.hash)
    return document ? [metaOf(row, document)] : []
  })
  return { lessons, documents, libraries: new WeakMap() }
}

type PublishedRow = ReturnType<typeof publishedRow>

function publishedRow(row: RawRow) {
  return {
    id: text(row.id),
    cohortId: textOrNull(row.cohortId),
    trackId: text(row.trackId),
    courseId: text(row.courseId),
    hash: text(row.hash),
    title: text(row.title),
    titleEn: text(row.titleEn),
    summary: text(row.summary),
    minutes: whole(row.minutes),
  }
}

function isSame(row: PublishedRow, lesson: LessonMeta | undefined): boolean {
  return lesson?.id === row.id && lesson.hash === row.hash && lesson.title === row.title
}

async function readDocuments(rows: readonly PublishedRow[], before: Shelf) {
  const documents = new Map<string, LessonDocument>()
  const missing: string[] = []
  for (const { hash } of rows) {
    const known = before.documents.get(hash)
    if (known) documents.set(hash, known)
    else missing.push(hash)
  }
  const revisions = await db.read.authoredRevision.findMany({
    where: { hash: { in: missing } },
    select: { hash: true, document: true },
    distinct: ['hash'],
  })
  for (const { hash, document } of revisions) {
    const opened = openText(document, hash)
    if (opened) documents.set(hash, opened)
  }
  return documents
}

/** A lesson of a cohort is not «new» to anybody in the sense of a track's version: it is there or it is not. */
function metaOf(row: PublishedRow, document: LessonDocument): LessonMeta {
  return {
    ...row,
    summaryEn: row.summary,
    prerequisites: [],
    addedIn: 1,
    checks: document.checks.map(({ id }) => id),
    requiredChecks: document.checks.filter(({ optional }) => !optional).map(({ id }) => id),
    blocks: document.blocks.length,
    isAuthored: true,
  }
}
