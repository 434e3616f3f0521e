import { createContext } from 'react'
import { paths } from '~/paths.ts'
import { partsOf } from './document.ts'

/*
 * A document's HTML travels once. On the server it comes through the load context and is put into the
 * finished page (`document-bytes.server.ts`); before hydration the client reads it
 * from the page itself; on navigation it is fetched by hash. Keyed by hash, the string never changes while mounted.
 */
export const DocumentsContext = createContext<Pick<ReadonlySet<string>, 'has'>>(new Set())

/** What React writes on the server where a part belongs; `withDocuments` puts the part in its place. Text cannot forge it. */
export function markOfPart(key: string): string {
  return `<!--part ${key}-->`
}
export const partOfMark = /<!--part ([\w:-]+)-->/

/** Parts of documents by «hash:number». */
const known = new Map<string, string>()
const onTheWay = new Map<string, Promise<void>>()

export function partKey(hash: string, part: number): string {
  return `${hash}:${part}`
}

/** Called once before hydration. What the page holds is the string that React shall find there. */
export function collectDocuments(page: Pick<Document, 'querySelectorAll'>): void {
  for (const element of page.querySelectorAll('[data-document]')) {
    known.set(element.getAttribute('data-document') ?? '', element.innerHTML)
  }
}

export function knownPart(hash: string, part: number): string | undefined {
  return known.get(partKey(hash, part))
}

export function rememberDocument(hash: string, html: string): void {
  partsOf(html).forEach((part, at) => {
    known.set(partKey(hash, at), part)
  })
}

/** Fetches what is not here yet; a route's `clientLoader` waits for it, so that navigation shows the text at once. */
export function ensureDocument(hash: string, get: typeof fetch = fetch): Promise<void> {
  if (knownPart(hash, 0) !== undefined) return Promise.resolve()
  const under = onTheWay.get(hash)
  if (under) return under
  const fetching = fetchDocument(hash, get).finally(() => onTheWay.delete(hash))
  onTheWay.set(hash, fetching)
  return fetching
}

async function fetchDocument(hash: string, get: typeof fetch): Promise<void> {
  const response = await get(paths.document(hash), { headers: { Accept: 'text/html' } })
  if (!response.ok || response.redirected) throw new Error(`document ${hash}: ${response.status}`)
  rememberDocument(hash, await response.text())
}
