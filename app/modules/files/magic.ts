import type { FileFormat } from './file-kinds.ts'

/*
 * What a file is, by how it begins: a name proves nothing. Only the kinds that are taken, and the one that people send most
 * without knowing it. A file that begins rightly is then read whole, so this is the first look and not the last.
 */
export const headBytes = 16

/** `zip`: a docx, an xlsx, or anything else in an archive; its entries say which. */
export type Seen = Exclude<FileFormat, 'docx' | 'xlsx'> | 'zip' | 'heic'

export function seenIn(head: Uint8Array): Seen | null {
  const text = String.fromCharCode(...head.subarray(0, headBytes))
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp'
  if (text.startsWith('%PDF-')) return 'pdf'
  if (text.startsWith('PK\x03\x04')) return 'zip'
  return /^ftyp(heic|heix|hevc|hevx|heim|heis|mif1|msf1)/.test(text.slice(4)) ? 'heic' : null
}

/** Whether a file that begins so can be what its name says. */
export function isAsNamed(seen: Seen | null, named: FileFormat): boolean {
  return named === 'docx' || named === 'xlsx' ? seen === 'zip' : seen === named
}
