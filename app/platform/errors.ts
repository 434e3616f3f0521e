/**
 * Expected failures. A use case throws `DomainError(code)`; `guarded` turns it into a response with the status below; the
 * page says the sentence of `i18n/errors.ts` in the reader's language. Anything else that is thrown is a bug: 500.
 */
export const statusByCode = {
  notFound: 404,
  forbidden: 403,
  conflict: 409,
  gone: 410,
  invalid: 422,
  tooLarge: 413,
  unsupportedType: 415,
  throttled: 429,
  busy: 503,
} as const

export type ErrorCode = keyof typeof statusByCode

/** Values for the sentence: numbers, days, names of fields; never personal data. */
export type ErrorValues = Readonly<Record<string, string | number>>

export class DomainError extends Error {
  override readonly name = 'DomainError'
  constructor(
    readonly code: ErrorCode,
    readonly values: ErrorValues = {},
  ) {
    super(code)
  }
}

export function statusOf(code: ErrorCode): number {
  return statusByCode[code]
}

/** Not there, or not yours: the same answer. */
export function notFound(): DomainError {
  return new DomainError('notFound')
}
