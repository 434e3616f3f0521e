import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { compileContent } from './compile-content.server.ts'

const roots: string[] = []
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

const track = (...lessons: string[]) => `id: t1
topic: jiben-lilun
title: 基本理论
titleEn: Foundations
summary: 一句话。
summaryEn: One sentence.
courses:
  - id: c1
    title: 第一门
    titleEn: First
    lessons: [${lessons.join(', ')}]
`
const head = (id: string, more = '') => `---
id: ${id}
title: 第一课
titleEn: First lesson
summary: 一句话。
summaryEn: One sentence.
minutes: 2
prerequisites: []
addedIn: 1
${more}---
`
const figure =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 100"><title>图</title><rect class="fig-line" x="1" y="1" width="9" height="9"/></svg>'
const glossary = `- id: jiean
  term: 接案
  en: intake
  explanation: 与服务对象初次建立关系的阶段。
`
const check = (inside: string, id = 'q1') => `<Check id="${id}" question="哪一个？">\n${inside}\n</Check>`
const sound = check('<Option right>甲</Option>\n<Option>乙</Option>\n<Why>\n\n因为甲对。\n\n</Why>')

/** Files beside the usual ones: a track with the lesson `one`, whose text is `body`. */
function compile(body: string, more: Readonly<Record<string, string>> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'yucai-content-'))
  roots.push(root)
  const files = {
    'glossary.yaml': glossary,
    'tracks/t1/track.yaml': track('one'),
    'tracks/t1/one.mdx': `${head('one')}${body}`,
    'tracks/t1/figures/box.svg': figure,
    ...more,
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return compileContent(root)
}

async function problems(body: string, more?: Readonly<Record<string, string>>) {
  const compiled = await compile(body, more)
  return compiled.problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)
}

const one = 'tracks/t1/one.mdx'
// The body begins on line 11: ten lines of frontmatter stand above it.

test('a sound lesson becomes a document: static form, outline, islands, and the key apart', async () => {
  const { library } = await compile(
    `## 开始\n\n见<Term id="jiean">接案</Term>。\n\n${sound}\n\n<Reflect id="r1" prompt="想一想" />\n`,
  )
  const lesson = library?.tracks[0]?.courses[0]?.lessons[0]
  const document = library?.documents[0]
  expect(lesson).toMatchObject({ id: 'one', trackId: 't1', courseId: 'c1', checks: ['q1'], requiredChecks: ['q1'] })
  expect(lesson?.hash).toBe(document?.hash)
  expect(document?.outline).toEqual([{ id: '开始', text: '开始', level: 2 }])
  expect(document?.islands.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['check q1', 'reflect r1'])
  expect(document?.checks[0]?.explanation).toBe('<p>因为甲对。</p>')
  expect(document?.html).toContain('<form method="post" class="check" id="q1" data-check="q1">')
  expect(document?.html).toContain('与服务对象初次建立关系的阶段。')
  expect(document?.html).not.toContain('因为甲对')
})

test('the key is nowhere but in the key: not in the HTML, the blocks, the search index', async () => {
  const { library } = await compile(sound)
  const { checks: _checks, ...shown } = library?.documents[0] ?? { checks: [] }
  expect(JSON.stringify({ shown, index: library?.index, tracks: library?.tracks })).not.toMatch(/因为甲对|right/)
})

test('an option keeps its name when the order changes, and both pipelines name it alike', async () => {
  const turned = check('<Option>乙</Option>\n<Option right>甲</Option>\n<Why>因为。</Why>')
  const names = async (body: string) =>
    (await compile(body)).library?.documents[0]?.checks[0]?.options.map(({ id, text }) => `${text} ${id}`).toSorted()
  expect(await names(turned)).toEqual(await names(sound))
})

test('the same text has the same hash, another text another', async () => {
  const hash = async (body: string) => (await compile(body)).library?.documents[0]?.hash
  expect(await hash('一样的。')).toBe(await hash('一样的。'))
  expect(await hash('一样的。')).not.toBe(await hash('不一样。'))
})

