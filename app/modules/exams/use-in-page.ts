import { useContext, useEffect } from 'react'
import { DocumentsContext, knownPart, markOfPart, partKey } from '~/modules/content/documents.ts'

/**
 * Text that travels only in its own page: questions of a sitting, items of a result. Whoever comes by a link that a script
 * followed has not got it, and the page is loaded anew. `served` names it while a page is written, `key` among all pages.
 */
export function useInPage(served: string, key: string): string {
  const isServed = useContext(DocumentsContext).has(served)
  const html = isServed ? markOfPart(partKey(served, 0)) : knownPart(key, 0)
  useEffect(() => {
    if (html === undefined) window.location.reload()
  }, [html])
  return html ?? ''
}
