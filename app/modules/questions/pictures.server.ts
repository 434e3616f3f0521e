import { createHash } from 'node:crypto'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import type { FieldErrors } from '~/platform/forms.ts'
import { isStorableText } from '~/platform/params.ts'
import { withPicture } from './draft-pictures.ts'
import { barePicture } from './exchange/bare-picture.ts'
import { pictureMarker } from './exchange/picture-kind.ts'
import type { StagedPicture } from './exchange/staged-item.ts'
import { mostPictureBytes, type QuestionDraft } from './question-draft.ts'

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

const atOnce = 40

/** Inside a write. One that is there already is that one: a picture is its bytes. */
export async function keepPictures(tx: Tx, pictures: readonly StagedPicture[], now: Date): Promise<void> {
  const byHash = [...new Map(pictures.map((picture) => [picture.sha256, picture])).values()]
  for (let from = 0; from < byHash.length; from += atOnce) {
    const some = byHash.slice(from, from + atOnce)
    const there = await tx.questionPicture.findMany({
      where: { hash: { in: some.map(({ sha256 }) => sha256) } },
      select: { hash: true },
    })
    const known = new Set(there.map(({ hash }) => hash))
    for (const { sha256, mediaType, bytes } of some) {
      if (known.has(sha256)) continue
      const base64 = Buffer.from(bytes).toString('base64')
      await tx.questionPicture.create({ data: { hash: sha256, mediaType, base64, createdAt: now } })
    }
  }
}

export type PicturePut =
  | { readonly ok: true; readonly draft: QuestionDraft; readonly field: string }
  | { readonly ok: false; readonly errors: FieldErrors }

/** What the form says of a picture. Its kind is told by its bytes: a name proves nothing. */
export type PostedPicture = { readonly file: File | null; readonly alt: string; readonly field: string }

const longestAlt = 120

/** Keeps the picture and puts it into the text that was chosen. What it shows must be said: not everybody sees it. */
export async function putPicture(draft: QuestionDraft, posted: PostedPicture, now: Date): Promise<PicturePut> {
  const { file, field } = posted
  const alt = posted.alt.trim()
  const bytes = file && file.size <= mostPictureBytes ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  const bare = barePicture(bytes)
  const sha256 = createHash('sha256')
    .update(bare?.bytes ?? bytes)
    .digest('hex')
  const next = withPicture(draft, field, pictureMarker(alt, sha256))
  const errors: Record<string, string> = {}
  if (!file || file.size === 0) errors.pictureFile = 'pictureMissing'
  else if (file.size > mostPictureBytes) errors.pictureFile = 'pictureLarge'
  else if (!bare) errors.pictureFile = 'pictureKind'
  if (alt === '') errors.pictureAlt = 'pictureAlt'
  else if (alt.length > longestAlt) errors.pictureAlt = 'tooLong'
  else if (!isStorableText(alt)) errors.pictureAlt = 'unstorable'
  if (!next) errors.pictureField = 'required'
  if (!bare || !next || Object.keys(errors).length > 0) return { ok: false, errors }
  await db.write((tx) => keepPictures(tx, [{ sha256, ...bare }], now))
  return { ok: true, draft: next, field }
}
