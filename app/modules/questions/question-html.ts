import { escaped } from '~/platform/html.ts'

/*
 * A question's text as HTML: paragraphs, pictures, tables. The same on paper, in practice and in the bank. Everything is
 * escaped; a picture leads to our own store by the hash of its bytes.
 */
const picture = /!\[([^\]]*)\]\(image:([0-9a-f]{64})\)/g

export function questionHtml(text: string, picturePath: (hash: string) => string): string {
  return blocksOf(text)
    .map((block) => (block.isTable ? tableHtml(block.lines, picturePath) : paragraphHtml(block.lines, picturePath)))
    .join('')
}

type Block = { readonly isTable: boolean; readonly lines: string[] }

/** Lines that stand together; an empty line parts paragraphs, lines with bars make a table. */
function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    const last = blocks.at(-1)
    const isTable = line.startsWith('|') && line.endsWith('|') && line.length > 2
    if (line === '') blocks.push({ isTable: false, lines: [] })
    else if (last && last.isTable === isTable && last.lines.length > 0) last.lines.push(line)
    else blocks.push({ isTable, lines: [line] })
  }
  return blocks.filter(({ lines }) => lines.length > 0)
}

function paragraphHtml(lines: readonly string[], picturePath: (hash: string) => string): string {
  return `<p>${lines.map((line) => inlineHtml(line, picturePath)).join('<br>')}</p>`
}

function tableHtml(lines: readonly string[], picturePath: (hash: string) => string): string {
  const rows = lines
    .filter((line) => !/^[|\-:\s]+$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => `<td>${inlineHtml(cell.trim(), picturePath)}</td>`),
    )
  return `<table><tbody>${rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</tbody></table>`
}

/** A line with its pictures: what is between them is escaped, their alternatives too. */
export function inlineHtml(line: string, picturePath: (hash: string) => string): string {
  let html = ''
  let from = 0
  for (const match of line.matchAll(picture)) {
    const [whole, alternative = '', hash = ''] = match
    html += escaped(line.slice(from, match.index))
    html += `<img src="${escaped(picturePath(hash))}" alt="${escaped(alternative)}" loading="lazy">`
    from = match.index + whole.length
  }
  return html + escaped(line.slice(from))
}
