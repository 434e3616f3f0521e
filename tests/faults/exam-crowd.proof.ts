import { type CrowdResult, sitTogether } from './exam-crowd.ts'
import type { Proof } from './proof.ts'

const proof: Proof = {
  promise:
    '300 people begin within 10 s, save every 10 s, hand in within 5 s, three times: nothing lost, p95 ≤ 10 × p50 alone',
  run: async () => {
    const runs: CrowdResult[] = []
    for (const seed of [1, 2, 3]) {
      runs.push(
        await sitTogether({ people: 300, saves: 6, everyMs: 10_000, beginMs: 10_000, handInMs: 5_000, kills: 0, seed }),
      )
    }
    const ratios = runs.map(({ aloneP50, crowdP95 }) => crowdP95 / aloneP50).sort((a, b) => a - b)
    const [, median = Number.NaN] = ratios
    const sum = (of: (run: (typeof runs)[number]) => number) => runs.reduce((total, run) => total + of(run), 0)
    const lost = sum(({ missing }) => missing)
    const errors = sum((run) => run.errors)
    return {
      kept:
        lost + errors + sum(({ unfinished }) => unfinished) === 0 && runs.every(({ sound }) => sound) && median <= 10,
      figure: `${lost} of ${sum(({ acknowledged }) => acknowledged)} lost, ${errors} errors; p95 is ${median.toFixed(1)} × p50 alone (median of 3)`,
    }
  },
}

export default proof
