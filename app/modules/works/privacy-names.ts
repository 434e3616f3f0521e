import { blank, type Span } from './privacy-reading.ts'
import {
  doubleSurnames,
  familiar,
  shortTitles,
  surnames,
  titles,
  wordsBeforeFamiliar,
  wordsEndingIn,
  wordsFromFamiliar,
} from './surnames.ts'

/** What may stand between the characters of a name: blanks, and the dot of 阿依古丽·吐尔逊. */
const within = /[\s·•‧・]/

/** The names that the author listed herself, wherever they stand; the longer before one that it contains. */
export function findOwnNames(plain: string, ownNames: readonly string[]): readonly Span[] {
  const places = placesOfLetters(plain)
  const letters = places.map((at) => lowered(plain.charAt(at))).join('')
  const names = [...new Set(ownNames.map(lettersOf))].filter((name) => name.length >= 2)
  const found: Span[] = []
  const taken = new Uint8Array(letters.length)
  for (const name of names.toSorted((a, b) => b.length - a.length)) {
    for (let at = letters.indexOf(name); at !== -1; at = letters.indexOf(name, at + 1)) {
      const end = at + name.length
      const [first, last] = [places[at], places[end - 1]]
      if (first === undefined || last === undefined || taken.subarray(at, end).includes(1)) continue
      if (isInsideWord(plain, first, last)) continue
      taken.fill(1, at, end)
      found.push({ start: first, end: last + 1 })
    }
  }
  return found
}

function placesOfLetters(plain: string): readonly number[] {
  const places: number[] = []
  for (let at = 0; at < plain.length; at += 1) if (!within.test(plain.charAt(at))) places.push(at)
  return places
}

function lettersOf(name: string): string {
  return name
    .normalize('NFKC')
    .split('')
    .filter((one) => !within.test(one))
    .map(lowered)
    .join('')
}

/** Small, unless that would take more room: İ has no small letter of one character. */
function lowered(character: string): string {
  const small = character.toLowerCase()
  return small.length === 1 ? small : character
}

/** Ann is not found in Anna. */
function isInsideWord(plain: string, first: number, last: number): boolean {
  return (
    /[A-Za-z]{2}/.test(plain.slice(Math.max(0, first - 1), first + 1)) ||
    /[A-Za-z]{2}/.test(plain.slice(last, last + 2))
  )
}

/** A surname with a title, 老 or 小 with a surname; not those of whom the text says that they are aliases (化名). */
export function findTitledNames(plain: string): readonly Span[] {
  if (/(?:均|都|皆|全|全部)[是为系用]?了?化名|化名处理/.test(plain)) return []
  const found: Span[] = []
  for (let at = 0; at < plain.length; at += 1) {
    const end = familiarEnd(plain, at) ?? titledEnd(plain, at)
    if (end === null) continue
    found.push({ start: at, end })
    at = end - 1
  }
  const aliases = new Set(
    found.filter((span) => isCalledAlias(plain, span)).map(({ start, end }) => plain.slice(start, end)),
  )
  return found.filter(({ start, end }) => !aliases.has(plain.slice(start, end)))
}

function isCalledAlias(plain: string, { start, end }: Span): boolean {
  const [before, after] = [plain.slice(Math.max(0, start - 6), start), plain.slice(end, end + 6)]
  return /^[\s(（[【"“”'‘’「」,，]{0,3}化名/.test(after) || /化名[\s:："“'‘「为是叫]{0,3}$/.test(before)
}

function familiarEnd(plain: string, at: number): number | null {
  const word = plain.charAt(at)
  if (word !== '老' && word !== '小') return null
  const surname = plain.charAt(at + 1)
  if (!familiar[word].has(surname) || wordsBeforeFamiliar[word].includes(plain.charAt(at - 1) || blank)) return null
  const next = plain.charAt(at + 2) || blank
  if (wordsFromFamiliar[word].get(surname)?.includes(next)) return null
  if (word === '老' && next === '头' && !/[疼痛发晕上]/.test(plain.charAt(at + 3))) return at + 3
  return titleEnd(plain, at + 2) ?? at + 2
}

function titledEnd(plain: string, at: number): number | null {
  const two = plain.slice(at, at + 2)
  if (doubleSurnames.includes(two)) {
    const end = titleEnd(plain, at + 2)
    if (end !== null) return end
  }
  const surname = plain.charAt(at)
  if (!surnames.has(surname) || plain.startsWith('楼组长', at)) return null
  return wordsEndingIn.get(surname)?.includes(plain.charAt(at - 1) || blank) ? null : titleEnd(plain, at + 1)
}

function titleEnd(plain: string, at: number): number | null {
  const title = titles.find((one) => plain.startsWith(one, at))
  if (title) return at + title.length
  const notBefore = shortTitles.get(plain.charAt(at))
  if (notBefore === undefined) return null
  return notBefore.includes(plain.charAt(at + 1) || blank) ? null : at + 1
}
