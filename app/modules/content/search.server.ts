import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { authoredIndex, libraryFor } from './authored-shelf.server.ts'
import { readingCohorts } from './authoring-scope.server.ts'
import { storedLibrary } from './library.server.ts'
import { type LessonMeta, lessonsOf } from './library.ts'
import { type FoundEntry, openIndex, type SearchIndex, searchIndex } from './search-index.ts'
import { type SnippetPart, snippetOf } from './snippet.ts'

type SearchHit = {
  /** the block; empty for the lesson as a whole */
  readonly block: string
  readonly section: string
  readonly snippet: readonly SnippetPart[]
}

export type FoundLesson = {
  readonly id: string
  readonly title: readonly SnippetPart[]
  readonly titleEn: string
  readonly trackTitle: string
  readonly trackTitleEn: string
  readonly hits: readonly SearchHit[]
}

export type FoundTerm = {
  readonly id: string
  readonly term: readonly SnippetPart[]
  readonly explanation: readonly SnippetPart[]
}

export type SearchResult = {
  readonly lessons: readonly FoundLesson[]
  readonly terms: readonly FoundTerm[]
  /** nothing holds all that was asked for; this holds some of it */
  readonly isLoose: boolean
}

const mostLessons = 20
const mostTerms = 5
const hitsALesson = 3
const longestQuery = 100

/** Searches titles, texts and glossary, as far as this person may read them. */
export async function searchContent(actor: Actor, query: string): Promise<SearchResult> {
  const asked = query.normalize('NFC').slice(0, longestQuery).trim()
  if (asked === '') return { lessons: [], terms: [], isLoose: false }
  const library = await libraryFor(await readingCohorts(db.read, actor))
  const trackOf = new Map(library.tracks.map((track) => [track.id, track]))
  const visible = new Map(library.tracks.flatMap(lessonsOf).map((lesson) => [lesson.id, lesson]))
  const indexes = [officialIndex(), await authoredIndex()]
  const search = (wanted: 'all' | 'any') =>
    indexes
      .flatMap((index) => searchIndex(index, asked, wanted))
      .filter(({ kind, of }) => kind === 'term' || visible.has(of))
  const exact = search('all')
  const found = exact.length > 0 ? exact : search('any')

  const byLesson = grouped(found.filter(({ kind }) => kind !== 'term'))
  const lessons = [...byLesson].flatMap(([id, entries]) => {
    const lesson = visible.get(id)
    const track = lesson && trackOf.get(lesson.trackId)
    if (!lesson || !track) return []
    const best = Math.max(...entries.map(({ score }) => score))
    return [
      {
        best,
        lesson: { ...foundLesson(lesson, entries, asked), trackTitle: track.title, trackTitleEn: track.titleEn },
      },
    ]
  })
  return {
    isLoose: exact.length === 0 && found.length > 0,
    lessons: lessons
      .toSorted((a, b) => b.best - a.best)
      .slice(0, mostLessons)
      .map(({ lesson }) => lesson),
    terms: found
      .filter(({ kind }) => kind === 'term')
      .slice(0, mostTerms)
      .map((entry) => foundTerm(entry, asked)),
  }
}

function grouped(entries: readonly FoundEntry[]): ReadonlyMap<string, readonly FoundEntry[]> {
  const groups = new Map<string, FoundEntry[]>()
  for (const entry of entries) groups.set(entry.of, [...(groups.get(entry.of) ?? []), entry])
  return groups
}

function foundLesson(lesson: LessonMeta, entries: readonly FoundEntry[], query: string) {
  const blocks = entries.filter(({ kind }) => kind === 'block').toSorted((a, b) => b.score - a.score)
  const shown = blocks.length > 0 ? blocks.slice(0, hitsALesson) : entries.slice(0, 1)
  return {
    id: lesson.id,
    title: snippetOf(lesson.title, query),
    titleEn: lesson.titleEn,
    hits: shown.map(({ block, section, kind, text }) => ({
      block,
      section: kind === 'block' ? section : '',
      snippet: snippetOf(text, query),
    })),
  }
}

function foundTerm(entry: FoundEntry, query: string): FoundTerm {
  return { id: entry.of, term: snippetOf(entry.title, query), explanation: snippetOf(entry.text, query) }
}

let opened: { readonly of: unknown; readonly index: SearchIndex } | undefined

/** Opened once for each library that was loaded. */
function officialIndex(): SearchIndex {
  const stored = storedLibrary()
  if (opened?.of !== stored) opened = { of: stored, index: openIndex(stored.index) }
  return opened.index
}
