import fc from 'fast-check'
import { expect, test } from 'vitest'
import { confidences, type Grade, type LogEntry, mergeLogs } from './review-log.ts'
import {
  averageModel,
  averageTraits,
  type Card,
  isDue,
  memoryModel,
  newCard,
  ratingOf,
  replay,
  replayAll,
  retention,
  review,
} from './scheduler.ts'

const start = Date.UTC(2026, 2, 1, 4)
const dayMs = 86_400_000
const dayAt = (day: number) => new Date(start + day * dayMs)
const sure = (seconds = 30): Grade => ({ right: true, confidence: 'sure', seconds })
const wrong = (confidence: Grade['confidence'] = 'unsure'): Grade => ({ right: false, confidence, seconds: 30 })
const seen = (...grades: readonly (readonly [number, Grade])[]): Card =>
  grades.reduce((card, [day, grade], at) => review(card, grade, dayAt(day), `${at}`).card, newCard('q1'))

test.each([
  ['right and sure', sure(), null, 3],
  ['right and sure, and fast at first sight', sure(8), null, 4],
  ['right and sure, in half her usual time', sure(20), 40, 4],
  ['right and sure, in a little more than half', sure(21), 40, 3],
  ['right and sure, too fast to have read it', sure(2), 40, 3],
  ['right but unsure', { right: true, confidence: 'unsure', seconds: 5 }, 40, 2],
  ['right by guessing', { right: true, confidence: 'guess', seconds: 5 }, 40, 1],
  ['wrong', wrong(), 40, 1],
  ['wrong and sure', wrong('sure'), 40, 1],
] as const)('%s', (_case, grade, usual, rating) => {
  expect(ratingOf(grade, usual)).toBe(rating)
})

test('what was known comes back later than what was unsure, and that later than what was wrong', () => {
  const due = (grade: Grade) => seen([0, grade]).dueAt ?? 0
  const unsure: Grade = { right: true, confidence: 'unsure', seconds: 30 }
  expect(due(sure())).toBeGreaterThan(due(unsure))
  expect(due(sure(8))).toBeGreaterThan(due(sure()))
  expect(seen([0, unsure]).memory?.stability).toBeGreaterThan(seen([0, wrong()]).memory?.stability ?? 0)
})

test('an error she was sure of comes back sooner than another, and what she read is less firm', () => {
  const before: readonly [number, Grade][] = [
    [0, sure()],
    [3, sure()],
    [15, sure()],
  ]
  const misconception = seen(...before, [60, wrong('sure')])
  const error = seen(...before, [60, wrong()])

  expect(misconception.dueAt).toBeLessThan(error.dueAt ?? 0)
  expect(misconception.memory?.stability).toBeLessThan(error.memory?.stability ?? 0)
  expect(misconception.isMisconception).toBe(true)
})

test('a right guess is no knowledge, but no lapse either', () => {
  const card = seen([0, sure()], [3, { right: true, confidence: 'guess', seconds: 9 }])
  expect(card).toMatchObject({ isKnown: false, lapses: 0 })
  expect(seen([0, sure()], [3, wrong()])).toMatchObject({ isKnown: false, lapses: 1 })
  expect(seen([0, wrong()], [3, wrong()])).toMatchObject({ lapses: 0 })
})

test('a tab left open all night is five minutes', () => {
  expect(seen([0, sure(30_000)]).seconds).toBe(300)
})

test('a change of the law brings the card back at once, and it is hardly firm', () => {
  const card = seen([0, sure()], [3, sure()])
  const { log } = review(newCard('q1'), sure(), dayAt(0), 'l0')
  const changed = replay('q1', [log, { kind: 'lawChange', id: 'c', cardId: 'q1', at: dayAt(4).getTime() }])

  expect(isDue(changed, dayAt(4))).toBe(true)
  expect(changed.lawChangedAt).toBe(dayAt(4).getTime())
  expect(changed.memory?.stability).toBeLessThan(card.memory?.stability ?? 0)
  expect(review(changed, sure(), dayAt(5), 'l1').card.lawChangedAt).toBeNull()
})

test('a change of the law says nothing of a card that she never saw', () => {
  expect(replay('q1', [{ kind: 'lawChange', id: 'c', cardId: 'q1', at: start }])).toEqual(newCard('q1'))
})

test('the state is plain JSON', () => {
  const card = seen([0, sure()], [3, wrong('sure')])
  expect(JSON.parse(JSON.stringify(card))).toEqual(card)
})

