import { createContext } from 'react'

/*
 * A document's HTML travels once. On the server it comes through the load context; before hydration the client reads it
 * from the page itself; on navigation it is fetched by hash. Keyed by hash, the string never changes while mounted.
 */
export const DocumentsContext = createContext<ReadonlyMap<string, string>>(new Map())

const known = new Map<string, string>()

/** Called once before hydration. */
export function collectDocuments(page: Document): void {
  for (const element of page.querySelectorAll('[data-document]')) {
    known.set(element.getAttribute('data-document') ?? '', element.innerHTML)
  }
}

export function knownDocument(hash: string): string | undefined {
  return known.get(hash)
}

export function rememberDocument(hash: string, html: string): void {
  known.set(hash, html)
}
