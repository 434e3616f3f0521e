import { expect, test } from 'vitest'
import { markBlocks, slug } from './blocks.ts'
import type { Tree } from './tree.ts'

const text = (value: string): Tree => ({ type: 'text', value })
const element = (tagName: string, ...children: Tree[]): Tree => ({ type: 'element', tagName, properties: {}, children })
const root = (...children: Tree[]): Tree => ({ type: 'root', children })
const hash = (value: string) => `len${value.length}`
const idsOf = (tree: Tree) => markBlocks(tree, hash).blocks.map(({ id }) => id)

test('a heading is named by its words, and stands above what follows', () => {
  const tree = root(element('h2', text('它要达到什么：三个层面')), element('p', text('正文')))
  expect(markBlocks(tree, hash)).toEqual({
    outline: [{ id: '它要达到什么-三个层面', text: '它要达到什么：三个层面', level: 2 }],
    blocks: [
      { id: '它要达到什么-三个层面', text: '它要达到什么：三个层面', section: '' },
      { id: 'b-len2', text: '正文', section: '它要达到什么：三个层面' },
    ],
  })
  expect(tree.children?.[1]?.properties?.id).toBe('b-len2')
})

test('a paragraph put in above moves no name below', () => {
  const before = idsOf(root(element('p', text('一')), element('p', text('二二'))))
  const after = idsOf(root(element('p', text('新的开头')), element('p', text('一')), element('p', text('二二'))))
  expect(after.slice(1)).toEqual(before)
})

test('equal blocks get names of their own', () => {
  expect(idsOf(root(element('p', text('同')), element('p', text('同')), element('hr')))).toEqual([
    'b-len1',
    'b-len1-2',
    'b-len0',
  ])
})

test('an island keeps its author’s name, and nobody else takes it', () => {
  const check: Tree = {
    type: 'mdxJsxFlowElement',
    name: 'Check',
    attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: 'q1' }],
    children: [],
  }
  expect(idsOf(root(element('h2', text('Q1')), check))).toEqual(['q1-2', 'q1'])
})

test('the explanation of a self-check is not among what can be searched', () => {
  const check: Tree = {
    type: 'element',
    tagName: 'x-check',
    properties: { item: 'q1', question: '哪一个？' },
    children: [
      { type: 'element', tagName: 'x-option', properties: {}, children: [text('甲')] },
      { type: 'element', tagName: 'x-why', properties: {}, children: [element('p', text('因为甲对'))] },
    ],
  }
  expect(markBlocks(root(check), hash).blocks[0]?.text).toBe('哪一个？ 甲')
})

test('words are kept together, blocks apart', () => {
  const list = element('ul', element('li', text('先'), element('strong', text('听'))), element('li', text('后说')))
  expect(markBlocks(root(list), hash).blocks[0]?.text).toBe('先听 后说')
})

test('a heading of marks alone still has a name', () => {
  expect(slug('……')).toBe('section')
})
