import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, startOfDay } from '~/platform/calendar.ts'
import { lastLooksFrom, newCardStop, type ReviewPlan } from './exam-plan.ts'
import { untuned } from './memory-fit.ts'
import { type Candidate, type QueueInput, todaysQueue } from './queue.ts'
import type { Grade } from './review-log.ts'
import { type Card, memoryModel, newCard, replay, review } from './scheduler.ts'

const examDay = '2026-05-23'
const model = memoryModel(untuned.traits)
const noon = (day: string) => new Date(startOfDay(day).getTime() + 12 * 3_600_000)
const sure: Grade = { right: true, confidence: 'sure', seconds: 40 }
const wrong: Grade = { right: false, confidence: 'unsure', seconds: 40 }
const bold: Grade = { right: false, confidence: 'sure', seconds: 40 }

const card = (id: string, ...looks: readonly (readonly [string, Grade])[]): Card =>
  looks.reduce((known, [day, grade], at) => review(known, grade, noon(day), `${id}${at}`, model).card, newCard(id))
const plan = (over: Partial<ReviewPlan> = {}): ReviewPlan => ({
  ...{ examDay, minutesADay: 20, restWeekdays: [], restDays: [], afterExam: 'archive' },
  ...over,
})
const ask = (
  cards: readonly (Card | Candidate)[],
  day: string,
  over: Partial<Omit<QueueInput, 'plan'>> & { plan?: Partial<ReviewPlan> } = {},
) =>
  todaysQueue({
    candidates: cards.map((one) => ('card' in one ? one : { card: one, weight: 1 })),
    ...{ tuning: untuned, model, pace: { seconds: 40 }, now: noon(day), secondsToday: 0 },
    ...over,
    plan: plan(over.plan),
  })
const idsOf = (queue: ReturnType<typeof ask>) => queue.looks.map(({ cardId }) => cardId)

test('a card that is worth more marks comes first', () => {
  const cards = ['a', 'b', 'c'].map((id, at) => ({ card: card(id, ['2026-04-01', wrong]), weight: at + 1 }))
  expect(idsOf(ask(cards, '2026-04-05'))).toEqual(['c', 'b', 'a'])
})

test('of two equal cards the one that takes less time comes first', () => {
  const slow = card('a', ['2026-04-01', { ...wrong, seconds: 120 }])
  const fast = card('b', ['2026-04-01', { ...wrong, seconds: 20 }])
  expect(idsOf(ask([slow, fast], '2026-04-05'))).toEqual(['b', 'a'])
})

test('what is due comes before what is new, and what is still firm after both', () => {
  const due = card('a', ['2026-03-20', wrong])
  const firm = card('b', ['2026-03-10', sure], ['2026-03-14', sure], ['2026-03-25', sure])
  expect(ask([firm, newCard('n'), due], '2026-04-08').looks.map(({ reason }) => reason)).toEqual([
    'due',
    'new',
    'firmer',
  ])
})

test('what is almost surely known is not asked, however much time is left', () => {
  const known = card('a', ['2026-03-20', sure], ['2026-03-24', sure], ['2026-04-04', sure])
  expect(idsOf(ask([known], '2026-04-05'))).toEqual([])
})

test('an error that she was sure of is there on the next day', () => {
  const queue = ask([card('a', ['2026-04-04', bold])], '2026-04-05')
  expect(queue.looks).toMatchObject([{ cardId: 'a', reason: 'misconception' }])
})

test('a card is asked once a day, but for a law that was changed since', () => {
  const today = card('a', ['2026-04-05', wrong])
  expect(idsOf(ask([today], '2026-04-05'))).toEqual([])
  const { log } = review(newCard('a'), sure, noon('2026-04-05'), 'l', model)
  const changed = replay('a', [log, { kind: 'lawChange', id: 'c', cardId: 'a', at: log.at + 1000 }], model)
  expect(ask([changed], '2026-04-05').looks).toMatchObject([{ cardId: 'a', reason: 'lawChanged' }])
})

test('a backlog is no wall: what fits is shown, the rest is said to rest', () => {
  const cards = Array.from({ length: 800 }, (_, at) => card(`q${at}`, ['2026-03-20', wrong]))
  const queue = ask(cards, '2026-04-08')

  expect(queue.seconds).toBeLessThanOrEqual(20 * 60)
  expect(queue.looks).toHaveLength(30)
  expect(queue.resting).toBe(770)
})

test('what she has given today is not asked for again', () => {
  const cards = Array.from({ length: 50 }, (_, at) => card(`q${at}`, ['2026-03-20', wrong]))
  expect(ask(cards, '2026-04-08', { secondsToday: 15 * 60 }).looks).toHaveLength(7)
  expect(ask(cards, '2026-04-08', { secondsToday: 30 * 60 }).looks).toHaveLength(0)
})

test('new cards are spread over the days before the stop line, and more of them come only when nothing else is left', () => {
  const firm = card('b', ['2026-03-10', sure], ['2026-03-14', sure], ['2026-03-25', sure])
  const fresh = Array.from({ length: 80 }, (_, at) => newCard(`n${at}`))
  const queue = ask([firm, ...fresh], '2026-04-08')

  // 40 days to the stop line: two a day.
  expect(queue.newCardStop).toBe('2026-05-18')
  expect(queue.looks.findIndex(({ cardId }) => cardId === 'b')).toBe(2)
  const begun = card('n0', ['2026-04-08', wrong])
  const later = ask([firm, begun, ...fresh.slice(1)], '2026-04-08', { secondsToday: 44 })
  expect(later.looks.findIndex(({ cardId }) => cardId === 'b')).toBe(1)
})

