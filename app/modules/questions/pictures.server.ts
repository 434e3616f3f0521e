import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'

/** What browsers show without running anything. */
const shownTypes: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** A picture of a question. Its name is the hash of its bytes: it never changes, and nobody guesses it. */
export async function readPicture(hash: string): Promise<Response> {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw notFound()
  const picture = await db.read.questionPicture.findUnique({ where: { hash } })
  if (!picture || !shownTypes.has(picture.mediaType)) throw notFound()
  const bytes = Buffer.from(picture.base64, 'base64')
  return new Response(bytes, {
    headers: {
      'Content-Type': picture.mediaType,
      'Content-Length': String(bytes.length),
      'Cache-Control': 'private, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      // Opened by itself it is a picture and nothing else.
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
}
