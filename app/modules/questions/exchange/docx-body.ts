import { mathText } from './docx-math.ts'
import type { Counter, NumberPlace } from './docx-numbering.ts'
import { isSymbolFont, readSymbols, symbolOf } from './docx-symbols.ts'
import { elementOf, elementsOf, isElement, textIn, type XmlElement } from './xml-tree.ts'

/** What a document's text refers to. */
export type DocxParts = {
  readonly count: Counter
  /** where the paragraphs of a style are numbered */
  readonly placeOfStyle: (style: string) => NumberPlace | null
  /** the text that stands for a picture: its marker, or a word where it cannot be shown */
  readonly picture: (relation: string, name: string, line: number) => string
  readonly footnote: (id: string) => string
  readonly onFormula: (line: number) => void
}

/** A line of the document: its paragraph's number, from 1. */
export type DocxLine = { readonly line: number; readonly text: string; readonly isFirst: boolean }

/** The document as lines: paragraphs, soft breaks within them, rows of tables as «| a | b |». */
export function docxLines(body: XmlElement, parts: DocxParts): readonly DocxLine[] {
  const walk: Walk = { parts, number: 0, boxes: [] }
  return blocksOf(body, walk)
}

type Walk = { readonly parts: DocxParts; number: number; boxes: XmlElement[] }

function blocksOf(parent: XmlElement, walk: Walk): readonly DocxLine[] {
  return elementsOf(parent).flatMap((element): readonly DocxLine[] => {
    switch (element.name) {
      case 'w:p':
        return paragraphLines(element, walk)
      case 'w:tbl':
        return tableLines(element, walk)
      case 'w:sdt':
        return blocksOf(elementOf(element, 'w:sdtContent') ?? element, walk)
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
      case 'w:txbxContent':
        return blocksOf(element, walk)
      case 'mc:AlternateContent':
        return blocksOf(elementOf(element, 'mc:Choice') ?? element, walk)
      default:
        return []
    }
  })
}

function paragraphLines(paragraph: XmlElement, walk: Walk): readonly DocxLine[] {
  walk.number += 1
  const line = walk.number
  const outside = walk.boxes
  walk.boxes = []
  const text = inlineText(paragraph, walk, line)
  const label = text.trim() === '' ? '' : numberOf(paragraph, walk.parts)
  const lines = (label + text).split('\n').map((one, at): DocxLine => ({ line, text: one, isFirst: at === 0 }))
  // What stands in text boxes of a paragraph follows it.
  const boxed = walk.boxes.flatMap((box) => blocksOf(box, walk))
  walk.boxes = outside
  return [...lines, ...boxed]
}

function numberOf(paragraph: XmlElement, { count, placeOfStyle }: DocxParts): string {
  const properties = elementOf(paragraph, 'w:pPr')
  const own = elementOf(properties, 'w:numPr')
  const style = elementOf(properties, 'w:pStyle')?.attributes['w:val']
  const ofStyle = style === undefined ? null : placeOfStyle(style)
  const numId = elementOf(own, 'w:numId')?.attributes['w:val'] ?? ofStyle?.numId
  const level = Number(elementOf(own, 'w:ilvl')?.attributes['w:val'] ?? ofStyle?.level ?? 0)
  return numId === undefined || numId === '0' ? '' : count({ numId, level })
}

function inlineText(parent: XmlElement, walk: Walk, line: number): string {
  return elementsOf(parent)
    .map((element) => inlineOf(element, walk, line))
    .join('')
}

function inlineOf(element: XmlElement, walk: Walk, line: number): string {
  switch (element.name) {
    case 'w:r':
      return runText(element, walk, line)
    case 'm:oMath':
    case 'm:oMathPara':
      walk.parts.onFormula(line)
      return mathText(element)
    case 'w:sdt':
      return inlineText(elementOf(element, 'w:sdtContent') ?? element, walk, line)
    case 'w:ruby':
      return inlineText(elementOf(element, 'w:rubyBase') ?? element, walk, line)
    case 'mc:AlternateContent':
      return inlineText(elementOf(element, 'mc:Choice') ?? elementOf(element, 'mc:Fallback') ?? element, walk, line)
    // Deleted and moved away: what a reader of the document no longer sees.
    case 'w:del':
    case 'w:moveFrom':
    case 'w:pPr':
      return ''
    case 'w:txbxContent':
      walk.boxes.push(element)
      return ''
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return drawn(element, walk, line, '')
    case 'w:ins':
    case 'w:moveTo':
    case 'w:hyperlink':
    case 'w:smartTag':
    case 'w:customXml':
    case 'w:fldSimple':
    case 'w:bdo':
    case 'w:dir':
      return inlineText(element, walk, line)
    default:
      return ''
  }
}

