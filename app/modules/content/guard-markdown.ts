import { slug } from './blocks.ts'
import { directiveNamed, knownDirectives, ruleOf, tongueOf } from './directives.ts'
import { readLink } from './links.ts'
import type { ProblemSink } from './problems.ts'
import { inspectProse } from './prose.ts'
import { readDirective, type WrittenDirective } from './read-directive.ts'
import { placeOf, plainText, type Tree, walk } from './tree.ts'

/** What a lesson written in the browser may name. */
export type MarkdownSurroundings = {
  /** ids of the glossary's terms, by the word */
  readonly terms: Readonly<Record<string, string>>
  /** anchors of the lessons that may be linked to, by lesson */
  readonly anchors: Readonly<Record<string, readonly string[]>>
}

const plainTypes = new Set([
  ...['root', 'paragraph', 'text', 'emphasis', 'strong', 'delete', 'heading', 'list', 'listItem', 'blockquote'],
  ...['code', 'inlineCode', 'break', 'thematicBreak', 'link', 'linkReference', 'definition'],
  ...['table', 'tableRow', 'tableCell'],
])

/**
 * Walks a parsed lesson, says what may not be in it, and returns it with our directives turned into plain elements. What it
 * does not know it refuses: nothing gets through because nobody thought of it.
 */
export function guardMarkdown(root: Tree, surroundings: MarkdownSurroundings, report: ProblemSink): Tree {
  restoreColons(root)
  inspectHeadings(root, report)
  inspectTexts(root, report)
  const ids = new Set<string>()
  const own = headingAnchors(root)

  const guard = (node: Tree, parent: Tree): readonly Tree[] => {
    switch (node.type) {
      case 'html':
        reportHtml(node, report)
        return []
      case 'image':
      case 'imageReference':
        report('picture', placeOf(node))
        return []
      case 'footnoteReference':
      case 'footnoteDefinition':
        report('footnote', placeOf(node))
        return []
      case 'containerDirective':
      case 'leafDirective':
        return guardDirective(node, parent)
      case 'textDirective':
        return guardTextDirective(node)
    }
    if (!plainTypes.has(node.type)) {
      report('syntax', placeOf(node), { detail: node.type })
      return []
    }
    if (node.type === 'link' || node.type === 'definition') guardLink(node)
    if (node.type === 'listItem') node.checked = null
    return [{ ...node, data: undefined, children: guardChildren(node) }]
  }
  const guardChildren = (node: Tree) => node.children?.flatMap((child) => guard(child, node))

  const guardLink = (node: Tree) => {
    const url = node.url ?? ''
    const target = readLink(url)
    if (!target) report('badLink', placeOf(node), { url })
    else if (target.kind === 'here' && !own.has(target.anchor)) report('brokenAnchor', placeOf(node), { url })
    else if (target.kind === 'lesson') {
      const anchors = Object.hasOwn(surroundings.anchors, target.lessonId)
        ? surroundings.anchors[target.lessonId]
        : undefined
      if (!anchors) report('brokenLink', placeOf(node), { url })
      else if (target.anchor && !anchors.includes(target.anchor)) report('brokenAnchor', placeOf(node), { url })
    }
  }

  const guardDirective = (node: Tree, parent: Tree): readonly Tree[] => {
    const written = node.name ?? ''
    const name = directiveNamed(written)
    if (!name) {
      report('unknownDirective', placeOf(node), { name: written, known: knownDirectives(written) })
      return []
    }
    const rule = ruleOf(name)
    if (rule.isIsland && parent.type !== 'root') report('nestedIsland', placeOf(node), { name: written })
    if (rule.parent && directiveNamed(parent.name ?? '') !== rule.parent) {
      const expected = ruleOf(rule.parent).names[tongueOf(written)]
      report('directivePlace', placeOf(node), { name: written, parent: expected })
    }
    const directive: WrittenDirective = { node, name, written, rule }
    return readDirective(directive, { ids, report, guardChildren })
  }

  const guardTextDirective = (node: Tree): readonly Tree[] => {
    const written = node.name ?? ''
    const isTerm = directiveNamed(written) === 'term'
    const word = (node.children ?? [])
      .map((child) => child.value ?? '')
      .join('')
      .trim()
    if (!isTerm) report('unknownDirective', placeOf(node), { name: `:${written}`, known: knownDirectives(written) })
    else if (!word) {
      report('directiveForm', placeOf(node), { name: written, form: ruleOf('term').forms[tongueOf(written)] })
    } else if (!Object.hasOwn(surroundings.terms, word)) report('unknownTerm', placeOf(node), { text: word })
    const term = surroundings.terms[word]
    return [
      {
        type: 'lessonElement',
        data: { hName: 'x-term', hProperties: { term } },
        children: [{ type: 'text', value: word }],
      },
    ]
  }

  return { ...root, children: guardChildren(root) ?? [] }
}

