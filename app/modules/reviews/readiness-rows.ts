import { isSubject, type Subject } from '~/modules/questions/subjects.ts'
import type { Readiness } from './readiness.ts'

/*
 * The coordinator's table: a row for each trainee, a cell for each subject that she has answered anything of. Whoever needs
 * help comes first; who cannot be judged yet is said to be so, and never counted as weak.
 */
export type ReadinessRow = {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly cells: ReadonlyArray<{ readonly subject: Subject; readonly readiness: Readiness }>
}

/** nothing: not one answer yet. */
export const standings = ['below', 'around', 'tooLittle', 'nothing', 'above'] as const
export type Standing = (typeof standings)[number]

export type ReadinessQuery = {
  readonly subject: Subject | null
  readonly standing: Standing | null
  /** need: those who need help first; name; or the forecast in one subject, lowest first */
  readonly sort: 'need' | 'name' | Subject
}

export function readReadinessQuery(query: URLSearchParams): ReadinessQuery {
  const [subject, standing, sort] = ['subject', 'standing', 'sort'].map((name) => query.get(name))
  return {
    subject: isSubject(subject) ? subject : null,
    standing: standings.find((one) => one === standing) ?? null,
    sort: sort === 'name' || isSubject(sort) ? sort : 'need',
  }
}

export function standingOf(readiness: Readiness | undefined): Standing {
  if (!readiness) return 'nothing'
  return readiness.kind === 'tooLittle' ? 'tooLittle' : readiness.standing
}

export function cellOf(row: ReadinessRow, subject: Subject): Readiness | undefined {
  return row.cells.find((cell) => cell.subject === subject)?.readiness
}

/** Where she stands in what is looked at: over several subjects the one that needs help most. */
export function rowStanding(row: ReadinessRow, subject: Subject | null): Standing {
  if (subject) return standingOf(cellOf(row, subject))
  if (row.cells.length === 0) return 'nothing'
  const own = row.cells.map(({ readiness }) => standingOf(readiness))
  return standings.find((standing) => own.includes(standing)) ?? 'nothing'
}

/** The rows of the table as it is filtered and sorted. `rows` come by name, and equals stay so. */
export function shownRows(
  rows: readonly ReadinessRow[],
  { subject, standing, sort }: ReadinessQuery,
): readonly ReadinessRow[] {
  const shown = rows.filter((row) => standing === null || rowStanding(row, subject) === standing)
  if (sort === 'name') return shown
  if (sort !== 'need') return shown.toSorted((one, other) => markIn(one, sort) - markIn(other, sort))
  return shown.toSorted(
    (one, other) =>
      standings.indexOf(rowStanding(one, subject)) - standings.indexOf(rowStanding(other, subject)) ||
      lowestShare(one, subject) - lowestShare(other, subject),
  )
}

/** Whoever has no forecast stands behind those who have one. */
function markIn(row: ReadinessRow, subject: Subject): number {
  const readiness = cellOf(row, subject)
  if (readiness?.kind === 'estimate') return readiness.mark / readiness.outOf
  return readiness ? 2 : 3
}

function lowestShare(row: ReadinessRow, subject: Subject | null): number {
  const own = row.cells.filter((cell) => subject === null || cell.subject === subject)
  return Math.min(1, ...own.flatMap(({ readiness: one }) => (one.kind === 'estimate' ? one.mark / one.outOf : [])))
}
