import fc from 'fast-check'
import type { MarkdownSurroundings } from '~/modules/content/guard-markdown.ts'
import { compileLessonMarkdown, isLessonTree } from '~/modules/content/lesson-markdown.ts'
import { lessonSchema } from '~/modules/content/lesson-tags.ts'
import { type Tree, walk } from '~/modules/content/tree.ts'

export const lessonSurroundings: MarkdownSurroundings = {
  terms: { 人在情境中: 'ren-zai-qingjing-zhong' },
  anchors: { 'seven-theories': ['小结'] },
}

/** A lesson with every component that staff may use. */
export const wholeLesson = `早上 9:30 集合，见[第四课](seven-theories.mdx#小结)和 :词语[人在情境中]。

## 第一节

:::窍门[看动作对着谁]
正文
:::

:::案例[老赵的好心]
故事。
:::分析[看看处理方法]
答案。
:::
:::

:::自测{#q1}
哪一个对？
- [ ] 甲
- [x] 乙

因为**乙**对。
:::

:::步骤
1. **接案**：先听。
2. **预估**
   - 看
:::

:::对照[两种说法]
| 甲 | 乙 |
|---|:-:|
| 一 | 二 |
:::

:::想一想{#r1}
写下你的想法。
:::

::出处[《志愿服务条例》]{发布=“国务院” 核对="2026-11-23" 网址="https://www.gov.cn/x"}
`

const pieces = [
  ...[
    '<script>',
    '</script>',
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '[x](javascript:alert(1))',
    '![',
    '](',
  ],
  ...[
    ':::',
    ':::自测{#q1}',
    ':::窍门[甲]',
    ':::案例[甲]',
    '::出处[甲]',
    ':词语[人在情境中]',
    '{#',
    '}',
    '- [x] 甲',
    '- [ ] 乙',
    '1. **甲**',
  ],
  ...[
    '{constructor=x}',
    '__proto__',
    'import x from "y"',
    '| a | b |\n|---|---|',
    '```',
    '> ',
    '  ',
    '\n',
    '\n\n',
    '# ',
    '## 甲',
    '&#106;avascript:',
    '\\',
  ],
  ...[
    '<a href=javascript:x>',
    'http://a.b',
    '<http://a.b>',
    '[x]: javascript:x\n',
    '[^1]',
    '**',
    '~~',
    '：：：',
    '{',
    '[',
    ']',
    '文',
    'x',
  ],
]
const hostile = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 })), {
  maxLength: 40,
})
const mutated = fc
  .tuple(
    fc.nat(wholeLesson.length),
    fc.nat(20),
    hostile.map((all) => all.join('')),
  )
  .map(([at, cut, put]) => wholeLesson.slice(0, at) + put + wholeLesson.slice(at + cut))

/** Texts that somebody might type who means harm: pieces of it anywhere in a sound lesson, or by themselves. */
export const hostileLesson = fc.oneof(
  mutated,
  hostile.map((all) => all.join('')),
)

/** What is wrong with how the compiler takes a text; nothing, whatever the text. */
export function faultsOfCompiling(source: string): readonly string[] {
  const { tree, problems } = compileLessonMarkdown(source, lessonSurroundings)
  const faults: string[] = []
  if (!tree && !problems.some((one) => !one.isWarning)) faults.push('refused without a reason')
  if (problems.some(({ line, column }) => line < 1 || column < 1)) faults.push('a problem without a place')
  if (!tree) return faults
  if (!isLessonTree(JSON.parse(JSON.stringify(tree)))) faults.push('made what it would not read')
  const again = compileLessonMarkdown(source, lessonSurroundings).tree
  if (JSON.stringify(again) !== JSON.stringify(tree)) faults.push('different a second time')
  return [...faults, ...strays(tree)]
}

/** Independent of the sanitiser: every node and property is looked up in the list. */
function strays(tree: Tree): readonly string[] {
  const found: string[] = []
  walk(tree, (node) => {
    if (!['root', 'element', 'text'].includes(node.type)) found.push(node.type)
    if (node.type !== 'element') return
    const name = node.tagName ?? ''
    if (!lessonSchema.tagNames?.includes(name)) found.push(name)
    const rules = lessonSchema.attributes?.[name] ?? []
    const allowed = rules.map((rule) => (typeof rule === 'string' ? rule : rule[0]))
    for (const [property, value] of Object.entries(node.properties ?? {})) {
      if (!allowed.includes(property)) found.push(`${name}.${property}`)
      if (['href', 'url'].includes(property) && /^\s*(?:javascript|data|vbscript):/i.test(String(value))) {
        found.push(String(value))
      }
    }
  })
  return found
}