function runText(run: XmlElement, walk: Walk, line: number): string {
  const properties = elementOf(run, 'w:rPr')
  const fonts = elementOf(properties, 'w:rFonts')?.attributes
  const font = [fonts?.['w:ascii'], fonts?.['w:hAnsi']].find(isSymbolFont)
  const text = elementsOf(run)
    .map((element) => pieceOfRun(element, walk, line, font))
    .join('')
  // Blanks with a line under them are a place to write: «____».
  const underline = elementOf(properties, 'w:u')?.attributes['w:val']
  const isLine = underline !== undefined && underline !== 'none' && /^[ \t\u3000\u00A0]+$/.test(text)
  return isLine ? '_'.repeat(Math.max(4, Math.min(12, text.length))) : text
}

function pieceOfRun(element: XmlElement, walk: Walk, line: number, font: string | undefined): string {
  switch (element.name) {
    case 'w:t':
      return readSymbols(textIn(element), font).replace(/\n/g, ' ')
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:br':
    case 'w:cr':
      return '\n'
    case 'w:noBreakHyphen':
      return '-'
    case 'w:sym':
      return symbolOf(element.attributes['w:font'] ?? '', Number.parseInt(element.attributes['w:char'] ?? '0', 16))
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return walk.parts.footnote(element.attributes['w:id'] ?? '')
    case 'w:instrText':
      return fieldText(textIn(element), walk, line)
    default:
      return inlineOf(element, walk, line)
  }
}

/** «eq \o\ac(○,1)» is how Word circles a number; other fields have their result beside them. */
function fieldText(code: string, walk: Walk, line: number): string {
  if (!/^\s*eq\b/i.test(code)) return ''
  const circled = /\\o\s*\\ac\s*\(\s*[○〇]\s*[,，;]\s*(\d{1,2})\s*\)/i.exec(code)
  if (circled) return String.fromCharCode(0x245f + Number(circled[1]))
  walk.parts.onFormula(line)
  return code
    .replace(/^\s*eq\s*/i, '')
    .replace(/\\[a-z]+/gi, '')
    .trim()
}

/** Pictures and text boxes of a drawing, old and new. */
function drawn(element: XmlElement, walk: Walk, line: number, name: string): string {
  return element.children
    .filter(isElement)
    .map((child) => {
      const { attributes } = child
      if (child.name === 'mc:Fallback') return ''
      if (child.name === 'w:txbxContent') return inlineOf(child, walk, line)
      if (child.name === 'a:blip')
        return walk.parts.picture(attributes['r:embed'] ?? attributes['r:link'] ?? '', name, line)
      if (child.name === 'v:imagedata')
        return walk.parts.picture(
          attributes['r:id'] ?? attributes['o:relid'] ?? '',
          attributes['o:title'] ?? name,
          line,
        )
      const own = elementOf(element, 'wp:docPr')?.attributes
      return drawn(child, walk, line, own?.descr || own?.title || name)
    })
    .join('')
}

function tableLines(table: XmlElement, walk: Walk): readonly DocxLine[] {
  const rows = rowsOf(table)
  const widest = Math.max(0, ...rows.map((row) => elementsOf(row, 'w:tc').length))
  // A table of one column is a frame around paragraphs.
  if (widest <= 1) return rows.flatMap((row) => elementsOf(row, 'w:tc').flatMap((cell) => blocksOf(cell, walk)))
  return rows.map((row, at) => {
    const line = walk.number + 1
    const cells = elementsOf(row, 'w:tc').flatMap((cell) => [cellText(cell, walk), ...spanned(cell)])
    return { line, text: `| ${cells.join(' | ')} |`, isFirst: at === 0 }
  })
}

function rowsOf(table: XmlElement): readonly XmlElement[] {
  return elementsOf(table).flatMap((one) => {
    if (one.name === 'w:tr') return [one]
    return one.name === 'w:sdt'
      ? rowsOf(elementOf(one, 'w:sdtContent') ?? one)
      : one.name === 'w:ins'
        ? rowsOf(one)
        : []
  })
}

function cellText(cell: XmlElement, walk: Walk): string {
  return blocksOf(cell, walk)
    .map(({ text }) => text.trim().replace(/^\| | \|$/g, ''))
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll('|', '｜')
}

function spanned(cell: XmlElement): readonly string[] {
  const span = Number(elementOf(cell, 'w:tcPr', 'w:gridSpan')?.attributes['w:val'] ?? 1)
  return Array.from({ length: Math.min(50, Math.max(0, span - 1)) }, () => '')
}
