import { Writable } from 'node:stream'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { DocumentsContext } from '~/modules/content/documents.ts'
import { NonceContext } from '~/ui/nonce.ts'

const abortAfterMs = 10_000

/** Renders a page to one string: our loaders defer nothing, and a whole body is sent with its length, without streams. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let finalStatus = status
    const page = (
      <NonceContext.Provider value={loadContext.nonce}>
        <DocumentsContext.Provider value={loadContext.documents}>
          <RemixServer context={remixContext} url={request.url} nonce={loadContext.nonce} />
        </DocumentsContext.Provider>
      </NonceContext.Provider>
    )
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: loadContext.nonce,
      onAllReady() {
        clearTimeout(timer)
        const sink = new TextSink((html) => {
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(html, { status: finalStatus, headers }))
        })
        pipe(sink)
      },
      onShellError: reject,
      onError(error) {
        finalStatus = 500
        console.error(error)
      },
    })
    const timer = setTimeout(abort, abortAfterMs)
  })
}

/** Collects what React writes. React reuses its buffers, so each chunk is copied. */
class TextSink extends Writable {
  readonly #chunks: Buffer[] = []
  readonly #onText: (html: string) => void

  constructor(onText: (html: string) => void) {
    super({ decodeStrings: true })
    this.#onText = onText
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.#chunks.push(Buffer.from(chunk))
    done()
  }

  override _final(done: () => void) {
    this.#onText(Buffer.concat(this.#chunks).toString('utf8'))
    done()
  }
}
