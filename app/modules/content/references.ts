import type { Values } from '~/i18n/messages.ts'
import type { Mention } from './inspect-lesson.ts'
import { readLink } from './links.ts'
import type { ProblemCode } from './problems.ts'

export type LessonFacts = {
  readonly id: string
  readonly file: string
  readonly folder: string
  readonly prerequisites: readonly string[]
  readonly terms: readonly Mention[]
  readonly figures: readonly Mention[]
  readonly media: readonly Mention[]
  readonly links: readonly Mention[]
  /** ids of headings, checks, reflections, videos */
  readonly anchors: ReadonlySet<string>
}

export type Surroundings = {
  readonly terms: ReadonlySet<string>
  /** paths below `content/` */
  readonly files: ReadonlySet<string>
}

type Report = (code: ProblemCode, lesson: LessonFacts, mention: Mention | undefined, values: Values) => void

/** Does everything that a lesson names exist? */
export function checkReferences(lessons: readonly LessonFacts[], surroundings: Surroundings, report: Report): void {
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]))
  for (const lesson of lessons) {
    for (const term of lesson.terms) {
      if (!surroundings.terms.has(term.text)) report('missingTerm', lesson, term, { id: term.text })
    }
    for (const figure of lesson.figures) {
      if (!surroundings.files.has(`${lesson.folder}/${figure.text}`)) {
        report('missingPicture', lesson, figure, { src: figure.text })
      }
    }
    for (const media of lesson.media) {
      if (!surroundings.files.has(`${lesson.folder}/${media.text}`)) {
        report('missingMedia', lesson, media, { src: media.text })
      }
    }
    for (const link of lesson.links) checkLink(link, lesson, byId, report)
    for (const id of lesson.prerequisites) if (!byId.has(id)) report('missingLesson', lesson, undefined, { id })
  }
  const cycle = prerequisiteCycle(lessons)
  const first = byId.get(cycle?.[0] ?? '')
  if (cycle && first) report('prerequisiteCycle', first, undefined, { cycle: cycle.join(' → ') })
}

function checkLink(link: Mention, lesson: LessonFacts, byId: ReadonlyMap<string, LessonFacts>, report: Report): void {
  const target = readLink(link.text)
  const values = { url: link.text }
  if (!target) report('badLink', lesson, link, values)
  else if (target.kind === 'here' && !lesson.anchors.has(target.anchor)) report('brokenAnchor', lesson, link, values)
  else if (target.kind === 'lesson') {
    const other = byId.get(target.lessonId)
    if (!other) report('brokenLink', lesson, link, values)
    else if (target.anchor && !other.anchors.has(target.anchor)) report('brokenAnchor', lesson, link, values)
  }
}

/** Lessons that wait for each other, the first one again at the end; null when there are none. */
export function prerequisiteCycle(
  lessons: ReadonlyArray<{ readonly id: string; readonly prerequisites: readonly string[] }>,
): readonly string[] | null {
  const prerequisites = new Map(lessons.map((lesson) => [lesson.id, lesson.prerequisites]))
  const done = new Set<string>()
  const follow = (id: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id]
    if (done.has(id)) return null
    for (const next of prerequisites.get(id) ?? []) {
      const cycle = follow(next, [...path, id])
      if (cycle) return cycle
    }
    done.add(id)
    return null
  }
  for (const { id } of lessons) {
    const cycle = follow(id, [])
    if (cycle) return cycle
  }
  return null
}
