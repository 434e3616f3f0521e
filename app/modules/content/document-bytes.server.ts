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

/** What a page's documents are, by hash (`context.documents`). */
type Documents = ReadonlyMap<string, () => readonly Buffer[]>

/** A rendered page with the documents where their marks are, in bytes. A mark of a document that is not there leaves nothing. */
export function withDocuments(page: string, documents: Documents): readonly Buffer[] {
  if (documents.size === 0) return [Buffer.from(page)]
  // What stands between the brackets of the pattern comes back as every second piece.
  const pieces = page.split(partOfMark)
  return pieces.map((piece, at) => (at % 2 === 0 ? Buffer.from(piece) : partBytes(documents, piece)))
}

/** A part by its key, «hash:number». */
export function partBytes(documents: Documents, key: string): Buffer {
  const colon = key.lastIndexOf(':')
  return documents.get(key.slice(0, colon))?.()[Number(key.slice(colon + 1))] ?? nothing
}

/** A rendered page with other marks in place of its documents'. */
export function withMarks(page: string, markOf: (key: string) => string): string {
  return page
    .split(partOfMark)
    .map((piece, at) => (at % 2 === 0 ? piece : markOf(piece)))
    .join('')
}

const nothing = Buffer.alloc(0)
