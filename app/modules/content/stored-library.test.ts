import { expect, test } from 'vitest'
import type { LessonDocument } from './document.ts'
import type { LessonMeta, Track } from './library.ts'
import { openLibrary, type StoredLibrary } from './stored-library.ts'

function lesson(id: string, over: Partial<LessonMeta> = {}): LessonMeta {
  return {
    ...{ id, trackId: 't1', courseId: 'c1', title: id, titleEn: id, summary: '', summaryEn: '', minutes: 5 },
    ...{ prerequisites: [], addedIn: 1, hash: `h-${id}`, checks: [], requiredChecks: [], blocks: 1 },
    ...{ cohortId: null, isAuthored: false },
    ...over,
  }
}

function document(id: string): LessonDocument {
  const options = [
    { id: 'o1', text: '甲', right: true },
    { id: 'o2', text: '乙', right: false },
  ]
  const check = { id: 'q1', multiple: false, optional: false, options, explanation: '<p>因为</p>' }
  return { hash: `h-${id}`, html: '', outline: [], islands: [], blocks: [], checks: [check] }
}

const titles = { title: '', titleEn: '', summary: '', summaryEn: '' }
const track: Track = {
  ...{ id: 't1', topic: 'jiben-lilun', version: 1, ...titles },
  courses: [
    { id: 'c1', ...titles, lessons: [lesson('one')] },
    { id: 'c2', ...titles, lessons: [lesson('two', { courseId: 'c2' })] },
  ],
}
const stored: StoredLibrary = {
  ...{ format: 1, tracks: [track], glossary: [], warnings: [] },
  documents: [document('one'), document('two')],
  index: {} as StoredLibrary['index'],
}

test('an authored lesson stands at the end of its course', () => {
  const own = lesson('own', { isAuthored: true })
  const shelf = { lessons: [own], document: (hash: string) => (hash === 'h-own' ? document('own') : undefined) }
  const library = openLibrary(stored, shelf)
  expect(library.track('t1')?.courses.map(({ lessons }) => lessons.map(({ id }) => id))).toEqual([
    ['one', 'own'],
    ['two'],
  ])
  expect(library.lesson('own')).toBe(own)
  expect(library.judgeCheck('h-own', 'q1', ['o1'])?.right).toBe(true)
})

test('one for a course that is no longer there is shown nowhere', () => {
  const library = openLibrary(stored, { lessons: [lesson('own', { courseId: 'gone' })], document: () => undefined })
  expect(library.lesson('own')).toBeUndefined()
})

test('an answer to what is not there is no answer', () => {
  const library = openLibrary(stored)
  expect(library.judgeCheck('h-one', 'q9', ['o1'])).toBeUndefined()
  expect(library.judgeCheck('h-nine', 'q1', ['o1'])).toBeUndefined()
  expect(library.judgeCheck('h-one', 'q1', ['o1'])?.right).toBe(true)
})
