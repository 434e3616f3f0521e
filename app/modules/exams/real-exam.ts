import { type Level, levels, type Subject, subjectCodes, subjects } from '~/modules/questions/subjects.ts'
import type { Day } from '~/platform/calendar.ts'
import { completesLevel, type Pass, type SkippedYears } from './two-years.ts'

/*
 * What happened outside, at the national exam: who registered, who sat, with what mark, and the certificates. Pure rules; real
 * marks are whole numbers of 0 to 100, and 60 passes in every subject.
 */
export const recordStates = ['registered', 'absent', 'sat'] as const
export type RecordState = (typeof recordStates)[number]

export const passLine = 60
export const fullMark = 100
/** the first exam of all */
export const firstYear = 2008

export type ExamEntry = {
  readonly subject: Subject
  readonly year: number
  readonly state: RecordState
  /** null: not sat, or the result is not out yet */
  readonly points: number | null
}

export type StandingRecord = ExamEntry & { readonly id: string; readonly isChecked: boolean }
export type StandingCertificate = {
  readonly id: string
  readonly level: Level
  readonly issuedOn: Day
  readonly isChecked: boolean
}

export function isRecordState(text: unknown): text is RecordState {
  return recordStates.some((state) => state === text)
}

export function isPass({ state, points }: Pick<ExamEntry, 'state' | 'points'>): boolean {
  return state === 'sat' && points !== null && points >= passLine
}

/** The exam is in May or June: from July on, people prepare for the next year's. */
export function nextExamYear(day: Day): number {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return month <= 6 ? year : year + 1
}

/** The exam whose results one would look at: the one that was held last, or is under way. */
export function latestExamYear(day: Day): number {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return month >= 3 ? year : year - 1
}

export type ExamQuery = {
  readonly year: number
  readonly level: Level | null
  readonly isUncheckedOnly: boolean
}

/** Which year and level a page shows; what nobody could mean is the latest exam, and every level. */
export function readExamQuery(query: URLSearchParams, today: Day): ExamQuery {
  const asked = Number(/^\d{4}$/.exec(query.get('year') ?? '')?.[0] ?? 0)
  const isYear = asked >= firstYear && asked <= nextExamYear(today)
  return {
    year: isYear ? asked : latestExamYear(today),
    level: levels.find((level) => level === query.get('level')) ?? null,
    isUncheckedOnly: query.get('show') === 'unchecked',
  }
}

/** The years one may look at: those with records, and around them the last few and the next. */
export function yearsToShow(people: readonly ExamPerson[], today: Day): readonly number[] {
  const next = nextExamYear(today)
  const recorded = people.flatMap(({ records }) => records.map(({ year }) => year))
  return [...new Set([next, next - 1, next - 2, ...recorded])].toSorted((a, b) => b - a)
}

/** A year nobody can register for yet, or a result of an exam that has not been held. */
export function faultOfDate({ year, state }: ExamEntry, today: Day): 'yearInvalid' | 'examNotYet' | null {
  if (year < firstYear || year > nextExamYear(today)) return 'yearInvalid'
  return state !== 'registered' && year > Number(today.slice(0, 4)) ? 'examNotYet' : null
}

export function faultOfIssue(issuedOn: Day, today: Day): 'dayInFuture' | 'dayInvalid' | null {
  if (issuedOn > today) return 'dayInFuture'
  return issuedOn < `${firstYear}-01-01` ? 'dayInvalid' : null
}

/** Marks are stored in half-points, like those of our own papers. */
export function toHalfPoints(points: number | null): number | null {
  return points === null ? null : points * 2
}

export function fromHalfPoints(halfPoints: number | null): number | null {
  return halfPoints === null ? null : halfPoints / 2
}

export type MarkFault = 'halfPoint' | 'markInvalid'

/** A mark as it is written: «72», full-width too. Empty: none. */
export function readMark(
  text: string,
): { readonly points: number | null; readonly fault?: never } | { readonly fault: MarkFault } {
  const plain = text.normalize('NFKC').trim().replace(/ *分$/, '').replace(/\.0+$/, '')
  if (plain === '') return { points: null }
  if (/^\d{1,3}\.\d+$/.test(plain)) return { fault: 'halfPoint' }
  if (!/^\d{1,3}$/.test(plain) || Number(plain) > fullMark) return { fault: 'markInvalid' }
  return { points: Number(plain) }
}

export function isSameEntry(one: ExamEntry, other: ExamEntry): boolean {
  return keyOf(one) === keyOf(other) && one.state === other.state && one.points === other.points
}

