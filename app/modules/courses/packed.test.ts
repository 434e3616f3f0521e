import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutOf, packCells, packTrack, unpackCells } from './packed.ts'
import { type LessonInTrack, lessonStates } from './progress.ts'

const track: readonly LessonInTrack[] = [
  { id: 'a', prerequisites: [], addedIn: 1 },
  { id: 'b', prerequisites: ['a'], addedIn: 1 },
  { id: 'c', prerequisites: ['b'], addedIn: 1 },
  { id: 'd', prerequisites: [], addedIn: 2 },
]

test('a track is one letter a lesson', () => {
  const learned = { finished: new Set(['a']), started: new Set(['a', 'b']) }

  expect(packTrack(track, learned, 1)).toMatchObject({ cells: 'frln', finished: 1, total: 4 })
})

test('packing and unpacking gives the same states', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lessonStates)), (states) => {
      expect(unpackCells(packCells(states))).toEqual(states)
    }),
  )
})

test.each([
  ['another order', [...track].reverse()],
  ['a lesson more', [...track, { id: 'e', prerequisites: [], addedIn: 3 }]],
  ['a lesson less', track.slice(1)],
  ['another prerequisite', track.map((one) => (one.id === 'd' ? { ...one, prerequisites: ['a'] } : one))],
  ['another version', track.map((one) => (one.id === 'd' ? { ...one, addedIn: 3 } : one))],
])('%s is another layout', (_case, changed) => {
  expect(layoutOf(changed)).not.toBe(layoutOf(track))
})

test('the layout does not depend on anything else of a lesson', () => {
  expect(layoutOf(track.map((one) => ({ ...one, title: 'corrected' })))).toBe(layoutOf(track))
})
