import type { Block, OutlineEntry } from './document.ts'
import { isJsx, stringAttributes, type Tree } from './tree.ts'

export type MarkedBlocks = { readonly blocks: readonly Block[]; readonly outline: readonly OutlineEntry[] }

/**
 * Gives every block at the top level of an HTML tree a stable id: headings one made of their words, islands keep the
 * author's, the rest one made of their text (`fingerprint`), so that a paragraph put in above moves nobody's place.
 */
export function markBlocks(root: Tree, fingerprint: (text: string) => string): MarkedBlocks {
  const blocks: Block[] = []
  const outline: OutlineEntry[] = []
  const taken = new Set((root.children ?? []).flatMap((node) => islandId(node) ?? []))
  let section = ''
  for (const node of root.children ?? []) {
    if (node.type !== 'element' && !isJsx(node)) continue
    const text = textOf(node)
    const level = headingLevel(node)
    const id = islandId(node) ?? unique(level ? slug(text) : `b-${fingerprint(text)}`, taken)
    taken.add(id)
    if (level) {
      outline.push({ id, text, level })
      section = text
    }
    setAnchor(node, id)
    blocks.push({ id, text, section: level ? '' : section })
  }
  return { blocks, outline }
}

/** An anchor made of a heading's words, Chinese ones included: «## 三个层面» is #三个层面. */
export function slug(heading: string): string {
  const words = heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return words || 'section'
}

function unique(id: string, taken: ReadonlySet<string>): string {
  let candidate = id
  for (let number = 2; taken.has(candidate); number++) candidate = `${id}-${number}`
  return candidate
}

function headingLevel({ tagName }: Tree): 2 | 3 | 4 | undefined {
  if (tagName === 'h2') return 2
  if (tagName === 'h3') return 3
  return tagName === 'h4' ? 4 : undefined
}

const islandNames = ['Check', 'Reflect', 'Video', 'x-check', 'x-reflect']

function islandId(node: Tree): string | undefined {
  if (!islandNames.includes(node.name ?? node.tagName ?? '')) return undefined
  const id = isJsx(node) ? stringAttributes(node).id : node.properties?.item
  return typeof id === 'string' ? id : undefined
}

function setAnchor(node: Tree, id: string): void {
  if (isJsx(node)) {
    const attributes = Array.isArray(node.attributes) ? node.attributes : []
    node.attributes = [...attributes, { type: 'mdxJsxAttribute', name: 'anchor', value: id }]
  } else {
    node.properties = { ...node.properties, [node.tagName?.startsWith('x-') ? 'anchor' : 'id']: id }
  }
}

const spoken = ['title', 'question', 'prompt', 'caption', 'label', 'publisher']

/** What somebody reads or searches in a node. The explanation of a self-check is left out: it is not shown before answering. */
function textOf(node: Tree): string {
  if (node.type === 'text') return node.value ?? ''
  if (node.name === 'Why' || node.tagName === 'x-why') return ''
  const attributes = isJsx(node)
    ? stringAttributes(node)
    : node.tagName?.startsWith('x-')
      ? (node.properties ?? {})
      : {}
  const said = spoken.flatMap((name) => (typeof attributes[name] === 'string' ? [attributes[name]] : []))
  return isInline(node) ? childrenText(node) : tidy(`${said.join(' ')} ${childrenText(node)}`)
}

const inlineTags = ['strong', 'em', 'a', 'code', 'del', 'x-term', 'span']

/** Blocks inside a block are set apart by a space; inline parts are not. */
function childrenText(node: Tree): string {
  return (node.children ?? [])
    .map((child) => (child.type === 'text' || isInline(child) ? textOf(child) : ` ${textOf(child)} `))
    .join('')
}

function isInline(node: Tree): boolean {
  return node.type === 'mdxJsxTextElement' || inlineTags.includes(node.tagName ?? '')
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
