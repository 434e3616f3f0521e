import { type DirectiveName, type DirectiveRule, ruleOf, tongueOf } from './directives.ts'
import { isValidProp, tones } from './language.ts'
import type { ProblemSink } from './problems.ts'
import { placeOf, plainText, type Tree } from './tree.ts'

export type WrittenDirective = {
  readonly node: Tree
  readonly name: DirectiveName
  /** as the author wrote it: problems speak her words */
  readonly written: string
  readonly rule: DirectiveRule
}

type Desk = {
  /** of checks and reflections so far */
  readonly ids: Set<string>
  readonly report: ProblemSink
  readonly guardChildren: (node: Tree) => readonly Tree[] | undefined
}

type Values = Readonly<Record<string, string | true | undefined>>

/** Turns a directive of the language into an element of the HTML tree, or says what is missing. */
export function readDirective(directive: WrittenDirective, desk: Desk): readonly Tree[] {
  const { node, name, written, rule } = directive
  const form = rule.forms[tongueOf(written)]
  const expected = rule.kind === 'leaf' ? 'leafDirective' : 'containerDirective'
  if (node.type !== expected) desk.report('directiveForm', placeOf(node), { name: written, form })

  const title = titleOf(node)
  if (rule.hasTitle && !title) desk.report('directiveForm', placeOf(node), { name: written, form })
  const values = readProps(directive, desk)
  const body: Tree = { ...node, children: (node.children ?? []).filter((child) => !isLabel(child)) }
  const children = () => desk.guardChildren(body) ?? []

  switch (name) {
    case 'note':
    case 'tip':
    case 'warn':
    case 'law':
      return [element('x-callout', { tone: tones.find((tone) => tone === name), title }, children())]
    case 'case':
      return [element('x-case', { title }, children())]
    case 'reveal':
      return [element('x-reveal', { label: title }, children())]
    case 'compare':
      inspectTable(body, desk)
      return [element('x-compare', { caption: title }, children())]
    case 'source': {
      const { publisher, url, checked } = values
      return [element('x-source', { title, publisher, url, checkedOn: checked }, [])]
    }
    case 'reflect': {
      const prompt = (body.children ?? []).map(plainText).join(' ').trim()
      if (!prompt) desk.report('needsText', placeOf(node), { name: written })
      return [element('x-reflect', { item: values.id, prompt }, [])]
    }
    case 'check':
      return [readCheck(body, values, written, desk)]
    case 'steps':
      return [readSteps(body, written, desk)]
    case 'term':
      return []
  }
}

function element(hName: string, properties: Values, children: readonly Tree[]): Tree {
  const hProperties = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))
  return { type: 'lessonElement', data: { hName, hProperties }, children: [...children] }
}

function isLabel(node: Tree): boolean {
  return node.data?.directiveLabel === true
}

/** What stands in square brackets. */
function titleOf(node: Tree): string {
  const label = node.type === 'containerDirective' ? node.children?.find(isLabel) : node
  return label ? plainText(label).trim() : ''
}

function readProps({ node, written, rule }: WrittenDirective, { ids, report }: Desk): Values {
  const values: Record<string, string | true> = {}
  const place = placeOf(node)
  const tongue = tongueOf(written)
  const props = Object.entries(rule.props ?? {})
  const known = [...(rule.hasId ? ['#'] : []), ...props.map(([, prop]) => prop.names[tongue])].join(' ') || '—'
  for (const [prop, value] of Object.entries(writtenProps(node))) {
    const entry = props.find(([, { names }]) => names.some((name) => name === prop))
    if (prop === 'id' && rule.hasId) {
      if (!isValidProp('id', value)) report('directiveValue', place, { name: written, prop: '#', value })
      else if (ids.has(value)) report('duplicateId', place, { id: value })
      else values.id = value
      ids.add(value)
    } else if (!entry) report('directiveProp', place, { name: written, prop, known })
    else if (!isValidProp(entry[1].kind, value)) report('directiveValue', place, { name: written, prop, value })
    else values[entry[0]] = entry[1].kind === 'flag' ? true : value
  }
  const form = rule.forms[tongue]
  for (const [prop, { required, names }] of props) {
    const isThere = values[prop] !== undefined || names.some((name) => Object.hasOwn(writtenProps(node), name))
    if (required && !isThere) report('directiveMissing', place, { name: written, prop: names[tongue], form })
  }
  if (rule.hasId && writtenProps(node).id === undefined) {
    report('directiveMissing', place, { name: written, prop: '{#…}', form })
  }
  return values
}

