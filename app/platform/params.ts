import { notFound } from './errors.ts'

/** A required route parameter. Ids are short text: anything else cannot exist here. */
export function param(params: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = params[name]
  if (!value || value.length > 128 || !isStorableText(value)) throw notFound()
  return value
}

/** PostgreSQL refuses NUL, and a lone surrogate is no text: neither reaches a database. */
export function isStorableText(value: string): boolean {
  return !value.includes('\0') && !hasLoneSurrogate(value)
}

function hasLoneSurrogate(value: string): boolean {
  return /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value)
}
