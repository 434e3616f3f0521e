import { type Level, type Subject, subjectCodes, subjects } from '~/modules/questions/subjects.ts'

/*
 * Which passes still count, and what must be sat. 初级: both subjects in one exam year. 中级: all three in two consecutive exam
 * years, rolling: a pass counts in its own year and in the next. 高级: one paper; its 合格证明 holds for three years.
 */
export type SubjectResult = { readonly subject: Subject; readonly year: number; readonly passed: boolean }

/** For how many exam years a pass counts, its own included. */
export const validYears: Readonly<Record<Level, number>> = { junior: 1, intermediate: 2, senior: 1 }
/** The proof of a passed senior exam, from its year on; after it the title is won by 评审. */
export const seniorProofYears = 3

export type SubjectStanding = {
  readonly subject: Subject
  /** held: passed and counting in `year`. lapsed: once passed, no longer counting. open: never passed */
  readonly state: 'held' | 'lapsed' | 'open'
  readonly passedIn: number | null
  /** the last exam year in which that pass counts */
  readonly validThrough: number | null
}

export type PassPlan = {
  readonly level: Level
  readonly year: number
  /** the year in which all were passed within the time allowed; null: not yet */
  readonly completedIn: number | null
  /** senior only: last year of the 合格证明 */
  readonly proofThrough: number | null
  readonly subjects: readonly SubjectStanding[]
  /** to be done with the level this year, sit and pass these */
  readonly sitNow: readonly Subject[]
  /** of those, the ones that may also wait for next year without a pass being lost */
  readonly mayWait: readonly Subject[]
  /** passes that are lost after this year unless everything in `sitNow` is passed: they would be sat again next year */
  readonly atRisk: readonly Subject[]
  /** the last exam year in which the rest can be passed so that all that is held counts; null: nothing is held, or all done */
  readonly finishBy: number | null
}

/**
 * `year`: the exam year that she plans for. `skippedYears`: years in which her province held no exam, so that the years around
 * them are consecutive. Results of later years than `year` are not looked at.
 */
export function passPlan(
  level: Level,
  results: readonly SubjectResult[],
  year: number,
  skippedYears: readonly number[] = [],
): PassPlan {
  const own = subjectCodes.filter((code) => subjects[code].level === level)
  const passes = results.filter((one) => one.passed && one.year <= year && own.includes(one.subject))
  const lastYearOf = (passedIn: number) => laterYear(passedIn, validYears[level] - 1, skippedYears)
  const standings = own.map((subject) => standingOf(subject, passes, year, lastYearOf))
  const completedIn = completionOf(own, passes, lastYearOf)
  const held = standings.filter(({ state }) => state === 'held')
  const sitNow =
    completedIn === null ? standings.filter(({ state }) => state !== 'held').map(({ subject }) => subject) : []
  const atRisk = sitNow.length > 0 ? held.filter(({ validThrough }) => validThrough === year) : []
  return {
    level,
    year,
    completedIn,
    proofThrough: level === 'senior' && completedIn !== null ? completedIn + seniorProofYears : null,
    subjects: standings,
    sitNow,
    mayWait: validYears[level] > 1 && atRisk.length === 0 ? sitNow : [],
    atRisk: atRisk.map(({ subject }) => subject),
    finishBy:
      sitNow.length > 0 && held.length > 0 ? Math.min(...held.map(({ validThrough }) => validThrough ?? year)) : null,
  }
}

/** What has to be sat in the following exam year if `passedNow` are passed in `year` and nothing else. */
export function nextYear(
  level: Level,
  results: readonly SubjectResult[],
  year: number,
  passedNow: readonly Subject[],
  skippedYears: readonly number[] = [],
): PassPlan {
  const now = passedNow.map((subject) => ({ subject, year, passed: true }))
  return passPlan(level, [...results, ...now], laterYear(year, 1, skippedYears), skippedYears)
}

function standingOf(
  subject: Subject,
  passes: readonly SubjectResult[],
  year: number,
  lastYearOf: (passedIn: number) => number,
): SubjectStanding {
  const years = passes.filter((one) => one.subject === subject).map((one) => one.year)
  if (years.length === 0) return { subject, state: 'open', passedIn: null, validThrough: null }
  const passedIn = Math.max(...years)
  const validThrough = lastYearOf(passedIn)
  return { subject, state: validThrough >= year ? 'held' : 'lapsed', passedIn, validThrough }
}

/** The first year in which every subject was passed at a time when the passes of all still counted. */
function completionOf(
  own: readonly Subject[],
  passes: readonly SubjectResult[],
  lastYearOf: (passedIn: number) => number,
): number | null {
  const years = [...new Set(passes.map((one) => one.year))].sort((one, other) => one - other)
  const counts = (subject: Subject, year: number) =>
    passes.some((one) => one.subject === subject && one.year <= year && lastYearOf(one.year) >= year)
  return years.find((year) => own.every((subject) => counts(subject, year))) ?? null
}

/** `count` exam years later. */
function laterYear(year: number, count: number, skipped: readonly number[]): number {
  let later = year
  for (let left = count; left > 0; ) {
    later += 1
    if (!skipped.includes(later)) left -= 1
  }
  return later
}