function writtenProps(node: Tree): Readonly<Record<string, string>> {
  const attributes = Array.isArray(node.attributes) ? {} : (node.attributes ?? {})
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, value ?? '']))
}

/** A question, a list of options with [ ] and [x], and after it the explanation. */
function readCheck(body: Tree, values: Values, written: string, desk: Desk): Tree {
  const { report } = desk
  const place = placeOf(body)
  const children = body.children ?? []
  const listAt = children.findIndex((child) => child.type === 'list')
  const question = children.slice(0, Math.max(listAt, 0)).map(plainText).join(' ').trim()
  const items = children[listAt]?.children ?? []
  const why = { ...body, children: listAt < 0 ? [] : children.slice(listAt + 1) }
  const id = typeof values.id === 'string' ? values.id : ''

  if (!question) report('needsText', place, { name: written })
  const unmarked = items.find((item) => typeof item.checked !== 'boolean')
  const right = items.filter((item) => item.checked === true)
  if (items.length < 2) report('checkNeedsOptions', place, { id })
  else if (unmarked) report('optionMark', placeOf(unmarked))
  else if (right.length === 0) report('checkNeedsRight', place, { id })
  else if (right.length === items.length) report('checkNeedsWrong', place, { id })
  if (!plainText(why).trim()) report('checkNeedsWhy', place, { id })

  const texts = items.map((item) => plainText(item).trim())
  const again = items[texts.findIndex((text, at) => texts.indexOf(text) !== at)]
  if (again) report('sameOption', placeOf(again), { id, text: plainText(again).trim() })

  const options = items.map((item) => {
    const only = item.children?.length === 1 && item.children[0]?.type === 'paragraph' ? item.children[0] : item
    return element('x-option', { right: item.checked === true ? true : undefined }, desk.guardChildren(only) ?? [])
  })
  const explanation = element('x-why', {}, desk.guardChildren(why) ?? [])
  return element('x-check', { item: id || undefined, question, optional: values.optional }, [...options, explanation])
}

/** A numbered list; each item begins with its title in bold. */
function readSteps(body: Tree, written: string, desk: Desk): Tree {
  const lists = (body.children ?? []).filter((child) => child.type === 'list')
  const items = lists[0]?.children ?? []
  if (items.length < 2 || lists.length !== body.children?.length) {
    const form = ruleOf('steps').forms[tongueOf(written)]
    desk.report('stepList', placeOf(body), { form })
  }
  const steps = items.map((item) => {
    const [first, ...others] = item.children ?? []
    const [strong, ...rest] = first?.type === 'paragraph' ? (first.children ?? []) : []
    if (strong?.type !== 'strong') desk.report('stepTitle', placeOf(item))
    const opening = { ...item, ...first, children: withoutColon(rest) }
    const hasText = opening.children.some((child) => plainText(child).trim() !== '')
    const body = { ...item, children: hasText ? [opening, ...others] : others }
    return element('x-step', { title: strong && plainText(strong).trim() }, desk.guardChildren(body) ?? [])
  })
  return element('x-steps', {}, steps)
}

/** «**接案**：先听» says 先听 under the title 接案. */
function withoutColon(rest: readonly Tree[]): Tree[] {
  const [first, ...others] = rest
  if (first?.type !== 'text') return [...rest]
  return [{ ...first, value: (first.value ?? '').replace(/^\s*[：:]\s*/u, '') }, ...others]
}

function inspectTable(body: Tree, { report }: Desk): void {
  const tables = (body.children ?? []).filter((child) => child.type === 'table')
  const columns = tables[0]?.children?.[0]?.children?.length ?? 0
  if (tables.length !== 1 || columns < 2 || columns > 4) report('compareNeedsTable', placeOf(body))
}
