/*
 * A figure is an SVG drawn by hand and set into the page. Only what the figure rules of `content/README.md` name may be in
 * it: this reader knows nothing else, so nothing else gets through.
 */
export type FigureFault = { readonly line: number; readonly detail: FigureDetail }
type FigureDetail = `element:${string}` | `attribute:${string}` | `value:${string}` | 'form' | 'viewBox' | 'title'

export type Figure = {
  readonly viewBox: string
  /** everything inside <svg>, the title left out, ids begun with `scope` */
  readonly inner: string
}
export type ReadFigure =
  | { readonly ok: true; readonly figure: Figure }
  | { readonly ok: false; readonly faults: readonly FigureFault[] }

const number = /^-?\d*\.?\d+$/
const numbers = /^[\d\s.,eE+-]+$/
const geometry = ['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'dx', 'dy', 'width', 'height']
const ownId = /^[a-z][a-z0-9-]*$/

const attributePatterns: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(geometry.map((name) => [name, number])),
  class:
    /^(?:fig-(?:line|thin|soft|sheet|accent|accent-fill|warn|dash|arrow|head|title|text|small|on-accent))(?: fig-[a-z-]+)*$/,
  d: /^[MmLlHhVvCcSsQqTtAaZz\d\s.,eE+-]+$/,
  points: numbers,
  transform: /^(?:(?:translate|rotate|scale)\([\d\s.,-]+\)\s*)+$/,
  'text-anchor': /^(?:start|middle|end)$/,
  'dominant-baseline': /^(?:middle|central|hanging|auto)$/,
  id: ownId,
}
const elements = ['g', 'path', 'line', 'rect', 'circle', 'ellipse', 'polyline', 'polygon', 'text', 'tspan', 'title']
const viewBoxPattern = /^0 0 360 (?:[1-9]\d{0,2})$/
const highest = 420

type Token = { readonly text: string; readonly line: number }

/** Reads a figure; `scope` keeps its ids apart from those of other figures on the page. */
export function readFigure(source: string, scope: string): ReadFigure {
  const tokens = tokensOf(source.replace(/^\uFEFF/, '').trim())
  if (!tokens) return { ok: false, faults: [{ line: 1, detail: 'form' }] }
  const [opening, ...rest] = tokens.filter((token) => !isBlank(token.text) && !token.text.startsWith('<!--'))
  const closing = rest.pop()
  if (!opening || !/^<svg[\s>]/.test(opening.text) || closing?.text !== '</svg>') {
    return { ok: false, faults: [{ line: opening?.line ?? 1, detail: 'form' }] }
  }

  const faults: FigureFault[] = []
  const viewBox = inspectRoot(opening, faults)
  const isTitled = rest.some((token) => token.text === '<title>')
  if (!isTitled) faults.push({ line: opening.line, detail: 'title' })
  const inner = rest.map((token) => inspectToken(token, scope, faults))
  if (!isBalanced(rest)) faults.push({ line: closing.line, detail: 'form' })
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, figure: { viewBox, inner: withoutTitle(inner.join('')) } }
}

function inspectRoot(token: Token, faults: FigureFault[]): string {
  const attributes = attributesOf(token.text)
  for (const [name, value] of attributes) {
    if (name === 'xmlns' && value === 'http://www.w3.org/2000/svg') continue
    if (name !== 'viewBox') faults.push({ line: token.line, detail: `attribute:${name}` })
  }
  const viewBox = attributes.find(([name]) => name === 'viewBox')?.[1] ?? ''
  const height = Number(viewBox.split(' ')[3])
  if (!viewBoxPattern.test(viewBox) || height > highest) faults.push({ line: token.line, detail: 'viewBox' })
  return viewBox
}

function inspectToken(token: Token, scope: string, faults: FigureFault[]): string {
  if (!token.text.startsWith('<')) return token.text
  const name = /^<\/?([A-Za-z]+)/.exec(token.text)?.[1] ?? ''
  if (!elements.includes(name)) {
    faults.push({ line: token.line, detail: `element:${name || token.text.slice(0, 20)}` })
    return ''
  }
  if (token.text.startsWith('</')) return `</${name}>`
  const attributes = attributesOf(token.text).map(([attribute, value]) => {
    const pattern = Object.hasOwn(attributePatterns, attribute) ? attributePatterns[attribute] : undefined
    if (!pattern) faults.push({ line: token.line, detail: `attribute:${attribute}` })
    else if (!pattern.test(value))
      faults.push({ line: token.line, detail: `value:${attribute}="${value.slice(0, 40)}"` })
    return ` ${attribute}="${attribute === 'id' ? `${scope}-${value}` : value}"`
  })
  return `<${name}${attributes.join('')}${token.text.endsWith('/>') ? '/' : ''}>`
}

/** Tags, comments and texts in order; null when the source is not made of these alone. */
function tokensOf(source: string): readonly Token[] | null {
  const pattern = /<!--(?:(?!--)[\s\S])*-->|<\/?[A-Za-z]+(?:\s+[\w:-]+="[^"<>]*")*\s*\/?>|[^<>]+/g
  const tokens: Token[] = []
  let end = 0
  let line = 1
  for (const match of source.matchAll(pattern)) {
    if (match.index !== end) return null
    tokens.push({ text: match[0], line })
    line += match[0].split('\n').length - 1
    end = match.index + match[0].length
  }
  return end === source.length && tokens.every(isPlain) ? tokens : null
}

/** Text may hold the five entities of XML and no others. */
function isPlain({ text }: Token): boolean {
  return text.startsWith('<') || !/&(?!(?:amp|lt|gt|quot|apos);)/.test(text)
}

function attributesOf(tag: string): ReadonlyArray<readonly [name: string, value: string]> {
  return [...tag.matchAll(/\s([\w:-]+)="([^"<>]*)"/g)].map(([, name = '', value = '']) => [name, value] as const)
}

function isBalanced(tokens: readonly Token[]): boolean {
  const open: string[] = []
  for (const { text } of tokens) {
    if (!text.startsWith('<') || text.endsWith('/>')) continue
    const name = /^<\/?([A-Za-z]+)/.exec(text)?.[1] ?? ''
    if (!text.startsWith('</')) open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}

function isBlank(text: string): boolean {
  return !text.startsWith('<') && text.trim() === ''
}

/** The text alternative stands on <svg> itself: a <title> would be read twice and pop up under the pointer. */
function withoutTitle(inner: string): string {
  return inner.replace(/<title>[^<]*<\/title>/g, '')
}
