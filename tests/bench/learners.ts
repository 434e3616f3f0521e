import { mkdirSync, writeFileSync } from 'node:fs'
import { constantSteps, ladders, nameOf, scheduleGrid } from '#tests/support/fixed-intervals.ts'
import { bestFixed, type Cohort, cohortOf, coverage, trial } from '#tests/support/memory-trials.ts'
import { noReview, ourQueue, type Season } from '#tests/support/review-season.ts'
import { sampleBlueprint } from '#tests/support/sample-blueprint.ts'
import { type Law, laws } from '#tests/support/simulated-learners.ts'

/*
 * `node --import tsx tests/bench/learners.ts [learners] [candidates]`: simulated learners who forget by other laws than FSRS,
 * written to reports/learners.md. Everything is seeded: the same figures on any machine.
 */
const seeds = [1, 2, 3]
const learners = Number(process.argv[2] ?? 16)
const candidates = Number(process.argv[3] ?? 400)
const seasons: readonly Season[] = [
  { cards: 150, days: 60, minutes: 20 },
  { cards: 250, days: 60, minutes: 20 },
  { cards: 250, days: 90, minutes: 15 },
  { cards: 400, days: 60, minutes: 20 },
]
const constant = scheduleGrid(constantSteps)
const growing = scheduleGrid(ladders)
const percent = (share: number) => `${(share * 100).toFixed(1)} %`

type Row = {
  readonly who: string
  readonly line: string
  readonly ours: number
  readonly fixed: number
  readonly ladder: number
}

function row(season: Season, who: string, seed: number, cohort: Cohort): Row {
  const ours = trial(cohort, season, ourQueue)
  const fixed = bestFixed(cohort, season, constant)
  const ladder = bestFixed(cohort, season, growing)
  const cells = [
    `${season.cards} cards, ${season.days} days, ${season.minutes} min`,
    who,
    seed,
    percent(trial(cohort, season, noReview).marks),
    `**${percent(ours.marks)}**`,
    Math.round(ours.minutes),
    `${percent(fixed.marks)} (${nameOf(fixed.schedule)})`,
    Math.round(fixed.minutes),
    `${percent(ladder.marks)} (${nameOf(ladder.schedule)})`,
    Math.round(ladder.minutes),
  ]
  const line = `| ${cells.join(' | ')} |`
  console.log(line)
  return { who, line, ours: ours.marks, fixed: fixed.marks, ladder: ladder.marks }
}

const recall = seasons.flatMap((season) =>
  seeds.flatMap((seed) => [
    row(season, 'both laws', seed, cohortOf(seed, learners)),
    ...laws.map((law: Law) => row(season, `${law} only`, seed, cohortOf(seed, learners / 2, [law]))),
  ]),
)

/** In how many seasons ours is ahead, and by how many points of a hundred on average: losses are said like gains. */
function verdict(who: string, rival: 'fixed' | 'ladder'): string {
  const own = recall.filter((one) => one.who === who)
  const ahead = own.map((one) => (one.ours - one[rival]) * 100)
  const won = ahead.filter((points) => points > 0).length
  const mean = ahead.reduce((sum, points) => sum + points, 0) / ahead.length
  return `${won} of ${own.length} (mean ${mean.toFixed(1)}, worst ${Math.min(...ahead).toFixed(1)})`
}

const summary = ['both laws', ...laws.map((law) => `${law} only`)]
  .map((who) => `| ${who} | ${verdict(who, 'fixed')} | ${verdict(who, 'ladder')} |`)
  .join('\n')

const cover = seeds.flatMap((seed) =>
  [laws, ...laws.map((law) => [law])].map((some) => {
    const found = coverage(cohortOf(seed, candidates, some), sampleBlueprint)
    const line = `| ${some.length > 1 ? 'both laws' : `${some[0]} only`} | ${seed} | ${found.candidates} | **${percent(found.covered)}** | ${found.width.toFixed(1)} | ${found.error.toFixed(1)} | ${found.bias.toFixed(1)} |`
    console.log(line)
    return line
  }),
)

const steps = [...constantSteps, ...ladders].map((one) => one.join('-')).join(', ')
mkdirSync('reports', { recursive: true })
writeFileSync(
  'reports/learners.md',
  `# Simulated learners

Written by \`tests/bench/learners.ts\` (${learners} learners a seed, ${candidates} candidates a seed). The learners do not forget as FSRS
assumes: *interference* is one trace that halves at a rate of person and item, faster the more else of the chapter is studied;
*twoTraces* is a fast and a slow trace, of which cramming fills only the first (\`tests/support/simulated-learners.ts\`).

## Share of the marks that is known on the day of the exam

The fixed schedules are tuned in hindsight, on the same learners and with the same minutes, over a grid of ${constant.length + growing.length}: steps of
${steps} days; errors lead to the first step or one back; 5, 10, 20 or any number of new cards a day; due first or new first.
«Both laws» is the case of practice: nobody knows by which law somebody forgets, so one schedule must serve all.
The rows for one law tell the fixed schedule which law it is; ours is never told.

| learners | ours ahead of the best constant interval, points | ours ahead of the best growing interval, points |
|---|---|---|
${summary}

| season | learners | seed | no review | ours | min | best constant interval | min | best growing interval | min |
|---|---|--:|--:|--:|--:|---|--:|---|--:|
${recall.map(({ line }) => line).join('\n')}

## How often the 80 % interval of the forecast holds the mark of the paper

| candidates | seed | forecasts | held | width, marks | error (rms), marks | bias, marks |
|---|--:|--:|--:|--:|--:|--:|
${cover.join('\n')}
`,
)
