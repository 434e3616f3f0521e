import { expect, test } from 'vitest'
import { constantSteps, scheduleGrid } from '#tests/support/fixed-intervals.ts'
import { bestFixed, cohortOf, coverage, trial } from '#tests/support/memory-trials.ts'
import { noReview, ourQueue } from '#tests/support/review-season.ts'
import { sampleBlueprint } from '#tests/support/sample-blueprint.ts'

/* The short edition of tests/bench/learners.ts: fewer learners, half the grid. Seeded, so it is the same every time. */
const season = { cards: 250, days: 60, minutes: 20 }
const grid = scheduleGrid(constantSteps).filter(({ newADay, newFirst }) => newADay !== 5 && newADay !== 10 && !newFirst)
const seeds = [1, 2, 3]
/** They compute for a second or two, more on a busy machine. */
const unhurried = { timeout: 60_000 }

test.each(seeds)(
  'seed %i: on the day of the exam the queue knows more than the best fixed interval',
  unhurried,
  (seed) => {
    const cohort = cohortOf(seed, 4)
    const [ours, rival] = [trial(cohort, season, ourQueue), bestFixed(cohort, season, grid)]

    expect(ours.marks).toBeGreaterThan(rival.marks)
    expect(ours.marks).toBeGreaterThan(trial(cohort, season, noReview).marks + 0.3)
    // The minutes are the same, but for the last look.
    expect(ours.minutes).toBeLessThanOrEqual(52 * 20 + 3)
  },
)

test.each(seeds)(
  'seed %i: the interval of four in five holds the mark about as often as it says',
  unhurried,
  (seed) => {
    const { covered, candidates } = coverage(cohortOf(seed, 300), sampleBlueprint)

    expect(candidates).toBe(300)
    expect(covered).toBeGreaterThanOrEqual(0.72)
    expect(covered).toBeLessThanOrEqual(0.9)
  },
)
