import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import type { Table, Value } from './backup-columns.ts'
import type { Manifest } from './backup-manifest.server.ts'
import type { Snapshot } from './backup-snapshot.server.ts'
import { flushToDisk } from './db-file.server.ts'

/*
 * A table in a backup: gzipped lines of JSON, the first one naming the columns, then one row a line. The same text from
 * either database, so that its hash says whether two databases hold the same.
 */
export type TableDigest = Manifest['tables'][string]

/** Of no use in a restored site, and of some to a thief: doors that are open now, and what forges new ones. */
const leftOut: ReadonlySet<string> = new Set(['Session', 'AccessCode', 'Throttle', 'SiteSecret'])

export function tablesToKeep(snapshot: Snapshot): readonly Table[] {
  return snapshot.tables.filter(({ name }) => !leftOut.has(name))
}

async function* linesOf(snapshot: Snapshot, table: Table): AsyncGenerator<string> {
  yield `${JSON.stringify({ table: table.name, columns: table.columns })}\n`
  for await (const row of snapshot.rows(table)) yield `${JSON.stringify(row)}\n`
}

/** Counts and hashes what flows through it. */
function meter() {
  const sha = createHash('sha256')
  let lines = 0
  const stream = new Transform({
    writableObjectMode: true,
    transform(line: string, _encoding, done) {
      sha.update(line)
      lines += 1
      done(null, line)
    },
  })
  return { stream, digest: (): TableDigest => ({ rows: lines - 1, sha256: sha.digest('hex') }) }
}

export async function writeTable(snapshot: Snapshot, table: Table, path: string): Promise<TableDigest> {
  const { stream, digest } = meter()
  await pipeline(Readable.from(linesOf(snapshot, table)), stream, createGzip(), createWriteStream(path))
  flushToDisk(path)
  return digest()
}

/** What `writeTable` would say of the table as it is now. */
export async function digestTable(snapshot: Snapshot, table: Table): Promise<TableDigest> {
  const sha = createHash('sha256')
  let lines = 0
  for await (const line of linesOf(snapshot, table)) {
    sha.update(line)
    lines += 1
  }
  return { rows: lines - 1, sha256: sha.digest('hex') }
}

const column = z.strictObject({
  name: z.string().regex(/^\w+$/),
  kind: z.enum(['text', 'integer', 'number', 'boolean', 'instant']),
})
const header = z.strictObject({ table: z.string().regex(/^\w+$/), columns: z.array(column).min(1) })
const row = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))

export type StoredTable = {
  readonly table: Omit<Table, 'key'>
  readonly rows: AsyncIterable<readonly Value[]>
}

/** Reads a table back; throws, before the last row, when its hash is not `expected`. */
export async function readTable(path: string, expected: TableDigest): Promise<StoredTable> {
  const lines = checkedLines(path, expected)
  const first = await lines.next()
  const { table, columns } = header.parse(JSON.parse(first.value ?? 'null'))
  async function* rows() {
    for await (const line of lines) yield row.parse(JSON.parse(line))
  }
  return { table: { name: table, columns }, rows: rows() }
}

async function* checkedLines(path: string, expected: TableDigest): AsyncGenerator<string, undefined> {
  const sha = createHash('sha256')
  let lines = 0
  let held: string | undefined
  const file = createReadStream(path)
  const text = file.pipe(createGunzip())
  file.on('error', (error) => text.destroy(error))
  for await (const line of linesIn(text)) {
    sha.update(`${line}\n`)
    lines += 1
    if (held !== undefined) yield held
    held = line
  }
  if (lines - 1 !== expected.rows || sha.digest('hex') !== expected.sha256) throw new Error(`${path} is damaged`)
  if (held !== undefined) yield held
  return undefined
}

/** At «\n» only: Node's own reader also splits at U+2028, which JSON leaves as it is inside a text. */
async function* linesIn(source: Readable): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of source.setEncoding('utf8')) {
    const parts = (rest + String(chunk)).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  if (rest !== '') yield rest
}
