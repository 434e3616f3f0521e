import { folded, tokensOfQuery } from './tokens.ts'

export type SnippetPart = { readonly text: string; readonly isHit: boolean }

const longest = 90
const lead = 24

/** The part of a text around what was asked for, with the hits marked. */
export function snippetOf(text: string, query: string): readonly SnippetPart[] {
  const hits = hitsIn(text, query)
  const first = hits[0]?.from ?? 0
  const from = first <= lead ? 0 : first - lead
  const to = Math.min(text.length, from + longest)
  const parts: SnippetPart[] = []
  let at = from
  for (const hit of hits) {
    if (hit.from >= to) break
    if (hit.from > at) parts.push({ text: text.slice(at, hit.from), isHit: false })
    const end = Math.min(hit.to, to)
    if (end > Math.max(at, hit.from)) parts.push({ text: text.slice(Math.max(at, hit.from), end), isHit: true })
    at = Math.max(at, end)
  }
  if (at < to) parts.push({ text: text.slice(at, to), isHit: false })
  return framed(parts, from > 0, to < text.length)
}

function framed(parts: readonly SnippetPart[], isCutBefore: boolean, isCutAfter: boolean): readonly SnippetPart[] {
  const dots = { text: '…', isHit: false }
  return [...(isCutBefore ? [dots] : []), ...parts, ...(isCutAfter ? [dots] : [])]
}

type Span = { readonly from: number; readonly to: number }

/** Where the query's words stand in the text, in order; neighbours and overlaps are one. */
function hitsIn(text: string, query: string): readonly Span[] {
  const { plain, places } = foldedWithPlaces(text)
  const words = queryWords(query)
  const spans: Span[] = []
  for (const word of words) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
      spans.push({ from: places[at] ?? 0, to: places[at + word.length] ?? text.length })
    }
  }
  return joined(spans)
}

/** Whole words first; when none of them stands there as it is, the pairs that the search went by. */
function queryWords(query: string): readonly string[] {
  const whole = folded(query).match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set([...whole, ...tokensOfQuery(query)])].toSorted((a, b) => b.length - a.length)
}

/** Folding may change lengths («ﬁ» is two letters): `places` leads from each folded unit back to the text. */
function foldedWithPlaces(text: string): { plain: string; places: readonly number[] } {
  let plain = ''
  const places: number[] = []
  let at = 0
  for (const character of text) {
    const one = folded(character)
    for (let unit = 0; unit < one.length; unit++) places.push(at)
    plain += one
    at += character.length
  }
  return { plain, places }
}

function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = result.at(-1)
    if (last && span.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else result.push(span)
  }
  return result
}
