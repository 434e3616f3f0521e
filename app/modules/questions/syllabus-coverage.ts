import type { Chapter, Edition, KnowledgePoint, Section } from './syllabus.ts'

export type CoveredPoint = KnowledgePoint & { readonly questions: number }
export type CoveredSection = Omit<Section, 'points'> & { readonly points: readonly CoveredPoint[] }
export type CoveredChapter = Omit<Chapter, 'sections'> & {
  readonly sections: readonly CoveredSection[]
  /** questions that stand on any of its points, each counted once */
  readonly questions: number
  /** points without a question */
  readonly gaps: number
}
export type CoveredEdition = Omit<Edition, 'chapters'> & {
  readonly chapters: readonly CoveredChapter[]
  /** the most questions that one point has: the length of a full bar */
  readonly top: number
}

/** How many questions stand on each point of an edition; `questions` are the points of each. */
export function coverage(
  edition: Edition,
  points: readonly KnowledgePoint[],
  questions: ReadonlyArray<readonly string[]>,
): CoveredEdition {
  const byId = new Map(points.map((point) => [point.id, point]))
  const counts = new Map<string, number>()
  for (const id of questions.flatMap((one) => [...new Set(one)])) counts.set(id, (counts.get(id) ?? 0) + 1)
  const chapters = edition.chapters.map((chapter) => {
    const own = new Set(chapter.sections.flatMap((section) => section.points))
    return {
      ...chapter,
      sections: chapter.sections.map((section) => ({
        ...section,
        points: section.points.flatMap((id) => {
          const point = byId.get(id)
          return point ? [{ ...point, questions: counts.get(id) ?? 0 }] : []
        }),
      })),
      questions: questions.filter((ids) => ids.some((id) => own.has(id))).length,
      gaps: [...own].filter((id) => !counts.has(id)).length,
    }
  })
  const all = edition.chapters.flatMap(({ sections }) => sections.flatMap((section) => section.points))
  return { ...edition, chapters, top: Math.max(1, ...all.map((id) => counts.get(id) ?? 0)) }
}
