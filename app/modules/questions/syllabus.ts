import type { Subject } from './subjects.ts'

/*
 * The syllabus: knowledge points are free of any edition; an edition says in which chapter and section of which subject a
 * point stands. A new edition is a new file, and no question has to be touched.
 */
export type KnowledgePoint = {
  readonly id: string
  readonly title: string
  readonly titleEn: string
  readonly parent: string | null
}

/** verified: chapter title or position found in an official text; unverified: an author should look it up. */
export type Verification = 'verified' | 'unverified'

export type Section = {
  readonly no: number
  readonly title: string
  readonly titleEn: string
  readonly status: Verification
  readonly points: readonly string[]
}

export type Chapter = {
  readonly no: number
  readonly title: string
  readonly titleEn: string
  readonly status: Verification
  readonly sections: readonly Section[]
}

export type Edition = {
  readonly subject: Subject
  readonly edition: string
  readonly title: string
  readonly titleEn: string
  readonly note: string
  readonly noteEn: string
  readonly chapters: readonly Chapter[]
}

export const currentEdition = '2025'

export type Syllabus = { readonly points: readonly KnowledgePoint[]; readonly editions: readonly Edition[] }

export function editionOf(syllabus: Syllabus, subject: string, edition: string = currentEdition): Edition | undefined {
  return syllabus.editions.find((one) => one.subject === subject && one.edition === edition)
}

/** Chapter number of each knowledge point in one edition of one subject; a point that it does not name has none. */
export function chaptersByPoint(edition: Edition): ReadonlyMap<string, number> {
  return new Map(
    edition.chapters.flatMap(({ no, sections }) =>
      sections.flatMap(({ points }) => points.map((point) => [point, no] as const)),
    ),
  )
}

/** The chapter of a question: that of the first of its points that has one. */
export function chapterOf(points: readonly string[], chapters: ReadonlyMap<string, number>): number | null {
  for (const point of points) {
    const chapter = chapters.get(point)
    if (chapter !== undefined) return chapter
  }
  return null
}
