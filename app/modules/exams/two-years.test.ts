import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levels, type Subject, subjectCodes } from '~/modules/questions/subjects.ts'
import { levelStanding, type Pass, subjectsOf, validUntil } from './two-years.ts'

const passed = (...passes: ReadonlyArray<readonly [Subject, number]>): readonly Pass[] =>
  passes.map(([subject, year]) => ({ subject, year }))

test('the junior level: both subjects in one year', () => {
  expect(levelStanding('junior', passed(['jz', 2026], ['js', 2026]), 2027)).toMatchObject({
    ...{ completedIn: 2026, toSit: [] },
  })
  // Half of it last year is worth nothing this year.
  expect(levelStanding('junior', passed(['jz', 2025], ['js', 2026]), 2027)).toMatchObject({
    ...{ completedIn: null, valid: [], toSit: ['jz', 'js'] },
  })
})

test('the intermediate level: three subjects within two consecutive years', () => {
  expect(levelStanding('intermediate', passed(['zz', 2025], ['zf', 2025], ['zs', 2026]), 2027).completedIn).toBe(2026)
  expect(levelStanding('intermediate', passed(['zz', 2026]), 2027)).toMatchObject({
    ...{ completedIn: null, valid: [{ subject: 'zz', year: 2026 }], toSit: ['zf', 'zs'] },
  })
})

test('a pass that leaves the window is earned again, the others keep theirs', () => {
  const passes = passed(['zz', 2025], ['zf', 2026])

  expect(levelStanding('intermediate', passes, 2027)).toMatchObject({
    ...{ completedIn: null, valid: [{ subject: 'zf', year: 2026 }], toSit: ['zz', 'zs'] },
  })
  const again = [...passes, ...passed(['zz', 2027], ['zs', 2027])]
  expect(levelStanding('intermediate', again, 2028).completedIn).toBe(2027)
})

test('a year left out breaks the row', () => {
  const passes = passed(['zz', 2024], ['zf', 2024], ['zs', 2026])
  expect(levelStanding('intermediate', passes, 2027).completedIn).toBeNull()
})

test.each([
  ['jz', 2026],
  ['zz', 2027],
  ['zs', 2027],
  ['gs', 2026],
] as const)('a pass of 2026 in %s counts until the exam of %i', (subject, year) => {
  expect(validUntil({ subject, year: 2026 })).toBe(year)
})

const somePasses = fc.array(
  fc.record({ subject: fc.constantFrom(...subjectCodes), year: fc.integer({ min: 2020, max: 2026 }) }),
)

test('law: one more pass never takes a level away, never adds a subject to sit', () => {
  fc.assert(
    fc.property(somePasses, somePasses, fc.constantFrom(...levels), (some, more, level) => {
      const [before, after] = [levelStanding(level, some, 2027), levelStanding(level, [...some, ...more], 2027)]
      if (before.completedIn !== null) expect(after.completedIn).not.toBeNull()
      expect(after.toSit.every((subject) => before.toSit.includes(subject))).toBe(true)
    }),
  )
})

test('law: what is valid and what is left to sit make up the level, until it is complete', () => {
  fc.assert(
    fc.property(somePasses, fc.constantFrom(...levels), (passes, level) => {
      const { completedIn, valid, toSit } = levelStanding(level, passes, 2027)
      const parts = [...valid.map(({ subject }) => subject), ...toSit].toSorted()
      if (completedIn === null) expect(parts).toEqual([...subjectsOf(level)].toSorted())
      else expect(toSit).toEqual([])
    }),
  )
})
