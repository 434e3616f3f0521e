import type { LessonMeta, Library, Track } from '~/modules/content/library.ts'
import { notFound } from '~/platform/errors.ts'

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
