import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drain } from '~/platform/shared-pages.server.ts'
import type { Today } from './today.ts'
import { ownWords, sayToday } from './today-page.ts'

const now = new Date('2026-11-23T02:00:00.123Z')
const track = { id: 'jiben-lilun', title: '基本理论' }
const lesson = { id: 'values', title: '价值观', minutes: 25 }

const quiet: Today = {
  ...{
    step: { kind: 'choose' },
    reminders: [],
    tracks: [],
    words: [],
    sittings: [],
    planned: [],
    finishedThisWeek: 0,
    now,
  },
}

function stepOf(step: Today['step']) {
  return sayToday({ ...quiet, step }, 'zh-CN').step
}

test('the step, as a sentence and a way', () => {
  const begun = (percent: number) => stepOf({ kind: 'resume', lesson, percent, track })
  expect(begun(40)).toMatchObject({
    sentence: '接着学《价值观》，上次读到 40%。',
    to: '/lessons/values',
    track: '基本理论',
  })
  expect(begun(0).sentence).toBe('接着学《价值观》，你刚刚开了头。')
  expect(stepOf({ kind: 'start', lesson, percent: 0, track }).sentence).toBe('下一课是《价值观》，大约 25 分钟。')
  expect(stepOf({ kind: 'done' })).toMatchObject({ to: '/record', track: null })
  expect(stepOf({ kind: 'choose' })).toMatchObject({ to: '/tracks', sentence: '还没有给你安排专题，可以自己选一个。' })
})

test('what to heed: past, today, soon, unread, new', () => {
  const due = (daysLeft: number) => ({
    ...{ kind: daysLeft < 0 ? ('overdue' as const) : ('due' as const), trackId: track.id, title: track.title },
    ...{ daysLeft, lessonsLeft: 3 },
  })
  const sentences = (locale: 'zh-CN' | 'en') =>
    sayToday(
      {
        ...quiet,
        reminders: [
          ...[due(-2), due(0), due(1), { kind: 'feedback' as const, count: 1, title: '' }],
          { kind: 'new', trackId: track.id, title: track.title, count: 2 },
        ],
      },
      locale,
    ).things.map(({ sentence, to }) => [sentence, to])
  expect(sentences('zh-CN')).toEqual([
    ['《基本理论》已过期 2 天，还差 3 课。要延期，请和班主任说。', '/tracks/jiben-lilun'],
    ['《基本理论》今天到期，还差 3 课。', '/tracks/jiben-lilun'],
    ['《基本理论》还有 1 天到期，还差 3 课。', '/tracks/jiben-lilun'],
    ['有 1 条留言还没看。', '#words'],
    ['《基本理论》新增了 2 课。', '/tracks/jiben-lilun'],
  ])
  expect(sentences('en')[2]).toEqual(['“基本理论” is due in 1 day, 3 to go.', '/tracks/jiben-lilun'])
})

test('a track: how far, and until when', () => {
  const own = { ...track, states: ['finished' as const, 'open' as const], finished: 1 }
  const noteOf = (dueOn: string | null) => sayToday({ ...quiet, tracks: [{ ...own, dueOn }] }, 'zh-CN').tracks[0]?.note
  expect(noteOf(null)).toBe('1 / 2 课')
  expect(noteOf('2026-11-30')).toBe('1 / 2 课 · 11月30日 周一前学完')
})

test('law: whatever is said to her, a rendering that others share knows none of it', () => {
  // Words that no name of a field or kind holds.
  const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), minLength: 3, maxLength: 8 })
  const titled = fc.record({ id: word, title: word })
  const today: fc.Arbitrary<Today> = fc.record({
    step: fc.oneof(
      fc.record({
        ...{ kind: fc.constantFrom('resume' as const, 'start' as const), percent: fc.integer({ min: 0, max: 100 }) },
        ...{ lesson: fc.record({ id: word, title: word, minutes: fc.integer({ min: 1, max: 90 }) }), track: titled },
      }),
      fc.record({ kind: fc.constantFrom('done' as const, 'choose' as const) }),
    ),
    reminders: fc.array(
      fc.record({
        kind: fc.constant('new' as const),
        trackId: word,
        title: word,
        count: fc.integer({ min: 1, max: 9 }),
      }),
    ),
    tracks: fc.array(
      fc.record({
        ...{ id: word, title: word, states: fc.array(fc.constantFrom('finished' as const, 'open' as const)) },
        ...{ finished: fc.nat(9), dueOn: fc.constantFrom(null, '2026-11-30', '2026-12-01') },
      }),
    ),
    words: fc.array(
      fc.record({
        ...{ id: word, author: word, body: word, lesson: fc.option(titled), isUnread: fc.boolean() },
        writtenAt: fc.date({ min: new Date('2025-01-01'), max: now, noInvalidDate: true }),
      }),
    ),
    sittings: fc.array(fc.record({ id: word, title: word, about: word, to: word, label: word })),
    planned: fc.array(fc.record({ id: word, title: word, about: word, to: word, label: word })),
    finishedThisWeek: fc.nat(5),
    now: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
  })
  fc.assert(
    fc.property(today, fc.constantFrom('zh-CN' as const, 'en' as const), (facts, locale) => {
      const page = sayToday(facts, locale)
      const { loaderData } = drain({ root: {}, today: page }, 'today', ownWords)
      const shared = JSON.stringify(loaderData)
      expect(shared).not.toMatch(/[甲乙丙丁]/)
      // Nor when it was made: the next view finds the same rendering.
      const later = sayToday({ ...facts, now: new Date(facts.now.getTime() + 1) }, locale)
      expect(JSON.stringify(drain({ root: {}, today: later }, 'today', ownWords).loaderData)).toBe(shared)
    }),
  )
})