test('from the stop line on there are no new cards', () => {
  const fresh = [newCard('a'), newCard('b')]
  expect(idsOf(ask(fresh, addDays(newCardStop(examDay), -1)))).toEqual(['a', 'b'])
  expect(idsOf(ask(fresh, newCardStop(examDay)))).toEqual([])
})

test.each([
  ['the day of the exam', examDay, {}, 'examDay'],
  ['archived', '2026-06-01', {}, 'archived'],
  ['a day of rest', '2026-04-08', { restDays: ['2026-04-08'] }, 'rest'],
] as const)('%s: nothing to do, and nothing said to be overdue', (_case, day, over, mode) => {
  const queue = ask([card('a', ['2026-03-20', wrong]), newCard('b')], day, { plan: over })
  expect(queue).toEqual({ mode, looks: [], seconds: 0, resting: 0, newCardStop: null })
})

test('without an exam it is plain spaced repetition: due at nine in ten, a third for new cards', () => {
  const due = card('a', ['2026-03-20', wrong])
  const firm = card('b', ['2026-03-20', sure], ['2026-03-24', sure], ['2026-04-04', sure])
  const fresh = Array.from({ length: 40 }, (_, at) => newCard(`n${at}`))
  const queue = ask([firm, due, ...fresh], '2026-04-06', { plan: { examDay: null } })

  expect(queue.mode).toBe('longTerm')
  expect(idsOf(queue)[0]).toBe('a')
  expect(idsOf(queue)).not.toContain('b')
  expect(queue.looks.filter(({ reason }) => reason === 'new')).toHaveLength(Math.floor((20 * 60) / 3 / 44))
})

test('after the exam, long term, it goes on as without one', () => {
  const cards = [card('a', ['2026-05-20', wrong]), newCard('n')]
  const after = ask(cards, '2026-06-01', { plan: { afterExam: 'longTerm' } })
  expect(after).toEqual(ask(cards, '2026-06-01', { plan: { examDay: null } }))
})

test('with time enough every card has its last look within the final days, however much others would gain from a second', () => {
  const isHard = (id: string) => Number(id.slice(1)) % 3 === 0
  const cards = new Map(
    Array.from({ length: 80 }, (_, at) => {
      const id = `q${at}`
      const early = card(id, ['2026-03-20', sure], ['2026-03-24', sure], ['2026-04-20', isHard(id) ? wrong : sure])
      return [id, early]
    }),
  )
  const from = lastLooksFrom(examDay)
  for (let day = from; day < examDay; day = addDays(day, 1)) {
    const queue = ask([...cards.values()], day, { plan: { minutesADay: 10, restDays: [addDays(from, 3)] } })
    for (const { cardId } of queue.looks) {
      const grade = isHard(cardId) ? wrong : sure
      cards.set(cardId, review(cards.get(cardId) ?? newCard(cardId), grade, noon(day), `${day}${cardId}`, model).card)
    }
  }
  const late = [...cards.values()].filter(({ lastAt }) => (lastAt ?? 0) >= startOfDay(from).getTime())
  expect(late).toHaveLength(80)
})

const someDay = fc.integer({ min: -60, max: 10 }).map((days) => addDays(examDay, days))
const someGrade = fc.constantFrom(sure, wrong, bold)
const someCards = fc
  .array(fc.array(fc.tuple(fc.integer({ min: -90, max: 0 }), someGrade), { maxLength: 4 }), { maxLength: 25 })
  .map((histories) =>
    histories.map((looks, at): Candidate => {
      const sorted = [...looks].sort(([one], [other]) => one - other)
      const made = card(`q${at}`, ...sorted.map(([days, grade]) => [addDays(examDay, days), grade] as const))
      return { card: made, weight: (at % 5) + 0.5 }
    }),
  )

test('whatever the cards: at most what fits, no card twice, the same again', () => {
  fc.assert(
    fc.property(someCards, someDay, fc.integer({ min: 0, max: 60 }), fc.boolean(), (cards, day, minutesADay, aims) => {
      const over = { plan: { minutesADay, examDay: aims ? examDay : null, afterExam: 'longTerm' as const } }
      const queue = ask(cards, day, over)
      expect(queue.seconds).toBeLessThanOrEqual(minutesADay * 60 + 1e-9)
      expect(new Set(idsOf(queue)).size).toBe(queue.looks.length)
      expect(ask(cards.toReversed(), day, over)).toEqual(queue)
    }),
  )
})

test('more minutes never show fewer looks, nor let more rest', () => {
  fc.assert(
    fc.property(someCards, someDay, fc.integer({ min: 0, max: 20 }), (cards, day, minutes) => {
      const [few, many] = [minutes, minutes + 15].map((minutesADay) => ask(cards, day, { plan: { minutesADay } }))
      expect(many?.resting ?? 0).toBeLessThanOrEqual(few?.resting ?? 0)
      expect(many?.looks.length ?? 0).toBeGreaterThanOrEqual(few?.looks.length ?? 0)
    }),
  )
})
