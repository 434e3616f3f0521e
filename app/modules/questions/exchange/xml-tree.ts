import sax from 'sax'

/*
 * XML as a tree with line numbers. Strict: a file that is not well-formed is refused with its line. Document types are not
 * read, so there are no entities but the five of XML and characters by number: nothing can be fetched or multiplied.
 */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: ReadonlyArray<XmlElement | string>
  /** from 1 */
  readonly line: number
}
export type ParsedXml =
  | { readonly root: XmlElement; readonly fault: null }
  | { readonly root: null; readonly fault: { readonly line: number; readonly what: string } }

type Open = XmlElement & { readonly children: Array<XmlElement | string> }
const deepest = 500

export function parseXml(text: string): ParsedXml {
  const parser = sax.parser(true, { trim: false, normalize: false, position: true })
  const open: Open[] = []
  const roots: XmlElement[] = []
  let fault: { line: number; what: string } | null = null
  const addText = (more: string) => {
    const children = open.at(-1)?.children
    const last = children?.at(-1)
    if (children && typeof last === 'string') children[children.length - 1] = last + more
    else children?.push(more)
  }
  parser.onopentag = (tag) => {
    const attributes = Object.fromEntries(Object.entries(tag.attributes).map(([name, value]) => [name, String(value)]))
    const element: Open = { name: tag.name, attributes, children: [], line: parser.line + 1 }
    if (open.length >= deepest) throw new Error('too deep')
    if (open.length === 0) roots.push(element)
    else open.at(-1)?.children.push(element)
    open.push(element)
  }
  parser.onclosetag = () => {
    open.pop()
  }
  parser.ontext = addText
  parser.oncdata = addText
  parser.onerror = (error) => {
    fault ??= { line: parser.line + 1, what: error.message.split('\n')[0] ?? '' }
    throw error
  }
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close()
  } catch (error) {
    return { root: null, fault: fault ?? { line: parser.line + 1, what: error instanceof Error ? error.message : '' } }
  }
  const [root] = roots
  return root ? { root, fault: null } : { root: null, fault: { line: 1, what: 'no element' } }
}

export function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== 'string'
}

export function elementsOf(element: XmlElement | null | undefined, name?: string): readonly XmlElement[] {
  const elements = element?.children.filter(isElement) ?? []
  return name === undefined ? elements : elements.filter((one) => one.name === name)
}

export function elementOf(element: XmlElement | null | undefined, ...path: readonly string[]): XmlElement | null {
  let found = element ?? null
  for (const name of path) found = elementsOf(found, name)[0] ?? null
  return found
}

/** All text inside, in order. */
export function textIn(element: XmlElement | null | undefined): string {
  return (element?.children ?? []).map((node) => (isElement(node) ? textIn(node) : node)).join('')
}

/** Every element of that name inside, at any depth. */
export function allIn(element: XmlElement | null | undefined, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((one) => [...(one.name === name ? [one] : []), ...allIn(one, name)])
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[^\P{Cc}\n\t]/gu, '')
}
