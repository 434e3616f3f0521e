import { expect, test } from 'vitest'
import { cohortReadiness, type MemberReadiness } from './cohort-readiness.ts'
import type { Readiness } from './readiness.ts'
import type { Mastery } from './weakness.ts'

const estimate = (mark: number, standing: 'above' | 'around' | 'below'): Readiness => ({
  ...{ kind: 'estimate', mark, low: mark - 10, high: mark + 10, outOf: 200, passLine: 120, standing },
  ...{ answered: 100, method: [] },
})
const point = (name: string, mastery: number, sureness: Mastery['sureness'] = 'likely'): Mastery => ({
  ...{ point: name, mastery, low: mastery, high: mastery, answers: 5, sureness },
})
const member = (personId: string, readiness: Readiness, mastery: readonly Mastery[] = []): MemberReadiness => ({
  personId,
  readiness: [{ subject: 'jz', readiness }],
  mastery,
})

test('it says who is where, and the distribution', () => {
  const { subjects } = cohortReadiness([
    member('d', estimate(200, 'above')),
    member('a', estimate(150, 'above')),
    member('b', estimate(90, 'below')),
    member('c', { kind: 'tooLittle', answered: 3, needed: 60 }),
    member('e', estimate(122, 'around')),
  ])
  expect(subjects).toEqual([
    {
      ...{ subject: 'jz', above: ['a', 'd'], around: ['e'], below: ['b'], tooLittle: ['c'], median: 136 },
      tenths: [0, 0, 0, 0, 1, 0, 1, 1, 0, 1],
    },
  ])
})

test('everybody is counted once in each subject', () => {
  const members = ['a', 'b'].map(
    (id): MemberReadiness => ({
      ...{ personId: id, mastery: [] },
      readiness: [
        { subject: 'js', readiness: estimate(100, 'around') },
        { subject: 'jz', readiness: estimate(160, 'above') },
      ],
    }),
  )
  const { subjects } = cohortReadiness(members)
  expect(subjects.map(({ subject }) => subject)).toEqual(['js', 'jz'])
  expect(subjects.map(({ around, above }) => [around.length, above.length])).toEqual([
    [2, 0],
    [0, 2],
  ])
})

test('a point is unknown to the cohort when most of at least three who met it do not master it', () => {
  const some = estimate(100, 'around')
  const { unknown } = cohortReadiness([
    member('a', some, [point('p', 0.3), point('q', 0.9), point('r', 0.2), point('s', 0.1, 'hint')]),
    member('b', some, [point('p', 0.4), point('q', 0.3), point('r', 0.2), point('s', 0.1, 'hint')]),
    member('c', some, [point('p', 0.8), point('q', 0.8), point('s', 0.1, 'hint')]),
  ])
  expect(unknown).toMatchObject([{ point: 'p', members: 3, weak: 2 }])
  expect(unknown[0]?.mastery).toBeCloseTo(0.5)
})

test('a cohort that has done nothing has nothing to show', () => {
  expect(cohortReadiness([])).toEqual({ subjects: [], unknown: [] })
  expect(cohortReadiness([member('a', { kind: 'tooLittle', answered: 0, needed: 60 })]).subjects[0]?.median).toBeNull()
})
