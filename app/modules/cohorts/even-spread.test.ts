import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spreadEvenly } from './even-spread.ts'

test('who has the fewest is given the next; with equal loads, in the order of the mentors', () => {
  const loads = [
    { mentorId: 'a', trainees: 2 },
    { mentorId: 'b', trainees: 0 },
    { mentorId: 'c', trainees: 1 },
  ]
  const given = spreadEvenly(['t1', 't2', 't3', 't4'], loads).map(({ mentorId }) => mentorId)

  expect(given).toEqual(['b', 'b', 'c', 'a'])
})

test('without mentors nobody is given one', () => {
  expect(spreadEvenly(['t1'], [])).toEqual([])
})

test('law: everybody gets one mentor, and when all begin with nobody no two mentors differ by more than one', () => {
  fc.assert(
    fc.property(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 8 }), (trainees, mentors) => {
      const ids = [...Array(trainees).keys()].map(String)
      const loads = [...Array(mentors).keys()].map((at) => ({ mentorId: `m${at}`, trainees: 0 }))
      const given = spreadEvenly(ids, loads)
      const counts = loads.map(({ mentorId }) => given.filter((one) => one.mentorId === mentorId).length)
      expect(given.map(({ traineeId }) => traineeId)).toEqual(ids)
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    }),
  )
})
