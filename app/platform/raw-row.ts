/*
 * Columns of raw queries. What comes back differs: SQLite gives an instant of a union as text, a count as a bigint; PostgreSQL
 * gives a sum as a Decimal. Each raw row goes through these, column by column; what is none of it is a bug and throws.
 */
export type RawRow = Readonly<Record<string, unknown>>

export function text(value: unknown): string {
  if (typeof value === 'string') return value
  throw strange(value, 'text')
}

export function textOrNull(value: unknown): string | null {
  return value === null ? null : text(value)
}

export function whole(value: unknown): number {
  const number = typeof value === 'number' ? value : Number(String(value))
  if (value !== null && value !== '' && Number.isSafeInteger(number)) return number
  throw strange(value, 'a whole number')
}

export function wholeOrNull(value: unknown): number | null {
  return value === null ? null : whole(value)
}

export function instant(value: unknown): Date {
  const date = value instanceof Date ? value : new Date(typeof value === 'string' ? value : Number.NaN)
  if (!Number.isNaN(date.getTime())) return date
  throw strange(value, 'an instant')
}

export function instantOrNull(value: unknown): Date | null {
  return value === null ? null : instant(value)
}

/** true and false are 1 and 0 on SQLite, as number or bigint. */
export function truth(value: unknown): boolean {
  if (typeof value === 'boolean') return value
  return whole(value) !== 0
}

function strange(value: unknown, wanted: string): TypeError {
  return new TypeError(`a raw query gave ${typeof value} «${String(value).slice(0, 40)}» where ${wanted} was expected`)
}
