import { expect, test } from 'vitest'
import type { Edition } from './syllabus.ts'
import { coverage } from './syllabus-coverage.ts'

const section = (no: number, points: readonly string[]) => ({
  ...{ no, title: `第${no}节`, titleEn: `Section ${no}`, status: 'verified' as const, points },
})
const edition: Edition = {
  ...{ subject: 'zs', edition: '2025', title: '大纲', titleEn: 'Syllabus', note: '', noteEn: '' },
  chapters: [
    { no: 1, title: '甲', titleEn: 'A', status: 'verified', sections: [section(1, ['a', 'b']), section(2, ['c'])] },
    { no: 2, title: '乙', titleEn: 'B', status: 'unverified', sections: [section(1, ['c', 'd'])] },
  ],
}
const points = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id, titleEn: id, parent: null }))

test('each point has its questions, each chapter counts a question once and names its gaps', () => {
  const { chapters, top } = coverage(edition, points, [['a', 'b'], ['a', 'a'], ['c'], ['elsewhere']])

  expect(chapters.map(({ questions, gaps }) => [questions, gaps])).toEqual([
    [3, 0],
    [1, 1],
  ])
  expect(chapters[0]?.sections[0]?.points.map(({ id, questions }) => [id, questions])).toEqual([
    ['a', 2],
    ['b', 1],
  ])
  expect(top).toBe(2)
})

test('without questions everything is a gap, and a bar still has a length to be measured by', () => {
  const { chapters, top } = coverage(edition, points, [])

  expect(chapters.map(({ gaps }) => gaps)).toEqual([3, 2])
  expect(top).toBe(1)
})
