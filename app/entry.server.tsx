import { setImmediate as turn } from 'node:timers/promises'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { withDocuments } from '~/modules/content/document-bytes.server.ts'
import { DocumentsContext } from '~/modules/content/documents.ts'
import { KeptScripts } from '~/platform/kept-scripts.server.ts'
import { NonceContext } from '~/ui/nonce.ts'
import { HasKeptScriptsContext } from '~/ui/page-scripts.tsx'

const scripts = new KeptScripts()

/** Stands where React leaves out what is not loaded yet: the sentences of failures, the first time one is shown. */
const leftOut = '<!--$!-->'

/**
 * Renders a page in one piece. Our loaders defer nothing, so there is nothing to wait for: what they said is read first and
 * written behind the page, as `RemixServer` writes it while it streams. React fills a string in two thirds of the time that
 * it takes to feed a stream.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  { serverHandoffStream, ...remixContext }: EntryContext,
  { nonce, documents }: AppLoadContext,
): Promise<Response> {
  const handoff = await handoffScripts(serverHandoffStream, nonce)
  // Whoever else has asked meanwhile is read first: answers then leave together, and the machine wakes its sockets once.
  await turn()
  const { matches, errors } = remixContext.staticHandlerContext
  // A page of an error has the scripts of the routes above it only; in development they change under our hands.
  const isSettled = !errors && !import.meta.env.DEV && !matches.some(({ route: { path } }) => path === '*')
  const route = isSettled ? matches.map(({ route: { id } }) => id).join(' ') : null
  const hasKept = route !== null && scripts.has(route)
  const write = () =>
    renderToString(
      <NonceContext.Provider value={nonce}>
        <DocumentsContext.Provider value={documents}>
          <HasKeptScriptsContext.Provider value={hasKept}>
            <RemixServer context={remixContext} url={request.url} nonce={nonce} />
          </HasKeptScriptsContext.Provider>
        </DocumentsContext.Provider>
      </NonceContext.Provider>,
    )
  let page = write()
  if (page.includes(leftOut)) {
    await turn()
    page = write()
  }
  if (hasKept) page = scripts.complete(route, page, nonce)
  else if (route !== null) scripts.keep(route, page, nonce)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(withDocuments(`<!DOCTYPE html>${page}${handoff}`, documents), { status, headers })
}

/** What the browser's copy of the page starts from: the same scripts that `RemixServer` writes when it is given the stream. */
async function handoffScripts(stream: EntryContext['serverHandoffStream'], nonce: string): Promise<string> {
  if (!stream) return ''
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let scripts = ''
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    scripts += handoffScript(`enqueue(${inScript(decoder.decode(read.value, { stream: true }))})`, nonce)
  }
  return scripts + handoffScript('close()', nonce)
}

function handoffScript(act: string, nonce: string): string {
  return `<script nonce="${nonce}">window.__remixContext.streamController.${act};</script>`
}

/** A text as JavaScript that may stand inside a script element: nothing in it ends the element. */
function inScript(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
