import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levels, subjectCodes } from '~/modules/questions/subjects.ts'
import {
  baseOf,
  type ExamPerson,
  examFigures,
  fromHalfPoints,
  isPass,
  keyOf,
  latestExamYear,
  nextExamYear,
  readExamQuery,
  readMark,
  recordStates,
  type StandingRecord,
  shareOf,
  toHalfPoints,
  yearsToShow,
} from './real-exam.ts'

const sat = (subject: StandingRecord['subject'], points: number | null, over: Partial<StandingRecord> = {}) => ({
  ...{ id: `${subject}${points}`, subject, year: 2026, state: 'sat' as const, points, isChecked: true },
  ...over,
})
const none = { junior: [], intermediate: [], senior: [] }
const person = (...records: readonly StandingRecord[]): ExamPerson => ({ records, certificates: [] })

test.each([
  ['72', { points: 72 }],
  ['７２分', { points: 72 }],
  ['100', { points: 100 }],
  ['60.0', { points: 60 }],
  ['', { points: null }],
  ['61.5', { fault: 'halfPoint' }],
  ['101', { fault: 'markInvalid' }],
  ['-1', { fault: 'markInvalid' }],
  ['七十', { fault: 'markInvalid' }],
])('the mark %j', (text, read) => {
  expect(readMark(text)).toEqual(read)
})

test('60 passes, 59 does not, and who did not sit never passes', () => {
  expect([59, 60, 100, null].map((points) => isPass({ state: 'sat', points }))).toEqual([false, true, true, false])
  expect(isPass({ state: 'absent', points: 60 })).toBe(false)
})

test.each([
  ['2027-03-09', 2027, 2027],
  ['2027-06-30', 2027, 2027],
  ['2027-07-01', 2028, 2027],
  ['2027-02-28', 2027, 2026],
])('on %s one prepares for %i and looks at the results of %i', (day, next, latest) => {
  expect([nextExamYear(day), latestExamYear(day)]).toEqual([next, latest])
})

test.each([
  ['', { year: 2026, level: null, isUncheckedOnly: false }],
  ['year=2025&level=senior&show=unchecked', { year: 2025, level: 'senior', isUncheckedOnly: true }],
  ['year=2027', { year: 2027, level: null, isUncheckedOnly: false }],
  ['year=2028&level=master', { year: 2026, level: null, isUncheckedOnly: false }],
  ['year=1e99', { year: 2026, level: null, isUncheckedOnly: false }],
])('the address ?%s', (address, query) => {
  expect(readExamQuery(new URLSearchParams(address), '2026-11-25')).toEqual(query)
})

test('one may look at the years around now, and at any with a record', () => {
  expect(yearsToShow([person(sat('jz', 80, { year: 2019 }), sat('js', 80))], '2026-11-25')).toEqual([
    ...[2027, 2026, 2025, 2019],
  ])
})

test('a row that was corrected, or checked, is another base', () => {
  const [one, checked] = [sat('jz', 80, { isChecked: false }), sat('jz', 80)]
  const bases = [person(), person(one), person(checked), person({ ...one, id: 'other' })].map((row) =>
    baseOf(row, 2026),
  )
  expect(new Set(bases).size).toBe(4)
  expect(baseOf(person(one), 2025)).toBe('')
})

test('the figures of a cohort of four', () => {
  const figures = examFigures(
    [
      // last year's two and this year's one make a 社会工作师
      person(sat('zz', 70, { year: 2025 }), sat('zf', 61, { year: 2025 }), sat('zs', 60)),
      person(sat('jz', 80), sat('js', 59)),
      { ...person(), certificates: [{ id: 'c', level: 'junior', issuedOn: '2024-09-01', isChecked: true }] },
      person(sat('jz', 90, { isChecked: false })),
    ],
    2026,
    none,
  )

  expect(figures).toMatchObject({
    registered: { part: 2, whole: 4 },
    passed: { part: 1, whole: 2 },
    certified: { part: 1, whole: 4 },
    holders: { junior: 1, intermediate: 0, senior: 0 },
    ...{ unchecked: 1, withoutMark: 0 },
  })
  expect(figures.subjects).toEqual([
    { subject: 'jz', registered: 1, sat: 1, passed: 1 },
    { subject: 'js', registered: 1, sat: 1, passed: 0 },
    { subject: 'zs', registered: 1, sat: 1, passed: 1 },
  ])
})

