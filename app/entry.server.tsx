import { setImmediate as turn } from 'node:timers/promises'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { partBytes, withDocuments, withMarks } from '~/modules/content/document-bytes.server.ts'
import { DocumentsContext } from '~/modules/content/documents.ts'
import { KeptScripts } from '~/platform/kept-scripts.server.ts'
import { LatestKept } from '~/platform/latest-kept.ts'
import {
  cutAtHoles,
  drain,
  drainAddress,
  fillHoles,
  holeOf,
  type SharedPage,
  wordBytes,
} from '~/platform/shared-pages.server.ts'
import { NonceContext } from '~/ui/nonce.ts'
import { HasKeptScriptsContext } from '~/ui/page-scripts.tsx'

const scripts = new KeptScripts()
const sharedPages = new LatestKept<string, SharedPage>(300)

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
  { nonce, documents, ownFields, ownParams }: AppLoadContext,
): Promise<Response> {
  const handoff = Buffer.from(await handoffScripts(serverHandoffStream, nonce))
  // Whoever else has asked meanwhile is read first: answers then leave together, and the machine wakes its sockets once.
  await turn()
  const { url } = request
  const route = settledRoute(remixContext)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const pieces =
    route !== null && ownFields.length > 0
      ? await sharedPage({ remixContext, url, route, nonce, documents }, { ownFields, ownParams })
      : withDocuments(await written({ remixContext, url, route, nonce, documents }), documents)
  return new Response(Buffer.concat([doctype, ...pieces, handoff]), { status, headers })
}

type Writing = {
  readonly remixContext: Omit<EntryContext, 'serverHandoffStream'>
  readonly url: string
  readonly route: string | null
  readonly nonce: string
  readonly documents: AppLoadContext['documents']
}

const doctype = Buffer.from('<!DOCTYPE html>')

/** The ids of the routes on the page; null where they alone do not say which scripts it has. */
function settledRoute({ staticHandlerContext: { matches, errors } }: Writing['remixContext']): string | null {
  // A page of an error has the scripts of the routes above it only; in development they change under our hands.
  if (errors || import.meta.env.DEV || matches.some(({ route: { path } }) => path === '*')) return null
  return matches.map(({ route: { id } }) => id).join(' ')
}

/** A page that others see as she does, but for the fields of its data that are her own, and for documents made for her. */
async function sharedPage(
  writing: Writing,
  { ownFields, ownParams }: Pick<AppLoadContext, 'ownFields' | 'ownParams'>,
): Promise<readonly Buffer[]> {
  const { staticHandlerContext } = writing.remixContext
  const leaf = staticHandlerContext.matches.at(-1)
  const { loaderData, words: said } = drain(staticHandlerContext.loaderData, leaf?.route.id ?? 'root', ownFields)
  const { emptied, words } = drainAddress(leaf?.params ?? {}, ownParams, said)
  const url = emptied(writing.url)
  const key = JSON.stringify([url, loaderData, staticHandlerContext.actionData, words.length])
  const { nonce, documents } = writing
  const filling = (name: string) => {
    if (name === nonceHole) return Buffer.from(nonce)
    return name.startsWith(partHole)
      ? partBytes(documents, name.slice(partHole.length))
      : wordBytes(words[Number(name)] ?? '')
  }
  const known = sharedPages.get(key)
  if (known) return fillHoles(known, filling)
  const remixContext = {
    ...writing.remixContext,
    staticHandlerContext: { ...addressed(staticHandlerContext, emptied), loaderData: { ...loaderData } },
  }
  const text = await written({ ...writing, url, remixContext, nonce: holeOf(nonceHole) })
  const page = cutAtHoles(withMarks(text, (part) => holeOf(partHole + part)))
  sharedPages.keep(key, page)
  return fillHoles(page, filling)
}

/** The same page under another address. */
function addressed(context: Writing['remixContext']['staticHandlerContext'], emptied: (address: string) => string) {
  const matches = context.matches.map((match) => ({
    ...match,
    params: Object.fromEntries(Object.entries(match.params).map(([name, value]) => [name, value && emptied(value)])),
    pathname: emptied(match.pathname),
    pathnameBase: emptied(match.pathnameBase),
  }))
  return { ...context, matches, location: { ...context.location, pathname: emptied(context.location.pathname) } }
}

const nonceHole = 'nonce'
const partHole = 'part:'

async function written({ remixContext, url, route, nonce, documents }: Writing): Promise<string> {
  const hasKept = route !== null && scripts.has(route)
  const write = () =>
    renderToString(
      <NonceContext.Provider value={nonce}>
        <DocumentsContext.Provider value={documents}>
          <HasKeptScriptsContext.Provider value={hasKept}>
            <RemixServer context={remixContext} url={url} nonce={nonce} />
          </HasKeptScriptsContext.Provider>
        </DocumentsContext.Provider>
      </NonceContext.Provider>,
    )
  let page = write()
  if (page.includes(leftOut)) {
    await turn()
    page = write()
  }
  if (hasKept) return scripts.complete(route, page, nonce)
  if (route !== null) scripts.keep(route, page, nonce)
  return page
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
