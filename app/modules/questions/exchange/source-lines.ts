/** A line of a source that says something. Blank lines are only remembered. */
export type SourceLine = {
  /** number in the source, from 1: of a line, or of a paragraph of a document */
  readonly line: number
  readonly text: string
  /** the same, character by character, with everything in the width and the alphabet of a keyboard: for recognising marks */
  readonly folded: string
  readonly isAfterBlank: boolean
}

/** A part of a line on its way into a field of a question. */
export type Piece = {
  readonly line: number
  readonly text: string
  readonly isAfterBlank: boolean
  /** length of the whole source line: a line that filled its page was broken by the page */
  readonly width: number
}

export function sourceLines(text: string): readonly SourceLine[] {
  return numberedLines(
    text.split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/).map((line, at) => ({ line: at + 1, text: line })),
  )
}

export function numberedLines(
  lines: ReadonlyArray<{ readonly line: number; readonly text: string }>,
): readonly SourceLine[] {
  const found: SourceLine[] = []
  let isAfterBlank = false
  for (const { line, text } of lines) {
    const clean = visible(text)
    if (clean !== '') found.push({ line, text: clean, folded: fold(clean), isAfterBlank })
    isAfterBlank = clean === ''
  }
  return found
}

/** Without control characters and marks that nobody sees; they come along from web pages and chats. */
function visible(text: string): string {
  return text
    .replace(/[^\P{Cc}\t]|[\u200B-\u200F\u202A-\u202E\u2060\uFEFF\u00AD]|\p{Cs}/gu, '')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')
}

/** Letters of other alphabets that look Latin: recognition of scans and careless keyboards put them before options. */
const lookalikes = new Map([...'АВСЕНКМОРТХ'].map((letter, at) => [letter, 'ABCEHKMOPTX'[at] ?? letter]))
for (const [at, letter] of [...'ΑΒΕΗΚΜΟΡΤΧ'].entries()) lookalikes.set(letter, 'ABEHKMOPTX'[at] ?? letter)

/** One UTF-16 unit becomes one: places found in the folded text hold in the text. */
export function fold(text: string): string {
  return text.replace(
    /[\uFF01-\uFF5E\u3000\u00A0\u2000-\u200A\u202F\u205FＡ-Ｚ\u0391-\u03A9\u0410-\u0425〔〕﹙﹚﹒]/g,
    (one) => {
      const code = one.charCodeAt(0)
      if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
      return foldedSigns.get(one) ?? lookalikes.get(one) ?? (code >= 0x0391 && code <= 0x0425 ? one : ' ')
    },
  )
}
const foldedSigns = new Map([...'〔[〕]﹙(﹚)﹒.'.matchAll(/(.)(.)/g)].map(([, from = '', to = '']) => [from, to]))

export function pieceOf(line: SourceLine, from = 0, to?: number): Piece {
  const text = line.text.slice(from, to).trim()
  return { line: line.line, text, isAfterBlank: from === 0 && line.isAfterBlank, width: line.text.length }
}

/**
 * How long a full line of this text is, or null where its lines are all meant: a text copied from a PDF breaks its
 * paragraphs at the right margin.
 */
export function pageWidth(lines: readonly SourceLine[]): number | null {
  const widths = lines.map(({ text }) => text.length).toSorted((a, b) => a - b)
  const full = widths[Math.floor(widths.length * 0.9)] ?? 0
  const near = widths.filter((width) => width >= full * 0.85 && width <= full * 1.15).length
  return full >= 14 && full <= 60 && near >= 3 ? full : null
}

const startsAnew =
  /^(?:[①-⑳•·●○◆◇■□▪➢\-—|]|!\[|[(（]?\d{1,2}[)）、.．]|[(（]?[一二三四五六七八九十]{1,2}[)）、]|[“"《])/
const endsSentence = /[。！？!?；;：:|…]$/

/** Lines that the page broke are made whole; the others stay lines. */
export function joinPieces(pieces: readonly Piece[], width: number | null): string {
  let text = ''
  let last: Piece | null = null
  for (const piece of pieces) {
    if (piece.text === '') continue
    text = last === null ? piece.text : text + seam(last, piece, width) + piece.text
    last = piece
  }
  return text
}

function seam(before: Piece, after: Piece, width: number | null): string {
  if (width === null || after.isAfterBlank || before.width < width * 0.75) return '\n'
  if (endsSentence.test(before.text) || startsAnew.test(after.text)) return '\n'
  return /[A-Za-z0-9,.]$/.test(before.text) && /^[A-Za-z0-9]/.test(after.text) ? ' ' : ''
}

export function isTableLine(text: string): boolean {
  return /^\|.*\|$/.test(text)
}
