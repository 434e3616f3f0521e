import { type Level, type Subject, subjectCodes, subjects } from '~/modules/questions/subjects.ts'

/*
 * How long a pass in the national exam counts. 初级: both subjects in one exam year. 中级: all three within two consecutive
 * exam years, rolling: a pass that falls out of the window must be earned again. 高级: one subject, whose proof 合格证明 holds
 * for three years: within them the title is won by review. `skipped`: years in which no exam was held, so that the years around
 * them are consecutive.
 */
export type Pass = { readonly subject: Subject; readonly year: number }

const windowYears: Readonly<Record<Level, number>> = { junior: 1, intermediate: 2, senior: 1 }

const seniorProofYears = 3

/** 停考年度 of each level. */
export type SkippedYears = Readonly<Record<Level, readonly number[]>>

/** The exam of that year, or the next that is held. */
export function examFrom(year: number, skipped: readonly number[]): number {
  return laterExam(year - 1, 1, skipped)
}

/** The last exam year for which a pass still counts. */
export function validUntil(pass: Pass, skipped: readonly number[] = []): number {
  return laterExam(pass.year, windowYears[subjects[pass.subject].level] - 1, skipped)
}

/** The year of the exam `count` exams later. */
export function laterExam(year: number, count: number, skipped: readonly number[]): number {
  let later = year
  for (let left = count; left > 0; ) {
    later += 1
    if (!skipped.includes(later)) left -= 1
  }
  return later
}

export function subjectsOf(level: Level): readonly Subject[] {
  return subjectCodes.filter((code) => subjects[code].level === level)
}

export type LevelStanding = {
  readonly level: Level
  /** the first exam year in which everything was passed in time; null: not yet */
  readonly completedIn: number | null
  /** passes that still count in the exam of the year asked about, the latest of each subject */
  readonly valid: readonly Pass[]
  /** what is left to pass in that exam */
  readonly toSit: readonly Subject[]
  /** of those, the ones that may wait for the exam after without a pass being lost */
  readonly mayWait: readonly Subject[]
  /** passes that are lost unless all that is left is passed in that exam */
  readonly atRisk: readonly Subject[]
  /** the last exam in which the rest can be passed so that all that is valid counts; null: nothing is, or all is done */
  readonly finishBy: number | null
  /** senior only: the last year of the proof 合格证明 */
  readonly proofThrough: number | null
}

/** Where somebody stands before the exam of `examYear`. */
export function levelStanding(
  level: Level,
  passes: readonly Pass[],
  examYear: number,
  skipped: readonly number[] = [],
): LevelStanding {
  const wanted = subjectsOf(level)
  const own = passes.filter((pass) => wanted.includes(pass.subject))
  const years = [...new Set(own.map(({ year }) => year))].sort((a, b) => a - b)
  const completedIn = years.find((year) => completesLevel(level, own, year, skipped)) ?? null
  const valid = wanted.flatMap((subject) => validPass(own, subject, examYear, skipped) ?? [])
  const toSit = completedIn === null ? wanted.filter((code) => !valid.some(({ subject }) => subject === code)) : []
  const isOpen = toSit.length > 0
  const ends = valid.map((pass) => ({ subject: pass.subject, until: validUntil(pass, skipped) }))
  const atRisk = isOpen ? ends.filter(({ until }) => until === examYear).map(({ subject }) => subject) : []
  return {
    ...{ level, completedIn, valid, toSit, atRisk },
    mayWait: windowYears[level] > 1 && atRisk.length === 0 ? toSit : [],
    finishBy: isOpen && ends.length > 0 ? Math.min(...ends.map(({ until }) => until)) : null,
    proofThrough: level === 'senior' && completedIn !== null ? completedIn + seniorProofYears : null,
  }
}

/** Where she would stand before the exam after that of `examYear`, if of it she passed these and nothing else. */
export function nextStanding(
  level: Level,
  passes: readonly Pass[],
  examYear: number,
  passedNow: readonly Subject[],
  skipped: readonly number[] = [],
): LevelStanding {
  const now = passedNow.map((subject) => ({ subject, year: examYear }))
  return levelStanding(level, [...passes, ...now], laterExam(examYear, 1, skipped), skipped)
}

/** The exam of that year brought the last of the level's passes, together with those that still counted. */
export function completesLevel(
  level: Level,
  passes: readonly Pass[],
  year: number,
  skipped: readonly number[] = [],
): boolean {
  const counting = subjectsOf(level).map((subject) => validPass(passes, subject, year, skipped))
  return counting.every((pass) => pass !== null) && counting.some((pass) => pass?.year === year)
}

/** The latest pass in the subject that counts in the exam of a year. */
function validPass(passes: readonly Pass[], subject: Subject, year: number, skipped: readonly number[]): Pass | null {
  const counting = passes.filter(
    (pass) => pass.subject === subject && pass.year <= year && validUntil(pass, skipped) >= year,
  )
  return counting.reduce<Pass | null>((latest, pass) => (latest && latest.year >= pass.year ? latest : pass), null)
}
