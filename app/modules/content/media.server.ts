import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { wantedBytes } from '~/platform/byte-range.ts'
import { notFound } from '~/platform/errors.ts'
import { mediaFolder } from './library.server.ts'

const types: Readonly<Record<string, string>> = {
  webm: 'video/webm',
  mp4: 'video/mp4',
  vtt: 'text/vtt; charset=utf-8',
}

/** A film of a lesson, or its captions; in parts, as players ask for them. Its name is the hash of its bytes. */
export async function readMedia(name: string, range: string | null): Promise<Response> {
  const extension = /^[0-9a-f]{32}\.([a-z0-9]{3,4})$/.exec(name)?.[1] ?? ''
  const type = types[extension]
  if (!type) throw notFound()
  const path = join(mediaFolder, name)
  const size = await stat(path).then(
    (file) => file.size,
    () => null,
  )
  if (size === null) throw notFound()

  const wanted = wantedBytes(range, size)
  const headers = new Headers({
    'Content-Type': type,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, max-age=31536000, immutable',
  })
  if (wanted.kind === 'none') {
    headers.set('Content-Range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  const [first, last] = wanted.kind === 'part' ? [wanted.first, wanted.last] : [0, size - 1]
  if (wanted.kind === 'part') headers.set('Content-Range', `bytes ${first}-${last}/${size}`)
  headers.set('Content-Length', String(last - first + 1))
  const body = Readable.toWeb(createReadStream(path, { start: first, end: last })) as ReadableStream<Uint8Array>
  return new Response(body, { status: wanted.kind === 'part' ? 206 : 200, headers })
}
