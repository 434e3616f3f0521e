import { expect, test } from 'vitest'
import { hrefOf, readLink } from './links.ts'

test('lessons, headings, the web and mail can be linked to', () => {
  expect(readLink('seven-theories.mdx#小结')).toEqual({ kind: 'lesson', lessonId: 'seven-theories', anchor: '小结' })
  expect(readLink('#%E5%B0%8F%E7%BB%93')).toEqual({ kind: 'here', anchor: '小结' })
  expect(readLink('https://www.gov.cn/a?b=c')).toEqual({ kind: 'web', url: 'https://www.gov.cn/a?b=c' })
  expect(readLink('mailto:a@b.cn')).toEqual({ kind: 'mail', url: 'mailto:a@b.cn' })
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example',
  '/logout',
  'https://user@evil.example',
  'https:\\\\evil.example',
  'mailto:a@b.cn?bcc=c@d.cn',
  '../what.mdx',
  '',
  '#',
])('«%s» is no link', (url) => {
  expect(readLink(url)).toBeUndefined()
})

test('a link to a heading of another lesson leads there', () => {
  const target = readLink('seven-theories.mdx#小结')
  expect(target && hrefOf(target)).toBe('/lessons/seven-theories#%E5%B0%8F%E7%BB%93')
})
