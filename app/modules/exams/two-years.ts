import { type Level, type Subject, subjectCodes, subjects } from '~/modules/questions/subjects.ts'

/*
 * How long a pass in the national exam counts. 初级: both subjects in one exam year. 中级: all three within two consecutive
 * exam years, rolling: a pass that falls out of the window must be earned again. 高级: one subject.
 */
export type Pass = { readonly subject: Subject; readonly year: number }

const windowYears: Readonly<Record<Level, number>> = { junior: 1, intermediate: 2, senior: 1 }

/** The last exam year for which a pass still counts. */
export function validUntil(pass: Pass): number {
  return pass.year + windowYears[subjects[pass.subject].level] - 1
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
}

/** Where somebody stands before the exam of `examYear`. */
export function levelStanding(level: Level, passes: readonly Pass[], examYear: number): LevelStanding {
  const wanted = subjectsOf(level)
  const own = passes.filter((pass) => wanted.includes(pass.subject))
  const years = [...new Set(own.map(({ year }) => year))].sort((a, b) => a - b)
  const completedIn = years.find((year) => completesLevel(level, own, year)) ?? null
  const valid = wanted.flatMap((subject) => validPass(own, subject, examYear) ?? [])
  const toSit = completedIn === null ? wanted.filter((code) => !valid.some(({ subject }) => subject === code)) : []
  return { level, completedIn, valid, toSit }
}

/** The exam of that year brought the last of the level's passes, together with those that still counted. */
export function completesLevel(level: Level, passes: readonly Pass[], year: number): boolean {
  const counting = subjectsOf(level).map((subject) => validPass(passes, subject, year))
  return counting.every((pass) => pass !== null) && counting.some((pass) => pass?.year === year)
}

/** The latest pass in the subject that counts in the exam of a year. */
function validPass(passes: readonly Pass[], subject: Subject, year: number): Pass | null {
  const counting = passes.filter((pass) => pass.subject === subject && pass.year <= year && validUntil(pass) >= year)
  return counting.reduce<Pass | null>((latest, pass) => (latest && latest.year >= pass.year ? latest : pass), null)
}