test('a year without an exam is left out of two consecutive years', () => {
  const people = [person(sat('zz', 70, { year: 2024 }), sat('zf', 61, { year: 2024 }), sat('zs', 60))]
  expect(examFigures(people, 2026, none).passed).toEqual({ part: 0, whole: 1 })
  expect(examFigures(people, 2026, { ...none, junior: [2025] }).passed).toEqual({ part: 0, whole: 1 })
  expect(examFigures(people, 2026, { ...none, intermediate: [2025] }).passed).toEqual({ part: 1, whole: 1 })
})

test('two certificates are one holder, at the higher level', () => {
  const certificates = (['junior', 'intermediate'] as const).map((level) => ({
    ...{ id: level, level, issuedOn: '2024-09-01', isChecked: true },
  }))
  expect(examFigures([{ records: [], certificates }], 2026, none)).toMatchObject({
    ...{ certified: { part: 1, whole: 1 }, holders: { junior: 0, intermediate: 1, senior: 0 } },
  })
})

test('who was absent registered, and is not among those who sat', () => {
  const figures = examFigures([person(sat('gs', null, { state: 'absent' })), person(sat('gs', null))], 2026, none)
  expect(figures).toMatchObject({ registered: { part: 2, whole: 2 }, passed: { part: 0, whole: 1 }, withoutMark: 1 })
})

test.each([
  [2, 3, '66.7%'],
  [0, 5, '0%'],
  [1, 3_000, '0.1%'],
  [2_999, 3_000, '99.9%'],
  [7, 7, '100%'],
  [0, 0, null],
])('%i of %i is %s', (part, whole, shown) => {
  expect(shareOf({ part, whole })).toBe(shown)
})

const anyRecord = fc.record({
  id: fc.uuid(),
  subject: fc.constantFrom(...subjectCodes),
  year: fc.integer({ min: 2024, max: 2026 }),
  state: fc.constantFrom(...recordStates),
  points: fc.option(fc.integer({ min: 0, max: 100 })),
  isChecked: fc.boolean(),
})
const anyPerson = fc.record({
  records: fc.uniqueArray(anyRecord, { selector: keyOf }),
  certificates: fc.uniqueArray(
    fc.record({
      ...{ id: fc.uuid(), level: fc.constantFrom(...levels), issuedOn: fc.constant('2025-09-01') },
      isChecked: fc.boolean(),
    }),
    { selector: ({ level }) => level },
  ),
})
const anyCohort = fc.array(anyPerson, { maxLength: 12 })

test('law: a rate has a whole, and its part is within it', () => {
  fc.assert(
    fc.property(anyCohort, (people) => {
      const { registered, passed, certified, holders, subjects } = examFigures(people, 2026, none)
      for (const { part, whole } of [registered, passed, certified]) expect(part).toBeLessThanOrEqual(whole)
      expect([registered.whole, certified.whole]).toEqual([people.length, people.length])
      expect(holders.junior + holders.intermediate + holders.senior).toBe(certified.part)
      for (const one of subjects) expect(one.passed <= one.sat && one.sat <= one.registered).toBe(true)
    }),
  )
})

test('law: one more checked pass never lowers how many passed', () => {
  const anyPass = anyRecord.map((record) => ({ ...record, state: 'sat' as const, points: 60, isChecked: true }))
  fc.assert(
    fc.property(anyCohort, anyPass, fc.nat(), (people, pass, at) => {
      const who = people[at % Math.max(1, people.length)]
      if (!who || who.records.some((record) => keyOf(record) === keyOf(pass))) return
      const more = people.map((one) => (one === who ? { ...one, records: [...one.records, pass] } : one))
      const passed = (cohort: readonly ExamPerson[]) => examFigures(cohort, 2026, none).passed.part
      expect(passed(more)).toBeGreaterThanOrEqual(passed(people))
    }),
  )
})

test('law: what nobody has checked changes no figure but its own', () => {
  fc.assert(
    fc.property(anyCohort, (people) => {
      const checkedOnly = people.map((one) => ({
        records: one.records.filter(({ isChecked }) => isChecked),
        certificates: one.certificates.filter(({ isChecked }) => isChecked),
      }))
      expect({ ...examFigures(people, 2026, none), unchecked: 0 }).toEqual(examFigures(checkedOnly, 2026, none))
    }),
  )
})

test('law: a mark is stored and read back', () => {
  fc.assert(
    fc.property(fc.option(fc.integer({ min: 0, max: 100 })), (points) => {
      expect(fromHalfPoints(toHalfPoints(points))).toBe(points)
    }),
  )
})
