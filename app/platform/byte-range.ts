/** Which bytes of a file are asked for: all, some, or a part that is not there. One range only, as players ask. */
export type Wanted =
  | { readonly kind: 'all' }
  | { readonly kind: 'part'; readonly first: number; readonly last: number }
  | { readonly kind: 'none' }

/** Reads a Range header (RFC 9110 §14). What is no range of bytes, or several, means the whole file. */
export function wantedBytes(header: string | null, size: number): Wanted {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return { kind: 'all' }
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (first >= size || (from === '' && Number(to) === 0)) return { kind: 'none' }
  return last < first ? { kind: 'all' } : { kind: 'part', first, last }
}
