import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isComplete, type LessonInTrack, lockOf, remainingToFinish, stateOf } from './progress.ts'

const lesson = (id: string, prerequisites: readonly string[] = [], addedIn = 1): LessonInTrack => ({
  id,
  prerequisites,
  addedIn,
})
const learned = (finished: readonly string[], started: readonly string[] = finished) => ({
  finished: new Set(finished),
  started: new Set(started),
})

test.each([
  ['nothing done', lesson('b'), learned([]), 1, 'open'],
  ['prerequisite missing', lesson('b', ['a']), learned([]), 1, 'locked'],
  ['prerequisite begun only', lesson('b', ['a']), learned([], ['a']), 1, 'locked'],
  ['prerequisite finished', lesson('b', ['a']), learned(['a']), 1, 'open'],
  ['begun before the prerequisite was added', lesson('b', ['a']), learned([], ['b']), 1, 'reading'],
  ['finished before the prerequisite was added', lesson('b', ['a']), learned(['b']), 1, 'finished'],
  ['added after she began', lesson('b', [], 2), learned([]), 1, 'new'],
  ['added after she began, but locked', lesson('b', ['a'], 2), learned([]), 1, 'locked'],
  ['added after she began, and finished since', lesson('b', [], 2), learned(['b']), 1, 'finished'],
  ['she has not begun the track', lesson('b', [], 2), learned([]), null, 'open'],
] as const)('%s', (_case, one, facts, startedVersion, state) => {
  expect(stateOf(one, facts, startedVersion)).toBe(state)
})

const chain = [lesson('a'), lesson('b', ['a']), lesson('c', ['b']), lesson('d', ['a', 'c'])]
const find = (id: string) => chain.find((one) => one.id === id)

test('a lock names all that is missing, and the one lesson that can be done now', () => {
  const lock = lockOf(lesson('d', ['a', 'c']), learned(['a']), find)

  expect(lock?.missing.map(({ id }) => id)).toEqual(['c'])
  expect(lock?.next.id).toBe('b')
})

test('a prerequisite that no longer exists locks nothing', () => {
  expect(lockOf(lesson('d', ['gone']), learned([]), find)).toBeNull()
})

test('what is still missing is said by name', () => {
  const facts = { requiredChecks: ['q1', 'q2'], rightChecks: new Set(['q2']), hasReachedEnd: false }

  expect(remainingToFinish(facts)).toEqual({ checks: ['q1'], end: true })
})

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const
/** Lessons whose prerequisites all come before them, as the content check demands. */
const tracks = fc
  .tuple(...ids.map((_, at) => fc.subarray(ids.slice(0, at))))
  .map((prerequisites) => ids.map((id, at) => lesson(id, prerequisites[at])))
const facts = fc
  .tuple(fc.subarray([...ids]), fc.subarray([...ids]))
  .map(([finished, begun]) => learned(finished, [...finished, ...begun]))

test('finishing one more lesson never takes anything away: nothing locks, nothing finished is lost', () => {
  fc.assert(
    fc.property(tracks, facts, fc.constantFrom(...ids), (track, before, id) => {
      const after = learned([...before.finished, id], [...before.started, id])
      for (const one of track) {
        const [was, is] = [stateOf(one, before, 1), stateOf(one, after, 1)]
        if (was === 'finished') expect(is).toBe('finished')
        if (was !== 'locked') expect(is).not.toBe('locked')
      }
    }),
  )
})

test('where something is locked, the lesson named next is one that can be done now', () => {
  fc.assert(
    fc.property(tracks, facts, (track, learnedSoFar) => {
      const findIn = (id: string) => track.find((one) => one.id === id)
      for (const one of track) {
        const lock = lockOf(one, learnedSoFar, findIn)
        expect(lock !== null).toBe(stateOf(one, learnedSoFar, 1) === 'locked')
        if (lock) expect(['open', 'reading']).toContain(stateOf(lock.next, learnedSoFar, 1))
      }
    }),
  )
})

test('whoever follows what is named next finishes every track', () => {
  fc.assert(
    fc.property(tracks, (track) => {
      const finished = new Set<string>()
      for (let steps = 0; finished.size < track.length; steps++) {
        expect(steps).toBeLessThan(track.length)
        const goal = track.findLast((one) => !finished.has(one.id))
        if (!goal) break
        const lock = lockOf(goal, learned([...finished]), (id) => track.find((one) => one.id === id))
        finished.add((lock?.next ?? goal).id)
      }
    }),
  )
})

test('a lesson is complete exactly when every required check was right and the end reached', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.array(fc.string()), fc.boolean(), (required, right, hasReachedEnd) => {
      const remaining = remainingToFinish({ requiredChecks: required, rightChecks: new Set(right), hasReachedEnd })
      expect(isComplete(remaining)).toBe(hasReachedEnd && required.every((id) => right.includes(id)))
    }),
  )
})
