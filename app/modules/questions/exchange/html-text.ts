import sax from 'sax'
import { isTableLine } from './source-lines.ts'

/*
 * The HTML that editors of other systems write, as our plain text: lines, tables as «| a | b |», pictures by their marker.
 * Only text is taken out; no tag, attribute or script goes further.
 */
export type HtmlPictures = (source: string, name: string) => string

const blocks =
  /^(?:p|div|li|ul|ol|h[1-6]|pre|blockquote|section|article|dl|dt|dd|figure|figcaption|hr|form|fieldset|center)$/
const unseen = /^(?:script|style|head|title|template|noscript|iframe|object|video|audio)$/

type Table = { rows: string[][] }
type List = { readonly isOrdered: boolean; count: number }

export function htmlText(html: string, picture: HtmlPictures): string {
  const out: string[] = ['']
  const tables: Table[] = []
  const lists: List[] = []
  let hidden = 0
  let preformatted = 0
  const write = (text: string) => {
    const cells = tables.at(-1)?.rows.at(-1)
    if (cells && cells.length > 0) cells[cells.length - 1] += text
    else out[out.length - 1] += text
  }
  const breakLine = () => (tables.length > 0 ? write(' ') : out.push(''))
  const breakBlock = () => (tables.length > 0 || out.at(-1)?.trim() === '' ? undefined : out.push(''))
  const parser = sax.parser(false, { lowercase: true, trim: false, normalize: false })
  // Written by people and editors: what is wrong in it is passed over.
  parser.onerror = () => void parser.resume()
  parser.ontext = (text) => {
    if (hidden === 0) write(preformatted > 0 && tables.length === 0 ? text : text.replace(/[ \t\r\n\f]+/g, ' '))
  }
  parser.onopentag = ({ name, attributes }) => {
    const value = (key: string) => String(attributes[key] ?? '')
    if (unseen.test(name)) hidden += 1
    else if (name === 'br') breakLine()
    else if (name === 'img') write(picture(value('src'), value('alt') || value('title')))
    else if (name === 'table') {
      breakBlock()
      tables.push({ rows: [] })
    } else if (name === 'tr') tables.at(-1)?.rows.push([])
    else if (name === 'td' || name === 'th') tables.at(-1)?.rows.at(-1)?.push('')
    else if (name === 'ol' || name === 'ul') lists.push({ isOrdered: name === 'ol', count: 0 })
    else if (name === 'sup' || name === 'sub') write(name === 'sup' ? '^' : '_')
    if (name === 'pre') preformatted += 1
    if (blocks.test(name)) breakBlock()
    const list = lists.at(-1)
    if (name === 'li' && list) {
      list.count += 1
      write(list.isOrdered ? `${list.count}. ` : '• ')
    }
  }
  parser.onclosetag = (name) => {
    if (unseen.test(name)) hidden = Math.max(0, hidden - 1)
    if (name === 'pre') preformatted = Math.max(0, preformatted - 1)
    if (name === 'ol' || name === 'ul') lists.pop()
    if (name === 'table') closeTable(tables, out)
    else if (blocks.test(name)) breakBlock()
  }
  // One element around all: what follows the first one would be taken for text.
  parser.write(`<div>${html.replace(/<!DOCTYPE[^>]*>/gi, '')}</div>`).close()
  return tidy(out)
}

function closeTable(tables: Table[], out: string[]) {
  const table = tables.pop()
  const rows = (table?.rows ?? []).filter((cells) => cells.length > 0)
  const lines = rows.map(
    (cells) => `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').trim().replaceAll('|', '｜')).join(' | ')} |`,
  )
  if (tables.length > 0) {
    const cells = tables.at(-1)?.rows.at(-1)
    if (cells && cells.length > 0) cells[cells.length - 1] += ` ${lines.join(' ').replaceAll('|', ' ')}`
    return
  }
  out.splice(out.length - 1, 1, ...lines, '')
}

/** No blanks at the ends of lines, no empty lines but one between paragraphs that had one. */
function tidy(lines: readonly string[]): string {
  return lines
    .join('\n')
    .split('\n')
    .map((line) => line.replaceAll('\u00A0', ' ').trim())
    .filter((line) => line !== '' && line !== '||')
    .join('\n')
}

/** Our text as HTML that reads back as the same text. `picture` gives the tag for a marker. */
export function textAsHtml(text: string, picture: (line: string) => string): string {
  const lines = text.split('\n')
  const parts: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const table: string[] = []
    while (at < lines.length && isTableLine(lines[at] ?? '')) table.push(lines[at++] ?? '')
    if (table.length > 0) parts.push(tableAsHtml(table, picture))
    const line = lines[at]
    if (line !== undefined) parts.push(`<p>${picture(line)}</p>`)
  }
  return parts.join('')
}

function tableAsHtml(lines: readonly string[], picture: (line: string) => string): string {
  const rows = lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => `<td>${picture(cell.trim())}</td>`),
  )
  return `<table>${rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</table>`
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
