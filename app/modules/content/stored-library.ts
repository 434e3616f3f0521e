import { type Judgement, judge } from './checks.ts'
import type { LessonDocument } from './document.ts'
import type { GlossaryEntry, LessonMeta, Library, Track } from './library.ts'
import { lessonsOf } from './library.ts'
import type { ContentProblem } from './problems.ts'
import type { PackedIndex } from './search-index.ts'

/** What `npm run content` writes and the site reads at its start. */
export type StoredLibrary = {
  readonly format: number
  readonly tracks: readonly Track[]
  readonly glossary: readonly GlossaryEntry[]
  readonly documents: readonly LessonDocument[]
  readonly warnings: readonly ContentProblem[]
  /** over titles, text and glossary */
  readonly index: PackedIndex
}

/** Rises when the shape changes: a site does not start on another's. */
export const libraryFormat = 1

/** What staff have published in the browser, as far as it may be seen here. */
export type AuthoredShelf = {
  readonly lessons: readonly LessonMeta[]
  readonly document: (hash: string) => LessonDocument | undefined
}

const emptyShelf: AuthoredShelf = { lessons: [], document: () => undefined }

/** The library as pages read it: the official tracks, each course with what staff have added to it at its end. */
export function openLibrary(stored: StoredLibrary, shelf: AuthoredShelf = emptyShelf): Library {
  const tracks = stored.tracks.map((track) => withAuthored(track, shelf.lessons))
  const trackById = new Map(tracks.map((track) => [track.id, track]))
  const lessonById = new Map(tracks.flatMap(lessonsOf).map((lesson) => [lesson.id, lesson]))
  const official = new Map(stored.documents.map((document) => [document.hash, document]))
  const document = (hash: string) => official.get(hash) ?? shelf.document(hash)
  return {
    tracks,
    glossary: stored.glossary,
    warnings: stored.warnings,
    track: (trackId) => trackById.get(trackId),
    lesson: (lessonId) => lessonById.get(lessonId),
    document,
    judgeCheck: (hash, checkId, picks): Judgement | undefined => {
      const check = document(hash)?.checks.find(({ id }) => id === checkId)
      return check && judge(check, picks)
    },
  }
}

function withAuthored(track: Track, authored: readonly LessonMeta[]): Track {
  const own = authored.filter((lesson) => lesson.trackId === track.id)
  if (own.length === 0) return track
  const courses = track.courses.map((course) => ({
    ...course,
    lessons: [...course.lessons, ...own.filter((lesson) => lesson.courseId === course.id)],
  }))
  return { ...track, courses }
}
