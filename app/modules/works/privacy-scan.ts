import { findMailAddresses } from './privacy-mail.ts'
import { findOwnNames, findTitledNames } from './privacy-names.ts'
import { findNumbers } from './privacy-numbers.ts'
import { findDoorNumbers } from './privacy-places.ts'
import { findPlates } from './privacy-plates.ts'
import { blanked, readPlainly, type Span } from './privacy-reading.ts'

/*
 * Residents are not users: what a trainee writes must not tell who they are. The same scan runs in the browser before she hands
 * in, so that nothing leaves the device for it, and again on the server. It misses what only a person would understand, and
 * says so nowhere: a mentor still reads.
 */
export type PrivacyKind =
  | 'id-number'
  | 'phone'
  | 'bank-card'
  | 'door-number'
  | 'plate'
  | 'e-mail'
  | 'name'
  | 'titled-name'

export type Finding = {
  readonly kind: PrivacyKind
  /** UTF-16 offsets into the text as it was given */
  readonly start: number
  readonly end: number
  readonly text: string
  /** such a work cannot be handed in; the others may stay, with a reason */
  readonly blocks: boolean
}

const blocking: ReadonlySet<PrivacyKind> = new Set<PrivacyKind>(['id-number', 'phone', 'bank-card', 'door-number'])

export function isBlocking(kind: PrivacyKind): boolean {
  return blocking.has(kind)
}

type Hit = Span & { readonly kind: PrivacyKind }

/** What is taken away may uncover something else, «王3栋401阿姨»; nobody writes three things into each other. */
const passes = 3

/** From the first to the last, never overlapping. */
export function scanText(text: string, ownNames: readonly string[]): readonly Finding[] {
  const { plain, starts, ends } = readPlainly(text)
  const hits: Hit[] = []
  for (let pass = 0; pass < passes; pass += 1) {
    const found = scanOnce(blanked(plain, hits), ownNames)
    if (found.length === 0) break
    hits.push(...found)
  }
  return hits
    .toSorted((a, b) => a.start - b.start)
    .map(({ kind, start, end }) => {
      const [from, to] = [starts[start] ?? 0, ends[end - 1] ?? text.length]
      return { kind, start: from, end: to, text: text.slice(from, to), blocks: isBlocking(kind) }
    })
}

/** Each search sees only what the ones before it left. */
function scanOnce(plain: string, ownNames: readonly string[]): readonly Hit[] {
  const searches: ReadonlyArray<(left: string) => readonly Hit[]> = [
    mailHits,
    findNumbers,
    (left) => ofKind('plate', findPlates(left)),
    (left) => ofKind('door-number', findDoorNumbers(left)),
    (left) => ofKind('name', findOwnNames(left, ownNames)),
    (left) => ofKind('titled-name', findTitledNames(left)),
  ]
  const hits: Hit[] = []
  for (const search of searches) hits.push(...search(blanked(plain, hits)))
  return hits
}

function ofKind(kind: PrivacyKind, spans: readonly Span[]): readonly Hit[] {
  return spans.map(({ start, end }) => ({ kind, start, end }))
}

/** A mail address made of a phone number blocks as the phone number does. */
function mailHits(plain: string): readonly Hit[] {
  return findMailAddresses(plain).map(({ start, end }) => {
    const [number] = findNumbers(plain.slice(start, plain.indexOf('@', start)))
    return { kind: number?.kind ?? 'e-mail', start, end }
  })
}

/** The text with a code such as 服-017 in the place of what was found. */
export function replaceFinding(text: string, finding: Finding, code: string): string {
  return text.slice(0, finding.start) + code + text.slice(finding.end)
}
