import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import type { AuthoredSummary, LessonState, OpenedLesson } from './authored-lesson.ts'
import type { CourseChoice } from './course-choice.ts'
import { requireLesson, requireScope } from './lessons.server.ts'
import { contentLibrary } from './library.server.ts'
import { openText } from './stored-text.server.ts'

const mostLessons = 200
const mostVersions = 100

/** Lessons of a cohort, or (null) of the centre, the last changed first. */
export async function listAuthored(
  actor: Actor,
  cohortId: string | null,
): Promise<{ readonly cohortName: string | null; readonly lessons: readonly AuthoredSummary[] }> {
  const { cohorts } = await requireScope(db.read, actor, cohortId)
  const lessons = await db.read.authoredLesson.findMany({
    where: { cohortId },
    include: {
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true, title: true, createdAt: true } },
    },
    take: mostLessons,
  })
  const courses = courseChoices()
  const summaries = lessons.flatMap((lesson): AuthoredSummary[] => {
    const [latest] = lesson.revisions
    if (!latest) return []
    return [
      {
        id: lesson.id,
        course: courses.find(({ value }) => value === `${lesson.trackId}/${lesson.courseId}`),
        title: latest.title,
        state: stateOf(lesson),
        latest: latest.number,
        published: lesson.publishedRevision,
        savedAt: latest.createdAt,
      },
    ]
  })
  return {
    cohortName: cohorts.find(({ id }) => id === cohortId)?.name ?? null,
    lessons: summaries.toSorted((a, b) => b.savedAt.getTime() - a.savedAt.getTime()),
  }
}

function courseChoices(): readonly CourseChoice[] {
  return contentLibrary().tracks.flatMap((track) =>
    track.courses.map((course) => ({
      value: `${track.id}/${course.id}`,
      course: { title: course.title, titleEn: course.titleEn },
      track: { title: track.title, titleEn: track.titleEn },
    })),
  )
}

/** What a new lesson begins with. */
export async function openNewLesson(actor: Actor, cohortId: string | null) {
  const { cohorts } = await requireScope(db.read, actor, cohortId)
  return { cohortName: cohorts.find(({ id }) => id === cohortId)?.name ?? null, courses: courseChoices() }
}

/** A lesson in the editor: its latest revision, or the one asked for. */
export async function openLesson(actor: Actor, lessonId: string, number?: number): Promise<OpenedLesson> {
  const lesson = await requireLesson(db.read, actor, lessonId)
  const revisions = await db.read.authoredRevision.findMany({
    where: { lessonId },
    orderBy: { number: 'desc' },
    take: mostVersions,
    select: { number: true, title: true, note: true, createdAt: true, createdBy: true },
  })
  const wanted = number ?? revisions[0]?.number
  const shown = await db.read.authoredRevision.findFirst({ where: { lessonId, number: wanted } })
  if (!shown) throw notFound()

  const authors = await db.read.person.findMany({
    where: { id: { in: [...new Set(revisions.map(({ createdBy }) => createdBy))] } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(authors.map(({ id, name }) => [id, name]))
  return {
    id: lesson.id,
    cohortId: lesson.cohortId,
    course: courseChoices().find(({ value }) => value === `${lesson.trackId}/${lesson.courseId}`),
    state: stateOf(lesson),
    published: lesson.publishedRevision,
    latest: revisions[0]?.number ?? 0,
    shown: {
      number: shown.number,
      title: shown.title,
      titleEn: shown.titleEn,
      summary: shown.summary,
      minutes: shown.minutes,
      source: shown.source,
    },
    document: openText(shown.document, shown.hash),
    versions: revisions.map(({ number, title, note, createdAt, createdBy }) => ({
      ...{ number, title, note },
      savedAt: createdAt,
      savedBy: nameOf.get(createdBy) ?? '',
    })),
  }
}

function stateOf(lesson: { publishedRevision: number | null; retiredAt: Date | null }): LessonState {
  if (lesson.retiredAt) return 'retired'
  return lesson.publishedRevision === null ? 'draft' : 'published'
}
