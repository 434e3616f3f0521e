import { expect, test } from 'vitest'
import { chapterOf, chaptersByPoint, type Edition, editionOf } from './syllabus.ts'

const section = (no: number, points: readonly string[]) => ({
  ...{ no, points, title: `节${no}`, titleEn: `Section ${no}` },
  status: 'unverified' as const,
})
const edition: Edition = {
  ...{ subject: 'jz', edition: '2025', title: '大纲', titleEn: 'Syllabus', note: '', noteEn: '' },
  chapters: [
    { no: 1, title: '内涵', titleEn: 'Nature', status: 'verified', sections: [section(1, ['goals', 'roles'])] },
    { no: 6, title: '个案', titleEn: 'Casework', status: 'unverified', sections: [section(1, ['casework-crisis'])] },
  ],
}

test('a point stands in one chapter of an edition', () => {
  expect([...chaptersByPoint(edition)]).toEqual([
    ['goals', 1],
    ['roles', 1],
    ['casework-crisis', 6],
  ])
})

test.each([
  ['its first point that the edition knows', ['unknown', 'casework-crisis', 'goals'], 6],
  ['none, when the edition knows none of them', ['unknown'], null],
  ['none, without points', [], null],
] as const)('the chapter of a question is that of %s', (_case, points, chapter) => {
  expect(chapterOf(points, chaptersByPoint(edition))).toBe(chapter)
})

test('an edition is found by subject and year; the current one is meant when none is named', () => {
  const syllabus = { points: [], editions: [edition, { ...edition, edition: '2018' }] }

  expect(editionOf(syllabus, 'jz')?.edition).toBe('2025')
  expect(editionOf(syllabus, 'jz', '2018')?.edition).toBe('2018')
  expect(editionOf(syllabus, 'zf')).toBeUndefined()
})
