import { type Pace, paces } from '~/modules/courses/pace.ts'
import { letters } from '~/modules/courses/packed.ts'
import type { LessonState } from '~/modules/courses/progress.ts'

/*
 * The sheet of a cohort: a row a trainee, a cell a lesson. Rows, filters, order and sums are pure; the page, the export and
 * the tests use the same ones.
 */
export type SheetRow = {
  readonly personId: string
  readonly name: string
  readonly organisationId: string
  readonly organisation: string
  readonly mentorIds: readonly string[]
  readonly mentors: readonly string[]
  /** one letter a lesson: courses/packed.ts */
  readonly cells: string
  readonly finished: number
  readonly minutes: number
  readonly lastActivityAt: Date | null
  readonly pace: Pace
}

export const sheetSorts = ['name', 'progress', 'activity', 'minutes'] as const
export type SheetSort = (typeof sheetSorts)[number]
export const sheetViews = ['lesson', 'course'] as const
export type SheetView = (typeof sheetViews)[number]

export type SheetQuery = {
  readonly trackId: string | null
  readonly view: SheetView
  /** a part of the name, its pinyin or initials */
  readonly search: string
  readonly organisationId: string | null
  readonly mentorId: string | null
  readonly pace: Pace | null
  readonly sort: SheetSort
}

/** What the address says; anything it does not know is left out. */
export function readSheetQuery(params: URLSearchParams): SheetQuery {
  const one = <Known extends string>(name: string, known: readonly Known[]) =>
    known.find((value) => value === params.get(name))
  return {
    trackId: params.get('track') || null,
    view: one('view', sheetViews) ?? 'lesson',
    search: (params.get('q') ?? '').trim().slice(0, 40),
    organisationId: params.get('organisation') || null,
    mentorId: params.get('mentor') || null,
    pace: one('pace', paces) ?? null,
    sort: one('sort', sheetSorts) ?? 'name',
  }
}

/** The same as the part of an address; what is as usual is left out. */
export function sheetQueryValues(query: SheetQuery): Readonly<Record<string, string | null>> {
  return {
    track: query.trackId,
    view: query.view === 'lesson' ? null : query.view,
    q: query.search || null,
    organisation: query.organisationId,
    mentor: query.mentorId,
    pace: query.pace,
    sort: query.sort === 'name' ? null : query.sort,
  }
}

type Filter = Pick<SheetQuery, 'organisationId' | 'mentorId' | 'pace'>

export function filterRows(rows: readonly SheetRow[], { organisationId, mentorId, pace }: Filter): readonly SheetRow[] {
  if (!organisationId && !mentorId && !pace) return rows
  return rows.filter(
    (row) =>
      (!organisationId || row.organisationId === organisationId) &&
      (!mentorId || row.mentorIds.includes(mentorId)) &&
      (!pace || row.pace === pace),
  )
}

/** Those who need a word come first: fewest lessons, longest silent, least time. Rows arrive in the order of names. */
export function sortRows(rows: readonly SheetRow[], sort: SheetSort): readonly SheetRow[] {
  if (sort === 'name') return rows
  const weight: Record<Exclude<SheetSort, 'name'>, (row: SheetRow) => number> = {
    progress: (row) => row.finished,
    activity: (row) => row.lastActivityAt?.getTime() ?? 0,
    minutes: (row) => row.minutes,
  }
  return rows.toSorted((a, b) => weight[sort](a) - weight[sort](b))
}

/** How many have finished each lesson. */
export function columnSums(rows: readonly SheetRow[], lessonCount: number): readonly number[] {
  const sums = new Array<number>(lessonCount).fill(0)
  for (const { cells } of rows) {
    for (let at = 0; at < lessonCount; at++) if (cells[at] === letters.finished) sums[at] = (sums[at] ?? 0) + 1
  }
  return sums
}

export type PaceCounts = Readonly<Record<Pace, number>>

export function countPaces(rows: readonly SheetRow[]): PaceCounts {
  const counts = { finished: 0, onTrack: 0, atRisk: 0, behind: 0 }
  for (const { pace } of rows) counts[pace] += 1
  return counts
}

/** The cells of one course in one: how many of its lessons are finished, and what that amounts to. */
export function courseCell(cells: string, from: number, length: number): { finished: number; state: LessonState } {
  let [finished, begun, open] = [0, 0, 0]
  for (let at = from; at < from + length; at++) {
    if (cells[at] === letters.finished) finished += 1
    else if (cells[at] === letters.reading) begun += 1
    else if (cells[at] !== letters.locked) open += 1
  }
  if (finished === length) return { finished, state: 'finished' }
  if (finished + begun > 0) return { finished, state: 'reading' }
  return { finished, state: open > 0 ? 'open' : 'locked' }
}