/** One record stands for a subject and a year. */
export function keyOf({ subject, year }: Pick<ExamEntry, 'subject' | 'year'>): string {
  return `${subject}/${year}`
}

/** What stands in somebody's year: when it is something else by the time a form comes back, somebody was faster. */
export function baseOf({ records, certificates }: ExamPerson, year: number): string {
  const own = records.filter((record) => record.year === year)
  return [...own, ...certificates]
    .map(({ id, isChecked }) => `${id}${isChecked ? '+' : ''}`)
    .toSorted()
    .join(' ')
}

export function passesIn(entries: readonly ExamEntry[]): readonly Pass[] {
  return entries.filter(isPass)
}

/** A part of a whole that is said with it: nobody reads a share without what it is a share of. */
export type Rate = { readonly part: number; readonly whole: number }

export type ExamPerson = {
  readonly records: readonly StandingRecord[]
  readonly certificates: readonly StandingCertificate[]
}

export type SubjectFigures = {
  readonly subject: Subject
  readonly registered: number
  readonly sat: number
  readonly passed: number
}

export type ExamFigures = {
  /** 报考率 */
  readonly registered: Rate
  /** 通过率 */
  readonly passed: Rate
  /** 持证率 */
  readonly certified: Rate
  /** holders by their highest level */
  readonly holders: Readonly<Record<Level, number>>
  readonly subjects: readonly SubjectFigures[]
  /** what does not count because nobody has checked it */
  readonly unchecked: number
  /** sat, and no mark yet: counted as sat */
  readonly withoutMark: number
}

/** The year's figures of a cohort. Only what has been checked counts. */
export function examFigures(people: readonly ExamPerson[], year: number, skipped: SkippedYears): ExamFigures {
  const checked = people.map((person) => ({
    records: person.records.filter(({ isChecked }) => isChecked),
    certificates: person.certificates.filter(({ isChecked }) => isChecked),
  }))
  const ofYear = checked.map(({ records }) => records.filter((record) => record.year === year))
  const sat = checked.filter((_, at) => ofYear[at]?.some(({ state }) => state === 'sat'))
  const all = ofYear.flat()
  return {
    registered: { part: ofYear.filter((records) => records.length > 0).length, whole: people.length },
    passed: {
      part: sat.filter(({ records }) => completesSome(passesIn(records), year, skipped)).length,
      whole: sat.length,
    },
    certified: { part: checked.filter(({ certificates }) => certificates.length > 0).length, whole: people.length },
    holders: holdersOf(checked.map(({ certificates }) => certificates)),
    subjects: subjectCodes.map((subject) => subjectFigures(all, subject)).filter(({ registered }) => registered > 0),
    unchecked: uncheckedIn(people, year),
    withoutMark: all.filter(({ state, points }) => state === 'sat' && points === null).length,
  }
}

function completesSome(passes: readonly Pass[], year: number, skipped: SkippedYears): boolean {
  return levels.some((level) => completesLevel(level, passes, year, skipped[level]))
}

function subjectFigures(records: readonly ExamEntry[], subject: Subject): SubjectFigures {
  const own = records.filter((record) => record.subject === subject)
  return {
    subject,
    registered: own.length,
    sat: own.filter(({ state }) => state === 'sat').length,
    passed: own.filter(isPass).length,
  }
}

/** Somebody with two certificates counts once, at the higher level. */
function holdersOf(people: ReadonlyArray<readonly StandingCertificate[]>): Readonly<Record<Level, number>> {
  const highest = people.map((certificates) =>
    levels.findLast((level) => certificates.some((certificate) => certificate.level === level)),
  )
  const count = (level: Level) => highest.filter((one) => one === level).length
  return { junior: count('junior'), intermediate: count('intermediate'), senior: count('senior') }
}

/** What waits to be checked: records of the year, certificates of any. */
export function uncheckedIn(people: readonly ExamPerson[], year: number): number {
  const records = people.flatMap((person) => person.records.filter((record) => record.year === year))
  return [...records, ...people.flatMap((person) => person.certificates)].filter(({ isChecked }) => !isChecked).length
}

/** «66.7%», to one decimal: 100 only when nobody is missing, 0 only when there is nobody. null: of nothing. */
export function shareOf({ part, whole }: Rate): string | null {
  if (whole === 0) return null
  const tenths = Math.round((part / whole) * 1_000)
  const shown = part < whole ? Math.min(tenths, 999) : tenths
  return `${(part > 0 ? Math.max(shown, 1) : shown) / 10}%`
}

export function levelOf(subject: Subject): Level {
  return subjects[subject].level
}