/** «9:30» and «注意:带证件» read like directives and are none: they become text again, one with what stands around them. */
function restoreColons(root: Tree): void {
  walk(root, (node) => {
    if (!node.children?.some(isBareColon)) return
    const joined: Tree[] = []
    for (const child of node.children) {
      const last = joined.at(-1)
      const text = isBareColon(child) ? `:${child.name}` : child.type === 'text' ? child.value : undefined
      if (text === undefined) joined.push(child)
      else if (last?.type === 'text') last.value += text
      else joined.push({ type: 'text', value: text, position: child.position })
    }
    node.children = joined
  })
}

function isBareColon(node: Tree): boolean {
  if (node.type !== 'textDirective' || directiveNamed(node.name ?? '') === 'term') return false
  return (node.children ?? []).length === 0 && Object.keys(node.attributes ?? {}).length === 0
}

function reportHtml(node: Tree, report: ProblemSink): void {
  const value = node.value ?? ''
  if (value.startsWith('</')) return
  const tag = /^<\s*([a-z!?][\w-]*)/i.exec(value)?.[1]
  report('html', placeOf(node), { tag: tag ? `<${tag}>` : value.slice(0, 20) })
}

const programPattern =
  /^(?:import\s+(?:['"{*]|\w+\s+from\s)|import\s*\(|export\s+(?:default|const|let|var|function|class|async|\{|\*))/

/** What begins like a component and was not read as one: something in its first line is not closed. */
const leftOver = /(?:^|\n):{2,}\s*([\p{L}][\p{L}\p{N}-]*)?/gu

function reportForm(node: Tree, written: string, report: ProblemSink): void {
  const name = directiveNamed(written)
  const form = name ? ruleOf(name).forms[tongueOf(written)] : knownDirectives(written)
  report('directiveForm', placeOf(node), { name: `:::${written}`, form })
}

function inspectTexts(root: Tree, report: ProblemSink): void {
  walk(root, (node, parents) => {
    if (node.type !== 'text') return
    const isFirst = parents.at(-1)?.type === 'paragraph' && parents.at(-1)?.children?.[0] === node
    if (isFirst && programPattern.test(node.value ?? '')) report('codeInText', placeOf(node))
    for (const [, name = ''] of (node.value ?? '').matchAll(leftOver)) reportForm(node, name, report)
    if (!parents.some((parent) => parent.type === 'link')) inspectProse(node.value ?? '', placeOf(node), report)
  })
}

function inspectHeadings(root: Tree, report: ProblemSink): void {
  let level = 1
  for (const node of root.children ?? []) {
    if (node.type !== 'heading') continue
    const depth = node.depth ?? 1
    if (depth === 1 || depth > level + 1 || depth > 4) report('headingJump', placeOf(node), { from: level, to: depth })
    level = depth
  }
}

function headingAnchors(root: Tree): ReadonlySet<string> {
  const headings = (root.children ?? []).filter((node) => node.type === 'heading')
  return new Set(headings.map((heading) => slug(plainText(heading))))
}
