import { expect, test } from 'vitest'
import type { LessonDocument } from './document.ts'
import type { LessonMeta } from './library.ts'
import { buildIndex, entriesOfLesson, entryOfTerm, openIndex, packIndex, searchIndex } from './search-index.ts'

const lesson: LessonMeta = {
  ...{ id: 'l1', trackId: 't1', courseId: 'c1', title: '人与环境', titleEn: 'People and surroundings' },
  ...{ summary: '学完能画一张生态图。', summaryEn: '', minutes: 20, prerequisites: [], addedIn: 1, hash: 'h' },
  ...{ checks: [], requiredChecks: [], blocks: 2, cohortId: null, isAuthored: false },
}
const document: LessonDocument = {
  ...{ hash: 'h', html: '', outline: [], islands: [], checks: [] },
  blocks: [
    { id: 'b-1', text: '把人放回情境里看，这叫人在情境中。', section: '先看哪里' },
    { id: 'b-2', text: '马斯洛与ＥＲＧ两种说法。', section: '需要的层次' },
  ],
}
const term = { id: 'shengtaitu', term: '生态图', en: 'ecomap', explanation: '把人和环境的关系画在一张纸上。' }

const index = openIndex(
  JSON.parse(JSON.stringify(packIndex(buildIndex([...entriesOfLesson(lesson, document), entryOfTerm(term)])))),
)
const found = (query: string, wanted: 'all' | 'any' = 'all') => searchIndex(index, query, wanted).map(({ id }) => id)

test('a phrase finds the block it stands in', () => {
  expect(found('人在情境中')).toEqual(['l1#b-1'])
  expect(found('情境')).toEqual(['l1#b-1'])
})

test('width and case do not matter', () => {
  expect(found('erg')).toEqual(['l1#b-2'])
  expect(found('ＥＲＧ 说法')).toEqual(['l1#b-2'])
})

test('a title, a summary, a section and a word of the glossary are found, in both languages', () => {
  expect(found('人与环境')).toEqual(['l1'])
  expect(found('surroundings')).toEqual(['l1'])
  expect(found('需要的层次')).toEqual(['l1#b-2'])
  expect(found('ecomap')).toEqual(['term:shengtaitu'])
  expect(found('生态图')[0]).toBe('term:shengtaitu')
})

test('all means all; any finds the nearest', () => {
  expect(found('情境 督导')).toEqual([])
  expect(found('情境 督导', 'any')).toEqual(['l1#b-1'])
})
