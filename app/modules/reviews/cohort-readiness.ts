import type { Subject } from '~/modules/questions/subjects.ts'
import type { Readiness } from './readiness.ts'
import { compare } from './review-log.ts'
import { type Mastery, weakBelow } from './weakness.ts'

/* What a coordinator sees of a whole cohort: numbers and who needs help in what, never single answers. */
export type MemberReadiness = {
  readonly personId: string
  readonly readiness: readonly { readonly subject: Subject; readonly readiness: Readiness }[]
  readonly mastery: readonly Mastery[]
}

export type SubjectReadiness = {
  readonly subject: Subject
  /** members by tenths of the full mark: 0–9 %, 10–19 % … 90–100 % */
  readonly tenths: readonly number[]
  readonly above: readonly string[]
  readonly around: readonly string[]
  /** surely below the line: help them first */
  readonly below: readonly string[]
  /** nothing can be said yet */
  readonly tooLittle: readonly string[]
  /** half-points; null without a single estimate */
  readonly median: number | null
}

/** A point that many who met it do not know. */
export type CohortPoint = {
  readonly point: string
  /** members with answers on it */
  readonly members: number
  readonly weak: number
  readonly mastery: number
}

export type CohortReadiness = {
  readonly subjects: readonly SubjectReadiness[]
  readonly unknown: readonly CohortPoint[]
}

/** Fewer people are no cohort: a point must have been met by so many. */
export const leastMembers = 3

export function cohortReadiness(members: readonly MemberReadiness[]): CohortReadiness {
  const rows = members.flatMap(({ personId, readiness }) => readiness.map((one) => ({ personId, ...one })))
  const subjects = [...new Set(rows.map(({ subject }) => subject))].sort(compare)
  return {
    subjects: subjects.map((subject) =>
      subjectReadiness(
        subject,
        rows.filter((row) => row.subject === subject),
      ),
    ),
    unknown: unknownPoints(members),
  }
}

function subjectReadiness(
  subject: Subject,
  rows: readonly { readonly personId: string; readonly readiness: Readiness }[],
): SubjectReadiness {
  const sorted = [...rows].sort((one, other) => compare(one.personId, other.personId))
  const tenths = Array.from({ length: 10 }, () => 0)
  const marks: number[] = []
  for (const { readiness } of sorted) {
    if (readiness.kind === 'tooLittle') continue
    const tenth = Math.min(9, Math.floor((readiness.mark / readiness.outOf) * 10))
    tenths[tenth] = (tenths[tenth] ?? 0) + 1
    marks.push(readiness.mark)
  }
  const those = (standing: 'above' | 'around' | 'below') =>
    sorted
      .filter(({ readiness }) => readiness.kind === 'estimate' && readiness.standing === standing)
      .map(({ personId }) => personId)
  return {
    subject,
    tenths,
    above: those('above'),
    around: those('around'),
    below: those('below'),
    tooLittle: sorted.filter(({ readiness }) => readiness.kind === 'tooLittle').map(({ personId }) => personId),
    median: medianOf(marks),
  }
}

/** The points that most of those who met them do not master, worst first. */
function unknownPoints(members: readonly MemberReadiness[]): readonly CohortPoint[] {
  const met = new Map<string, number[]>()
  for (const { mastery } of members) {
    for (const one of mastery) {
      if (one.sureness !== 'hint') met.set(one.point, [...(met.get(one.point) ?? []), one.mastery])
    }
  }
  return [...met]
    .map(([point, values]) => ({
      point,
      members: values.length,
      weak: values.filter((value) => value < weakBelow).length,
      mastery: values.reduce((sum, value) => sum + value, 0) / values.length,
    }))
    .filter((one) => one.members >= leastMembers && one.weak * 2 > one.members)
    .sort((one, other) => one.mastery - other.mastery || compare(one.point, other.point))
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length / 2
  const [left, right] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return left === undefined || right === undefined ? null : (left + right) / 2
}
