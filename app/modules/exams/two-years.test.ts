import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levels, type Subject, subjectCodes } from '~/modules/questions/subjects.ts'
import {
  completesLevel,
  examFrom,
  levelStanding,
  nextStanding,
  type Pass,
  subjectsOf,
  validUntil,
} from './two-years.ts'

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

test('a pass of last year is at risk: all the rest this year, or it is sat again', () => {
  const passes = passed(['zz', 2026])

  expect(levelStanding('intermediate', passes, 2027)).toMatchObject({
    ...{ toSit: ['zf', 'zs'], atRisk: ['zz'], mayWait: [], finishBy: 2027 },
  })
  expect(nextStanding('intermediate', passes, 2027, ['zf']).toSit).toEqual(['zz', 'zs'])
  expect(nextStanding('intermediate', passes, 2027, ['zf', 'zs'])).toMatchObject({ completedIn: 2027, toSit: [] })
})

test('what was passed in the exam itself may be finished in the next one', () => {
  expect(levelStanding('intermediate', passed(['zz', 2027]), 2027)).toMatchObject({
    ...{ atRisk: [], mayWait: ['zf', 'zs'], finishBy: 2028 },
  })
  expect(levelStanding('intermediate', [], 2027)).toMatchObject({
    ...{ atRisk: [], mayWait: ['zz', 'zf', 'zs'], finishBy: null },
  })
  // The junior level is passed in one year or not at all: nothing of it can wait.
  expect(levelStanding('junior', [], 2027)).toMatchObject({ mayWait: [], finishBy: null })
})

test('a year without an exam does not break the row', () => {
  const passes = passed(['zz', 2025], ['zf', 2025], ['zs', 2027])

  expect(levelStanding('intermediate', passes, 2027).completedIn).toBeNull()
  expect(levelStanding('intermediate', passes, 2027, [2026]).completedIn).toBe(2027)
  expect(nextStanding('intermediate', passed(['zz', 2025]), 2025, [], [2026])).toMatchObject({
    ...{ atRisk: ['zz'], finishBy: 2027 },
  })
})

test('the exam of a year that is left out is the next that is held', () => {
  expect([examFrom(2026, []), examFrom(2026, [2026]), examFrom(2026, [2025, 2026, 2027])]).toEqual([2026, 2027, 2028])
})

test('law: with years left out it is as if the exams that were held had followed each other', () => {
  const someSkipped = fc.uniqueArray(fc.integer({ min: 2020, max: 2028 }))
  fc.assert(
    fc.property(somePasses, someSkipped, fc.constantFrom(...levels), (passes, skipped, level) => {
      // Each exam in the year in which it would have been, had none been left out.
      const held = (year: number) => year - skipped.filter((one) => one < year).length
      const real = passes.filter(({ year }) => !skipped.includes(year))
      const examYear = examFrom(2027, skipped)
      const shown = levelStanding(level, real, examYear, skipped)
      const plain = levelStanding(
        level,
        real.map((pass) => ({ ...pass, year: held(pass.year) })),
        held(examYear),
      )
      expect({
        ...{ toSit: shown.toSit, atRisk: shown.atRisk, mayWait: shown.mayWait },
        valid: shown.valid.map((pass) => ({ ...pass, year: held(pass.year) })),
        completedIn: shown.completedIn === null ? null : held(shown.completedIn),
        finishBy: shown.finishBy === null ? null : held(shown.finishBy),
      }).toEqual({
        ...{ toSit: plain.toSit, atRisk: plain.atRisk, mayWait: plain.mayWait, valid: plain.valid },
        ...{ completedIn: plain.completedIn, finishBy: plain.finishBy },
      })
    }),
  )
})

test('the proof of the senior exam holds for three years; the other levels have a certificate and no proof', () => {
  expect(levelStanding('senior', passed(['gs', 2026]), 2027)).toMatchObject({ completedIn: 2026, proofThrough: 2029 })
  expect(levelStanding('senior', [], 2027).proofThrough).toBeNull()
  expect(levelStanding('junior', passed(['jz', 2026], ['js', 2026]), 2027).proofThrough).toBeNull()
})

test('law: at risk is what is lost by passing nothing, and all of it is saved by passing the rest', () => {
  fc.assert(
    fc.property(somePasses, fc.constantFrom(...levels), (passes, level) => {
      const now = levelStanding(level, passes, 2027)
      if (now.toSit.length === 0) {
        expect([now.atRisk, now.mayWait, now.finishBy]).toEqual([[], [], null])
        return
      }
      const nothing = nextStanding(level, passes, 2027, [])
      const lost = now.valid.map(({ subject }) => subject).filter((subject) => nothing.toSit.includes(subject))
      expect(lost).toEqual(now.atRisk)
      const all = now.toSit.map((subject) => ({ subject, year: 2027 }))
      expect(completesLevel(level, [...passes, ...all], 2027)).toBe(true)
    }),
  )
})
