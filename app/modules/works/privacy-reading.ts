/*
 * A text as it is read when somebody looks for numbers: full-width letters and digits plain, what cannot be seen left out.
 * It may be shorter than what was written, so every character knows where it came from.
 */
export type Reading = {
  readonly plain: string
  /** where each character of `plain` begins in the text as it was given, and where it ends */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** In a reading: nothing to find here, and no neighbour of anything. */
export const blank = '\uE000'

const space = /^[\t\u00A0\u2000-\u200A\u202F\u205F\u3000]$/

export function readPlainly(text: string): Reading {
  const plain: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const written of text) {
    const start = at
    at += written.length
    const read = readCharacter(written)
    for (const [offset, character] of read.split('').entries()) {
      plain.push(character)
      starts.push(read.length > 1 ? start + offset : start)
      ends.push(read.length > 1 ? start + offset + 1 : at)
    }
  }
  return { plain: withoutCodes(plain.join('')), starts, ends }
}

function readCharacter(written: string): string {
  const point = written.codePointAt(0) ?? 0
  if (isUnseen(point)) return ''
  if (point >= 0xff01 && point <= 0xff5e) return String.fromCharCode(point - 0xfee0)
  // Digits in bold, double-struck and the like, which some input methods offer.
  if (point >= 0x1d7ce && point <= 0x1d7ff) return String((point - 0x1d7ce) % 10)
  if (point === 0x2169 || point === 0x2179) return 'X'
  return space.test(written) ? ' ' : written
}

/** Soft hyphens, joiners, marks of direction, variants of a character, the frame of a key. */
function isUnseen(point: number): boolean {
  const isJoiner = (point >= 0x200b && point <= 0x200f) || point === 0xad || point === 0x2060 || point === 0xfeff
  return isJoiner || (point >= 0xfe00 && point <= 0xfe0f) || point === 0x20e3
}

/** A code such as 服-017 stands where something was: its digits are no part of any number. */
function withoutCodes(plain: string): string {
  return plain.replace(/[服案访]-\d{3}/g, (code) => blank.repeat(code.length))
}

export type Span = { readonly start: number; readonly end: number }

export function blanked(plain: string, spans: readonly Span[]): string {
  let [result, at] = ['', 0]
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    result += plain.slice(at, start) + blank.repeat(end - start)
    at = end
  }
  return result + plain.slice(at)
}