test('a figure is set into the page with its text alternative', async () => {
  const { library } = await compile('<Figure src="figures/box.svg" alt="一个方框" caption="图 1" />')
  expect(library?.documents[0]?.html).toMatch(
    /<svg viewBox="0 0 360 100" role="img" aria-label="一个方框"><rect class="fig-line"/,
  )
})

test.each([
  ['an unknown component', '<Blink>x</Blink>', `${one}:11:1 unknownComponent`],
  ['HTML of its own', '<div onclick="x()">x</div>', `${one}:11:1 unknownComponent`],
  ['an unknown property', '<Callout tone="tip" title="甲" colour="red">x</Callout>', `${one}:11:1 unknownProp`],
  ['a missing property', '<Callout tone="tip">x</Callout>', `${one}:11:1 missingProp`],
  ['a property of another kind', '<Callout tone="loud" title="甲">x</Callout>', `${one}:11:1 badProp`],
  ['a property that is code', '<Callout tone="tip" title={alert(1)}>x</Callout>', `${one}:11:1 badProp`],
  ['properties from nowhere', '<Callout tone="tip" title="甲" {...x}>x</Callout>', `${one}:11:1 unknownProp`],
  ['an expression', '正文 {1 + 1}', `${one}:11:4 codeInText`],
  ['an import', 'import x from "./x"\n\n正文', `${one}:11:1 codeInText`],
  ['an unclosed component', '正文\n\n<Callout tone="tip" title="甲">\n\nx', `${one}:13:1 syntax`],
  ['a picture of Markdown', '![图](figures/box.svg)', `${one}:11:1 useFigure`],
  ['a missing picture', '<Figure src="figures/gone.svg" alt="甲" caption="乙" />', `${one}:11:1 missingPicture`],
  [
    'a missing film',
    '<Video id="v1" src="m/a.webm" seconds={9} captions="m/a.vtt" title="甲" />',
    `${one}:11:1 missingMedia`,
  ],
  ['a missing term', '见<Term id="gone">甲</Term>。', `${one}:11:2 missingTerm`],
  ['a link to no lesson', '见[下一课](gone.mdx)。', `${one}:11:2 brokenLink`],
  ['a link to no heading', '## 甲\n\n见[上文](#乙)。', `${one}:13:2 brokenAnchor`],
  ['a link to no heading of a lesson', '见[自己](one.mdx#乙)。', `${one}:11:2 brokenAnchor`],
  ['a link that is a program', '见[这里](javascript:alert(1))。', `${one}:11:2 badLink`],
  ['a heading too high', '# 甲', `${one}:11:1 headingJump`],
  ['a heading too low', '## 甲\n\n#### 乙', `${one}:13:1 headingJump`],
  ['two equal headings', '## 甲\n\n文\n\n## 甲', `${one}:15:1 sameHeading`],
  ['a self-check in a component', `<Case title="甲">\n\n${sound}\n\n</Case>`, `${one}:13:1 nestedIsland`],
  ['a self-check in a quotation', `> ${sound.replaceAll('\n', '\n> ')}`, `${one}:11:3 nestedIsland`],
  ['an option by itself', '<Option>甲</Option>', `${one}:11:1 misplaced`],
  ['two self-checks of one name', `${sound}\n\n${sound}`, `${one}:21:1 duplicateId`],
  [
    'no right option',
    check('<Option>甲</Option>\n<Option>乙</Option>\n<Why>因为。</Why>'),
    `${one}:11:1 checkNeedsRight`,
  ],
  [
    'all options right',
    check('<Option right>甲</Option>\n<Option right>乙</Option>\n<Why>因为。</Why>'),
    `${one}:11:1 checkNeedsWrong`,
  ],
  ['one option', check('<Option right>甲</Option>\n<Why>因为。</Why>'), `${one}:11:1 checkNeedsOptions`],
  ['no explanation', check('<Option right>甲</Option>\n<Option>乙</Option>'), `${one}:11:1 checkNeedsWhy`],
  [
    'an empty explanation',
    check('<Option right>甲</Option>\n<Option>乙</Option>\n<Why></Why>'),
    `${one}:11:1 checkNeedsWhy`,
  ],
  [
    'two equal options',
    check('<Option right>甲</Option>\n<Option>甲</Option>\n<Why>因为。</Why>'),
    `${one}:13:1 sameOption`,
  ],
  ['one step', '<Steps>\n\n<Step title="甲">x</Step>\n\n</Steps>', `${one}:11:1 needsChildren`],
  ['a comparison without a table', '<Compare caption="甲">\n\n文\n\n</Compare>', `${one}:11:1 compareNeedsTable`],
])('%s is an error, with its place', async (_case, body, problem) => {
  expect(await problems(body)).toContain(problem)
})

