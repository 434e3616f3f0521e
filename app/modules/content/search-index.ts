import MiniSearch, { type AsPlainObject, type Options } from 'minisearch'
import type { LessonDocument } from './document.ts'
import type { GlossaryEntry, LessonMeta } from './library.ts'
import { tokensOfQuery, tokensOfText } from './tokens.ts'

/** One block of a lesson, a lesson's title, or a word of the glossary: what a hit leads to. */
export type SearchEntry = {
  readonly id: string
  readonly kind: 'block' | 'lesson' | 'term'
  /** the lesson's id, or the term's */
  readonly of: string
  /** the block's id; empty for a lesson's title and a term */
  readonly block: string
  readonly title: string
  readonly section: string
  readonly text: string
}

export type SearchIndex = MiniSearch<SearchEntry>
export type PackedIndex = AsPlainObject

const options: Options<SearchEntry> = {
  fields: ['title', 'section', 'text'],
  storeFields: ['kind', 'of', 'block', 'title', 'section', 'text'],
  tokenize: (text) => [...tokensOfText(text)],
  processTerm: (term) => term,
  searchOptions: {
    boost: { title: 3, section: 1.5 },
    tokenize: (query) => [...tokensOfQuery(query)],
  },
}

export function entriesOfLesson(lesson: LessonMeta, document: LessonDocument): readonly SearchEntry[] {
  const own = { of: lesson.id, title: lesson.title }
  const title: SearchEntry = {
    ...own,
    id: lesson.id,
    kind: 'lesson',
    block: '',
    section: lesson.titleEn,
    text: lesson.summary,
  }
  const blocks = document.blocks.filter((block) => block.text !== '')
  return [
    title,
    // A block does not repeat the lesson's title: else one word of it would find every paragraph.
    ...blocks.map(
      (block): SearchEntry => ({
        ...own,
        id: `${lesson.id}#${block.id}`,
        kind: 'block',
        block: block.id,
        title: '',
        section: block.section,
        text: block.text,
      }),
    ),
  ]
}

export function entryOfTerm(entry: GlossaryEntry): SearchEntry {
  const { id, term, en, explanation } = entry
  return { id: `term:${id}`, kind: 'term', of: id, block: '', title: `${term} ${en}`, section: '', text: explanation }
}

export function buildIndex(entries: readonly SearchEntry[]): SearchIndex {
  const index = new MiniSearch<SearchEntry>(options)
  index.addAll(entries)
  return index
}

export function packIndex(index: SearchIndex): PackedIndex {
  return index.toJSON()
}

export function openIndex(packed: PackedIndex): SearchIndex {
  return MiniSearch.loadJS<SearchEntry>(packed, options)
}

export type FoundEntry = SearchEntry & { readonly score: number }

/** `all`: entries that hold all of the query; `any`: those that hold some of it, the fullest first. */
export function searchIndex(index: SearchIndex, query: string, wanted: 'all' | 'any'): readonly FoundEntry[] {
  const found = index.search(query, { combineWith: wanted === 'all' ? 'AND' : 'OR' })
  return found.map(({ id, kind, of, block, title, section, text, score }) => ({
    ...{ id, kind, of, block, title, section, text, score },
  }))
}
