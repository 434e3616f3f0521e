import rehypeSanitize from 'rehype-sanitize'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { levelFences } from './fences.ts'
import { guardMarkdown, type MarkdownSurroundings } from './guard-markdown.ts'
import { lessonSchema } from './lesson-tags.ts'
import { type ContentProblem, inOrder, problem } from './problems.ts'
import { placeOf, type Tree } from './tree.ts'

/*
 * Lessons that staff write in the browser: Markdown with directives. It is parsed, guarded, sanitised and stored as a tree;
 * nothing of it is ever compiled to code. Runs in a worker with limits (`compile-markdown.server.ts`).
 */
export type CompiledMarkdown = {
  /** absent when something must be mended first */
  readonly tree?: Tree
  readonly problems: readonly ContentProblem[]
}

export const markdownLimits = { bytes: 200_000, depth: 32, nodes: 5_000, seconds: 2 } as const

const top = { line: 1, column: 1 }

export function compileLessonMarkdown(source: string, surroundings: MarkdownSurroundings): CompiledMarkdown {
  const refused = sizeProblem(source) ?? nestingProblem(source)
  if (refused) return { problems: [refused] }

  const problems: ContentProblem[] = []
  const fences = levelFences(source.replace(/\r\n?/g, '\n'))
  for (const { code, line, values } of fences.problems) problems.push(problem(code, '', { line, column: 1 }, values))

  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective)
  const parsed = parser.parse(fences.text) as Tree
  const bulk = bulkProblem(parsed)
  if (bulk) return { problems: [bulk] }

  const guarded = guardMarkdown(parsed, surroundings, (code, place, values) =>
    problems.push(problem(code, '', place, values)),
  )
  if ((guarded.children ?? []).length === 0 && problems.length === 0) problems.push(problem('empty', '', top))
  const ordered = inOrder(problems)
  if (ordered.some((one) => !one.isWarning)) return { problems: ordered }

  const builder = unified().use(remarkRehype).use(rehypeSanitize, lessonSchema)
  const tree = builder.runSync(guarded as never) as Tree
  return { tree: withoutPositions(tree), problems: ordered }
}

function sizeProblem(source: string): ContentProblem | undefined {
  const bytes = new TextEncoder().encode(source).length
  if (bytes <= markdownLimits.bytes) return undefined
  const values = { size: Math.ceil(bytes / 1_000), limit: markdownLimits.bytes / 1_000 }
  return problem('tooLarge', '', top, values)
}

/** Seen before parsing: the parser takes minutes over a line of ten thousand list marks. */
function nestingProblem(source: string): ContentProblem | undefined {
  const marks = new RegExp(`^(?:[ \\t]*(?:[-*+>]|\\d{1,9}[.)])(?=[ \\t>])){${markdownLimits.depth},}`)
  const at = source.split('\n').findIndex((line) => marks.test(line))
  if (at < 0) return undefined
  return problem('tooDeep', '', { line: at + 1, column: 1 }, { limit: markdownLimits.depth })
}

/** Counts without recursion: what is measured here may be deeper than a call stack. */
function bulkProblem(root: Tree): ContentProblem | undefined {
  const stack: Array<readonly [node: Tree, depth: number]> = [[root, 0]]
  let nodes = 0
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [node, depth] = next
    nodes += 1
    if (depth > markdownLimits.depth) return problem('tooDeep', '', placeOf(node), { limit: markdownLimits.depth })
    for (const child of node.children ?? []) stack.push([child, depth + 1])
  }
  if (nodes <= markdownLimits.nodes) return undefined
  return problem('tooMany', '', top, { count: nodes, limit: markdownLimits.nodes })
}

/** What is stored is the lesson, not where it stood in its source. */
function withoutPositions(node: Tree): Tree {
  const { type, tagName, properties, value, children } = node
  return {
    type,
    ...(tagName === undefined ? {} : { tagName, properties: properties ?? {} }),
    ...(value === undefined ? {} : { value }),
    ...(children === undefined ? {} : { children: children.map(withoutPositions) }),
  }
}

/** Is this tree, read from the database, one that the compiler could have made? Anything else is not shown. */
export function isLessonTree(tree: Tree): boolean {
  if (tree.type !== 'root' || bulkProblem(tree)) return false
  const cleaned = unified()
    .use(rehypeSanitize, lessonSchema)
    .runSync(tree as never) as Tree
  return JSON.stringify(withoutPositions(cleaned)) === JSON.stringify(withoutPositions(tree))
}
