import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { paths } from '~/paths.ts'
import type { LessonDocument } from './document.ts'
import { type Figure, type FigureFault, readFigure } from './figure-svg.ts'
import { lessonsOf, type Track, topics } from './library.ts'
import { hrefOf, readLink } from './links.ts'
import { type CompiledMdx, compileMdx } from './mdx.server.ts'
import { type ContentProblem, inOrder, problem } from './problems.ts'
import { expectedMinutes } from './prose.ts'
import { type ReadContent, type ReadLesson, readContent } from './read-content.server.ts'
import { checkReferences, type LessonFacts } from './references.ts'
import { fingerprint, renderDocument } from './render-document.server.tsx'
import { buildIndex, entriesOfLesson, entryOfTerm, packIndex } from './search-index.ts'
import { libraryFormat, type StoredLibrary } from './stored-library.ts'

export type CompiledContent = {
  /** absent when a problem is more than a warning */
  readonly library?: StoredLibrary
  readonly problems: readonly ContentProblem[]
  /** films and captions by the name they are served under */
  readonly media: ReadonlyMap<string, string>
}

type CompiledLesson = { readonly lesson: ReadLesson; readonly mdx: CompiledMdx }

const start = { line: 1, column: 1 }

/** Reads, checks and compiles everything below `root`. */
export async function compileContent(root: string): Promise<CompiledContent> {
  const content = readContent(root)
  const compiled = await Promise.all(
    content.lessons.map(async (lesson) => ({ lesson, mdx: await compileMdx(lesson.source, lesson.file) })),
  )
  const files = new Set(filesBelow(root, ''))
  const figures = readFigures(root, compiled, files)
  const media = namedMedia(root, compiled, files)
  const problems = inOrder([
    ...content.problems,
    ...compiled.flatMap(({ mdx }) => mdx.problems),
    ...figures.problems,
    ...catalogueProblems(content),
    ...referenceProblems(content, compiled, files),
    ...compiled.flatMap(lengthProblems),
  ])
  if (problems.some((one) => !one.isWarning)) return { problems, media: new Map() }

  const terms = new Map((content.glossary?.value ?? []).map((entry) => [entry.id, entry]))
  const documents = compiled.map(({ lesson, mdx }) =>
    renderDocument(mdx.content, mdx.marked, {
      term: (id) => terms.get(id),
      figure: (src) => figures.byPath.get(posix.join(lesson.folder, src)),
      media: (src) => paths.media(media.nameOf.get(posix.join(lesson.folder, src)) ?? ''),
      link,
    }),
  )
  const tracks = tracksOf(content, compiled, documents)
  const glossary = content.glossary?.value ?? []
  const library: StoredLibrary = {
    format: libraryFormat,
    tracks,
    glossary,
    documents,
    warnings: problems,
    index: packIndex(buildIndex([...lessonEntries(tracks, documents), ...glossary.map(entryOfTerm)])),
  }
  return { library, problems, media: media.fileOf }
}

function lessonEntries(tracks: readonly Track[], documents: readonly LessonDocument[]) {
  const byHash = new Map(documents.map((document) => [document.hash, document]))
  return tracks.flatMap(lessonsOf).flatMap((lesson) => {
    const document = byHash.get(lesson.hash)
    return document ? entriesOfLesson(lesson, document) : []
  })
}

function link(url: string) {
  const target = readLink(url)
  if (!target) return undefined
  return target.kind === 'web' ? { href: hrefOf(target), rel: 'noopener noreferrer' } : { href: hrefOf(target) }
}

function tracksOf(
  content: ReadContent,
  compiled: readonly CompiledLesson[],
  documents: readonly LessonDocument[],
): readonly Track[] {
  const tracks = content.tracks.map(({ value: track }): Track => {
    const courses = track.courses.map((course) => ({
      id: course.id,
      title: course.title,
      titleEn: course.titleEn,
      lessons: course.lessons.flatMap((lessonId) => {
        const at = compiled.findIndex(({ lesson }) => lesson.value.id === lessonId)
        const [meta, document] = [compiled[at]?.lesson.value, documents[at]]
        if (!meta || !document) return []
        return {
          ...meta,
          trackId: track.id,
          courseId: course.id,
          hash: document.hash,
          checks: document.checks.map(({ id }) => id),
          requiredChecks: document.checks.filter(({ optional }) => !optional).map(({ id }) => id),
          blocks: document.blocks.length,
          cohortId: null,
          isAuthored: false,
        }
      }),
    }))
    const version = Math.max(1, ...courses.flatMap(({ lessons }) => lessons.map(({ addedIn }) => addedIn)))
    return { ...track, courses, version }
  })
  return tracks.toSorted((a, b) => topics.indexOf(a.topic) - topics.indexOf(b.topic) || a.id.localeCompare(b.id))
}

