import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { audit } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { sha256 } from '~/modules/identity/secrets.server.ts'
import { chargeLimit, countingWrite } from '~/modules/identity/throttle.server.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { isDiskFull } from '~/platform/readiness.server.ts'
import { type FileKind, formatOfMime, formats, type Refusal } from './file-kinds.ts'
import { dispositionOf } from './file-names.ts'
import { hasRoom, mostAtOnce, uploadLaw } from './quota.ts'
import { discard, openStored, pathOfHash, place } from './store.server.ts'
import { type Acceptable, type Incoming, takeIn } from './take-in.server.ts'

/** What a file belongs to: a work, a report, an activity. Who may add, read and take away is for that to say. */
export type Subject = { readonly subjectType: string; readonly subjectId: string }

export type FileFacts = Subject & {
  readonly id: string
  readonly ownerId: string
  readonly name: string
  readonly kind: FileKind
  readonly bytes: number
  readonly addedAt: Date
}

export type Adding = {
  readonly dataDir: string
  readonly subject: Subject
  readonly incoming: Incoming
  /** asked before it arrives, and again inside the write: what she may do can have changed meanwhile */
  readonly mayAdd: (tx: Tx) => Promise<boolean>
}

export type Added = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly code: Refusal }

/** The same file sent again, because no answer came, is the same one. */
export async function addFile(actor: Actor, adding: Adding, now: Date): Promise<Added> {
  const { dataDir, incoming } = adding
  if (!(await adding.mayAdd(db.read))) throw notFound()
  await chargeUpload(actor, now)
  return oneOfFew(actor, async () => {
    if (await isDiskFull(dataDir)) throw new DomainError('busy')
    if (!hasRoom(await usedBytes(db.read, actor), 1)) return { ok: false, code: 'quota' }
    const taken = await takeIn(dataDir, incoming)
    if (!taken.ok) return taken
    try {
      // Before it has a place, too: what is refused afterwards lies there for a day.
      if (!(await hasRoomFor(db.read, actor, taken.file))) return { ok: false, code: 'quota' }
      await place(dataDir, taken.file)
    } finally {
      await discard(taken.file.path)
    }
    return db.write((tx) => keep(tx, actor, adding, taken.file, now))
  })
}

async function chargeUpload({ personId }: Actor, now: Date): Promise<void> {
  const limit = { key: `upload:${sha256(personId).slice(0, 32)}`, law: uploadLaw }
  const retryAfterSeconds = await countingWrite((tx) => chargeLimit(tx, limit, now))
  if (retryAfterSeconds > 0) throw new DomainError('throttled', { retryAfterSeconds })
}

const underWay = new Map<string, number>()

async function oneOfFew<T>({ personId }: Actor, work: () => Promise<T>): Promise<T> {
  const others = underWay.get(personId) ?? 0
  if (others >= mostAtOnce) throw new DomainError('busy')
  underWay.set(personId, others + 1)
  try {
    return await work()
  } finally {
    const left = (underWay.get(personId) ?? 1) - 1
    if (left > 0) underWay.set(personId, left)
    else underWay.delete(personId)
  }
}

async function keep(tx: Tx, actor: Actor, adding: Adding, file: Acceptable, now: Date): Promise<Added> {
  const { dataDir, subject, mayAdd } = adding
  if (!(await mayAdd(tx))) throw notFound()
  // A row is only ever written about a file that is there: the sweep looks for rows inside a write, too.
  if (!existsSync(pathOfHash(dataDir, file.hash))) throw new DomainError('conflict')
  const { hash, kind, mime, bytes, width, height, name } = file
  const own = { ownerId: actor.personId, hash, removedAt: null }
  const standing = await tx.fileUse.findFirst({ where: { ...own, ...subject }, select: { id: true } })
  if (standing) return { ok: true, id: standing.id }
  if (!(await hasRoomFor(tx, actor, file))) return { ok: false, code: 'quota' }
  const stored = await tx.storedFile.findUnique({ where: { hash }, select: { hash: true } })
  if (!stored) await tx.storedFile.create({ data: { hash, kind, mime, bytes, width, height, createdAt: now } })
  const id = randomUUID()
  await tx.fileUse.create({ data: { id, ...own, ...subject, name, addedAt: now } })
  await audit(tx, { actor, action: 'file.added', objectType: 'file', objectId: id, now })
  return { ok: true, id }
}

/** What she has already costs nothing. */
async function hasRoomFor(tx: Tx, actor: Actor, { hash, bytes }: Acceptable): Promise<boolean> {
  const own = { ownerId: actor.personId, hash, removedAt: null }
  if (await tx.fileUse.findFirst({ where: own, select: { id: true } })) return true
  return hasRoom(await usedBytes(tx, actor), bytes)
}

/** Each content once, however often she uses it. */
export async function usedBytes(tx: Pick<Tx, 'storedFile'>, { personId }: Actor): Promise<number> {
  const mine = { uses: { some: { ownerId: personId, removedAt: null } } }
  const { _sum } = await tx.storedFile.aggregate({ where: mine, _sum: { bytes: true } })
  return _sum.bytes ?? 0
}

const mostListed = 200

export async function listFiles(subject: Subject): Promise<readonly FileFacts[]> {
  const where = { ...subject, removedAt: null }
  const orderBy = [{ addedAt: 'asc' as const }, { id: 'asc' as const }]
  const uses = await db.read.fileUse.findMany({ where, orderBy, take: mostListed, include: { file: true } })
  return uses.map(factsOf)
}

/** Hers, and only as long as what it belongs to lets her. */
export async function removeFile(
  actor: Actor,
  id: string,
  mayRemove: (file: FileFacts, tx: Tx) => Promise<boolean>,
  now: Date,
): Promise<void> {
  await db.write(async (tx) => {
    const where = { id, ownerId: actor.personId, removedAt: null }
    const use = await tx.fileUse.findFirst({ where, include: { file: true } })
    if (!use || !(await mayRemove(factsOf(use), tx))) throw notFound()
    await tx.fileUse.updateMany({ where, data: { removedAt: now } })
    await audit(tx, { actor, action: 'file.removed', objectType: 'file', objectId: id, now })
  })
}

/** A file for whoever may read it; for everybody else there is none. */
export async function readFile(
  dataDir: string,
  id: string,
  mayRead: (file: FileFacts) => boolean | Promise<boolean>,
): Promise<Response> {
  const use = await db.read.fileUse.findFirst({ where: { id, removedAt: null }, include: { file: true } })
  if (!use || !(await mayRead(factsOf(use)))) throw notFound()
  const format = formatOfMime(use.file.mime)
  const stored = format && (await openStored(dataDir, use.hash))
  // The row is there and the file is not: the disk lost it, and the backup may have it.
  if (!format || !stored) throw new DomainError('gone')
  const { size } = await stored.stat()
  return new Response(Readable.toWeb(stored.createReadStream()) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': formats[format].mime,
      'Content-Length': String(size),
      'Content-Disposition': dispositionOf(use.name, formats[format].isShown),
      'X-Content-Type-Options': 'nosniff',
      // Opened by itself it is a file and nothing else: no script, no form, no frame, not even this site's origin.
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'no-store',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  })
}

type UseRow = Omit<FileFacts, 'kind' | 'bytes'> & { readonly file: { readonly kind: string; readonly bytes: number } }

function factsOf({ id, ownerId, subjectType, subjectId, name, addedAt, file }: UseRow): FileFacts {
  const kind = file.kind === 'image' ? 'image' : 'document'
  return { id, ownerId, subjectType, subjectId, name, addedAt, kind, bytes: file.bytes }
}
