import { contentLibrary } from '~/modules/content/library.server.ts'
import type { LessonMeta, Library, Track } from '~/modules/content/library.ts'
import { notFound } from '~/platform/errors.ts'

/** The tracks as these cohorts have them: the official lessons, and those that their staff have added. */
export async function shelfOf(_cohortIds: readonly string[]): Promise<Library> {
  return contentLibrary()
}

export function trackOn(shelf: Library, trackId: string): Track {
  const track = shelf.track(trackId)
  if (!track) throw notFound()
  return track
}

export function lessonOn(shelf: Library, lessonId: string): LessonMeta {
  const lesson = shelf.lesson(lessonId)
  if (!lesson) throw notFound()
  return lesson
}
