/*
 * Signs that Word writes as characters of a symbol font: a tick is «ü» in Wingdings. What they show, in characters that
 * every font has.
 */
const fonts: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    ...{ 252: '√', 254: '√', 251: '×', 253: '×', 111: '□', 168: '□', 108: '●', 110: '■', 117: '◆' },
    ...{ 161: '○', 164: '◎', 216: '➢', 224: '→', 171: '★' },
    ...Object.fromEntries(Array.from({ length: 10 }, (_, at) => [0x81 + at, String.fromCharCode(0x2460 + at)])),
  },
  'wingdings 2': { 80: '√', 82: '√', 79: '×', 81: '×', 83: '×', 84: '×', 163: '□', 153: '○' },
  'wingdings 3': { 34: '→' },
  symbol: {
    ...{ 214: '√', 180: '×', 183: '•', 184: '÷', 177: '±', 163: '≤', 179: '≥', 185: '≠', 174: '→', 165: '∞' },
    ...{ 97: 'α', 98: 'β', 103: 'γ', 100: 'δ', 108: 'λ', 109: 'μ', 112: 'π', 115: 'σ', 68: 'Δ', 83: 'Σ' },
  },
}

export function isSymbolFont(font: string | undefined): boolean {
  return font !== undefined && Object.hasOwn(fonts, font.toLowerCase())
}

/** The sign for a code of the font; where it is not known, a square to be seen. */
export function symbolOf(font: string, code: number): string {
  const plain = code >= 0xf000 ? code - 0xf000 : code
  return fonts[font.toLowerCase()]?.[plain] ?? (plain < 0x20 ? '' : '□')
}

/** Text that is set in a symbol font, or that holds the private characters of one. */
export function readSymbols(text: string, font: string | undefined): string {
  if (font && isSymbolFont(font))
    return [...text].map((one) => (one === ' ' ? one : symbolOf(font, one.codePointAt(0) ?? 0))).join('')
  return text.replace(/[\uF020-\uF0FF]/g, (one) => symbolOf('wingdings', one.charCodeAt(0)))
}
