/*
 * One-time codes, read from paper and typed on a phone: eight of 30 characters, none of which looks like another
 * (no 0 O, 1 I L, U like V). 39 bits, valid for 72 hours, once.
 */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ' as const
const length = 8
const readAs: Readonly<Record<string, string>> = { U: 'V' }

export const codeLifetimeMs = 72 * 3_600_000

/** `bytes`: random; those that would favour some characters over others are passed over. Null when there were too few. */
export function codeFrom(bytes: Uint8Array): string | null {
  const fair = Math.floor(256 / codeAlphabet.length) * codeAlphabet.length
  const picked = [...bytes].filter((byte) => byte < fair).slice(0, length)
  return picked.length < length ? null : picked.map((byte) => codeAlphabet[byte % codeAlphabet.length]).join('')
}

/** On paper: «7KQ2-M9XR». */
export function shownCode(code: string): string {
  return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`
}

/** What was typed, in any case or width, with spaces or without; null when it cannot be a code. */
export function typedCode(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
  const code = [...plain].map((character) => readAs[character] ?? character).join('')
  return code.length === length && [...code].every((character) => codeAlphabet.includes(character)) ? code : null
}
