/*
 * The encodings in which question files come: UTF-8 with and without a mark, UTF-16 of old Notepads («Unicode»), GBK and
 * GB18030 of Chinese Windows. GB18030 holds GBK, so one decoder reads both.
 */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
export type DecodedText = { readonly text: string; readonly encoding: Encoding }

export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = markOf(bytes)
  if (marked) return decoded(bytes, marked)
  const bare = bareUtf16(bytes)
  if (bare) return decoded(bytes, bare)
  // Text in GBK that is well-formed UTF-8 by chance has to be a few characters long; UTF-8 comes first.
  if (isUtf8(bytes)) return decoded(bytes, 'utf-8')
  const gb = decoded(bytes, 'gb18030')
  // One broken byte in a long UTF-8 text must not turn all of it into rare characters.
  const utf = decoded(bytes, 'utf-8')
  return damage(utf.text) < damage(gb.text) ? utf : gb
}

function markOf(bytes: Uint8Array): Encoding | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0x84 && second === 0x31 && third === 0x95 ? 'gb18030' : null
}

/** Without its mark, UTF-16 shows itself by zeros on one side of its line ends, blanks and digits. */
function bareUtf16(bytes: Uint8Array): Encoding | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null
  const zeros = [0, 0]
  const looked = Math.min(bytes.length, 4_096)
  for (let at = 0; at < looked; at++) {
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  const isOften = (count: number) => count > 1 && count * 50 > looked
  if (isOften(odd) && even === 0) return 'utf-16le'
  return isOften(even) && odd === 0 ? 'utf-16be' : null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function decoded(bytes: Uint8Array, encoding: Encoding): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes).replace(/^\uFEFF/, ''), encoding }
}

/** How much of a text cannot have been meant: what could not be read, private characters, rare ones that GBK makes of UTF-8. */
function damage(text: string): number {
  return [...text.matchAll(/[\uFFFD\uE000-\uF8FF]|[锟鐨涓鍦鏄绀浼宸浣閫夐]/gu)].length
}
