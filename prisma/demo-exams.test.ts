import fc from 'fast-check'
import { expect, test } from 'vitest'
import { examFigures } from '../app/modules/exams/real-exam.ts'
import { completesLevel } from '../app/modules/exams/two-years.ts'
import { seededRandom } from '../app/platform/random.ts'
import { examCourse } from './demo-exams.ts'

const year = 2026
const course = (seed: number) => examCourse(year, seededRandom(seed))

test('nobody sits a subject twice in a year, and nobody holds a certificate that she has not earned', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { entries, held } = course(seed)
      const keys = entries.map((entry) => `${entry.subject} ${entry.year}`)
      expect(new Set(keys).size).toBe(keys.length)
      expect(entries.every(({ state, points }) => (state === 'sat') === (points !== null))).toBe(true)
      const passes = entries.filter(({ points }) => (points ?? 0) >= 60)
      for (const one of held.filter((certificate) => certificate.year === year)) {
        expect(completesLevel(one.level, passes, year)).toBe(true)
      }
    }),
  )
})

test('a cohort of them has rates that are neither nothing nor everything', () => {
  const people = Array.from({ length: 50 }, (_, seed) => {
    const { entries, held } = course(7_000 + seed)
    return {
      records: entries.map((entry, at) => ({ ...entry, id: String(at), isChecked: true })),
      certificates: held.map(({ level }) => ({ id: level, level, issuedOn: '2026-09-12', isChecked: true })),
    }
  })
  const { registered, passed, certified } = examFigures(people, year, { junior: [], intermediate: [], senior: [] })
  for (const { part, whole } of [registered, passed, certified]) {
    expect(part).toBeGreaterThan(whole * 0.15)
    expect(part).toBeLessThan(whole * 0.85)
  }
})
