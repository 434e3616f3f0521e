import { type LessonDocument, partsOf } from './document.ts'
import { partOfMark } from './documents.ts'

/*
 * A document's text never passes through React on the server: where it belongs React writes a mark, and here the bytes come in
 * its place. Most of a lesson's page is such text, the same for everybody: it is put into bytes once, not for every reader.
 */
const encoded = new WeakMap<LessonDocument, readonly Buffer[]>()

/** The parts of a lesson's text, as a page takes them (`context.documents`). */
export function partsInBytes(document: LessonDocument): readonly Buffer[] {
  const known = encoded.get(document)
  if (known) return known
  const parts = partsOf(document.html).map((part) => Buffer.from(part))
  encoded.set(document, parts)
  return parts
}

/** A rendered page with the documents where their marks are, in bytes. A mark of a document that is not there leaves nothing. */
export function withDocuments(
  page: string,
  documents: ReadonlyMap<string, () => readonly Buffer[]>,
): readonly Buffer[] {
  if (documents.size === 0) return [Buffer.from(page)]
  // What stands between the brackets of the pattern comes back as every second piece.
  const pieces = page.split(partOfMark)
  return pieces.map((piece, at) => {
    if (at % 2 === 0) return Buffer.from(piece)
    const colon = piece.lastIndexOf(':')
    return documents.get(piece.slice(0, colon))?.()[Number(piece.slice(colon + 1))] ?? nothing
  })
}

const nothing = Buffer.alloc(0)
