import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unpackCells } from '~/modules/courses/packed.ts'
import { type LessonState, lessonStates } from '~/modules/courses/progress.ts'
import { addDays } from '~/platform/calendar.ts'
import { nextStep, reminders, type TrackOfHers } from './next-step.ts'

const today = '2026-11-23'

function track(trackId: string, cells: string, dueOn: string | null = null): TrackOfHers {
  return { trackId, dueOn, lessons: unpackCells(cells).map((state, at) => ({ id: `${trackId}${at + 1}`, state })) }
}

test.each([
  ['no track yet', [], null, { kind: 'choose' }],
  ['the first lesson', [track('a', 'oll')], null, { kind: 'start', trackId: 'a', lessonId: 'a1' }],
  ['the lesson she is in', [track('a', 'frl')], 'a2', { kind: 'resume', trackId: 'a', lessonId: 'a2' }],
  ['of two begun, the one she read last', [track('a', 'rrl')], 'a2', { kind: 'resume', trackId: 'a', lessonId: 'a2' }],
  [
    'what she read last, in whatever track',
    [track('a', 'oo'), track('b', 'fr')],
    'b2',
    { kind: 'resume', trackId: 'b', lessonId: 'b2' },
  ],
  ['an added lesson', [track('a', 'ffn')], 'a2', { kind: 'start', trackId: 'a', lessonId: 'a3' }],
  ['everything finished', [track('a', 'ff'), track('b', 'f')], 'a2', { kind: 'done' }],
  [
    'the track that is due in a week, before what she read last',
    [track('a', 'oo', addDays(today, 7)), track('b', 'fr')],
    'b2',
    { kind: 'start', trackId: 'a', lessonId: 'a1' },
  ],
  [
    'a due day further off does not interrupt her',
    [track('a', 'oo', addDays(today, 8)), track('b', 'fr')],
    'b2',
    { kind: 'resume', trackId: 'b', lessonId: 'b2' },
  ],
  [
    'what is overdue, before everything',
    [track('b', 'fr', addDays(today, 3)), track('a', 'oo', addDays(today, -2))],
    'b2',
    { kind: 'start', trackId: 'a', lessonId: 'a1' },
  ],
] as const)('next is %s', (_case, tracks, last, step) => {
  expect(nextStep(tracks, last, today)).toEqual(step)
})

test('at most three things, the pressing ones first', () => {
  const tracks = [
    track('a', 'fn'),
    track('b', 'fo', addDays(today, 14)),
    track('c', 'oo', addDays(today, -1)),
    track('d', 'oo', addDays(today, 15)),
    track('e', 'ff', addDays(today, -1)),
  ]

  expect(reminders(tracks, 2, today)).toEqual([
    { kind: 'overdue', trackId: 'c', daysLeft: -1, lessonsLeft: 2 },
    { kind: 'due', trackId: 'b', daysLeft: 14, lessonsLeft: 1 },
    { kind: 'feedback', count: 2 },
  ])
})

test('a quiet day has no reminders', () => {
  expect(reminders([track('a', 'fro')], 0, today)).toEqual([])
})

const anyTracks = fc
  .array(
    fc.record({
      trackId: fc.constantFrom('a', 'b', 'c'),
      dueOn: fc.option(
        fc.integer({ min: -30, max: 60 }).map((days) => addDays(today, days)),
        { nil: null },
      ),
      states: fc.array(fc.constantFrom<LessonState>(...lessonStates), { minLength: 1, maxLength: 6 }),
    }),
    { maxLength: 3 },
  )
  .map((list): TrackOfHers[] =>
    list.map(({ trackId, dueOn, states }, at) => ({
      trackId: `${trackId}${at}`,
      dueOn,
      lessons: states.map((state, index) => ({ id: `${trackId}${at}-${index}`, state })),
    })),
  )

test('the button never leads to a lesson that is locked or finished, and is there whenever one can be done', () => {
  fc.assert(
    fc.property(anyTracks, (tracks) => {
      const step = nextStep(tracks, null, today)
      const lessons = tracks.flatMap((one) => one.lessons)
      const isDoable = (state: LessonState) => state !== 'locked' && state !== 'finished'
      if ('lessonId' in step) {
        const found = lessons.find(({ id }) => id === step.lessonId)
        expect(found && isDoable(found.state)).toBe(true)
      } else {
        expect(lessons.some(({ state }) => isDoable(state))).toBe(false)
      }
    }),
  )
})