test.each([
  ['no frontmatter', { [one]: '正文' }, `${one}:1:1 noFrontmatter`],
  ['frontmatter that is no YAML', { [one]: '---\nid: [\n---\n' }, `${one}:2:6 syntax`],
  ['a missing key', { [one]: head('one').replace('minutes: 2\n', '') }, `${one}:2:1 frontmatter`],
  ['an unknown key', { [one]: head('one', 'author: x\n') }, `${one}:10:1 frontmatter`],
  ['a wrong value', { [one]: head('one').replace('minutes: 2', 'minutes: soon') }, `${one}:7:1 frontmatter`],
  ['an id that is not the file’s name', { [one]: head('two') }, `${one}:2:1 idIsNotFileName`],
  [
    'a lesson that is not there',
    { 'tracks/t1/track.yaml': track('one', 'two') },
    'tracks/t1/track.yaml:11:20 missingLesson',
  ],
  ['a lesson listed twice', { 'tracks/t1/track.yaml': track('one', 'one') }, 'tracks/t1/track.yaml:11:20 duplicateId'],
  ['a lesson in no course', { 'tracks/t1/two.mdx': `${head('two')}文。` }, 'tracks/t1/two.mdx:1:1 unlistedLesson'],
  [
    'an unknown topic',
    { 'tracks/t1/track.yaml': track('one').replace('jiben-lilun', 'magic') },
    'tracks/t1/track.yaml:2:1 frontmatter',
  ],
  ['a prerequisite that is not there', { [one]: head('one').replace('[]', '[gone]') }, `${one}:8:1 missingLesson`],
  ['a lesson that waits for itself', { [one]: head('one').replace('[]', '[one]') }, `${one}:8:1 prerequisiteCycle`],
  ['a term twice in the glossary', { 'glossary.yaml': glossary + glossary }, 'glossary.yaml:5:3 duplicateId'],
  [
    'a drawing outside the rules',
    { 'tracks/t1/figures/box.svg': figure.replace('class="fig-line"', 'fill="red"') },
    `${one}:11:1 figure`,
  ],
] as const)('%s is an error, with its place', async (_case, files, problem) => {
  const body = '<Figure src="figures/box.svg" alt="甲" caption="乙" />'
  const compiled = await compile(body, files)
  expect(compiled.library).toBeUndefined()
  expect(compiled.problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)).toContain(
    problem,
  )
})

test('a remark to other authors is no code, and is not shown', async () => {
  const { library, problems } = await compile('正文。\n\n{/* 待核对 */}')
  expect(problems).toEqual([])
  expect(library?.documents[0]?.html).toContain('正文。')
  expect(library?.documents[0]?.html).not.toContain('待核对')
})

test('marks of another script and an unlikely length are warnings: the lesson is compiled all the same', async () => {
  const compiled = await compile(`他说"好",走了。\n\n${'字'.repeat(3_000)}`)
  expect(compiled.library?.warnings.map(({ code, line }) => `${line} ${code}`)).toEqual([
    '7 minutesSeemWrong',
    '11 straightQuote',
    '11 straightQuote',
    '11 halfWidthPunctuation',
  ])
})

test('the content of this repository compiles without a warning', async () => {
  const { library, problems } = await compileContent('content')
  expect(problems).toEqual([])
  for (const document of library?.documents ?? []) {
    expect(document.html).not.toMatch(/ style=|<script|javascript:| on[a-z]+=/i)
    for (const block of document.blocks) expect(document.html).toContain(`id="${block.id}"`)
    for (const check of document.checks) expect(document.html).not.toContain(check.explanation)
  }
})
