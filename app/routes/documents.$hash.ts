import { readDocument } from '~/modules/content/documents.server.ts'
import { isSignedIn } from '~/modules/identity/permissions.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'

/** A document's HTML, for a page that was reached by navigation: see `modules/content/documents.ts`. */
export const loader = guarded(isSignedIn, async ({ actor, params }) => {
  const { html } = await readDocument(actor, param(params, 'hash'))
  return new Response(html, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
})
