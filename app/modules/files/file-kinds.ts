/*
 * What people may upload, by what a field asks for. Everything else is refused, above all what a browser might run: no SVG,
 * no HTML, no archive.
 */
export type FileKind = 'image' | 'document'
export type FileFormat = 'jpeg' | 'png' | 'webp' | 'pdf' | 'docx' | 'xlsx'

type Format = {
  readonly kind: FileKind
  readonly mime: string
  readonly extensions: readonly string[]
  /**
   * A browser shows it by itself. Not so a PDF: pages show it with their own reader, and opened by itself in the sandbox that
   * its headers ask for a browser would show nothing.
   */
  readonly isShown: boolean
}

const office = 'application/vnd.openxmlformats-officedocument'

export const formats: Readonly<Record<FileFormat, Format>> = {
  jpeg: { kind: 'image', mime: 'image/jpeg', extensions: ['jpg', 'jpeg'], isShown: true },
  png: { kind: 'image', mime: 'image/png', extensions: ['png'], isShown: true },
  webp: { kind: 'image', mime: 'image/webp', extensions: ['webp'], isShown: true },
  pdf: { kind: 'document', mime: 'application/pdf', extensions: ['pdf'], isShown: false },
  docx: {
    kind: 'document',
    mime: `${office}.wordprocessingml.document`,
    extensions: ['docx'],
    isShown: false,
  },
  xlsx: { kind: 'document', mime: `${office}.spreadsheetml.sheet`, extensions: ['xlsx'], isShown: false },
}

const all = Object.keys(formats).filter((name): name is FileFormat => Object.hasOwn(formats, name))

/** What may arrive. A picture that is kept is smaller: it is drawn anew. */
export const mostBytes: Readonly<Record<FileKind, number>> = { image: 10_000_000, document: 20_000_000 }

/** A telephone's 12 to 40 million; each is four bytes in memory while the picture is drawn anew. */
export const mostPixels = 40_000_000
/** Of a picture that is kept; enough to read a page that was photographed. */
export const longestSide = 2_560

/** Why a file is refused; the page says it in words. */
export type Refusal =
  | 'empty'
  | 'tooLarge'
  | 'notAllowed'
  /** a photo as iPhones take it, which the person's browser could not turn into a JPEG */
  | 'heic'
  /** its bytes are of another kind than its name says */
  | 'otherThanNamed'
  | 'damaged'
  | 'tooManyPixels'
  /** macros, scripts, programs, or parts fetched from elsewhere */
  | 'active'
  /** by a password */
  | 'locked'
  | 'quota'

/** The format that a name promises, if the field takes it. */
export function formatNamed(extension: string, kind: FileKind): FileFormat | Refusal {
  const format = all.find((name) => formats[name].extensions.includes(extension))
  if (format && formats[format].kind === kind) return format
  return kind === 'image' && (extension === 'heic' || extension === 'heif') ? 'heic' : 'notAllowed'
}

export function formatOfMime(mime: string): FileFormat | null {
  return all.find((name) => formats[name].mime === mime) ?? null
}
