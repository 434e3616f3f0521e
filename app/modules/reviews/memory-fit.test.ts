import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '~/platform/random.ts'
import { gainAt, urgencyAt } from './gain.ts'
import { needsTuning, tune, untuned } from './memory-fit.ts'
import { paceOf, secondsFor } from './pace.ts'
import { worthwhileRetention } from './retention.ts'
import type { LogEntry } from './review-log.ts'
import { averageModel, averageTraits, memoryModel, newCard, replayAll, review } from './scheduler.ts'

const start = Date.UTC(2026, 2, 1, 4)
const dayMs = 86_400_000

/** Someone who remembers exactly as the model says with these traits: forty cards, looked at when they fall to 0.8. */
function logOf(growth: number, seed: number): readonly LogEntry[] {
  const model = memoryModel({ ...untuned.traits, growth })
  const random = seededRandom(seed)
  const log: LogEntry[] = []
  for (let number = 0; number < 60; number++) {
    let card = newCard(`q${number}`)
    let day = number % 10
    while (day < 90) {
      const recall = card.memory
        ? model.recallAfter(card.memory, day - Math.floor(((card.lastAt ?? 0) - start) / dayMs))
        : 0.3
      const right = random() < recall
      const grade = { right, confidence: right ? ('sure' as const) : ('unsure' as const), seconds: 30 }
      const done = review(card, grade, new Date(start + day * dayMs), `${number}-${day}`, model)
      card = done.card
      log.push(done.log)
      day += card.memory ? model.daysUntil(card.memory, 0.8) : 1
    }
  }
  return log
}

test('few looks say nothing of a person', () => {
  const log = logOf(0, 1).slice(0, 39)
  expect(tune(log, 60)).toEqual({ ...untuned, looks: 39 })
})

test('whoever gains less from a look is told from whoever gains more', () => {
  const [slow, quick] = [-1.5, 0.3].map((growth) => tune(logOf(growth, 3), 60))
  expect(slow?.traits.growth ?? 0).toBeLessThan((quick?.traits.growth ?? 0) - 0.5)
})

test('the same log in any order gives the same traits', () => {
  const log = logOf(-0.5, 2).slice(0, 200)
  expect(tune([...log].reverse(), 60)).toEqual(tune(log, 60))
})

test('learning again waits for a fifth more', () => {
  expect(needsTuning(untuned, 39)).toBe(false)
  expect(needsTuning(untuned, 40)).toBe(true)
  expect(needsTuning({ ...untuned, looks: 100 }, 119)).toBe(false)
  expect(needsTuning({ ...untuned, looks: 100 }, 120)).toBe(true)
})

test('who remembers easily holds her cards at least as firmly as who does not', () => {
  const hold = (growth: number) => worthwhileRetention(memoryModel({ ...untuned.traits, growth }), 60, 0.3)
  expect(hold(0.5)).toBeGreaterThanOrEqual(hold(-2))
  for (const growth of [-2, -1, 0, 1]) {
    expect(hold(growth)).toBeGreaterThanOrEqual(0.54)
    expect(hold(growth)).toBeLessThanOrEqual(0.9)
  }
})

test('her pace begins with what people need and ends with what she needs', () => {
  expect(paceOf([]).seconds).toBe(45)
  const log = logOf(0, 1)
  expect(paceOf(log).seconds).toBeGreaterThan(30)
  expect(paceOf(log).seconds).toBeLessThan(32)
  expect(secondsFor(newCard('q'), { seconds: 40 })).toBeCloseTo(44)
  expect(secondsFor({ ...newCard('q'), seconds: 100 }, { seconds: 40 })).toBe(80)
})

test('a look at what is fading brings more than one at what is firm', () => {
  const cards = replayAll(
    logOf(0, 1).filter(({ cardId }) => cardId === 'q1'),
    averageModel,
  )
  const card = cards.get('q1') ?? newCard('q1')
  const gain = (days: number) =>
    gainAt(10, card, days, averageModel.recallAfter(card.memory ?? { stability: 1, difficulty: 5 }, days), averageModel)
  expect(gain(30)).toBeGreaterThan(gain(1))
})

test('a gain lies between nothing lost and everything won', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.05, max: 300, noNaN: true }),
      fc.double({ min: 1, max: 10, noNaN: true }),
      fc.nat(90),
      fc.nat(90),
      (stability, difficulty, days, rest) => {
        const memory = { stability, difficulty }
        const card = { ...newCard('q'), memory }
        const model = memoryModel(averageTraits)
        const recall = model.recallAfter(memory, days)
        for (const gain of [gainAt(rest, card, days, recall, model), urgencyAt(rest, card, days, recall, model)]) {
          expect(gain).toBeGreaterThanOrEqual(-1)
          expect(gain).toBeLessThanOrEqual(1)
        }
      },
    ),
  )
})
