import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryFields, arbitraryRevisions } from '#tests/support/arbitrary-revisions.ts'
import { type ComparedField, type ComparedParagraph, compareRevisions } from './compare-revisions.ts'
import { type Field, type Paragraph, paragraphsOf } from './paragraphs.ts'

const one = (text: string): readonly Field[] => [{ key: 'event', text }]
const told = (before: string, after: string) =>
  compareRevisions(one(before), one(after)).flatMap(({ paragraphs }) => paragraphs.map(shown))

function shown(paragraph: ComparedParagraph): string {
  if (paragraph.kind === 'removed') return `- ${paragraph.before.text}`
  if (paragraph.kind === 'added') return `+ ${paragraph.after.text}`
  if (paragraph.kind === 'same') return `  ${paragraph.after.text}`
  const runs = paragraph.runs.map(({ kind, text }) =>
    kind === 'same' ? text : `[${kind === 'added' ? '+' : '-'}${text}]`,
  )
  return `~ ${runs.join('')}`
}

test('paragraphs stay, change, come and go, in reading order', () => {
  const before = '上午走访了三户。\n郁奶奶说楼道的灯坏了。\n下午开会。\n明天再去。'
  const after = '上午走访了三户。\n先在门口等了一会儿。\n郁奶奶说楼道的灯又坏了。\n明天再去。'

  expect(told(before, after)).toEqual([
    '  上午走访了三户。',
    '+ 先在门口等了一会儿。',
    '~ 郁奶奶说楼道的灯[+又]坏了。',
    '- 下午开会。',
    '  明天再去。',
  ])
})

test.each([
  ['less than half stands: another paragraph', '楼道灯坏了好久没修', '楼道里见到了新邻居', false],
  ['half stands: it was changed', '楼道灯坏了好久了', '楼道灯坏人人有责', true],
  ['it was written on at length', '灯坏了。', '灯坏了。我记下楼号和灯的位置，当天报给了社区，约好周五回她。', true],
  [
    'it was cut to its first sentence',
    '灯坏了。我记下楼号和灯的位置，当天报给了社区，约好周五回她。',
    '灯坏了。',
    true,
  ],
])('%s', (_case, before, after, isOne) => {
  expect(told(before, after).map((line) => line[0])).toEqual(isOne ? ['~'] : ['-', '+'])
})

test('a paragraph that was moved is told as removed and added', () => {
  expect(told('灯坏了。\n下雨天。\n人不在。', '下雨天。\n人不在。\n灯坏了。')).toEqual([
    '- 灯坏了。',
    '  下雨天。',
    '  人不在。',
    '+ 灯坏了。',
  ])
})

test('blank lines and the space around a line are no change', () => {
  expect(told('　　灯坏了。\r\n\r\n下雨天。', '灯坏了。\n下雨天。\n\n')).toEqual(['  灯坏了。', '  下雨天。'])
})

test('fields are told in the order they have now, then those that are no more', () => {
  const before = [...one('灯坏了。'), { key: 'thoughts', text: '要快。' }]
  const after = [{ key: 'next', text: '周五回她。' }, ...one('灯坏了。')]

  expect(compareRevisions(before, after).map(({ field, paragraphs }) => [field, ...paragraphs.map(shown)])).toEqual([
    ['next', '+ 周五回她。'],
    ['event', '  灯坏了。'],
    ['thoughts', '- 要快。'],
  ])
})

test('nothing compared with nothing is nothing', () => {
  expect(compareRevisions([], [])).toEqual([])
  expect(told('', '\n　\n')).toEqual([])
})

const many = (line: (at: number) => string) => Array.from({ length: 2000 }, (_, at) => line(at)).join('\n')
const letter = (at: number) => String.fromCharCode(0x4e00 + at)

test.each([
  [
    'all different',
    many((at) => letter(at).repeat(9)),
    many((at) => letter(at + 5000).repeat(9)),
    ['added', 'removed'],
  ],
  [
    'all changed',
    many((at) => `${letter(at).repeat(5)}灯坏`),
    many((at) => `${letter(at).repeat(5)}灯好`),
    ['changed'],
  ],
  ['all alike', many((at) => `第${at}户的灯坏了`), many((at) => `第${at + 2000}户的灯坏了`), ['changed']],
  ['all the same line', many(() => '灯坏了'), many(() => '灯坏了'), ['same']],
  ['another line throughout', many(() => '灯坏了'), many(() => '下雨天'), ['added', 'removed']],
])('2,000 paragraphs: %s', (_case, before, after, kinds) => {
  const [compared] = compareRevisions(one(before), one(after))
  expect([...new Set(compared?.paragraphs.map(({ kind }) => kind))].sort()).toEqual(kinds)
})

const side = (compared: readonly ComparedField[], which: 'before' | 'after') =>
  compared.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => textOn(paragraph, which)))

/** The paragraph as the runs tell it, where there are runs. */
function textOn(paragraph: ComparedParagraph, which: 'before' | 'after'): readonly Paragraph[] {
  if (paragraph.kind === 'added') return which === 'after' ? [paragraph.after] : []
  if (paragraph.kind === 'removed') return which === 'before' ? [paragraph.before] : []
  if (paragraph.kind === 'same') return [paragraph[which]]
  const other = which === 'before' ? 'added' : 'removed'
  const text = paragraph.runs.map((run) => (run.kind === other ? '' : run.text)).join('')
  return [{ ...paragraph[which], text }]
}

test('law: each side of a comparison is its revision, character by character', () => {
  fc.assert(
    fc.property(arbitraryRevisions, ([before, after]) => {
      const compared = compareRevisions(before, after)
      const inOrder = compared.flatMap(({ field }) => before.filter(({ key }) => key === field))
      expect(side(compared, 'before')).toEqual(paragraphsOf(inOrder))
      expect(side(compared, 'after')).toEqual(paragraphsOf(after))
    }),
  )
})

test('law: a revision compared with itself is all the same', () => {
  fc.assert(
    fc.property(arbitraryFields, (fields) => {
      const kinds = compareRevisions(fields, fields).flatMap(({ paragraphs }) => paragraphs.map(({ kind }) => kind))
      expect(kinds).toEqual(paragraphsOf(fields).map(() => 'same'))
    }),
  )
})

test('law: a paragraph is called changed only when it reads otherwise and half of it stands', () => {
  fc.assert(
    fc.property(arbitraryRevisions, ([before, after]) => {
      for (const paragraph of compareRevisions(before, after).flatMap(({ paragraphs }) => paragraphs)) {
        if (paragraph.kind !== 'changed') continue
        const stands = paragraph.runs.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0)
        const shorter = Math.min(paragraph.before.text.length, paragraph.after.text.length)
        expect(paragraph.before.text).not.toBe(paragraph.after.text)
        expect(stands / shorter).toBeGreaterThanOrEqual(0.5)
      }
    }),
  )
})
