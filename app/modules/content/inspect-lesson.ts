import { type ComponentName, componentNames, isComponentName, isValidProp, language } from './language.ts'
import type { ProblemSink } from './problems.ts'
import { inspectProse } from './prose.ts'
import { isJsx, type JsxAttribute, type Place, placeOf, plainText, stringAttributes, type Tree, walk } from './tree.ts'

export type Mention = { readonly text: string; readonly place: Place }

/** What one lesson says of others: checked when all files have been read. */
export type LessonMentions = {
  readonly terms: readonly Mention[]
  readonly figures: readonly Mention[]
  readonly media: readonly Mention[]
  readonly links: readonly Mention[]
  /** ids of checks, reflections, videos */
  readonly islands: readonly string[]
}

/** Looks through a lesson of the repository, parsed as MDX: is everything of the language, complete, and in its place? */
export function inspectLesson(root: Tree, report: ProblemSink): LessonMentions {
  const mentions = {
    terms: [] as Mention[],
    figures: [] as Mention[],
    media: [] as Mention[],
    links: [] as Mention[],
    islands: [] as string[],
  }
  walk(root, (node, parents) => {
    if (isJsx(node)) inspectComponent(node, parents, report)
    else inspectMarkdown(node, parents, report)

    const place = placeOf(node)
    const attributes = isJsx(node) ? stringAttributes(node) : {}
    const mention = (list: Mention[], text: string | undefined) => {
      if (text !== undefined) list.push({ text, place })
    }
    if (node.name === 'Term') mention(mentions.terms, attributes.id)
    if (node.name === 'Figure') mention(mentions.figures, attributes.src)
    if (node.name === 'Video') for (const src of [attributes.src, attributes.captions]) mention(mentions.media, src)
    if (node.type === 'link' || node.type === 'definition') mention(mentions.links, node.url)
    if (isComponentName(node.name) && language[node.name].isIsland && attributes.id) {
      if (mentions.islands.includes(attributes.id)) report('duplicateId', place, { id: attributes.id })
      mentions.islands.push(attributes.id)
    }
  })
  inspectHeadings(root, report)
  return mentions
}

function inspectMarkdown(node: Tree, parents: readonly Tree[], report: ProblemSink): void {
  switch (node.type) {
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      if (!isComment(node)) report('codeInText', placeOf(node))
      return
    case 'image':
    case 'imageReference':
      report('useFigure', placeOf(node))
      return
    case 'text':
      if (!parents.some((parent) => parent.type === 'link')) inspectProse(node.value ?? '', placeOf(node), report)
  }
}

/** `{/* … *\/}` is how MDX writes a remark to other authors. */
function isComment(node: Tree): boolean {
  return node.type !== 'mdxjsEsm' && /^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value ?? '')
}

function inspectComponent(node: Tree, parents: readonly Tree[], report: ProblemSink): void {
  const { name } = node
  if (!isComponentName(name)) {
    report('unknownComponent', placeOf(node), { name: name ?? '', known: componentNames.join(', ') })
    return
  }
  inspectPlace(node, name, parents, report)
  inspectProps(node, name, report)
  inspectChildren(node, name, report)
}

function inspectPlace(node: Tree, name: ComponentName, parents: readonly Tree[], report: ProblemSink): void {
  const rule = language[name]
  const inside = parents.findLast((parent) => parent.type !== 'paragraph')
  if (rule.parent && inside?.name !== rule.parent)
    report('misplaced', placeOf(node), { name, parent: `<${rule.parent}>` })
  if (rule.isIsland && inside?.type !== 'root') report('nestedIsland', placeOf(node), { name })
}

function inspectProps(node: Tree, name: ComponentName, report: ProblemSink): void {
  const { props } = language[name]
  const given = Array.isArray(node.attributes) ? (node.attributes as readonly JsxAttribute[]) : []
  const known = Object.keys(props).join(', ') || '—'
  for (const attribute of given) {
    const prop = attribute.name ?? '{…}'
    const rule = Object.hasOwn(props, prop) ? props[prop] : undefined
    if (!rule) report('unknownProp', placeOf(node), { name, prop, known })
    else if ((isCode(attribute) && rule.kind !== 'seconds') || !isValidProp(rule.kind, propText(attribute))) {
      report('badProp', placeOf(node), { name, prop, value: propText(attribute) })
    } else if (rule.kind === 'text') inspectProse(propText(attribute), placeOf(node), report)
  }
  for (const [prop, rule] of Object.entries(props)) {
    if (rule.required && !given.some((attribute) => attribute.name === prop)) {
      report('missingProp', placeOf(node), { name, prop })
    }
  }
}

function isCode({ value }: JsxAttribute): boolean {
  return typeof value === 'object' && value !== null
}

/** `right` is the flag «», `seconds={95}` the text 95; any other expression is shown as it stands and refused. */
function propText({ value }: JsxAttribute): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  return /^\d+$/.test(value.value) ? value.value : `{${value.value}}`
}

function inspectChildren(node: Tree, name: ComponentName, report: ProblemSink): void {
  const place = placeOf(node)
  const within = (child: ComponentName) => childrenNamed(node, child)
  if (name === 'Steps' && within('Step').length < 2) report('needsChildren', place, { name, child: 'Step', count: 2 })
  if (name === 'Compare') {
    const tables = (node.children ?? []).filter((child) => child.type === 'table')
    const columns = tables[0]?.children?.[0]?.children?.length ?? 0
    if (tables.length !== 1 || columns < 2 || columns > 4) report('compareNeedsTable', place)
  }
  if (name === 'Check') inspectCheck(node, within('Option'), within('Why'), report)
}

function inspectCheck(node: Tree, options: readonly Tree[], whys: readonly Tree[], report: ProblemSink): void {
  const place = placeOf(node)
  const id = stringAttributes(node).id ?? ''
  const right = options.filter(
    (option) => Array.isArray(option.attributes) && option.attributes.some((one: JsxAttribute) => one.name === 'right'),
  )
  if (options.length < 2) report('checkNeedsOptions', place, { id })
  else if (right.length === 0) report('checkNeedsRight', place, { id })
  else if (right.length === options.length) report('checkNeedsWrong', place, { id })
  if (whys.length !== 1 || !whys.some((why) => plainText(why).trim())) report('checkNeedsWhy', place, { id })

  const texts = options.map((option) => plainText(option).trim())
  const again = options[texts.findIndex((text, at) => texts.indexOf(text) !== at)]
  if (again) report('sameOption', placeOf(again), { id, text: plainText(again).trim() })
}

/** Children of this name, also when Markdown has set them into a paragraph. */
function childrenNamed(node: Tree, name: ComponentName): readonly Tree[] {
  return (node.children ?? []).flatMap((child) =>
    child.type === 'paragraph' ? childrenNamed(child, name) : child.name === name ? [child] : [],
  )
}

function inspectHeadings(root: Tree, report: ProblemSink): void {
  const seen = new Set<string>()
  let level = 1
  for (const node of root.children ?? []) {
    if (node.type !== 'heading') continue
    const depth = node.depth ?? 1
    if (depth === 1 || depth > level + 1) report('headingJump', placeOf(node), { from: level, to: depth })
    level = depth
    const text = plainText(node)
    if (seen.has(text)) report('sameHeading', placeOf(node), { text })
    seen.add(text)
  }
}
