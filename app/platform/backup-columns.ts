/** What a column holds, whichever database it is in. */
export type ColumnKind = 'text' | 'integer' | 'number' | 'boolean' | 'instant'
export type Column = { readonly name: string; readonly kind: ColumnKind }
export type Table = { readonly name: string; readonly columns: readonly Column[]; readonly key: readonly string[] }
export type Value = string | number | boolean | null

const kinds: Readonly<Record<string, ColumnKind>> = {
  TEXT: 'text',
  text: 'text',
  INTEGER: 'integer',
  integer: 'integer',
  REAL: 'number',
  'double precision': 'number',
  BOOLEAN: 'boolean',
  boolean: 'boolean',
  DATETIME: 'instant',
  'timestamp without time zone': 'instant',
}

export function columnKind(declaredType: string): ColumnKind {
  const kind = kinds[declaredType]
  if (!kind) throw new Error(`The backup does not know columns of type ${declaredType}`)
  return kind
}

/** SQLite has no booleans and keeps instants as text; this is what Prisma reads and writes there. */
export function fromSqlite(kind: ColumnKind, stored: unknown): Value {
  if (stored === null) return null
  if (kind === 'boolean') return Number(stored) === 1
  if (kind === 'instant') return new Date(String(stored)).toISOString()
  return kind === 'text' ? String(stored) : Number(stored)
}

export function toSqlite(kind: ColumnKind, value: Value): string | number | null {
  if (kind === 'boolean' && value !== null) return value ? 1 : 0
  if (kind === 'instant' && value !== null) return String(value).replace('Z', '+00:00')
  return typeof value === 'boolean' ? Number(value) : value
}

/** PostgreSQL's instants have no zone here; they come and go as text in UTC. */
export function fromPostgresql(kind: ColumnKind, stored: unknown): Value {
  if (stored === null) return null
  if (kind === 'instant') return new Date(`${String(stored).replace(' ', 'T')}Z`).toISOString()
  if (kind === 'boolean') return stored === true
  return kind === 'text' ? String(stored) : Number(stored)
}

export function toPostgresql(kind: ColumnKind, value: Value): Value {
  return kind === 'instant' && value !== null ? String(value).replace('Z', '') : value
}
