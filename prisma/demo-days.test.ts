import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../app/platform/calendar.ts'
import { seededRandom } from '../app/platform/random.ts'
import { courseOf, demoTrainees } from './demo-centre.ts'
import { sittings } from './demo-days.ts'

const now = new Date('2026-11-23T02:00:00Z')
const startsOn = '2026-09-28'
const minutes = [25, 30, 30, 30, 25, 30]

test('nobody learns in the future, before the cohort began, or two lessons at once', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = seededRandom(seed)
      for (const { diligence } of demoTrainees(random)) {
        const times = sittings(courseOf(diligence, minutes.length, random), minutes, startsOn, now, random)
        times.forEach(({ openedAt, minutes: stay }, at) => {
          expect(openedAt.getTime() + stay * 60_000).toBeLessThan(now.getTime())
          expect(dayOf(openedAt) >= startsOn).toBe(true)
          const next = times[at + 1]
          if (next) expect(openedAt.getTime() + stay * 60_000).toBeLessThanOrEqual(next.openedAt.getTime())
        })
      }
    }),
    { numRuns: 50 },
  )
})

test('sixty trainees, ten of them in the second cohort, all named differently', () => {
  const trainees = demoTrainees(seededRandom(1))
  expect(trainees).toHaveLength(60)
  expect(new Set(trainees.map(({ name }) => name)).size).toBe(60)
  expect(trainees.filter(({ cohort }) => cohort === 'second').map(({ username }) => username)).toEqual(
    Array.from({ length: 10 }, (_, at) => `xueyuan${at + 51}`),
  )
})
