import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inlineHtml, questionHtml } from '~/modules/questions/question-html.ts'
import { type PaperWords, paperBytes, type ShownItem } from './paper-bytes.server.ts'

const words: PaperWords = {
  kinds: {
    ...{ single: Buffer.from('单选题'), multiple: Buffer.from('多选题') },
    ...{ judgement: Buffer.from('判断题'), constructed: Buffer.from('主观题') },
  },
  points: (halfPoints) => Buffer.from(`${halfPoints / 2} 分`),
  number: (number) => Buffer.from(`第 ${number} 题`),
  mark: Buffer.from('标记'),
  stem: (text) => Buffer.from(questionHtml(text, (hash) => `/p/${hash}`)),
  option: (text) => Buffer.from(inlineHtml(text, (hash) => `/p/${hash}`)),
}
const item: ShownItem = {
  ...{ itemId: 'i7', number: 7, kind: 'multiple', halfPoints: 4, stem: '下列属于间接服务的有：', caseStem: null },
  options: ['甲', '乙', '丙', '丁', '戊'].map((text, at) => ({ id: `o${at}`, text })),
}
const html = (over: Partial<ShownItem>, value = '', isMarked = false) =>
  paperBytes([{ ...item, ...over }], { i7: { value, isMarked } }, words).toString()

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

test('a question is a section with its number, its kind, its points, its options by letter and a mark', () => {
  expect(html({ options: [{ id: 'o0', text: '评估<需要>' }] }, 'o0')).toBe(
    '<section class="exam-item" id="q-7" data-item="i7" aria-labelledby="h-i7" tabindex="-1"><h2 class="exam-head" id="h-i7"><span class="sr-only">第 7 题</span><span aria-hidden="true">7</span> <span class="exam-kind">多选题 2 分</span></h2><div class="exam-stem" id="s-i7"><p>下列属于间接服务的有：</p></div><fieldset class="exam-options" aria-labelledby="s-i7"><label class="exam-option"><input type="checkbox" name="a.i7" value="o0" checked><span class="exam-letter">A</span><span class="exam-option-text">评估&lt;需要&gt;</span></label></fieldset><label class="exam-mark"><input type="checkbox" name="m.i7" value="1"><span>标记</span></label></section>',
  )
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