function readFigures(root: string, compiled: readonly CompiledLesson[], files: ReadonlySet<string>) {
  const byPath = new Map<string, Figure>()
  const problems: ContentProblem[] = []
  for (const { lesson, mdx } of compiled) {
    for (const { text: src, place } of mdx.mentions.figures) {
      const path = posix.join(lesson.folder, src)
      if (!files.has(path)) continue
      const read = readFigure(readFileSync(join(root, path), 'utf8'), `f${fingerprint(path)}`)
      if (read.ok) byPath.set(path, read.figure)
      else problems.push(...read.faults.map((fault) => figureProblem(lesson.file, src, place, fault)))
    }
  }
  return { byPath, problems }
}

function figureProblem(file: string, src: string, place: { line: number; column: number }, fault: FigureFault) {
  return problem('figure', file, place, { src, at: fault.line, detail: fault.detail })
}

/** Films are served under the hash of their bytes, so a name never means two things. */
function namedMedia(root: string, compiled: readonly CompiledLesson[], files: ReadonlySet<string>) {
  const nameOf = new Map<string, string>()
  const fileOf = new Map<string, string>()
  for (const { lesson, mdx } of compiled) {
    for (const { text: src } of mdx.mentions.media) {
      const path = posix.join(lesson.folder, src)
      if (!files.has(path)) continue
      const bytes = readFileSync(join(root, path))
      const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}${posix.extname(src)}`
      nameOf.set(path, name)
      fileOf.set(name, join(root, path))
    }
  }
  return { nameOf, fileOf }
}

/** Is each lesson in exactly one course, each course's lesson there, each id used once? */
function catalogueProblems(content: ReadContent): readonly ContentProblem[] {
  const problems: ContentProblem[] = []
  const seen = new Map<string, Set<string>>()
  const once = (kind: string, id: string, file: string, place: { line: number; column: number }) => {
    const ids = seen.get(kind) ?? new Set()
    if (ids.has(id)) problems.push(problem('duplicateId', file, place, { id }))
    seen.set(kind, ids.add(id))
  }
  const lessonIds = new Set(content.lessons.map(({ value }) => value.id))
  const listed = new Set<string>()
  for (const track of content.tracks) {
    once('track', track.value.id, track.file, track.placeOf('id'))
    track.value.courses.forEach((course, courseAt) => {
      once('course', course.id, track.file, track.placeOf('courses', courseAt, 'id'))
      course.lessons.forEach((id, at) => {
        const place = track.placeOf('courses', courseAt, 'lessons', at)
        once('listed', id, track.file, place)
        listed.add(id)
        if (!lessonIds.has(id)) problems.push(problem('missingLesson', track.file, place, { id }))
      })
    })
  }
  for (const lesson of content.lessons) {
    once('lesson', lesson.value.id, lesson.file, lesson.placeOf('id'))
    if (!listed.has(lesson.value.id)) problems.push(problem('unlistedLesson', lesson.file, start))
  }
  const { glossary } = content
  glossary?.value.forEach((entry, at) => {
    once('term', entry.id, glossary.file, glossary.placeOf(at, 'id'))
  })
  return problems
}

function referenceProblems(
  content: ReadContent,
  compiled: readonly CompiledLesson[],
  files: ReadonlySet<string>,
): readonly ContentProblem[] {
  const problems: ContentProblem[] = []
  const { glossary } = content
  const terms = new Set((glossary?.value ?? []).map(({ id }) => id))
  const lessonByFile = new Map(content.lessons.map((lesson) => [lesson.file, lesson]))
  const facts = compiled.map(({ lesson, mdx }): LessonFacts => {
    const anchors = new Set([...mdx.marked.outline.map(({ id }) => id), ...mdx.mentions.islands])
    const { id, prerequisites } = lesson.value
    return { id, file: lesson.file, folder: lesson.folder, prerequisites, ...mdx.mentions, anchors }
  })
  checkReferences(facts, { terms, files }, (code, lesson, mention, values) => {
    const place = mention?.place ?? lessonByFile.get(lesson.file)?.placeOf('prerequisites') ?? start
    problems.push(problem(code, lesson.file, place, values))
  })
  return problems
}

function lengthProblems({ lesson, mdx }: CompiledLesson): readonly ContentProblem[] {
  if (!mdx.content) return []
  const { islands } = mdx.mentions
  const reflections = islands.filter((id) => id.startsWith('r')).length
  const checks = islands.length - reflections
  const expected = expectedMinutes({ characters: mdx.characters, checks, reflections })
  const { minutes } = lesson.value
  if (minutes >= expected / 2 && minutes <= expected * 2) return []
  return [problem('minutesSeemWrong', lesson.file, lesson.placeOf('minutes'), { count: expected, minutes })]
}

function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(root, path) : [path]
  })
}
