import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inlineHtml, questionHtml } from './question-html.ts'

const path = (hash: string) => `/pictures/${hash.slice(0, 4)}`
const hash = 'ab12'.repeat(16)

test.each([
  ['lines of a paragraph', '甲\n乙', '<p>甲<br>乙</p>'],
  ['paragraphs', '甲\n\n乙', '<p>甲</p><p>乙</p>'],
  [
    'a table, its rule left out',
    '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |',
    '<table><tbody><tr><td>甲</td><td>乙</td></tr><tr><td>1</td><td>2</td></tr></tbody></table>',
  ],
  [
    'a picture',
    `看图：![户型图](image:${hash})。`,
    '<p>看图：<img src="/pictures/ab12" alt="户型图" loading="lazy">。</p>',
  ],
  ['markup, as text', '<b onclick="x">& ©</b>', '<p>&lt;b onclick=&quot;x&quot;&gt;&amp; ©&lt;/b&gt;</p>'],
  ['a picture from elsewhere, as text', '![x](https://evil.test/p.png)', '<p>![x](https://evil.test/p.png)</p>'],
])('%s', (_case, text, html) => {
  expect(questionHtml(text, path)).toBe(html)
})

test('whatever the text, no tag comes out but our own', () => {
  const hostile = fc.array(
    fc.constantFrom('<script>', '![', '](image:', hash, ')', '"', "'", '|', '\n', '&', '甲', '-'),
    {
      maxLength: 30,
    },
  )
  fc.assert(
    fc.property(hostile, (parts) => {
      const tags = questionHtml(parts.join(''), path).match(/<[^>]*>/g) ?? []
      const own = /^<(\/?(p|table|tbody|tr|td)|br|img src="\/pictures\/ab12" alt="[^"<>]*" loading="lazy")>$/
      expect(tags.filter((tag) => !own.test(tag))).toEqual([])
    }),
  )
})

test('a line without pictures is escaped and nothing else', () => {
  expect(inlineHtml("A & B's", path)).toBe('A &amp; B&#39;s')
})
