import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, leftOf, type OfflineAnswer, type OfflineQuestion, uuidFrom } from './offline-set.ts'

const loaded = new Date('2026-11-25T08:00:00Z')
const arrived = new Date('2026-11-26T02:00:00Z')
const at = (time: string) => Date.parse(time)

test('an answer happened when the device says, between the loading of the set and its arrival', () => {
  expect(instantOf(at('2026-11-25T09:30:00Z'), loaded, arrived)).toEqual(new Date('2026-11-25T09:30:00Z'))
  expect(instantOf(at('2026-11-20T09:30:00Z'), loaded, arrived)).toEqual(loaded)
  expect(instantOf(at('2031-01-01T00:00:00Z'), loaded, arrived)).toEqual(arrived)
})

test('where nobody knows when the set was loaded, only the arrival is known', () => {
  expect(instantOf(at('2026-11-25T09:30:00Z'), null, arrived)).toEqual(arrived)
})

test('whatever a device says, the instant lies within its bounds, and what is in bounds is believed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (said) => {
      const instant = instantOf(said, loaded, arrived).getTime()
      expect(instant).toBeGreaterThanOrEqual(loaded.getTime())
      expect(instant).toBeLessThanOrEqual(arrived.getTime())
      if (said >= loaded.getTime() && said <= arrived.getTime()) expect(instant).toBe(said)
    }),
  )
})

const question = (questionId: string, part = 0): OfflineQuestion => ({
  ...{ questionId, version: 1, part, kind: 'single', stem: '题干', options: ['甲', '乙'], caseStem: null },
  ...{ key: [0], explanation: '解析', points: [] },
})
const answer = (questionId: string, answeredAt: number, part = 0): OfflineAnswer => ({
  ...{ questionId, version: 1, part, picked: [0], confidence: 'sure', seconds: 9, at: answeredAt },
  ...{ stamp: '', cause: null, causeAt: answeredAt },
})

test('what she answered since the day began is not asked again; yesterday’s answer to it does not count', () => {
  const set = { questions: [question('a'), question('b', 0), question('b', 1)], since: 1_000 }
  const left = (...answers: OfflineAnswer[]) => leftOf(set, answers).map((one) => `${one.questionId}${one.part}`)
  expect(left()).toEqual(['a0', 'b0', 'b1'])
  expect(left(answer('b', 1_000))).toEqual(['a0', 'b1'])
  expect(left(answer('a', 999), answer('b', 2_000, 1))).toEqual(['a0', 'b0'])
})

test('ids are UUIDs of version 4, and different bytes make different ids', () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
  fc.assert(
    fc.property(bytes, (some) => {
      expect(uuidFrom(some)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }),
  )
  const [zeros, ones] = [new Uint8Array(16), new Uint8Array(16).fill(17)]
  expect(uuidFrom(zeros)).toBe('00000000-0000-4000-8000-000000000000')
  expect(uuidFrom(ones)).toBe('11111111-1111-4111-9111-111111111111')
})
