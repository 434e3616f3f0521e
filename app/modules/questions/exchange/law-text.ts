import type { LawReference } from '../question.ts'

/*
 * Laws as text, one to a line: «《民法典》 | 第一千零六十二条 | 2021-01-01 | ». What people write without bars is read too:
 * «《民法典》第一千零六十二条». A bar, a backslash or a line break inside a name is written with a backslash.
 */
export function writeLaws(laws: readonly LawReference[]): string {
  return laws
    .map(({ name, article, validFrom, validTo }) =>
      [name, article, validFrom ?? '', validTo ?? ''].map(escaped).join(' | '),
    )
    .join('\n')
}

function escaped(text: string): string {
  return text.replace(/[\\|]/g, '\\$&').replace(/\n/g, '\\n')
}

export function readLaws(text: string): readonly LawReference[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : lawsOfLine(line)))
}

/** The lines that are no law. */
export function unreadLaws(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && lawsOfLine(line).length === 0)
}

const article =
  /第[一二三四五六七八九十百千万零〇\d]+条(?:之[一二三四五六七八九十]+)?(?:第[一二三四五六七八九十\d]+[款项])*/
const day = /^\d{4}-\d{2}-\d{2}$/

function lawsOfLine(line: string): readonly LawReference[] {
  const cells = cellsOf(line)
  if (cells.length === 4) {
    const [name = '', place = '', from = '', to = ''] = cells
    const isDay = (text: string) => text === '' || day.test(text)
    return name !== '' && isDay(from) && isDay(to)
      ? [{ name, article: place, validFrom: from || null, validTo: to || null }]
      : []
  }
  return [...line.matchAll(/《[^》]+》/g)].map((found) => {
    const after = line.slice(found.index + found[0].length)
    const own = after.slice(0, after.indexOf('《') < 0 ? undefined : after.indexOf('《'))
    return { name: found[0], article: article.exec(own)?.[0] ?? '', validFrom: null, validTo: null }
  })
}

function cellsOf(line: string): readonly string[] {
  const cells = ['']
  for (let at = 0; at < line.length; at++) {
    const one = line[at] ?? ''
    const next = line[at + 1]
    if (one === '\\' && next !== undefined) {
      cells[cells.length - 1] += next === 'n' ? '\n' : next
      at++
    } else if (one === '|') cells.push('')
    else cells[cells.length - 1] += one
  }
  return cells.map((cell) => cell.trim())
}