test('for the average person it is FSRS-6 as published: figures of ts-fsrs 5.4.2 by itself', () => {
  const memory = averageModel.rated(null, 0, 3)
  expect(memory).toEqual({ stability: 2.3065, difficulty: 2.11810397 })
  expect(averageModel.rated(null, 0, 1)).toEqual({ stability: 0.212, difficulty: 6.4133 })
  expect(averageModel.recallAfter(memory, 5)).toBeCloseTo(0.83886143, 6)
  expect(averageModel.rated(memory, 5, 3).stability).toBeCloseTo(18.1678499, 4)
  expect(averageModel.rated(memory, 5, 1).stability).toBeCloseTo(0.68259825, 4)
  expect(averageModel.rated(memory, 0, 3).stability).toBeCloseTo(2.3065, 6)
  expect(averageModel.daysUntil(memory, retention)).toBe(2)
})

const grades = fc.record({
  right: fc.boolean(),
  confidence: fc.constantFrom(...confidences),
  seconds: fc.integer({ min: 0, max: 400 }),
})
const entries: fc.Arbitrary<readonly LogEntry[]> = fc
  .uniqueArray(fc.record({ day: fc.integer({ min: 0, max: 200 }), hour: fc.nat(15), grade: grades, law: fc.nat(9) }), {
    maxLength: 12,
    selector: ({ day, hour }) => `${day} ${hour}`,
  })
  .map((rows) =>
    rows.map(({ day, hour, grade, law }, at): LogEntry => {
      const base = { id: `l${at}`, cardId: at % 4 === 3 ? 'q2' : 'q1', at: start + day * dayMs + hour * 3_600_000 }
      return law === 0 ? { kind: 'lawChange', ...base } : { kind: 'look', ...base, grade }
    }),
  )

test('a card is what its log makes of it, in whatever order the log comes', () => {
  fc.assert(
    fc.property(entries, fc.integer(), (log, turn) => {
      const turned = log
        .map((_, at) => log[(at * 7 + Math.abs(turn)) % log.length] ?? null)
        .filter((one) => one !== null)
      const all = mergeLogs(log, turned)
      expect(replay('q1', mergeLogs([...log].reverse(), []))).toEqual(replay('q1', log))
      expect(replay('q1', all)).toEqual(replay('q1', log))
    }),
  )
})

test('answering one by one and replaying the log give the same card', () => {
  fc.assert(
    fc.property(entries, (log) => {
      let card = newCard('q1')
      const looks: LogEntry[] = []
      for (const entry of mergeLogs(log, [])) {
        if (entry.kind !== 'look' || entry.cardId !== 'q1') continue
        const done = review(card, entry.grade, new Date(entry.at), entry.id)
        card = done.card
        looks.push(done.log)
      }
      expect(replay('q1', looks)).toEqual(card)
      expect(replayAll(looks).get('q1') ?? newCard('q1')).toEqual(card)
    }),
  )
})

const traits = fc.record({
  firstWrong: fc.double({ min: -2, max: 2, noNaN: true }),
  firstRight: fc.double({ min: -2, max: 2, noNaN: true }),
  growth: fc.double({ min: -2, max: 1, noNaN: true }),
  afterError: fc.double({ min: -2, max: 2, noNaN: true }),
  decay: fc.double({ min: -1, max: 3, noNaN: true }),
})

test('whoever she is: memory stays finite, recall lies between none and all, and falls with the days', () => {
  fc.assert(
    fc.property(traits, entries, fc.nat(300), fc.nat(300), (hers, log, one, more) => {
      const model = memoryModel(hers)
      const { memory } = replay('q1', log, model)
      if (!memory) return
      expect(Number.isFinite(memory.stability) && memory.stability > 0).toBe(true)
      const [early, late] = [model.recallAfter(memory, one), model.recallAfter(memory, one + more)]
      expect(early).toBeLessThanOrEqual(1)
      expect(late).toBeGreaterThanOrEqual(0)
      expect(late).toBeLessThanOrEqual(early)
      expect(model.recallAfter(memory, memory.stability)).toBeCloseTo(retention, 6)
    }),
  )
})

test('no difference from the average is the average', () => {
  expect(memoryModel(averageTraits).rated(null, 0, 1)).toEqual(averageModel.rated(null, 0, 1))
})
