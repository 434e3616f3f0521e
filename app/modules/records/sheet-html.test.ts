import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escaped } from '~/platform/html.ts'
import type { SheetRow } from './sheet.ts'
import { type SheetColumn, type SheetWords, sheetTableHtml } from './sheet-html.ts'

const words: SheetWords = {
  heads: ['姓名', '机构', '导师', '状态', '进度', '分钟', '最近学习'],
  sums: '学完人数',
  letters: { finished: '完', reading: '学', open: '未', new: '新', locked: '锁' },
  paces: { finished: '已完成', onTrack: '正常', atRisk: '需关注', behind: '落后' },
  ago: (at) => (at ? '今天' : '从未'),
  between: '、',
}
const row = (over: Partial<SheetRow>): SheetRow => ({
  personId: 'p1',
  name: '林小满',
  organisationId: 'o',
  organisation: '青檐社区',
  mentorIds: ['m'],
  mentors: ['陆青禾', '贺南星'],
  cells: 'frl',
  finished: 1,
  minutes: 25,
  lastActivityAt: null,
  pace: 'behind',
  ...over,
})
const lessons: readonly SheetColumn[] = [0, 1, 2].map((at) => ({
  id: `${at}`,
  head: `${at + 1}`,
  title: `课 ${at + 1}`,
  from: at,
  length: 1,
}))

test('a row says who, where, with whom, how far, and each lesson in a letter', () => {
  const html = sheetTableHtml([row({})], lessons, words)

  expect(html).toContain('<th scope="row"><a href="/trainees/p1">林小满</a>')
  expect(html).toContain(
    '<td>青檐社区<td>陆青禾、贺南星<td class="p behind">落后<td class="q">1/3<td class="q">25<td>从未',
  )
  expect(html).toContain('<td class=f>完<td class=r>学<td>锁')
})

test('columns sum up: how many have finished each lesson', () => {
  const html = sheetTableHtml([row({}), row({ cells: 'ffo', finished: 2 })], lessons, words)

  expect(html.split('<tfoot>')[1]).toBe(
    '<tr><th scope="row">学完人数<td><td><td><td class="q">3/6<td class="q">50<td><td>2<td>1<td>0',
  )
})

test('courses in columns: finished of all their lessons', () => {
  const courses = [
    { id: 'a', head: '甲', title: '甲', from: 0, length: 2 },
    { id: 'b', head: '乙', title: '乙', from: 2, length: 1 },
  ]
  expect(sheetTableHtml([row({})], courses, words)).toContain('<td class=r>1/2<td class=l>0/1')
})

test('no word of anybody becomes markup', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (name, organisation, mentor) => {
      const html = sheetTableHtml([row({ name, organisation, mentors: [mentor], personId: name })], lessons, words)
      const plain = sheetTableHtml([row({ name: '', organisation: '', mentors: [''], personId: '' })], lessons, words)
      expect(html.match(/</g)).toHaveLength(plain.match(/</g)?.length ?? 0)
      expect(html.match(/"/g)).toHaveLength(plain.match(/"/g)?.length ?? 0)
    }),
  )
  expect(escaped(`<b title="x">'&`)).toBe('&lt;b title=&quot;x&quot;&gt;&#39;&amp;')
})
