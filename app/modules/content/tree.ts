/**
 * A node of a Markdown or HTML tree, as the parsers of the unified family make them: what we look at, whatever the kind.
 * A tree from a parser is given this type where it enters.
 */
export type Tree = {
  type: string
  name?: string | null
  tagName?: string
  value?: string
  url?: string
  depth?: number
  checked?: boolean | null
  /** of a JSX element a list, of a directive a record */
  attributes?: readonly JsxAttribute[] | Record<string, string | null | undefined> | null
  properties?: Record<string, unknown>
  data?: Record<string, unknown>
  children?: Tree[]
  position?: { start: Place; end: Place } | undefined
}

export type Place = { readonly line: number; readonly column: number; readonly offset?: number | undefined }

export type JsxAttribute = {
  type: string
  name?: string
  value?: string | null | { type?: string; value: string }
}

/** Calls `visit` for each node below `root`, parents first. Iterative: a hostile tree may be deep. */
export function walk(root: Tree, visit: (node: Tree, parents: readonly Tree[]) => void): void {
  const stack: Array<{ node: Tree; parents: readonly Tree[] }> = [{ node: root, parents: [] }]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, parents } = next
    visit(node, parents)
    const within = [...parents, node]
    for (const child of (node.children ?? []).toReversed()) stack.push({ node: child, parents: within })
  }
}

export function isJsx(node: Tree): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

/** Attributes of a JSX element whose values are written as plain strings. */
export function stringAttributes(node: Tree): Readonly<Record<string, string>> {
  if (!Array.isArray(node.attributes)) return {}
  return Object.fromEntries(
    node.attributes.flatMap(({ name, value }: JsxAttribute) =>
      name !== undefined && typeof value === 'string' ? [[name, value]] : [],
    ),
  )
}

export function placeOf(node: Tree | undefined): Place {
  return node?.position?.start ?? { line: 1, column: 1 }
}

export function plainText(node: Tree): string {
  return node.value ?? (node.children ?? []).map(plainText).join('')
}
