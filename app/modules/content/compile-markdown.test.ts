import { expect, test } from 'vitest'
import { compileMarkdown } from './compile-markdown.server.ts'

const surroundings = { terms: {}, anchors: {} }

test('a lesson is compiled in a thread of its own', async () => {
  const { tree, problems } = await compileMarkdown('## 一\n\n正文。', surroundings)
  expect(problems).toEqual([])
  expect(tree?.children?.map((node) => node.tagName).filter(Boolean)).toEqual(['h2', 'p'])
})

test('a text that keeps the parser busy is refused, and the process goes on meanwhile', async () => {
  let beats = 0
  const heart = setInterval(() => beats++, 20)
  const nested = Array.from({ length: 440 }, (_, depth) => `${'  '.repeat(depth)}- 文`).join('\n')
  const [slow, quick] = await Promise.all([compileMarkdown(nested, surroundings), compileMarkdown('文', surroundings)])
  clearInterval(heart)
  expect(slow.problems.map(({ code }) => code)).toEqual(['tooSlow'])
  expect(quick.tree).toBeDefined()
  expect(beats).toBeGreaterThan(20)
}, 15_000)

test('more than two wait their turn; beyond a queue they are sent away', async () => {
  const all = await Promise.allSettled(Array.from({ length: 24 }, () => compileMarkdown('文', surroundings)))
  const refused = all.filter((one) => one.status === 'rejected')
  expect(refused.map((one) => one.reason.code)).toEqual(['busy', 'busy'])
}, 30_000)
