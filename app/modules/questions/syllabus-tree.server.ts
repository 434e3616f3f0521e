import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import { bankRows } from './bank-rows.server.ts'
import type { ChapterName } from './bank-rows.ts'
import { syllabus } from './official-pack.server.ts'
import type { Subject } from './subjects.ts'
import { currentEdition, type Edition, editionOf, type KnowledgePoint, type Section } from './syllabus.ts'
import { type CoveredEdition, coverage } from './syllabus-coverage.ts'

/** The chapters of a subject with their knowledge points, to choose from; each point stands where it is first named. */
export type PointTree = ReadonlyArray<ChapterName & { readonly points: readonly KnowledgePoint[] }>

export function pointTree(actor: Actor, subject: Subject): PointTree {
  demand(mayAuthor(actor))
  const { points } = syllabus()
  const byId = new Map(points.map((point) => [point.id, point]))
  const seen = new Set<string>()
  const chapters = editionOf(syllabus(), subject)?.chapters ?? []
  return chapters.map(({ no, title, titleEn, status, sections }) => ({
    ...{ no, title, titleEn, status },
    points: sections
      .flatMap((section: Section) => section.points)
      .flatMap((id) => {
        const point = byId.get(id)
        if (!point || seen.has(id)) return []
        seen.add(id)
        return [point]
      }),
  }))
}

export function knownPoints(): ReadonlySet<string> {
  return new Set(syllabus().points.map(({ id }) => id))
}

export type SyllabusPage = {
  readonly edition: CoveredEdition
  /** the editions there are of this subject */
  readonly editions: ReadonlyArray<Pick<Edition, 'edition' | 'title' | 'titleEn'>>
}

/** An edition with how many questions in use stand on each of its points. An edition that does not exist is the current one. */
export async function getSyllabus(actor: Actor, subject: Subject, asked: string): Promise<SyllabusPage | null> {
  demand(mayAuthor(actor))
  const editions = syllabus().editions.filter((one) => one.subject === subject)
  const edition = editions.find((one) => one.edition === asked) ?? editionOf(syllabus(), subject, currentEdition)
  if (!edition) return null
  const rows = await bankRows(subject)
  const inUse = rows.filter(({ state }) => state === 'active' || state === 'revised')
  return {
    edition: coverage(
      edition,
      syllabus().points,
      inUse.map(({ question }) => question.facts.points),
    ),
    editions: editions.map(({ edition: name, title, titleEn }) => ({ edition: name, title, titleEn })),
  }
}
