import { randomBytes } from 'node:crypto'

/*
 * Readers of the same lesson in the same state see the same page, but for a name, a token, a date: such a page is rendered
 * once, with holes where the personal words belong, and each reader's copy is made by filling them. Whatever else the page
 * hangs on is in its key: the address and all loader data with the holes in them.
 */
export type SharedPage = ReadonlyArray<Buffer | string>

type LoaderData = Readonly<Record<string, unknown>>
/** Where a field stands: «notes», «q1», «body»; «*» is each one of a list. */
export type FieldPath = readonly string[]

/** What a reader's copy needs: the data with holes, and the words for them. */
export type Drained = {
  readonly loaderData: LoaderData
  readonly words: readonly string[]
}

type Params = Readonly<Record<string, string | undefined>>

/** Nobody can type it: it is made when the process starts. */
const secret = randomBytes(12).toString('hex')
const holePattern = new RegExp(`hole-${secret}-([\\w:]+)-`)

/** What stands where something is filled in: the n-th word, or what else goes by a name. */
export function holeOf(name: number | string): string {
  return `hole-${secret}-${name}-`
}

/**
 * Takes out of the loader data what is the reader's own: the named fields of the page's route, and in `root` her name. A field
 * that is no text (a lesson not yet finished has no date) stays, and is part of the key.
 */
export function drain(loaderData: LoaderData, route: string, fields: readonly FieldPath[]): Drained {
  const words: string[] = []
  const drained = (data: unknown, [field, ...deeper]: FieldPath): unknown => {
    if (field === undefined) return typeof data === 'string' ? holeOf(words.push(data) - 1) : data
    if (field === '*' && Array.isArray(data)) return data.map((one) => drained(one, deeper))
    return isRecord(data) && field in data ? { ...data, [field]: drained(data[field], deeper) } : data
  }
  return {
    loaderData: {
      ...loaderData,
      root: drained(loaderData.root, ['person', 'name']),
      [route]: fields.reduce<unknown>(drained, loaderData[route]),
    },
    words,
  }
}

/** The same for an address: the named parts of it become holes, for pages that are the same whosever exam it is. */
export function drainAddress(params: Params, names: readonly string[], known: readonly string[]) {
  const own = names.flatMap((name) => params[name] ?? [])
  const holes = own.map((_, at) => holeOf(known.length + at))
  return {
    words: [...known, ...own],
    emptied: (address: string) =>
      address
        .split('/')
        .map((part) => holes[own.indexOf(part)] ?? part)
        .join('/'),
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A rendered page cut at its holes: bytes, and names of holes. */
export function cutAtHoles(page: string): SharedPage {
  return page.split(holePattern).map((piece, at) => (at % 2 === 0 ? Buffer.from(piece) : piece))
}

/** A reader's copy: each hole filled with the bytes that belong there. */
export function fillHoles(page: SharedPage, filling: (name: string) => Buffer): readonly Buffer[] {
  return page.map((piece) => (typeof piece === 'string' ? filling(piece) : piece))
}

/** A word in bytes, as React writes it: in an element and in an attribute alike. */
export function wordBytes(word: string): Buffer {
  return Buffer.from(asReactWrites(word))
}

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}

/** Of a text area React writes a leading line break twice, because the browser takes one away: such a word fills no hole. */
export function canFillHole(word: string): boolean {
  return !word.startsWith('\n')
}

function asReactWrites(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (mark) => replacements[mark] ?? mark) : text
}
