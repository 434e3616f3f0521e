import { EventEmitter } from 'node:events'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { DocumentsContext } from '~/modules/content/documents.ts'
import { NonceContext } from '~/ui/nonce.ts'

const abortAfterMs = 10_000

/** Renders a page to one piece: our loaders defer nothing, and a whole body is sent with its length, without streams. */
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
        headers.set('Content-Type', 'text/html; charset=utf-8')
        pipe(new PageSink((page) => resolve(new Response(page, { status: finalStatus, headers }))))
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

/**
 * What React writes, in one piece. Not a stream of Node's: those take longer to set up and to feed than a page takes to
 * be written. React makes a new chunk each time, so none needs to be copied.
 */
class PageSink extends EventEmitter implements NodeJS.WritableStream {
  readonly writable = true
  readonly #chunks: Uint8Array[] = []

  constructor(private readonly onPage: (page: Uint8Array<ArrayBuffer>) => void) {
    super()
  }

  write(chunk: Uint8Array | string): boolean {
    this.#chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
    return true
  }

  end(): this {
    this.onPage(Buffer.concat(this.#chunks))
    return this
  }
}
