/*
 * A page that is kept on a device: the page as the server wrote it, with the files of its own build and its pictures, in a
 * cache of its own. A copy is whole or it is nothing, belongs to one person, and is replaced by a newer one as a whole: files
 * of two builds never meet. The page makes the copy (page-keeper.ts), the worker only shows it (kept.worker.ts).
 */
export const workerPath = '/worker.js'
/** The worker shows a sentence of its own where nothing is kept, and this is what it looks like. */
export const plainStylePath = '/worker.css'
/** The server allows a page to be kept, and says for whom. */
export const keptForHeader = 'X-Kept-For'
/** Lies in a cache when everything else does, and says what is in it. */
export const labelPath = '/kept-copy'

const cachePrefix = 'yucai-kept '
const day = 24 * 60 * 60_000
/** A set of the day is of little use after that, and a phone may be lost. */
const keptForMs = 3 * day

export type KeptCopy = {
  /** the name of its cache */
  readonly name: string
  readonly path: string
  readonly personId: string
  /** by the clock of the device, and how far that of the site was ahead of it */
  readonly keptAt: number
  readonly siteAhead: number
}

export function keptFor(personId: string): Readonly<Record<string, string>> {
  return { [keptForHeader]: personId }
}

export function nameOfCopy(keptAt: number, random: string): string {
  return `${cachePrefix}${keptAt} ${random}`
}

/** Caches that hold copies, whole or not; the device may have others. */
export function isOfCopy(name: string): boolean {
  return name.startsWith(cachePrefix)
}

type Asked = {
  readonly method: string
  /** of the request: a page is asked for by a navigation */
  readonly mode: string
  readonly url: string
}

/** What a request is to the worker. Null: it is none of its business, and the browser does what it always does. */
export function partOf(
  { method, mode, url }: Asked,
  origin: string,
  isKeepable: (path: string) => boolean,
): 'page' | 'file' | 'style' | null {
  const asked = URL.canParse(url) ? new URL(url) : null
  if (method !== 'GET' || asked?.origin !== origin || asked.search !== '') return null
  if (mode === 'navigate') return isKeepable(asked.pathname) ? 'page' : null
  if (asked.pathname === plainStylePath) return 'style'
  return isFile(asked.pathname) ? 'file' : null
}

/** Named by the hash of their bytes: whoever keeps one has the right one. */
const filePattern = '/assets/[\\w.~-]+|/pictures/[0-9a-f]{64}'

function isFile(pathname: string): boolean {
  return new RegExp(`^(?:${filePattern})$`).test(pathname)
}

/** Everything that a page names between quotes and a copy must hold, each once. */
export function filesOf(html: string): readonly string[] {
  return [
    ...new Set([...html.matchAll(new RegExp(`["'](${filePattern})\\\\?["']`, 'g'))].flatMap(([, path]) => path ?? [])),
  ]
}

/** The newest copy of a page that is not too old. */
export function copyToShow(copies: readonly KeptCopy[], path: string, now: number): KeptCopy | null {
  const fitting = copies.filter((copy) => copy.path === path && isFresh(copy, now))
  return fitting.toSorted((one, other) => other.keptAt - one.keptAt)[0] ?? null
}

function isFresh({ keptAt }: KeptCopy, now: number): boolean {
  return now - keptAt < keptForMs
}

/**
 * Caches that go when a copy has been made whole: everybody else's, older ones of the same page, what has grown too old, and
 * what never became whole.
 */
export function namesToDrop(
  names: readonly string[],
  copies: readonly KeptCopy[],
  made: KeptCopy,
  now: number,
): readonly string[] {
  const stays = (copy: KeptCopy) =>
    copy.name === made.name || (copy.personId === made.personId && copy.path !== made.path && isFresh(copy, now))
  const staying = new Set([made, ...copies].filter(stays).map(({ name }) => name))
  return names.filter((name) => isOfCopy(name) && !staying.has(name))
}

type Answered = { readonly status: number; readonly type: string; readonly keptFor: string | null }

/** What the server's answer to a kept page says of the copies on the device: those that may not stay. */
export function refutedBy({ status, type, keptFor }: Answered, copies: readonly KeptCopy[]): readonly KeptCopy[] {
  // Led away to sign in: her session has ended, which is not signing out. A server that is broken says nothing of anybody.
  if (type === 'opaqueredirect' || (status >= 300 && status < 400) || status >= 500 || status === 429) return []
  return copies.filter(({ personId }) => personId !== keptFor)
}
