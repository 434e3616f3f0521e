import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inlineHtml, questionHtml } from '~/modules/questions/question-html.ts'
import { type PaperWords, paperHtml, type ShownItem } from './paper-html.ts'

const words: PaperWords = {
  kinds: { single: '单选题', multiple: '多选题', judgement: '判断题', constructed: '主观题' },
  points: (halfPoints) => `${halfPoints / 2} 分`,
  number: (number) => `第 ${number} 题`,
  mark: '标记',
  stem: (text) => questionHtml(text, (hash) => `/p/${hash}`),
  option: (text) => inlineHtml(text, (hash) => `/p/${hash}`),
}
const item: ShownItem = {
  ...{ itemId: 'i7', number: 7, kind: 'multiple', halfPoints: 4, stem: '下列属于间接服务的有：', caseStem: null },
  options: ['甲', '乙', '丙', '丁', '戊'].map((text, at) => ({ id: `o${at}`, text })),
}
const html = (over: Partial<ShownItem>, value = '', isMarked = false) =>
  paperHtml([{ ...item, ...over }], { i7: { value, isMarked } }, words)

test('several may be chosen of a multiple, one of a single', () => {
  expect(html({}).match(/type="checkbox" name="a\.i7"/g)).toHaveLength(5)
  expect(html({ kind: 'single' }).match(/type="radio" name="a\.i7"/g)).toHaveLength(5)
})

test('what she has put down is in it, and nothing else is', () => {
  expect(html({}, 'o1,o3', true).match(/value="(\w+)" checked/g)).toEqual([
    'value="o1" checked',
    'value="o3" checked',
    'value="1" checked',
  ])
  expect(html({})).not.toContain('checked')
})

test('a written answer stands in its field, markup and all', () => {
  expect(html({ kind: 'constructed', options: [] }, '</textarea><script>')).toContain(
    '>&lt;/textarea&gt;&lt;script&gt;</textarea>',
  )
})

test('the common stem of a case comes before its first question', () => {
  const page = html({ caseStem: '小王 34 岁。' })

  expect(page.indexOf('小王')).toBeGreaterThan(0)
  expect(page.indexOf('小王')).toBeLessThan(page.indexOf('间接服务'))
})

test('whatever a question or an answer says, no tag comes of it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (stem, value) => {
      const [plain, hostile] = [html({ stem: '甲' }), html({ stem: `<b>${stem}"'</b>`, kind: 'constructed' }, value)]
      expect(hostile).not.toContain('<b>')
      expect(plain).not.toContain('<b>')
    }),
  )
})
