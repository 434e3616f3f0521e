import type { Blueprint } from '~/modules/exams/blueprint.ts'
import { readiness } from '~/modules/reviews/readiness.ts'
import { type FixedSchedule, fixedIntervals } from './fixed-intervals.ts'
import { type MakePolicy, runSeason, type Season } from './review-season.ts'
import { simulatedCandidacy } from './simulated-candidates.ts'
import { type Law, laws } from './simulated-learners.ts'

/*
 * Two trials: does the queue know more on the day of the exam than the best fixed schedule, and does the interval of the forecast
 * hold as often as it says? The short edition runs with the tests, the long one is tests/bench/learners.ts.
 */

/** Learners of a cohort: their laws and their seeds. Nobody knows by which law somebody forgets. */
export type Cohort = readonly { readonly law: Law; readonly seed: number }[]

export function cohortOf(seed: number, size: number, some: readonly Law[] = laws): Cohort {
  return Array.from({ length: size }, (_, at) => ({
    law: some[at % some.length] ?? 'twoTraces',
    seed: seed * 1000 + at,
  }))
}

/** Share of the marks that the cohort knows on the day, and the minutes that it took. */
export function trial(cohort: Cohort, season: Season, policy: MakePolicy) {
  const outcomes = cohort.map(({ law, seed }) => runSeason(law, seed, season, policy))
  const mean = (of: (one: (typeof outcomes)[number]) => number) =>
    outcomes.reduce((sum, one) => sum + of(one), 0) / outcomes.length
  return { marks: mean(({ marks }) => marks), minutes: mean(({ minutes }) => minutes) }
}

/** Tuned in hindsight, on the very learners it is judged by: the best that any fixed schedule of the grid could have done. */
export function bestFixed(cohort: Cohort, season: Season, grid: readonly FixedSchedule[]) {
  return grid
    .map((schedule) => ({ schedule, ...trial(cohort, season, fixedIntervals(schedule)) }))
    .reduce((best, one) => (one.marks > best.marks ? one : best))
}

/** Of how many candidates the mark lies in the interval. */
export function coverage(cohort: Cohort, blueprint: Blueprint) {
  const errors: number[] = []
  const widths: number[] = []
  let held = 0
  for (const { law, seed } of cohort) {
    const { answers, mocks, now, mark } = simulatedCandidacy(law, seed, blueprint)
    const found = readiness(answers, mocks, blueprint, now)
    if (found.kind === 'tooLittle') continue
    if (mark >= found.low && mark <= found.high) held += 1
    errors.push((found.mark - mark) / 2)
    widths.push((found.high - found.low) / 2)
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    candidates: errors.length,
    covered: held / errors.length,
    bias: mean(errors),
    error: Math.sqrt(mean(errors.map((error) => error ** 2))),
    width: mean(widths),
  }
}
