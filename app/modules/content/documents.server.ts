import type { Actor } from '~/modules/identity/actor.ts'
import { notFound } from '~/platform/errors.ts'
import type { LessonDocument } from './document.ts'
import { contentLibrary } from './library.server.ts'

/** A document's text, for navigation: official ones are for everybody who is signed in. */
export async function readDocument(_actor: Actor, hash: string): Promise<LessonDocument> {
  const document = contentLibrary().document(hash)
  if (!document) throw notFound()
  return document
}
