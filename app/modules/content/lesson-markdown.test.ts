import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  faultsOfCompiling,
  hostileLesson,
  lessonSurroundings as surroundings,
  wholeLesson as whole,
} from '#tests/support/hostile-lessons.ts'
import { compileLessonMarkdown, isLessonTree, markdownLimits } from './lesson-markdown.ts'
import { type Tree, walk } from './tree.ts'

const compile = (source: string) => compileLessonMarkdown(source, surroundings)
const codes = (source: string) => compile(source).problems.map(({ line, column, code }) => `${line}:${column} ${code}`)

function elementsOf(tree: Tree | undefined): readonly Tree[] {
  const elements: Tree[] = []
  if (tree) walk(tree, (node) => node.type === 'element' && elements.push(node))
  return elements
}

const propertiesOf = (source: string, tagName: string) =>
  elementsOf(compile(source).tree)
    .filter((node) => node.tagName === tagName)
    .map((node) => node.properties)

test('a lesson with every component is taken without a word', () => {
  const { tree, problems } = compile(whole)
  expect(problems).toEqual([])
  expect(new Set(elementsOf(tree).map((node) => node.tagName))).toEqual(
    new Set([
      ...['p', 'a', 'h2', 'strong', 'ul', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
      ...['x-term', 'x-callout', 'x-case', 'x-reveal', 'x-check', 'x-option', 'x-why'],
      ...['x-steps', 'x-step', 'x-compare', 'x-reflect', 'x-source'],
    ]),
  )
})

test('what the author wrote arrives as properties', () => {
  expect(propertiesOf(whole, 'x-callout')).toEqual([{ tone: 'tip', title: '看动作对着谁' }])
  expect(propertiesOf(whole, 'x-check')).toEqual([{ item: 'q1', question: '哪一个对？' }])
  expect(propertiesOf(whole, 'x-option')).toEqual([{}, { right: true }])
  expect(propertiesOf(whole, 'x-step')).toEqual([{ title: '接案' }, { title: '预估' }])
  expect(propertiesOf(whole, 'x-source')).toEqual([
    { title: '《志愿服务条例》', publisher: '国务院', url: 'https://www.gov.cn/x', checkedOn: '2026-11-23' },
  ])
})

test('the English names mean the same', () => {
  const english = whole
    .replace(':::窍门', ':::tip')
    .replace(':::案例', ':::case')
    .replace(':::分析', ':::reveal')
    .replace(':::自测', ':::check')
    .replace(':::步骤', ':::steps')
    .replace(':::对照', ':::compare')
    .replace(':::想一想', ':::reflect')
    .replace('::出处', '::source')
    .replace(/发布=“国务院” 核对=(\S+) 网址=/, 'publisher="国务院" checked=$1 url=')
    .replace(':词语', ':term')
  expect(compile(english)).toEqual(compile(whole))
})

test.each([
  ['a script', '正文\n\n<script>alert(1)</script>', '3:1 html'],
  ['a tag with an event', '正文 <b onclick="x()">粗</b>', '1:4 html'],
  ['a picture from elsewhere', '前 ![x](https://evil.example/x.png)', '1:3 picture'],
  ['a picture by reference', '![x][y]\n\n[y]: https://evil.example/x.png', '1:1 picture'],
  ['a frame', '<iframe src="https://evil.example"></iframe>', '1:1 html'],
  ['a remark of HTML', '<!-- x -->', '1:1 html'],
  ['a program link', '[x](javascript:alert(1))', '1:1 badLink'],
  ['a program link in capitals', '<JAVASCRIPT:alert(1)>', '1:1 badLink'],
  ['a program link by reference', '[x][y]\n\n[y]: javascript:alert(1)', '3:1 badLink'],
  ['a data link', '[x](data:text/html,x)', '1:1 badLink'],
  ['a link into this site', '[x](/logout)', '1:1 badLink'],
  ['an import', 'import fs from "fs"', '1:1 codeInText'],
  ['an export', '正文\n\nexport const x = 1', '3:1 codeInText'],
  ['an event on a component', ':::窍门[甲]{onclick="x()"}\n文\n:::', '1:1 directiveProp'],
  ['a class on a component', ':::窍门[甲]{.evil}\n文\n:::', '1:1 directiveProp'],
  ['a component of JavaScript', ':::constructor[甲]\n文\n:::', '1:1 unknownDirective'],
  ['a component of JSX', '<Callout tone="tip">x</Callout>', '1:1 html'],
  ['an unknown component', ':::magic[甲]\n文\n:::', '1:1 unknownDirective'],
  ['an unknown word', ':词语[没有这个]', '1:1 unknownTerm'],
  ['a word that every object has', ':词语[constructor]', '1:1 unknownTerm'],
  ['a link to no lesson', '[x](constructor.mdx)', '1:1 brokenLink'],
  ['a link to no heading', '[x](#没有)', '1:1 brokenAnchor'],
  ['a footnote', '正文[^1]\n\n[^1]: 注', '1:3 footnote'],
  ['a heading too high', '# 大', '1:1 headingJump'],
  [
    'a self-check in a component',
    ':::窍门[甲]\n:::自测{#q1}\n问\n- [x] 甲\n- [ ] 乙\n\n因为。\n:::\n:::',
    '2:1 nestedIsland',
  ],
  ['an analysis by itself', ':::分析[看]\n文\n:::', '1:1 directivePlace'],
  ['a self-check without a name', ':::自测\n问\n- [x] 甲\n- [ ] 乙\n\n因为。\n:::', '1:1 directiveMissing'],
  ['a self-check with a name of marks', ':::自测{#"q 1"}\n问\n- [x] 甲\n- [ ] 乙\n\n因为。\n:::', '1:1 directiveForm'],
  ['two of one name', ':::想一想{#a}\n问\n:::\n\n:::想一想{#a}\n问\n:::', '5:1 duplicateId'],
  ['no question', ':::自测{#q1}\n- [x] 甲\n- [ ] 乙\n\n因为。\n:::', '1:1 needsText'],
  ['no right option', ':::自测{#q1}\n问\n- [ ] 甲\n- [ ] 乙\n\n因为。\n:::', '1:1 checkNeedsRight'],
  ['an option without its mark', ':::自测{#q1}\n问\n- [x] 甲\n- 乙\n\n因为。\n:::', '4:1 optionMark'],
  ['no explanation', ':::自测{#q1}\n问\n- [x] 甲\n- [ ] 乙\n:::', '1:1 checkNeedsWhy'],
  ['steps without titles', ':::步骤\n1. 先听\n2. 再看\n:::', '2:1 stepTitle'],
  ['steps that are no list', ':::步骤\n先听，再看。\n:::', '1:1 stepList'],
  ['a comparison without a table', ':::对照[甲]\n文\n:::', '1:1 compareNeedsTable'],
  ['a source without its day', '::出处[《条例》]{发布="国务院"}', '1:1 directiveMissing'],
  ['a source with no day', '::出处[《条例》]{发布="国务院" 核对="昨天"}', '1:1 directiveValue'],
  ['a component left open', '文\n\n:::窍门[甲]\n文', '3:1 unclosed'],
  ['full-width colons', '：：：窍门[甲]\n文\n：：：', '1:1 fullWidthColons'],
  ['nothing', ' \n', '1:1 empty'],
])('%s is refused, with its place', (_case, source, problem) => {
  const result = compile(source)
  expect(result.tree).toBeUndefined()
  expect(codes(source)).toContain(problem)
})

test('an expression is words', () => {
  expect(JSON.stringify(compile('算一算 {1 + 1} 和 $x').tree)).toContain('算一算 {1 + 1} 和 $x')
})

test('what is too large, too deep or too much is refused before it is worked on', () => {
  expect(codes('字'.repeat(70_000))).toEqual(['1:1 tooLarge'])
  expect(codes(`文\n${'- '.repeat(99_000)}x`)).toEqual(['2:1 tooDeep'])
  expect(codes(`${'> '.repeat(40)}x`)).toEqual(['1:1 tooDeep'])
  expect(codes(Array.from({ length: 20 }, (_, at) => `${'  '.repeat(at)}- x`).join('\n'))[0]).toMatch(/tooDeep$/)
  expect(codes('*a* '.repeat(2_600))).toEqual(['1:1 tooMany'])
})

test('a time or a remark with a colon is no component', () => {
  expect(codes('早上 9:30 到 10:00')).toEqual([])
  expect(JSON.stringify(compile('见 note:abc 和 a:b').tree)).toContain('见 note:abc 和 a:b')
})

test('law: no text breaks the compiler, gets a node past the list, or comes out differently a second time', () => {
  fc.assert(
    fc.property(hostileLesson, (source) => {
      expect(faultsOfCompiling(source)).toEqual([])
    }),
    { numRuns: 200 },
  )
}, 30_000)

test.each([
  ['a script', { type: 'element', tagName: 'script', properties: {}, children: [{ type: 'text', value: 'alert(1)' }] }],
  ['raw HTML', { type: 'raw', value: '<script>alert(1)</script>' }],
  ['an event', { type: 'element', tagName: 'p', properties: { onClick: 'alert(1)' }, children: [] }],
  ['a style', { type: 'element', tagName: 'p', properties: { style: 'color:red' }, children: [] }],
  ['a program link', { type: 'element', tagName: 'a', properties: { href: 'javascript:alert(1)' }, children: [] }],
  [
    'inner HTML',
    { type: 'element', tagName: 'p', properties: { dangerouslySetInnerHTML: { __html: '<b>' } }, children: [] },
  ],
  ['an element nobody knows', { type: 'element', tagName: 'x-evil', properties: {}, children: [] }],
  ['an option without its question', { type: 'element', tagName: 'x-option', properties: {}, children: [] }],
])('a stored tree that was tampered with is not shown: %s', (_case, node) => {
  expect(isLessonTree({ type: 'root', children: [node as Tree] })).toBe(false)
})

test('the limits are those of the handbook', () => {
  expect(markdownLimits).toEqual({ bytes: 200_000, depth: 32, nodes: 5_000, seconds: 2 })
})
